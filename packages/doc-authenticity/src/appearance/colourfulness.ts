import type { Raster } from '@dossierkit/doc-raster';

/** Darker pixels have no colour worth the name. */
const DARKEST = 40;

/**
 * How much the hues of a picture differ: the spread of red and of green within the sum of all three. The light of a lamp tints
 * everything alike and does not count; a photocopy has next to none.
 *
 * @returns `undefined` for a picture of one channel
 */
export function colourfulness({ data, channels, widthPx, heightPx }: Raster): number | undefined {
  if (channels === 1) return undefined;
  const [red, green] = [new Moments(), new Moments()];
  for (let at = 0; at < widthPx * heightPx * channels; at += channels) {
    const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    const sum = r + g + b;
    if (sum < DARKEST * 3) continue;
    red.add(r / sum);
    green.add(g / sum);
  }
  return Math.hypot(red.spread, green.spread);
}

class Moments {
  #count = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#count++;
    this.#sum += value;
    this.#squares += value * value;
  }

  /** The standard deviation. */
  get spread(): number {
    if (this.#count === 0) return 0;
    const mean = this.#sum / this.#count;
    return Math.sqrt(Math.max(0, this.#squares / this.#count - mean * mean));
  }
}
