import type { Random } from '../random.js';
import { ellipsePath, n, type PathStyle, rectPath, type Sheet } from './sheet.js';

export const ACCENTS: readonly string[] = [
  '#1f3a6e',
  '#0b5d8a',
  '#7a1f2b',
  '#2d6a4f',
  '#5a3d8a',
  '#b3541e',
  '#00695c',
  '#8a6d1d',
  '#374151',
  '#a4133c',
  '#0f766e',
];

/** The mark that every specimen carries: across the page, pale enough to read through. */
export function markSpecimen(sheet: Sheet, random: Random, strong = false): void {
  const { width, height } = sheet;
  const size = Math.min(width, height) * (strong ? 0.55 : 0.42);
  const angle = -random.between(18, 34);
  const opacity = strong ? 0.2 : random.between(0.06, 0.11);
  const color = random.pick(['#b00020', '#555555', '#1f3a6e']);
  sheet.text(width * 0.16, height * random.between(0.62, 0.7), 'SPECIMEN', {
    font: 'open-sans',
    bold: true,
    size,
    color,
    opacity,
    angle,
    tracking: size * 0.01,
    decoration: true,
    maxWidth: Math.min(width * 0.8, height * 1.6),
  });
}

/** A small boxed "SPECIMEN", as offices stamp it. */
export function stampSpecimen(sheet: Sheet, random: Random, x: number, y: number): void {
  const color = random.pick(['#b00020', '#1d4e89']);
  sheet.rect(x, y, 27, 7, { stroke: color, lineWidth: 0.5, opacity: 0.7, radius: 1 });
  sheet.text(x + 13.5, y + 5.1, 'SPECIMEN', {
    font: 'open-sans',
    bold: true,
    size: 12,
    color,
    align: 'center',
    opacity: 0.7,
    decoration: true,
  });
}

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

/** A portrait that is clearly drawn: nobody's face. */
export function portrait(sheet: Sheet, random: Random, area: Area, grey: boolean, sex: 'F' | 'M'): void {
  const { x, y, width: w, height: h } = area;
  const skin = random.pick(
    grey
      ? ['#b9b9b9', '#9c9c9c', '#cfcfcf', '#7f7f7f']
      : ['#e8b998', '#c98d63', '#8d5a3b', '#f1cdb4', '#5f3a26'],
  );
  const hair = random.pick(
    grey
      ? ['#2c2c2c', '#555555', '#8a8a8a']
      : ['#2b1d14', '#5b3a1e', '#a8773b', '#7d7d7d', '#151515', '#8c3b1b'],
  );
  const cloth = random.pick(
    grey ? ['#3a3a3a', '#6b6b6b'] : ['#27364d', '#4a2d3d', '#31493c', '#6d6d72', '#7a4a2b'],
  );
  const [cx, cy] = [x + w / 2, y + h * 0.44];
  const [rx, ry] = [w * random.between(0.23, 0.27), h * random.between(0.24, 0.28)];
  sheet.rect(x, y, w, h, { fill: grey ? '#e3e3e3' : random.pick(['#dfe6ea', '#e9e5dc', '#d9dfd6']) });
  if (sex === 'F' || random.chance(0.15))
    sheet.path(rectPath(cx - rx * 1.28, cy - ry * 1.1, rx * 2.56, ry * 2.4, rx * 1.2), { fill: hair });
  sheet.path(shoulders(area, cx, random.between(0.4, 0.47)), { fill: cloth });
  sheet.rect(cx - rx * 0.42, cy + ry * 0.7, rx * 0.84, h * 0.2, { fill: skin, radius: rx * 0.3 });
  sheet.path(ellipsePath(cx - rx * 1.02, cy + ry * 0.05, rx * 0.14, ry * 0.18), { fill: skin });
  sheet.path(ellipsePath(cx + rx * 1.02, cy + ry * 0.05, rx * 0.14, ry * 0.18), { fill: skin });
  sheet.path(ellipsePath(cx, cy, rx, ry), { fill: skin });
  sheet.path(hairline(cx, cy, rx, ry, random.between(0.25, 0.6)), { fill: hair });
  face(sheet, random, cx, cy, rx, ry, hair);
  sheet.path(ellipsePath(cx + rx * 0.45, cy + ry * 0.1, rx * 0.5, ry * 0.8), {
    fill: '#000000',
    opacity: 0.06,
  });
  sheet.path(ellipsePath(cx - rx * 0.35, cy - ry * 0.1, rx * 0.4, ry * 0.6), {
    fill: '#ffffff',
    opacity: 0.08,
  });
}

