import type { Random } from '../random.js';
import { rectPath } from './paths.js';
import type { Sheet } from './sheet.js';

/** A square of modules that looks like a two-dimensional code and holds nothing. */
export function codeSquare(sheet: Sheet, random: Random, x: number, y: number, size: number): void {
  const modules = 24;
  const step = size / modules;
  let d = '';
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      const border = column === 0 || row === modules - 1;
      const clock = (row === 0 && column % 2 === 0) || (column === modules - 1 && row % 2 === 1);
      const inner = row > 0 && column < modules - 1 && !border && random.chance(0.48);
      if (border || clock || inner) d += rectPath(x + column * step, y + row * step, step, step);
    }
  }
  sheet.path(d, { fill: '#111111' });
}

/** Bars that look like a linear code and hold nothing. */
export function codeBars(
  sheet: Sheet,
  random: Random,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  let at = x;
  let d = '';
  while (at < x + width - 1) {
    const bar = random.pick([0.25, 0.25, 0.5, 0.75]);
    d += rectPath(at, y, bar, height);
    at += bar + random.pick([0.25, 0.5, 0.5]);
  }
  sheet.path(d, { fill: '#111111' });
}
