import type { Random } from '../random.js';
import { ellipsePath, n } from './paths.js';
import type { Sheet } from './sheet.js';

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
  const opacity = strong ? 0.2 : random.between(0.045, 0.085);
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
