import type { GreyRaster } from '@dossierkit/doc-raster';
import { UPRIGHT_MODEL } from '../generated/upright-model.js';
import { lineWindows, WINDOW_SIDE } from './line-windows.js';
import type { TextLayout } from './text-lines.js';

/** Enough to be sure, few enough for a live picture. */
const WINDOWS = 140;
const MIN_WINDOWS = 12;
/** One window says at most this much: letters that look alike on their head lie convincingly. */
const MAX_SAY = 2.5;

/**
 * How sure the lines of text stand upright rather than on their head (for lines that run down the page: read from the
 * right side rather than from the left): mean log-odds of windows, positive for upright. Absent with too few lines.
 */
export function uprightOdds(grey: GreyRaster, layout: TextLayout): number | undefined {
  const windows = lineWindows(grey, layout, WINDOWS);
  if (windows.length < MIN_WINDOWS) return undefined;
  const weights = modelWeights();
  let sum = 0;
  for (const window of windows) sum += Math.max(-MAX_SAY, Math.min(MAX_SAY, oddsOf(window, weights)));
  return sum / windows.length;
}

const INPUTS = WINDOW_SIDE * WINDOW_SIDE;

function oddsOf(window: Float32Array, weights: Float32Array): number {
  const { hidden, bias, out } = UPRIGHT_MODEL;
  let odds = 0;
  for (let unit = 0; unit < hidden; unit++) {
    let up = bias[unit] as number;
    let down = up;
    for (let k = 0, at = unit * INPUTS; k < INPUTS; k++, at++) {
      const weight = weights[at] as number;
      up += weight * (window[k] as number);
      down += weight * (window[INPUTS - 1 - k] as number);
    }
    odds += (out[unit] as number) * (Math.tanh(up) - Math.tanh(down));
  }
  return odds;
}

let decoded: Float32Array | undefined;

/** Decoded once: the same constant for everybody. */
function modelWeights(): Float32Array {
  decoded ??= Float32Array.from(atob(UPRIGHT_MODEL.weights), (character) => {
    const byte = character.charCodeAt(0);
    return (byte > 127 ? byte - 256 : byte) * UPRIGHT_MODEL.scale;
  });
  return decoded;
}
