import {
  type GreyRaster,
  homographyFromQuads,
  type Quad,
  rotate90,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { addMark, blur, type Canvas, sharpen } from './damage.js';
import type { Random } from './random.js';
import type { Sharp } from './with-fonts.js';

/** Width of a glyph of OCR-B in em. */
const ADVANCE = 0.72;

/** What happened to the picture of a zone. */
export const DAMAGES = [
  'standard',
  'low-resolution',
  'blur',
  'motion',
  'noise',
  'jpeg',
  'glare',
  'scratches',
  'security-print',
  'black-and-white',
  'fat-ink',
  'faint-ink',
  'tilt',
  'rotated',
  'upside-down',
] as const;
export type Damage = (typeof DAMAGES)[number];

/** A card or page with this zone at its foot, photographed or scanned with one kind of damage. */
export async function drawZone(
  sharp: Sharp,
  lines: readonly string[],
  damage: Damage,
  random: Random,
): Promise<GreyRaster> {
  // A cell is 0.6 of the height of its line: 10 pixels of height are 7 of pitch.
  const pitch = damage === 'low-resolution' ? random.between(7, 10) : random.between(10, 16);
  const svg = cardOf(lines, pitch, damage, random);
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const flat: GreyRaster = {
    widthPx: info.width,
    heightPx: info.height,
    channels: 1,
    data: new Uint8Array(data),
  };
  const seen = photograph(flat, damage, random);
  const canvas: Canvas = { width: seen.widthPx, height: seen.heightPx, grey: new Float32Array(seen.data) };
  spoil(canvas, pitch, damage, random);
  const spoilt = damage === 'black-and-white' ? blackAndWhite(canvas) : canvas.grey;
  const quality = damage === 'jpeg' ? 18 + random.below(20) : 75 + random.below(20);
  const jpeg = await sharp(new Uint8ClampedArray(spoilt), {
    raw: { width: canvas.width, height: canvas.height, channels: 1 },
  })
    .jpeg({ quality })
    .toBuffer();
  const pixels = await sharp(jpeg).greyscale().raw().toBuffer();
  const raster: GreyRaster = { ...seen, data: new Uint8Array(pixels) };
  return damage === 'upside-down' ? rotate90(raster, 2) : raster;
}

/** The card as it was printed, in the size in which it will be seen. */
function cardOf(lines: readonly string[], pitch: number, damage: Damage, random: Random): string {
  const cells = Math.max(...lines.map((line) => line.length));
  const width = Math.round((cells + 5) * pitch);
  const spacing = pitch * random.between(1.65, 2.5);
  const top = pitch * random.between(3, 7);
  const height = Math.round(top + spacing * lines.length + pitch * 1.5);
  const paper = Math.round(random.between(185, 250));
  const ink = damage === 'faint-ink' ? Math.round(paper * random.between(0.45, 0.65)) : random.below(50);
  const fat = damage === 'fat-ink' ? pitch * random.between(0.06, 0.12) : pitch * random.between(0, 0.03);
  const left = pitch * random.between(2, 3);
  const size = (pitch / ADVANCE) * random.between(0.94, 1.04);
  const zone = lines.map((line, n) => {
    const y = top + spacing * (n + 1);
    const text = line.replaceAll('<', '&lt;');
    return `<text x="${left.toFixed(2)}" y="${y.toFixed(2)}" font-family="OCR B" font-size="${size.toFixed(2)}" letter-spacing="${(pitch - ADVANCE * size).toFixed(3)}" stroke-width="${fat.toFixed(2)}">${text}</text>`;
  });
  const words = Array.from({ length: Math.floor(top / (2 * pitch)) }, (_, n) => {
    const word = Array.from({ length: 8 + random.below(14) }, () =>
      String.fromCharCode(97 + random.below(26)),
    ).join('');
    return `<text x="${left + random.between(0, 12) * pitch}" y="${(n + 1) * 1.9 * pitch}" font-family="Open Sans" font-size="${1.2 * pitch}">${word}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="rgb(${paper},${paper},${paper})"/>${securityPrint(width, height, pitch, paper, damage, random)}<g fill="rgb(${ink},${ink},${ink})" stroke="rgb(${ink},${ink},${ink})" stroke-width="0">${words.join('')}${zone.join('')}</g></svg>`;
}

/** Wavy lines under the print. */
function securityPrint(
  width: number,
  height: number,
  pitch: number,
  paper: number,
  damage: Damage,
  random: Random,
): string {
  const grey = Math.round(
    paper * (damage === 'security-print' ? random.between(0.55, 0.75) : random.between(0.9, 1)),
  );
  const gap = pitch * random.between(0.3, 0.9);
  const swing = pitch * random.between(0.2, 1);
  const length = pitch * random.between(2, 8);
  const paths: string[] = [];
  for (let y = -swing; y < height + swing; y += gap) {
    let d = `M0 ${y.toFixed(1)}`;
    for (let x = 0, up = 1; x < width; x += length, up = -up)
      d += `q${(length / 2).toFixed(1)} ${(up * swing).toFixed(1)} ${length.toFixed(1)} 0`;
    paths.push(d);
  }
  return `<path d="${paths.join('')}" fill="none" stroke="rgb(${grey},${grey},${grey})" stroke-width="${(pitch * 0.08).toFixed(2)}"/>`;
}

/** The card on a desk, turned and seen from the side. */
function photograph(card: GreyRaster, damage: Damage, random: Random): GreyRaster {
  const { widthPx: w, heightPx: h } = card;
  const turn = damage === 'rotated' ? random.between(-Math.PI, Math.PI) : random.normal() * 0.02;
  // A corner moves by this share of the card's height, up and down by up to twice that.
  const lean = h * (damage === 'tilt' ? random.between(0.05, 0.11) : 0.02);
  const corners = (
    [
      [0, 0],
      [w, 0],
      [w, h],
      [0, h],
    ] as const
  ).map(([x, y]) => {
    const dx = x - w / 2 + lean * random.between(-1, 1);
    const dy = y - h / 2 + 2 * lean * random.between(-1, 1);
    return { x: dx * Math.cos(turn) - dy * Math.sin(turn), y: dx * Math.sin(turn) + dy * Math.cos(turn) };
  });
  const margin = w * 0.04;
  const left = Math.min(...corners.map(({ x }) => x)) - margin;
  const top = Math.min(...corners.map(({ y }) => y)) - margin;
  const widthPx = Math.ceil(Math.max(...corners.map(({ x }) => x)) + margin - left);
  const heightPx = Math.ceil(Math.max(...corners.map(({ y }) => y)) + margin - top);
  const there = corners.map(({ x, y }) => ({ x: x - left, y: y - top })) as unknown as Quad;
  const flat: Quad = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ];
  const toSource = homographyFromQuads(there, flat);
  if (!toSource) throw new Error('A card has no four corners on a line');
  return warpPerspective(card, { widthPx, heightPx, toSource, fill: random.below(120) });
}

/** Light, lens and sensor. */
function spoil(canvas: Canvas, pitch: number, damage: Damage, random: Random): void {
  const { width, grey } = canvas;
  const slope = random.between(-0.3, 0.3) / width;
  for (let i = 0; i < grey.length; i++)
    grey[i] = (grey[i] as number) * (1 - 0.15 + slope * ((i % width) - width / 2));
  if (damage === 'glare') addGlare(canvas, random);
  if (damage === 'scratches') for (let n = 0; n < 6; n++) addMark(canvas, random);
  const soft = pitch * (damage === 'blur' ? random.between(0.1, 0.17) : random.between(0.02, 0.06));
  const moved = damage === 'motion' ? pitch * random.between(0.05, 0.12) : 0;
  blur(canvas, soft + moved, soft);
  if (random.chance(0.4)) sharpen(canvas, random.between(0.3, 0.8));
  addGrain(canvas, damage === 'noise' ? random.between(12, 25) : random.between(1, 4), random);
}

/** Noise out of a short table, from another place in it for each row: drawing it anew for each pixel takes too long. */
function addGrain({ width, grey }: Canvas, sigma: number, random: Random): void {
  const table = Float32Array.from({ length: 4093 }, () => sigma * random.normal());
  let at = 0;
  for (let i = 0; i < grey.length; i++, at++) {
    if (i % width === 0) at += random.below(table.length);
    grey[i] = (grey[i] as number) + (table[at % table.length] as number);
  }
}

/** A soft burnt-out spot that takes most of the contrast of some cells. */
function addGlare({ width, height, grey }: Canvas, random: Random): void {
  const cx = random.between(0.1, 0.9) * width;
  const cy = random.between(0.4, 1) * height;
  const rx = width * random.between(0.08, 0.2);
  for (let i = 0; i < grey.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    const share = 0.85 * Math.exp(-(((x - cx) / rx) ** 2) - ((y - cy) / (rx * 0.7)) ** 2);
    grey[i] = (grey[i] as number) * (1 - share) + 252 * share;
  }
}

/** As a fax or a careless scanner makes it: each pixel black or white. */
function blackAndWhite({ grey }: Canvas): Float32Array {
  const sorted = grey.slice().sort();
  const dark = sorted[Math.floor(sorted.length * 0.02)] as number;
  const light = sorted[Math.floor(sorted.length * 0.7)] as number;
  const limit = dark + (light - dark) * 0.55;
  return grey.map((value) => (value < limit ? 0 : 255));
}
