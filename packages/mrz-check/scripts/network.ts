import {
  CHANNELS_1,
  CLASSES,
  FEATURES,
  HIDDEN,
  KERNEL_1,
  KERNEL_2,
  LAYERS,
  SIDE_1,
  SIDE_2,
  WINDOW,
} from '../src/internal/glyph-net-shape.js';
import type { Random } from './random.js';

/** One layer's weights (row by row, one row an output) and biases, with what Adam remembers of them. */
interface Layer {
  readonly outputs: number;
  readonly inputs: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

/** The glyph network while it learns. */
export interface Network {
  /** The loss of one window, whose gradient is added up. */
  learn(window: Float32Array, label: number): number;
  /** Takes one step of Adam along the gradient of the last windows. */
  step(rate: number, windows: number): void;
  /** The class scores of one window. */
  classify(window: Float32Array): Float32Array;
  /** Weights, then biases, of each layer. */
  readonly layers: readonly Float32Array[];
  /** What each layer but the last gave for the last window. */
  readonly activations: readonly Float32Array[];
}

export function createNetwork(random: Random): Network {
  const layers = LAYERS.map(([outputs, inputs]) => createLayer(outputs, inputs, random));
  const [conv1, conv2, hidden, output] = layers as [Layer, Layer, Layer, Layer];
  const map1 = new Float32Array(SIDE_1 * SIDE_1 * CHANNELS_1);
  const map2 = new Float32Array(FEATURES);
  const units = new Float32Array(HIDDEN);
  const scores = new Float32Array(CLASSES);
  const dMap1 = new Float32Array(map1.length);
  const dMap2 = new Float32Array(map2.length);
  const dUnits = new Float32Array(units.length);
  const dScores = new Float32Array(scores.length);
  let steps = 0;

  function forward(window: Float32Array): void {
    convolve(conv1, window, WINDOW, 1, KERNEL_1, map1, SIDE_1);
    convolve(conv2, map1, SIDE_1, CHANNELS_1, KERNEL_2, map2, SIDE_2);
    connect(hidden, map2, units);
    relu(units);
    connect(output, units, scores);
  }

  return {
    layers: layers.map((layer) => layer.values),
    activations: [map1, map2, units],
    classify(window) {
      forward(window);
      return scores;
    },
    learn(window, label) {
      forward(window);
      const loss = crossEntropy(scores, label, dScores);
      connectBack(output, units, dScores, dUnits);
      for (let i = 0; i < HIDDEN; i++) if ((units[i] as number) <= 0) dUnits[i] = 0;
      connectBack(hidden, map2, dUnits, dMap2);
      convolveBack(conv2, map1, SIDE_1, CHANNELS_1, KERNEL_2, map2, dMap2, SIDE_2, dMap1);
      convolveBack(conv1, window, WINDOW, 1, KERNEL_1, map1, dMap1, SIDE_1, undefined);
      return loss;
    },
    step(rate, windows) {
      steps++;
      for (const layer of layers) adam(layer, rate, steps, windows);
    },
  };
}

function createLayer(outputs: number, inputs: number, random: Random): Layer {
  const count = outputs * (inputs + 1);
  const spread = Math.sqrt(2 / inputs);
  const values = Float32Array.from({ length: count }, (_, i) =>
    i < outputs * inputs ? spread * random.normal() : 0,
  );
  const zeros = (): Float32Array => new Float32Array(count);
  return { outputs, inputs, values, gradient: zeros(), mean: zeros(), square: zeros() };
}

/** Stride 2, no padding, ReLU; pixels interleave their channels, and a kernel is stored as rows of them. */
function convolve(
  layer: Layer,
  input: Float32Array,
  side: number,
  channels: number,
  kernel: number,
  out: Float32Array,
  outSide: number,
): void {
  const { values, outputs, inputs } = layer;
  const row = kernel * channels;
  for (let y = 0; y < outSide; y++) {
    for (let x = 0; x < outSide; x++) {
      const corner = (2 * y * side + 2 * x) * channels;
      for (let o = 0; o < outputs; o++) {
        let sum = values[outputs * inputs + o] as number;
        let w = o * inputs;
        for (let k = 0; k < kernel; k++) {
          let i = corner + k * side * channels;
          for (const end = i + row; i < end; i++) sum += (input[i] as number) * (values[w++] as number);
        }
        out[(y * outSide + x) * outputs + o] = sum > 0 ? sum : 0;
      }
    }
  }
}

function convolveBack(
  layer: Layer,
  input: Float32Array,
  side: number,
  channels: number,
  kernel: number,
  out: Float32Array,
  dOut: Float32Array,
  outSide: number,
  dInput: Float32Array | undefined,
): void {
  const { values, gradient, outputs, inputs } = layer;
  const row = kernel * channels;
  dInput?.fill(0);
  for (let y = 0; y < outSide; y++) {
    for (let x = 0; x < outSide; x++) {
      const corner = (2 * y * side + 2 * x) * channels;
      for (let o = 0; o < outputs; o++) {
        const at = (y * outSide + x) * outputs + o;
        if ((out[at] as number) <= 0) continue;
        const d = dOut[at] as number;
        if (d === 0) continue;
        gradient[outputs * inputs + o] = (gradient[outputs * inputs + o] as number) + d;
        let w = o * inputs;
        for (let k = 0; k < kernel; k++) {
          let i = corner + k * side * channels;
          for (const end = i + row; i < end; i++, w++) {
            gradient[w] = (gradient[w] as number) + d * (input[i] as number);
            if (dInput) dInput[i] = (dInput[i] as number) + d * (values[w] as number);
          }
        }
      }
    }
  }
}

function connect({ values, outputs, inputs }: Layer, input: Float32Array, out: Float32Array): void {
  for (let o = 0, w = 0; o < outputs; o++) {
    let sum = values[outputs * inputs + o] as number;
    for (let i = 0; i < inputs; i++) sum += (input[i] as number) * (values[w++] as number);
    out[o] = sum;
  }
}

function connectBack(layer: Layer, input: Float32Array, dOut: Float32Array, dInput: Float32Array): void {
  const { values, gradient, outputs, inputs } = layer;
  dInput.fill(0);
  for (let o = 0; o < outputs; o++) {
    const d = dOut[o] as number;
    if (d === 0) continue;
    gradient[outputs * inputs + o] = (gradient[outputs * inputs + o] as number) + d;
    let w = o * inputs;
    for (let i = 0; i < inputs; i++, w++) {
      gradient[w] = (gradient[w] as number) + d * (input[i] as number);
      dInput[i] = (dInput[i] as number) + d * (values[w] as number);
    }
  }
}

const relu = (units: Float32Array): void => {
  for (let i = 0; i < units.length; i++) if ((units[i] as number) < 0) units[i] = 0;
};

/** The loss against a label softened by 2 %, so that the scores stay calibrated, and its gradient. */
function crossEntropy(scores: Float32Array, label: number, dScores: Float32Array): number {
  const top = scores.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const e = Math.exp((scores[i] as number) - top);
    dScores[i] = e;
    total += e;
  }
  const soft = 0.02 / scores.length;
  const loss = -Math.log((dScores[label] as number) / total);
  for (let i = 0; i < scores.length; i++) {
    dScores[i] = (dScores[i] as number) / total - (i === label ? 0.98 + soft : soft);
  }
  return loss;
}

function adam({ values, gradient, mean, square }: Layer, rate: number, steps: number, windows: number): void {
  const scale = (rate * Math.sqrt(1 - 0.999 ** steps)) / (1 - 0.9 ** steps);
  for (let i = 0; i < values.length; i++) {
    const g = (gradient[i] as number) / windows;
    gradient[i] = 0;
    const m = 0.9 * (mean[i] as number) + 0.1 * g;
    const s = 0.999 * (square[i] as number) + 0.001 * g * g;
    mean[i] = m;
    square[i] = s;
    values[i] = (values[i] as number) * (1 - rate * 1e-3) - (scale * m) / (Math.sqrt(s) + 1e-8);
  }
}
