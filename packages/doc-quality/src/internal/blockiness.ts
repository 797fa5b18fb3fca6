import type { Raster } from '@dossierkit/doc-raster';

/** JPEG, and the video codecs of phones, work in blocks of 8 × 8 pixels of the original. */
const BLOCK_PX = 8;
/** Beyond this reduction blocks are too small to be seen. */
const MAX_SCALE = 3.6;
/** Below this reduction every block border still shows, also those of light compression, of which averaging leaves half. */
const FULL_SIZE = 1.25;
const FULL_SIZE_FACTOR = 0.5;
/** Pixels looked at in each direction: a sample says enough. */
const SAMPLE_PX = 120_000;

/**
 * How much of the fine structure of a picture lies exactly on the borders of compression blocks: 0 none, 1 all. Absent
 * where the picture was reduced too far to tell.
 *
 * Small steps that rise from flat ground are counted by column (by row), and the counts compared with a comb of the blocks'
 * period. Print does not keep to that period.
 */
export function measureBlockiness(raster: Raster, scale: number): number | undefined {
  const { widthPx, heightPx } = raster;
  if (scale > MAX_SCALE || widthPx < 4 * BLOCK_PX || heightPx < 4 * BLOCK_PX) return undefined;
  const frequency = scale / BLOCK_PX;
  const row = widthPx * raster.channels;
  const across = combShare(lonelySteps(raster, widthPx, raster.channels, heightPx, row), frequency);
  const down = combShare(lonelySteps(raster, heightPx, row, widthPx, raster.channels), frequency);
  return ((across + down) / 2) * (scale < FULL_SIZE ? FULL_SIZE_FACTOR : 1);
}

/** Smaller steps are shades, larger ones print. */
const MIN_STEP = 2;
const MAX_STEP = 14;
/** How many neighbours on one side must not change for a step to stand alone. */
const FLAT_RUN = 3;

/** For each place along one axis, how many small steps with flat ground on one side there are, over a sample of lines. */
function lonelySteps(
  { data, channels }: Raster,
  length: number,
  stride: number,
  lines: number,
  lineStride: number,
): Uint32Array {
  const steps = new Uint32Array(length - 1);
  const every = Math.max(1, Math.ceil((length * lines) / SAMPLE_PX));
  for (let line = every >> 1; line < lines; line += every) {
    // Green stands for brightness; it is nearly all of it.
    let at = line * lineStride + (channels === 1 ? 0 : 1);
    let value = data[at] as number;
    let flat = 0;
    let waiting = -1; // a step that still needs flat ground behind it
    for (let k = 0; k < length - 1; k++) {
      at += stride;
      const next = data[at] as number;
      const step = next > value ? next - value : value - next;
      value = next;
      if (step < MIN_STEP) {
        flat++;
        if (flat === FLAT_RUN && waiting >= 0) {
          steps[waiting] = (steps[waiting] as number) + 1;
          waiting = -1;
        }
        continue;
      }
      const small = step <= MAX_STEP;
      if (small && flat >= FLAT_RUN) steps[k] = (steps[k] as number) + 1;
      waiting = small && flat < FLAT_RUN ? k : -1;
      flat = 0;
    }
  }
  return steps;
}

/** The share of the sums that a comb of this frequency, with its teeth on the block borders, accounts for. */
function combShare(steps: Uint32Array, frequency: number): number {
  let total = 0;
  for (const step of steps) total += step;
  if (total < steps.length / 16) return 0;
  let share = 0;
  let teeth = 0;
  for (let harmonic = 1; harmonic * frequency <= 0.5; harmonic++) {
    const weight = harmonic * frequency > 0.499 ? 0.5 : 1;
    const turn = 2 * Math.PI * harmonic * frequency;
    let sum = 0;
    for (let k = 0; k < steps.length; k++) sum += (steps[k] as number) * Math.cos(turn * (k + 1));
    share += (weight * sum) / total;
    teeth += weight;
  }
  return Math.max(0, share / teeth);
}
