import type { Random } from '../random.js';
import { n } from './paths.js';
import type { PathStyle, Sheet } from './sheet.js';

/** Fine interlaced curves over an area, as on security paper. */
export function guilloche(
  sheet: Sheet,
  random: Random,
  area: Area,
  colors: readonly string[],
  opacity = 0.5,
): void {
  for (const color of colors) {
    const lines = random.int(14, 26);
    const waves = random.between(1.5, 4);
    const swing = area.height * random.between(0.05, 0.22);
    const drift = random.between(0.15, 0.6);
    const phase = random.between(0, 6);
    for (let at = 0; at < lines; at++) {
      const middle = area.y + (area.height * (at + 0.5)) / lines;
      const points = curve(
        area,
        (t) =>
          middle + swing * Math.sin(waves * t * 6.28 + phase + at * drift) * Math.sin(t * 3.14 + at * 0.1),
      );
      sheet.path(clipped(points, area), { stroke: color, lineWidth: random.between(0.06, 0.14), opacity });
    }
  }
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function curve(area: Area, yAt: (t: number) => number): [number, number][] {
  const steps = Math.ceil(area.width / 1.2);
  return Array.from({ length: steps + 1 }, (_, at) => [area.x + (area.width * at) / steps, yAt(at / steps)]);
}

/** Leaves out what lies above or below the area. */
function clipped(points: readonly (readonly [number, number])[], area: Area): string {
  let d = '';
  let pen = false;
  for (const [x, y] of points) {
    const inside = y >= area.y && y <= area.y + area.height;
    if (inside) d += `${pen ? 'L' : 'M'}${n(x)} ${n(y)}`;
    pen = inside;
  }
  return d === '' ? `M${n(area.x)} ${n(area.y)}` : d;
}

/** A rosette: one closed curve that winds around a middle many times. */
export function rosette(
  sheet: Sheet,
  random: Random,
  x: number,
  y: number,
  radius: number,
  style: PathStyle,
): void {
  const [inner, turns] = [random.between(0.25, 0.5), random.pick([7, 9, 11, 13, 17])];
  const steps = 260;
  let d = '';
  for (let at = 0; at <= steps; at++) {
    const t = (at / steps) * 2 * Math.PI;
    const r = radius * (1 - inner + inner * Math.cos(turns * t));
    d += `${at === 0 ? 'M' : 'L'}${n(x + r * Math.cos(t * 3))} ${n(y + r * Math.sin(t * 3))}`;
  }
  sheet.path(d, style);
}