function face(
  sheet: Sheet,
  random: Random,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  hair: string,
): void {
  const eyeY = cy - ry * 0.05;
  for (const side of [-1, 1]) {
    const ex = cx + side * rx * 0.42;
    sheet.path(ellipsePath(ex, eyeY, rx * 0.17, ry * 0.07), { fill: '#fafafa' });
    sheet.path(ellipsePath(ex, eyeY, rx * 0.075, ry * 0.065), { fill: '#2a2a2a' });
    sheet.path(
      `M${n(ex - rx * 0.22)} ${n(eyeY - ry * 0.17)}C${n(ex - rx * 0.1)} ${n(eyeY - ry * 0.25)} ${n(ex + rx * 0.1)} ${n(eyeY - ry * 0.25)} ${n(ex + rx * 0.22)} ${n(eyeY - ry * 0.17)}`,
      { stroke: hair, lineWidth: rx * 0.09 },
    );
  }
  const noseY = cy + ry * 0.32;
  sheet.path(
    `M${n(cx - rx * 0.04)} ${n(eyeY)}L${n(cx - rx * 0.13)} ${n(noseY)}L${n(cx + rx * 0.1)} ${n(noseY)}`,
    { stroke: '#000000', lineWidth: rx * 0.045, opacity: 0.35 },
  );
  const mouthY = cy + ry * 0.58;
  const smile = random.between(-0.02, 0.06) * ry;
  sheet.path(
    `M${n(cx - rx * 0.3)} ${n(mouthY)}C${n(cx - rx * 0.1)} ${n(mouthY + smile)} ${n(cx + rx * 0.1)} ${n(mouthY + smile)} ${n(cx + rx * 0.3)} ${n(mouthY)}`,
    { stroke: '#8a4a46', lineWidth: rx * 0.1, opacity: 0.8 },
  );
  if (random.chance(0.2)) {
    for (const side of [-1, 1])
      sheet.path(ellipsePath(cx + side * rx * 0.42, eyeY, rx * 0.3, ry * 0.17), {
        stroke: '#222222',
        lineWidth: rx * 0.05,
      });
  }
}

function shoulders({ y, height: h, width: w }: Area, cx: number, reach: number): string {
  const [bottom, neck] = [y + h, y + h * 0.74];
  const half = w * reach;
  return (
    `M${n(cx - half)} ${n(bottom)}C${n(cx - half)} ${n(neck + h * 0.08)} ${n(cx - w * 0.2)} ${n(neck + h * 0.06)} ${n(cx - w * 0.1)} ${n(neck)}` +
    `L${n(cx + w * 0.1)} ${n(neck)}C${n(cx + w * 0.2)} ${n(neck + h * 0.06)} ${n(cx + half)} ${n(neck + h * 0.08)} ${n(cx + half)} ${n(bottom)}Z`
  );
}

