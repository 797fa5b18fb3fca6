import { strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import type { Scene } from './compose.js';
import type { Overlay } from './overlays.js';

/** Dots of one colour fill this much of a third of a screen's pixel; the rest is black. */
const DOT = 0.8;
/** Rows are parted by a black line. */
const ROW = 0.84;
/** How much of its own width a pixel of the camera gathers light from, for one colour: less, where a filter lies over it. */
const APERTURE = 0.75;

/**
 * The page as a screen shows it: every camera pixel gathers the light of the red, green and blue dots that it happens to
 * cover. Where the two grids beat against each other, moiré arises by itself.
 */
export function screen(random: Random, { view, size, defects }: Scene): Overlay | undefined {
  const strength = strengthOf(defects, 'screen');
  if (strength === 0) return undefined;
  const [topLeft, topRight] = view.corners;
  const pxPerMm = Math.hypot(topRight[0] - topLeft[0], topRight[1] - topLeft[1]) / size.widthMm;
  // Phones and laptops, seen from near: one to a little over two pixels of the camera for one of the screen.
  const pitchMm = random.between(1.1, 2.3) / pxPerMm;
  const gatherMm = APERTURE / pxPerMm;
  const [offsetX, offsetY] = [random.next() * pitchMm, random.next() * pitchMm];
  return (_x, _y, pageX, pageY, color) => {
    const row = lit((pageY + offsetY) / pitchMm, gatherMm / pitchMm, ROW);
    for (let channel = 0; channel < 3; channel++) {
      const place = (pageX + offsetX) / pitchMm - channel / 3;
      const dots = row * lit(place, gatherMm / pitchMm, DOT / 3);
      const value = color[channel] as number;
      color[channel] = Math.min(255, value + (value * dots - value) * strength);
    }
    // The backlight is bluer than daylight.
    color[2] = Math.min(255, (color[2] as number) * (1 + 0.07 * strength));
  };
}

/** The mean light of a row of dots, each `on` wide with 1 between their beginnings, over a stretch; 1 on average. */
function lit(at: number, width: number, on: number): number {
  const until = (x: number): number => Math.floor(x) * on + Math.min(on, x - Math.floor(x));
  return (until(at + width / 2) - until(at - width / 2)) / (width * on);
}
