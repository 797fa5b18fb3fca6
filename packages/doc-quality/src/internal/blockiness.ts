import type { GreyRaster } from '@dossierkit/doc-raster';

/** JPEG, and the video codecs of phones, work in blocks of 8 × 8 pixels of the original. */
const BLOCK_PX = 8;
/** Reduced further, borders and insides of blocks fall into the same pixels. */
const MAX_SCALE = 2.6;
/** One pixel in so many is looked at in each direction; a sample says enough, but of a large page only a large one. */
const SAMPLE_EVERY = 22;
const MIN_SAMPLE_PX = 40_000;
/** Smaller differences are flat ground, larger ones print. */
const MIN_CHANGE = 2;
const MAX_CHANGE = 60;
/** A step counts up to this many grey values, so that a few high ones do not decide. */
const STEP_CAP = 24;
/** So many places say enough; fewer, and the lines of a drawing may lie on the grid by chance. */
const MIN_PLACES = 1300;

/**
 * How high the steps are, in grey values, that the brightness makes at the borders of compression blocks over what it makes
 * elsewhere, along rows or along columns, whichever is lower: chance favours one of them. Absent where the picture was reduced too far to tell.
 *
 * A step is what the difference between two pixels exceeds those before and after it by. It is averaged by its place within
 * the blocks, where something is there but no print; the place of the borders is held against the others' second highest.
 */
export function measureBlockiness(grey: GreyRaster, scale: number): number | undefined {
  const { widthPx, heightPx } = grey;
  if (scale > MAX_SCALE || Math.min(widthPx, heightPx) < 4 * BLOCK_PX) return undefined;
  const excesses = [
    borderExcess(grey, { length: widthPx, stride: 1, lines: heightPx, lineStride: widthPx }, scale),
    borderExcess(grey, { length: heightPx, stride: widthPx, lines: widthPx, lineStride: 1 }, scale),
  ];
  return Math.max(0, Math.min(...excesses.map((excess) => excess ?? 0)));
}

/** How a picture is walked through: pixels along a line, and the lines. */
interface Walk {
  readonly length: number;
  readonly stride: number;
  readonly lines: number;
  readonly lineStride: number;
}

function borderExcess({ data }: GreyRaster, walk: Walk, scale: number): number | undefined {
  const { length, stride, lines, lineStride } = walk;
  // Of twice the excess, so that all is whole numbers.
  const sums = new Int32Array(BLOCK_PX);
  const counts = new Int32Array(BLOCK_PX);
  const places = Uint8Array.from({ length }, (_, k) => Math.round((k - 1) * scale) % BLOCK_PX);
  const every = Math.max(1, Math.ceil(Math.min(SAMPLE_EVERY, (length * lines) / MIN_SAMPLE_PX)));
  for (let line = every >> 1; line < lines; line += every) {
    let at = line * lineStride;
    let value = data[at + 2 * stride] as number;
    let before = Math.abs((data[at + stride] as number) - (data[at] as number));
    let step = Math.abs(value - (data[at + stride] as number));
    at += 3 * stride;
    for (let k = 3; k < length; k++, at += stride) {
      const next = data[at] as number;
      const after = next > value ? next - value : value - next;
      value = next;
      const most = before > step ? (before > after ? before : after) : step > after ? step : after;
      if (most >= MIN_CHANGE && most <= MAX_CHANGE) {
        const place = places[k] as number;
        const excess = 2 * step - before - after;
        counts[place] = (counts[place] as number) + 1;
        if (excess > 0)
          sums[place] = (sums[place] as number) + (excess > 2 * STEP_CAP ? 2 * STEP_CAP : excess);
      }
      before = step;
      step = after;
    }
  }
  if (counts.reduce((sum, count) => sum + count, 0) < MIN_PLACES) return undefined;
  const [borders = 0, ...others] = Array.from(
    sums,
    (sum, place) => sum / 2 / Math.max(1, counts[place] as number),
  );
  return borders - (others.sort((a, b) => b - a)[1] as number);
}
