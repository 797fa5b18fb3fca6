import type { Random } from '../random.js';
import { ellipsePath, n, rectPath } from './paths.js';
import type { Area } from './security-print.js';
import type { Sheet } from './sheet.js';

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
