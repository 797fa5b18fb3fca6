import { type Defect, strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import type { RgbRaster } from '../rasterise.js';
import { clamp } from './backdrop.js';
import type { Medium } from './view.js';

/** What the sensor makes of the light, in place: exposure, contrast, colour, noise. */
export function applySensor(
  random: Random,
  raster: RgbRaster,
  medium: Medium,
  defects: readonly Defect[],
): void {
  const tone = toneTable(random.fork('tone'), medium, defects);
  const base = medium === 'photo' ? random.between(1.2, 2.6) : random.between(0.4, 1.2);
  const sigma = base + 40 * strengthOf(defects, 'noise');
  const grey = strengthOf(defects, 'black-and-white') > 0;
  if (grey) removeColor(raster.data);
  addNoise(random.fork('noise'), raster, tone, sigma, grey);
}

/** One table for exposure and contrast. */
function toneTable(random: Random, medium: Medium, defects: readonly Defect[]): Float32Array {
  const exposure = (1 - 0.9 * strengthOf(defects, 'dark')) * (1 + 2 * strengthOf(defects, 'bright'));
  const contrast = 1 - 0.9 * strengthOf(defects, 'low-contrast');
  const black = medium === 'photo' ? random.between(2, 14) : random.between(0, 8);
  const middle = 165;
  return Float32Array.from({ length: 256 }, (_, value) => {
    const lit = clamp((black + (value * (255 - black)) / 255) * exposure);
    return middle + (lit - middle) * contrast - (1 - contrast) * 10 * (exposure < 1 ? 1 : 0);
  }).map(clamp);
}

function removeColor(data: Uint8Array): void {
  for (let at = 0; at < data.length; at += 3) {
    const luma =
      0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
    data.fill(luma, at, at + 3);
  }
}

/** Bell-shaped noise out of a table: the brighter, the more, as photons arrive. */
function addNoise(
  random: Random,
  { data }: RgbRaster,
  tone: Float32Array,
  sigma: number,
  grey: boolean,
): void {
  const table = Float32Array.from({ length: 8192 }, () => random.normal() * sigma);
  const gain = Float32Array.from(tone, (value) => 0.55 + value / 560);
  const [shared, single] = grey ? [1, 0] : [0.75, 0.5];
  let state = random.int(1, 2 ** 31 - 1);
  for (let at = 0; at < data.length; at += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const common = (table[(state >>> 19) & 8191] as number) * shared;
    for (let channel = 0; channel < 3; channel++) {
      const value = data[at + channel] as number;
      const own = (table[((state >>> 8) + channel * 2731) & 8191] as number) * single;
      data[at + channel] = clamp((tone[value] as number) + (common + own) * (gain[value] as number) + 0.5);
    }
  }
}
