import type { Random } from '../../random.js';
import type { RgbRaster } from '../rasterise.js';
import { bilinear } from './compose.js';
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
  if (!folded && crumpled === 0) {
    return (page, pageX, pageY, pxPerMm, color) =>
      bilinear(page, pageX * pxPerMm - 0.5, pageY * pxPerMm - 0.5, color);
  }
  const folds = [size.heightMm / 3, (size.heightMm * 2) / 3];
  const depth = random.between(0.03, 0.07) + 0.1 * crumpled;
  const creases = createCreases(random.fork('creases'), crumpled);
  return (page, pageX, pageY, pxPerMm, color) => {
    const [shift, crease] = creases(pageX, pageY);
    bilinear(page, (pageX + shift) * pxPerMm - 0.5, (pageY + shift) * pxPerMm - 0.5, color);
    let shade = 1 + crease;
    if (folded) {
      for (const fold of folds) {
        const away = (pageY - fold) / 3.2;
        if (Math.abs(away) < 2)
          shade += depth * away * Math.exp(-away * away) * 1.6 - depth * 0.8 * Math.exp(-away * away * 60);
      }
    }
    for (let channel = 0; channel < 3; channel++)
      color[channel] = Math.min(255, (color[channel] as number) * shade);
  };
}

/** Ridges of noise: each moves what is printed by up to a millimetre and turns the paper to the light or away. */
function createCreases(
  random: Random,
  strength: number,
): (x: number, y: number) => [shift: number, shade: number] {
  if (strength === 0) return () => [0, 0];
  const noise = createNoise(random);
  const ridge = (x: number, y: number): number => 1 - Math.abs(layered(noise, x / 38, y / 38, 3));
  return (x, y) => {
    const here = ridge(x, y);
    const slope = (ridge(x + 1.2, y + 0.8) - here) * 3;
    return [strength * 1.1 * here, strength * Math.max(-0.45, Math.min(0.3, slope))];
  };
}
