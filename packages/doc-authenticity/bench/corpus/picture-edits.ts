import { renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import sharp from 'sharp';

/** A picture as it was taken, and the same after somebody worked on it, before it is saved. */
export interface EditedPicture {
  readonly edit: string;
  /** PNG. */
  readonly picture: Buffer;
}

const KINDS: readonly SpecimenKind[] = [
  'fr-payslip',
  'passport',
  'de-bank-statement',
  'id-card-front',
  'fr-tax-notice',
  'gb-utility-bill',
  'invoice',
];

/** The picture of a seed, photo or scan in turn. */
export async function takenPicture(seed: number, widthPx = 1400): Promise<Uint8Array> {
  const kind = KINDS[seed % KINDS.length] as SpecimenKind;
  return (await renderSpecimen(kind, { seed, medium: seed % 2 === 0 ? 'photo' : 'scan', widthPx })).bytes;
}

/** A number from 0 to 1 for a seed and a purpose. */
export function chance(seed: number, purpose: number): number {
  let t = Math.imul(seed + 1, 0x9e37_79b1) ^ Math.imul(purpose + 1, 0x85eb_ca6b);
  t = Math.imul(t ^ (t >>> 15), 0x2c1b_3c6d);
  t = Math.imul(t ^ (t >>> 12), 0x297a_2d39);
  return ((t ^ (t >>> 15)) >>> 0) / 2 ** 32;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What people do to pictures of papers, each once. */
export async function editsOf(taken: Uint8Array, other: Uint8Array, seed: number): Promise<EditedPicture[]> {
  const base = await sharp(taken).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  const { width, height } = await sharp(base).metadata();
  const [w, h] = [Math.round(width * 0.15), Math.round(height * 0.025)];
  const target: Area = {
    left: Math.round(width * (0.2 + chance(seed, 1) * 0.5)),
    top: Math.round(height * (0.2 + chance(seed, 2) * 0.5)),
    width: w,
    height: h,
  };
  const on = async (piece: Buffer, { left, top }: Area = target): Promise<Buffer> =>
    sharp(base)
      .composite([{ input: piece, left, top }])
      .png()
      .toBuffer();
  const light = Math.round(((await sharp(base).extract(target).stats()).channels[0]?.max ?? 230) * 0.97);
  const label = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="100%" height="100%" fill="rgb(${light},${light},${light})"/><text x="3" y="${h * 0.75}" font-size="${h * 0.8}" font-family="sans-serif">1 ${seed},56 EUR</text></svg>`,
  );
  const foreign = await printedPiece(other, w, h);
  const larger = await printedPiece(
    await sharp(other)
      .resize({ width: Math.round(width * 1.13) })
      .png()
      .toBuffer(),
    w,
    h,
  );
  const [own, ownPlace] = await printedPart(base, w, h, seed);
  const [word] = await printedPart(base, Math.round(width * 0.05), Math.round(height * 0.014), seed + 1);
  const far = Math.abs(ownPlace.top - target.top) > h || Math.abs(ownPlace.left - target.left) > w;
  const place = far ? target : { ...target, top: (target.top + 3 * h) % (height - h) };
  const enlarged = await sharp(own)
    .resize({ width: Math.round(w * 1.18), kernel: 'cubic' })
    .extract({ left: 4, top: 4, width: w, height: h })
    .png()
    .toBuffer();
  return [
    { edit: 'words on a flat patch', picture: await on(label) },
    { edit: 'piece of another picture', picture: await on(foreign) },
    { edit: 'piece of another picture, enlarged', picture: await on(larger) },
    { edit: 'line copied within the picture', picture: await on(own, place) },
    { edit: 'word copied within the picture', picture: await on(word, place) },
    { edit: 'line copied and enlarged', picture: await on(enlarged, place) },
  ];
}

/** The place with the most print on it, of some. */
async function printedPart(
  picture: Uint8Array,
  width: number,
  height: number,
  seed: number,
): Promise<[Buffer, Area]> {
  const size = await sharp(picture).metadata();
  let best: { piece: Buffer; area: Area; print: number } | undefined;
  for (let k = 0; k < 24; k++) {
    const left = Math.round((size.width - width) * (0.15 + 0.7 * chance(seed * 31 + k, 3)));
    const top = Math.round((size.height - height) * (0.15 + 0.7 * chance(seed * 31 + k, 4)));
    const area = { left, top, width, height };
    const piece = await sharp(picture).extract(area).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
    const print = (await sharp(piece).stats()).channels[0]?.stdev ?? 0;
    if (!best || print > best.print) best = { piece, area, print };
  }
  if (!best) throw new Error('nothing printed');
  return [best.piece, best.area];
}

const printedPiece = async (picture: Uint8Array, width: number, height: number): Promise<Buffer> =>
  (await printedPart(picture, width, height, 7))[0];

/** The page shown on a screen (stripes of red, green and blue, dark gaps) and photographed from it, a little turned and soft. */
export async function fromScreen(seed: number): Promise<Buffer> {
  const kind = KINDS[seed % KINDS.length] as SpecimenKind;
  const flat = await renderSpecimen(kind, { seed, medium: 'scan', widthPx: 620, format: 'png' });
  const shown = await sharp(flat.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = shown.info;
  const rows = Math.min(height, 460);
  const cell = 6;
  const lit = Buffer.alloc(width * cell * rows * cell * 3);
  for (let y = 0; y < rows * cell; y++)
    for (let x = 0; x < width * cell; x++) {
      const from = (Math.floor(y / cell) * width + Math.floor(x / cell)) * 3;
      const [inX, inY] = [x % cell, y % cell];
      const channel = inX >> 1;
      const bright = inY === cell - 1 ? 0.25 : 1;
      for (let c = 0; c < 3; c++)
        lit[(y * width * cell + x) * 3 + c] = Math.min(
          255,
          (shown.data[from + c] as number) * (c === channel ? 1 : 0.32) * bright * 1.1,
        );
    }
  const scale = 1.3 + 1.3 * chance(seed, 5);
  const turned = sharp(lit, { raw: { width: width * cell, height: rows * cell, channels: 3 } }).rotate(
    (chance(seed, 6) - 0.5) * 12,
    { background: '#222' },
  );
  const small = await sharp(await turned.png({ compressionLevel: 1 }).toBuffer())
    .resize({ width: Math.round(width * scale) })
    .blur(0.5 + 0.4 * chance(seed, 7))
    .linear(1.5, 0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  let state = seed * 7919 + 1;
  for (let k = 0; k < small.data.length; k++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const noise = (((state >>> 24) + ((state >>> 16) & 255)) / 255 - 1) * 5;
    small.data[k] = Math.max(0, Math.min(255, (small.data[k] as number) + noise));
  }
  return sharp(small.data, { raw: { width: small.info.width, height: small.info.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
