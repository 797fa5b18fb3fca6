import type { Random } from '../../random.js';
import type { RgbRaster } from '../rasterise.js';
import { bilinear } from './bilinear.js';
import { createNoise, layered } from './noise.js';
import type { Medium, PageSize } from './view.js';

/** Writes the colour of the page at a place in millimetres. */
export type Surface = (
  page: RgbRaster,
  pageX: number,
  pageY: number,
  pxPerMm: number,
  color: Float32Array,
) => void;

/** Paper is not flat: a letter was folded to fit its envelope, and some have been in a pocket. Cards stay flat. */
export function createSurface(random: Random, size: PageSize, medium: Medium, crumpled: number): Surface {
  const card = size.widthMm < 150;
  const folded = !card && medium === 'photo' && random.chance(0.5);
  const fold = folded ? createFolds(size, random.between(0.03, 0.07) + 0.1 * crumpled) : undefined;
  if (crumpled > 0) return crumpledSurface(random.fork('creases'), crumpled, fold);
  return (page, pageX, pageY, pxPerMm, color) => {
    bilinear(page, pageX * pxPerMm - 0.5, pageY * pxPerMm - 0.5, color);
    if (fold) darken(color, fold(pageY));
  };
}

/** The light on a page that was folded into three, by the distance from its top. */
function createFolds({ heightMm }: PageSize, depth: number): (pageY: number) => number {
  const steps = 8;
  const shades = new Float32Array(Math.ceil(heightMm * steps) + 2).fill(1);
  for (const fold of [heightMm / 3, (heightMm * 2) / 3]) {
    for (let at = 0; at < shades.length; at++) {
      const away = (at / steps - fold) / 3.2;
      const slope = depth * away * Math.exp(-away * away) * 1.6;
      shades[at] = (shades[at] as number) + slope - depth * 0.8 * Math.exp(-away * away * 60);
    }
  }
  return (pageY) => shades[Math.max(0, Math.min(shades.length - 1, (pageY * steps) | 0))] as number;
}

/** Ridges of noise: each moves what is printed by up to a millimetre and turns the paper to the light or away. */
function crumpledSurface(random: Random, strength: number, fold?: (pageY: number) => number): Surface {
  const noise = createNoise(random);
  const ridge = (x: number, y: number): number => 1 - Math.abs(layered(noise, x / 38, y / 38, 3));
  return (page, pageX, pageY, pxPerMm, color) => {
    const here = ridge(pageX, pageY);
    const slope = (ridge(pageX + 1.2, pageY + 0.8) - here) * 3;
    const shift = strength * 1.1 * here;
    bilinear(page, (pageX + shift) * pxPerMm - 0.5, (pageY + shift) * pxPerMm - 0.5, color);
    darken(color, (fold?.(pageY) ?? 1) + strength * Math.max(-0.45, Math.min(0.3, slope)));
  };
}

function darken(color: Float32Array, shade: number): void {
  for (let channel = 0; channel < 3; channel++)
    color[channel] = Math.min(255, (color[channel] as number) * shade);
}
