import type { GreyRaster } from '@dossierkit/doc-raster';
import type { JpegLuma } from '../../internal/jpeg/read-coefficients.js';
import { forwardDct, ZIGZAG } from '../../internal/pixels/dct.js';
import { type CompressionHistory, compressionHistory } from './double-quantisation.js';

/** Blocks that are looked at to find where the grid of an earlier compression lay. */
const SAMPLED_BLOCKS = 700;
const NONE: CompressionHistory = { twice: false, frequencies: 0, foreign: [] };

/**
 * The same for a picture that is no JPEG any more: its pixels still lie on the steps of the compression that it went through, but
 * for what was put in. The grid may lie anywhere, since pictures are cut.
 */
export function earlierCompression(grey: GreyRaster): CompressionHistory {
  let best: { x: number; y: number; gain: number } | undefined;
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) {
      const { gain = 0 } = compressionHistory(coefficientsAt(grey, x, y, SAMPLED_BLOCKS), { onlyGain: true });
      if (gain > 0 && (!best || gain > best.gain)) best = { x, y, gain };
    }
  if (!best) return NONE;
  const { x, y } = best;
  const whole = coefficientsAt(grey, x, y);
  const history = compressionHistory(whole);
  const [across, down] = [whole.widthPx / grey.widthPx, whole.heightPx / grey.heightPx];
  return {
    ...history,
    foreign: history.foreign.map(({ box, surety }) => ({
      box: {
        x: x / grey.widthPx + box.x * across,
        y: y / grey.heightPx + box.y * down,
        width: box.width * across,
        height: box.height * down,
      },
      surety,
    })),
  };
}

/** The frequencies of the blocks of a grid that begins at (`x`, `y`), in steps of one; of all of them, or of the liveliest. */
function coefficientsAt(grey: GreyRaster, x: number, y: number, most = Number.POSITIVE_INFINITY): JpegLuma {
  const columns = Math.floor((grey.widthPx - x) / 8);
  const rows = Math.floor((grey.heightPx - y) / 8);
  const wanted = most >= columns * rows ? undefined : Math.ceil((columns * rows) / most);
  const count = wanted ? Math.ceil((columns * rows) / wanted) : columns * rows;
  const coefficients = new Int16Array(count * 64);
  const block = new Float32Array(64);
  for (let k = 0; k < count; k++) {
    const at = k * (wanted ?? 1);
    const from = (y + Math.floor(at / columns) * 8) * grey.widthPx + x + (at % columns) * 8;
    for (let row = 0; row < 8; row++)
      for (let column = 0; column < 8; column++)
        block[row * 8 + column] = (grey.data[from + row * grey.widthPx + column] as number) - 128;
    forwardDct(block);
    for (let frequency = 0; frequency < 64; frequency++)
      coefficients[k * 64 + frequency] = Math.round(block[ZIGZAG[frequency] as number] as number);
  }
  return {
    widthPx: columns * 8,
    heightPx: rows * 8,
    columns: wanted ? count : columns,
    rows: wanted ? 1 : rows,
    coefficients,
    quantisation: new Uint16Array(64).fill(1),
  };
}