function hairline(cx: number, cy: number, rx: number, ry: number, part: number): string {
  const [left, right, top] = [cx - rx * 1.06, cx + rx * 1.06, cy - ry * 1.14];
  const brow = cy - ry * 0.42;
  return (
    `M${n(left)} ${n(cy - ry * 0.1)}C${n(left - rx * 0.1)} ${n(top)} ${n(right + rx * 0.1)} ${n(top)} ${n(right)} ${n(cy - ry * 0.1)}` +
    `C${n(right - rx * 0.1)} ${n(brow)} ${n(cx + rx * part)} ${n(brow - ry * 0.2)} ${n(cx)} ${n(brow - ry * 0.12)}` +
    `C${n(cx - rx * part)} ${n(brow)} ${n(left + rx * 0.15)} ${n(brow)} ${n(left)} ${n(cy - ry * 0.1)}Z`
  );
}

/** A line of handwriting that says nothing. */
export function signature(
  sheet: Sheet,
  random: Random,
  x: number,
  y: number,
  name: string,
  width = 32,
): void {
  const color = random.pick(['#1b2a6b', '#111111', '#26337a']);
  const size = random.between(15, 20);
  sheet.text(x, y, name, {
    font: 'caveat',
    size,
    color,
    angle: random.between(-9, 2),
    maxWidth: width,
    decoration: true,
  });
  sheet.path(
    `M${n(x)} ${n(y + 1.5)}C${n(x + width * 0.3)} ${n(y + random.between(0, 3))} ${n(x + width * 0.7)} ${n(y - 1)} ${n(x + width)} ${n(y + random.between(0, 2))}`,
    { stroke: color, lineWidth: 0.3 },
  );
}

/** A sign for a company that does not exist. */
export function logo(sheet: Sheet, random: Random, x: number, y: number, size: number, color: string): void {
  const other = random.pick(ACCENTS);
  const kind = random.int(0, 5);
  if (kind === 0) {
    sheet.path(ellipsePath(x + size / 2, y + size / 2, size / 2, size / 2), { fill: color });
    sheet.path(ellipsePath(x + size * 0.62, y + size * 0.38, size * 0.24, size * 0.24), { fill: '#ffffff' });
  } else if (kind === 1) {
    for (let at = 0; at < 4; at++)
      sheet.rect(x + at * size * 0.26, y + size * (0.6 - at * 0.2), size * 0.2, size * (0.4 + at * 0.2), {
        fill: at % 2 ? other : color,
      });
  } else if (kind === 2) {
    sheet.path(hexagon(x + size / 2, y + size / 2, size / 2), { fill: color });
    sheet.path(hexagon(x + size / 2, y + size / 2, size / 4), { fill: '#ffffff' });
  } else if (kind === 3) {
    sheet.path(
      `M${n(x)} ${n(y + size)}C${n(x)} ${n(y)} ${n(x + size)} ${n(y)} ${n(x + size)} ${n(y)}C${n(x + size)} ${n(y + size)} ${n(x)} ${n(y + size)} ${n(x)} ${n(y + size)}Z`,
      { fill: color },
    );
    sheet.line(x, y + size, x + size * 0.7, y + size * 0.3, { stroke: '#ffffff', lineWidth: size * 0.05 });
  } else if (kind === 4) {
    sheet.path(
      `M${n(x + size * 0.6)} ${n(y)}L${n(x)} ${n(y + size * 0.6)}L${n(x + size * 0.45)} ${n(y + size * 0.6)}L${n(x + size * 0.35)} ${n(y + size)}L${n(x + size)} ${n(y + size * 0.38)}L${n(x + size * 0.55)} ${n(y + size * 0.38)}Z`,
      { fill: color },
    );
  } else {
    sheet.rect(x, y, size, size, { fill: color, radius: size * 0.2 });
    sheet.rect(x + size * 0.25, y + size * 0.25, size * 0.5, size * 0.5, {
      fill: other,
      radius: size * 0.12,
    });
  }
}

function hexagon(cx: number, cy: number, r: number): string {
  const corner = (at: number): string =>
    `${n(cx + r * Math.cos((at * Math.PI) / 3))} ${n(cy + r * Math.sin((at * Math.PI) / 3))}`;
  return `M${[0, 1, 2, 3, 4, 5].map(corner).join('L')}Z`;
}

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
