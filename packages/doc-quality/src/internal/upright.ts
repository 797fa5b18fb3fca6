import type { GreyRaster } from '@dossierkit/doc-raster';
import { UPRIGHT_MODEL } from '../generated/upright-model.js';
import { lineWindows, WINDOW_SIDE } from './line-windows.js';
import type { TextLayout } from './text-lines.js';

/** Enough to be sure; few enough for a live picture. */
const WINDOWS = 140;
const WINDOWS_LIVE = 70;
const MIN_WINDOWS = 12;
/** One window says at most this much: letters that look alike on their head lie convincingly. */
const MAX_SAY = 2.5;
/** Lines that were found in a smaller picture are not placed as well, and what their windows show is worth less. */
const TRUST_WHEN_SMALL = 0.5;

/**
 * How sure the lines of text stand upright rather than on their head (for lines that run down the page: read from the
 * right side rather than from the left): mean log-odds of windows, positive for upright. Absent with too few lines.
 *
 * @param scale pixels of `grey` in one of the picture that the lines were found in
 */
export function uprightOdds(grey: GreyRaster, layout: TextLayout, scale = 1): number | undefined {
  const windows = lineWindows(grey, layout, scale > 1 ? WINDOWS_LIVE : WINDOWS, scale);
  if (windows.length < MIN_WINDOWS) return undefined;
  const weights = foldedWeights();
  let sum = 0;
  for (const window of windows) sum += Math.max(-MAX_SAY, Math.min(MAX_SAY, oddsOf(window, weights)));
  return (sum / windows.length) * (scale > 1 ? TRUST_WHEN_SMALL : 1);
}

const HALF = (WINDOW_SIDE * WINDOW_SIDE) / 2;

/**
 * What the model says of a window, less what it says of the window on its head. Turning a window round keeps the sums of
 * opposite pixels and reverses their differences, so that both answers come from one pass over half of it.
 */
function oddsOf(window: Float32Array, { even, odd }: FoldedWeights): number {
  const { hidden, bias, out } = UPRIGHT_MODEL;
  const sums = new Float64Array(HALF);
  const differences = new Float64Array(HALF);
  for (let k = 0; k < HALF; k++) {
    const opposite = window[2 * HALF - 1 - k] as number;
    sums[k] = (window[k] as number) + opposite;
    differences[k] = (window[k] as number) - opposite;
  }
  let odds = 0;
  for (let unit = 0, at = 0; unit < hidden; unit++) {
    let kept = bias[unit] as number;
    let reversed = 0;
    for (let k = 0; k < HALF; k++, at++) {
      kept += (even[at] as number) * (sums[k] as number);
      reversed += (odd[at] as number) * (differences[k] as number);
    }
    odds += (out[unit] as number) * (Math.tanh(kept + reversed) - Math.tanh(kept - reversed));
  }
  return odds;
}

/** For each hidden unit and pair of opposite pixels, half the sum and half the difference of their weights. */
interface FoldedWeights {
  readonly even: Float64Array;
  readonly odd: Float64Array;
}

let folded: FoldedWeights | undefined;

/** Decoded once: the same constant for everybody. */
function foldedWeights(): FoldedWeights {
  folded ??= fold(
    Float64Array.from(atob(UPRIGHT_MODEL.weights), (character) => {
      const byte = character.charCodeAt(0);
      return (byte > 127 ? byte - 256 : byte) * UPRIGHT_MODEL.scale;
    }),
  );
  return folded;
}

function fold(weights: Float64Array): FoldedWeights {
  const [even, odd] = [new Float64Array(weights.length / 2), new Float64Array(weights.length / 2)];
  for (let k = 0; k < even.length; k++) {
    const unit = Math.floor(k / HALF) * 2 * HALF;
    const a = weights[unit + (k % HALF)] as number;
    const b = weights[unit + 2 * HALF - 1 - (k % HALF)] as number;
    even[k] = (a + b) / 2;
    odd[k] = (a - b) / 2;
  }
  return { even, odd };
}
