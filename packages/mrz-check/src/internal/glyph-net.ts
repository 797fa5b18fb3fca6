import { GLYPH_MODEL } from '../generated/glyph-model.js';
import {
  CHANNELS_1,
  CHANNELS_2,
  CLASSES,
  FEATURES,
  HIDDEN,
  KERNEL_1,
  KERNEL_2,
  SIDE_1,
  SIDE_2,
  STEPS_OF_INPUT,
} from './glyph-net-shape.js';
import { type PackedLayer, packLayers, weigh } from './packed-layer.js';

/** Every how many pixel columns of a normalised line a window is looked at. */
export const STRIDE = 4;

/** What the network says along a normalised line: the window of position `p` is centred on pixel column `4 p + 12`. */
export interface LineScores {
  readonly positions: number;
  /** Natural logarithms of the class probabilities, position by position. */
  readonly logProbabilities: Float32Array;
}

let model: readonly PackedLayer[] | undefined;

/** Classifies every window of a normalised line of `WINDOW` rows, or only every `step`th one. */
export function scoreLine(line: Float32Array, width: number, step: number = 1): LineScores {
  const columns1 = Math.floor((width - KERNEL_1) / 2) + 1;
  const columns2 = Math.floor((columns1 - KERNEL_2) / 2) + 1;
  const positions = Math.max(0, Math.floor((columns2 - SIDE_2) / step) + 1);
  const logProbabilities = new Float32Array(positions * CLASSES);
  if (positions === 0) return { positions, logProbabilities };
  model ??= packLayers(GLYPH_MODEL, STEPS_OF_INPUT); // at the first picture, and kept
  const [conv1, conv2, hidden, output] = model as [PackedLayer, PackedLayer, PackedLayer, PackedLayer];
  const input = new Float64Array(line.length);
  for (let i = 0; i < line.length; i++) input[i] = Math.round((line[i] as number) * STEPS_OF_INPUT);
  const map1 = convolve(input, width, 1, KERNEL_1, conv1, CHANNELS_1, columns1, SIDE_1);
  const map2 = convolve(map1, columns1, CHANNELS_1, KERNEL_2, conv2, CHANNELS_2, columns2, SIDE_2);
  const features = new Float64Array(FEATURES);
  const units = new Float64Array(HIDDEN);
  const scores = new Float64Array(CLASSES);
  const row = SIDE_2 * CHANNELS_2;
  for (let p = 0; p < positions; p++) {
    for (let y = 0; y < SIDE_2; y++) {
      const from = (y * columns2 + p * step) * CHANNELS_2;
      features.set(map2.subarray(from, from + row), y * row);
    }
    weigh(hidden, features, units, 0);
    weigh(output, units, scores, 0);
    logSoftmax(scores);
    logProbabilities.set(scores, p * CLASSES);
  }
  return { positions, logProbabilities };
}

/** Stride 2, no padding; channels interleaved. */
function convolve(
  input: Float64Array,
  width: number,
  channels: number,
  kernel: number,
  layer: PackedLayer,
  outputs: number,
  columns: number,
  rows: number,
): Float64Array {
  const out = new Float64Array(columns * rows * outputs);
  const span = kernel * channels;
  const patch = new Float64Array(span * kernel);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let k = 0; k < kernel; k++) {
        const from = ((2 * y + k) * width + 2 * x) * channels;
        for (let i = 0; i < span; i++) patch[k * span + i] = input[from + i] as number;
      }
      weigh(layer, patch, out, (y * columns + x) * outputs);
    }
  }
  return out;
}

function logSoftmax(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let total = 0;
  for (const score of scores) total += Math.exp(score - top);
  const shift = top + Math.log(total);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) - shift;
}
