/** One layer as the training script writes it: weights and outputs are whole numbers of small steps. */
export interface StoredLayer {
  /** By output: what one step of its weights is worth. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** Signed bytes in Base64, output by output. */
  readonly weights: string;
  /** What one of the 255 steps of its outputs is worth; absent for the last layer, whose outputs are not rounded. */
  readonly step?: number;
}

/** One layer, two weights to each number. */
export interface PackedLayer {
  readonly outputs: number;
  /** For each eight outputs, for each input: four numbers. */
  readonly weights: Float64Array;
  /** By output: what turns a sum of whole numbers into steps of the output. */
  readonly factors: Float64Array;
  /** In steps of the output. */
  readonly biases: Float64Array;
  readonly isLast: boolean;
}

/**
 * Two sums of up to 25 bits and a sign fit into the 53 bits of a double side by side, so that one multiplication does the
 * work of two and stays exact: 800 inputs of 255 steps times weights of 127 sum to less than 2²⁵.
 */
const UPPER = 2 ** 26;
/** Outputs that are summed at the same time. */
const BLOCK = 8;
const MOST_STEPS = 255;

/** The layers, ready to be calculated with; `stepsOfInput` is how many steps of the first layer's input make 1. */
export function packLayers(layers: readonly StoredLayer[], stepsOfInput: number): PackedLayer[] {
  let inputStep = 1 / stepsOfInput;
  return layers.map((layer) => {
    const packed = packLayer(layer, inputStep);
    inputStep = layer.step ?? 1;
    return packed;
  });
}

function packLayer({ scales, biases, weights, step }: StoredLayer, inputStep: number): PackedLayer {
  const text = atob(weights);
  const outputs = biases.length;
  const inputs = text.length / outputs;
  const blocks = Math.ceil(outputs / BLOCK);
  const packed = new Float64Array((blocks * BLOCK * inputs) / 2);
  for (let o = 0; o < outputs; o += 2) {
    const to = (Math.floor(o / BLOCK) * inputs * BLOCK) / 2 + ((o % BLOCK) >> 1);
    packPair(packed, to, text, o * inputs, inputs, o + 1 < outputs);
  }
  const outputStep = step ?? 1;
  return {
    outputs,
    weights: packed,
    factors: Float64Array.from(scales, (scale) => (scale * inputStep) / outputStep),
    biases: Float64Array.from(biases, (bias) => bias / outputStep),
    isLast: step === undefined,
  };
}

/** The weights of one output or two, whose bytes begin at `from`. Runs at the first picture, before anything is optimised. */
function packPair(
  packed: Float64Array,
  to: number,
  text: string,
  from: number,
  inputs: number,
  isPair: boolean,
): void {
  for (let i = 0; i < inputs; i++) {
    const lower = (text.charCodeAt(from + i) << 24) >> 24;
    const upper = isPair ? (text.charCodeAt(from + inputs + i) << 24) >> 24 : 0;
    packed[to + i * (BLOCK / 2)] = lower + UPPER * upper;
  }
}

/**
 * All outputs of a layer for one input of whole numbers: weights times inputs, plus biases; negative ones become 0 and all
 * are rounded to steps, but for the last layer.
 */
export function weigh(layer: PackedLayer, input: Float64Array, out: Float64Array, to: number): void {
  const { weights, outputs } = layer;
  for (let o = 0, w = 0; o < outputs; o += BLOCK) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < input.length; i++, w += 4) {
      const value = input[i] as number;
      if (value === 0) continue; // half of what passed a layer
      a += (weights[w] as number) * value;
      b += (weights[w + 1] as number) * value;
      c += (weights[w + 2] as number) * value;
      d += (weights[w + 3] as number) * value;
    }
    unpack(layer, a, o, out, to);
    unpack(layer, b, o + 2, out, to);
    unpack(layer, c, o + 4, out, to);
    unpack(layer, d, o + 6, out, to);
  }
}

function unpack(layer: PackedLayer, sums: number, output: number, out: Float64Array, to: number): void {
  const { outputs } = layer;
  if (output >= outputs) return;
  const upper = Math.round(sums / UPPER);
  out[to + output] = finish(layer, sums - upper * UPPER, output);
  if (output + 1 < outputs) out[to + output + 1] = finish(layer, upper, output + 1);
}

function finish({ factors, biases, isLast }: PackedLayer, sum: number, output: number): number {
  const value = sum * (factors[output] as number) + (biases[output] as number);
  if (isLast) return value;
  return value <= 0 ? 0 : value >= MOST_STEPS ? MOST_STEPS : Math.round(value);
}
