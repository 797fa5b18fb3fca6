import { type Defect, findDefect, strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import { applyHomography } from './homography.js';
import { smoothstep } from './noise.js';
import type { Medium, PageSize, View } from './view.js';

/** How much light falls on each spot of the picture, on a coarse grid: light is smooth. */
export interface Light {
  readonly columns: number;
  readonly rows: number;
  readonly data: Float32Array;
  /** The colour of the lamp. */
  readonly tint: readonly [number, number, number];
}

const COLUMNS = 48;

export function createLight(
  random: Random,
  view: View,
  page: PageSize,
  medium: Medium,
  defects: readonly Defect[],
): Light {
  const rows = Math.max(2, Math.round((COLUMNS * view.heightPx) / view.widthPx));
  const data = new Float32Array(COLUMNS * rows);
  const at = lightAt(random, page, medium, defects);
  const vignette = medium === 'photo' ? random.between(0.03, 0.14) : 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const [x, y] = [column / (COLUMNS - 1), row / (rows - 1)];
      const [u, v] = applyHomography(view.toPage, [x * view.widthPx, y * view.heightPx]);
      const corner = ((x - 0.5) ** 2 + (y - 0.5) ** 2) * 2;
      data[row * COLUMNS + column] = at(u / page.widthMm, v / page.heightMm) * (1 - vignette * corner);
    }
  }
  const warmth = medium === 'photo' ? random.between(-0.05, 0.07) : 0;
  return { columns: COLUMNS, rows, data, tint: [1 + warmth, 1, 1 - warmth * 1.3] };
}

/** Light in fractions of the page, which reaches beyond its edges. */
function lightAt(
  random: Random,
  page: PageSize,
  medium: Medium,
  defects: readonly Defect[],
): (u: number, v: number) => number {
  const own = random.fork('light');
  const angle = own.between(0, 2 * Math.PI);
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const uneven = strengthOf(defects, 'uneven-light');
  const fall = Math.max(medium === 'photo' ? own.between(0.03, 0.16) : own.between(0, 0.02), 0.8 * uneven);
  const level = medium === 'photo' ? own.between(0.86, 0.97) : own.between(0.96, 1);
  const shadow = shadowAt(random.fork('shadow'), page, defects);
  return (u, v) => {
    const across = Math.min(1, Math.max(0, 0.5 + ((u - 0.5) * dx + (v - 0.5) * dy) * 0.85));
    return level * (1 - fall * across) * shadow(u, v);
  };
}

/** The shadow of a hand or a phone: everything beyond a soft bent edge. */
function shadowAt(
  random: Random,
  page: PageSize,
  defects: readonly Defect[],
): (u: number, v: number) => number {
  const strength = strengthOf(defects, 'shadow');
  if (strength === 0) return () => 1;
  const angle = random.between(0, 2 * Math.PI);
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const middle = findDefect(defects, 'shadow')?.at ?? { x: 0.5 + dx * 0.22, y: 0.5 + dy * 0.22 };
  const aspect = page.heightMm / page.widthMm;
  const soft = random.between(0.05, 0.12);
  const bend = random.between(-0.8, 0.8);
  return (u, v) => {
    const [x, y] = [u - middle.x, (v - middle.y) * aspect];
    const along = -x * dy + y * dx;
    const across = x * dx + y * dy + bend * along * along + 0.14;
    return 1 - 0.75 * strength * smoothstep(-soft, soft, across);
  };
}
