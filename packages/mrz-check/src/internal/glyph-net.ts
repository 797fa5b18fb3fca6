import { GLYPH_MODEL } from '../generated/glyph-model.js';
import {
  CHANNELS_1,
  CHANNELS_2,
  CLASSES,
  FEATURES,
  HIDDEN,
  KERNEL_1,
  KERNEL_2,
  LAYERS,
  SIDE_1,
  SIDE_2,
} from './glyph-net-shape.js';

/** Every how many pixel columns of a normalised line a window is looked at. */
export const STRIDE = 4;

/** What the network says along a normalised line: the window of position `p` is centred on pixel column `4 p + 12`. */
export interface LineScores {
  readonly positions: number;
  /** Natural logarithms of the class probabilities, position by position. */
  readonly logProbabilities: Float32Array;
}

interface Layer {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

let model: readonly [Layer, Layer, Layer, Layer] | undefined;

/** Decoded at the first picture, and kept. */
function loadModel(): readonly [Layer, Layer, Layer, Layer] {
  model ??= GLYPH_MODEL.map(({ weights, scales, biases }, at) => {
    const bytes = Int8Array.from(atob(weights), (c) => c.charCodeAt(0));
    const inputs = LAYERS[at]?.[1] ?? 1;
    return {
      weights: Float32Array.from(bytes, (byte, i) => byte * (scales[Math.floor(i / inputs)] as number)),
      biases: Float32Array.from(biases),
    };
  }) as unknown as readonly [Layer, Layer, Layer, Layer];
  return model;
}

/** Classifies every window of a normalised line of `WINDOW` rows, or only every `step`th one. */
export function scoreLine(line: Float32Array, width: number, step: number = 1): LineScores {
  const columns1 = Math.floor((width - KERNEL_1) / 2) + 1;
  const columns2 = Math.floor((columns1 - KERNEL_2) / 2) + 1;
  const positions = Math.max(0, Math.floor((columns2 - SIDE_2) / step) + 1);
  const logProbabilities = new Float32Array(positions * CLASSES);
  if (positions === 0) return { positions, logProbabilities };
  const [conv1, conv2, hidden, output] = loadModel();
  const map1 = convolve(line, width, 1, KERNEL_1, conv1, CHANNELS_1, columns1, SIDE_1);
  const map2 = convolve(map1, columns1, CHANNELS_1, KERNEL_2, conv2, CHANNELS_2, columns2, SIDE_2);
  const features = new Float32Array(FEATURES);
  const units = new Float32Array(HIDDEN);
  const row = SIDE_2 * CHANNELS_2;
  for (let p = 0; p < positions; p++) {
    for (let y = 0; y < SIDE_2; y++) {
      const from = (y * columns2 + p * step) * CHANNELS_2;
      features.set(map2.subarray(from, from + row), y * row);
    }
    multiply(hidden.weights, hidden.biases, features, units, 0, HIDDEN, true);
    const scores = logProbabilities.subarray(p * CLASSES, (p + 1) * CLASSES);
    multiply(output.weights, output.biases, units, scores, 0, CLASSES, false);
    logSoftmax(scores);
  }
  return { positions, logProbabilities };
}

/** Stride 2, no padding, ReLU; channels interleaved. */
function convolve(
  input: Float32Array,
  width: number,
  channels: number,
  kernel: number,
  { weights, biases }: Layer,
  outputs: number,
  columns: number,
  rows: number,
): Float32Array {
  const out = new Float32Array(columns * rows * outputs);
  const span = kernel * channels;
  const patch = new Float32Array(span * kernel);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let k = 0; k < kernel; k++) {
        const from = ((2 * y + k) * width + 2 * x) * channels;
        for (let i = 0; i < span; i++) patch[k * span + i] = input[from + i] as number;
      }
      multiply(weights, biases, patch, out, (y * columns + x) * outputs, outputs, true);
    }
  }
  return out;
}

/**
 * A matrix times a vector, plus biases; four outputs at a time, so that each input is fetched once for four. The counts of
 * outputs of all layers but the last are multiples of four.
 */
function multiply(
  weights: Float32Array,
  biases: Float32Array,
  input: Float32Array,
  out: Float32Array,
  to: number,
  outputs: number,
  rectify: boolean,
): void {
  const n = input.length;
  let o = 0;
  for (; o + 3 < outputs; o += 4) {
    let a = biases[o] as number;
    let b = biases[o + 1] as number;
    let c = biases[o + 2] as number;
    let d = biases[o + 3] as number;
    let wa = o * n;
    let wb = wa + n;
    let wc = wb + n;
    let wd = wc + n;
    for (let i = 0; i < n; i++) {
      const value = input[i] as number;
      a += (weights[wa++] as number) * value;
      b += (weights[wb++] as number) * value;
      c += (weights[wc++] as number) * value;
      d += (weights[wd++] as number) * value;
    }
    out[to + o] = rectify && a < 0 ? 0 : a;
    out[to + o + 1] = rectify && b < 0 ? 0 : b;
    out[to + o + 2] = rectify && c < 0 ? 0 : c;
    out[to + o + 3] = rectify && d < 0 ? 0 : d;
  }
  for (; o < outputs; o++) {
    let sum = biases[o] as number;
    for (let i = 0; i < n; i++) sum += (weights[o * n + i] as number) * (input[i] as number);
    out[to + o] = rectify && sum < 0 ? 0 : sum;
  }
}

function logSoftmax(scores: Float32Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let total = 0;
  for (const score of scores) total += Math.exp(score - top);
  const shift = top + Math.log(total);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) - shift;
}
