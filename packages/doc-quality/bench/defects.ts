// Known defects, put on legible originals. Sizes are relative to the picture, as the evaluation's table names them.
import sharp, { type Sharp } from 'sharp';

/** A decoded picture: red, green, blue. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export type Defect = (pixels: Pixels) => Promise<Pixels>;

const open = ({ data, width, height }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

const close = async (picture: Sharp): Promise<Pixels> => {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** Decodes a file or a buffer, upright by EXIF, on white. */
export const decode = (file: string | Buffer): Promise<Pixels> =>
  close(sharp(file).rotate().flatten({ background: '#fff' }));

const blur =
  (share: number): Defect =>
  (pixels) =>
    close(open(pixels).blur(Math.max(0.3, share * pixels.width)));

const motion =
  (share: number): Defect =>
  (pixels) => {
    const length = Math.max(3, Math.round(share * pixels.width));
    return Promise.resolve(boxAlongRows(pixels, length));
  };

function boxAlongRows({ data, width, height }: Pixels, length: number): Pixels {
  const out = Buffer.alloc(data.length);
  const before = length >> 1;
  for (let y = 0; y < height; y++) {
    for (let channel = 0; channel < 3; channel++) {
      const at = (x: number): number =>
        data[(y * width + Math.min(Math.max(x, 0), width - 1)) * 3 + channel] as number;
      let sum = 0;
      for (let k = -before; k < length - before; k++) sum += at(k);
      for (let x = 0; x < width; x++) {
        out[(y * width + x) * 3 + channel] = sum / length;
        sum += at(x + length - before) - at(x - before);
      }
    }
  }
  return { data: out, width, height };
}

const jpeg =
  (quality: number): Defect =>
  async (pixels) =>
    decode(await open(pixels).jpeg({ quality }).toBuffer());

const tone =
  (factor: number, offset: number): Defect =>
  (pixels) =>
    Promise.resolve({ ...pixels, data: Buffer.from(pixels.data.map((value) => value * factor + offset)) });

/** Where print is: cells with much contrast. */
function printCells({ data, width, height }: Pixels): { cells: Uint8Array; columns: number; rows: number } {
  const columns = 48;
  const rows = Math.max(1, Math.round((columns * height) / width));
  const low = new Uint8Array(columns * rows).fill(255);
  const high = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width);
      const value = data[(y * width + x) * 3 + 1] as number;
      if (value < (low[cell] as number)) low[cell] = value;
      if (value > (high[cell] as number)) high[cell] = value;
    }
  }
  return { cells: low.map((value, k) => ((high[k] as number) - value > 90 ? 1 : 0)), columns, rows };
}

/** A reflection: burnt out inside an ellipse around the middle of the print, fading over its rim. */
const glare =
  (share: number): Defect =>
  (pixels) => {
    const { cells, columns, rows } = printCells(pixels);
    const marked = [...cells.keys()].filter((k) => cells[k] === 1);
    const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
    const x0 = median(marked.map((k) => (k % columns) + 0.5)) / columns;
    const y0 = median(marked.map((k) => Math.floor(k / columns) + 0.5)) / rows;
    // The smallest ellipse in the picture's proportions that covers the wanted share of the print.
    const distances = marked
      .map((k) =>
        Math.hypot(((k % columns) + 0.5) / columns - x0, (Math.floor(k / columns) + 0.5) / rows - y0),
      )
      .sort((a, b) => a - b);
    const radius = distances[Math.floor(distances.length * share)] ?? 0.2;
    const data = Buffer.from(pixels.data);
    for (let y = 0; y < pixels.height; y++) {
      for (let x = 0; x < pixels.width; x++) {
        const distance = Math.hypot(x / pixels.width - x0, y / pixels.height - y0) / radius;
        if (distance > 1.3) continue;
        const light = distance < 1 ? 255 : 255 * (1 - (distance - 1) / 0.3);
        for (let k = (y * pixels.width + x) * 3, end = k + 3; k < end; k++)
          data[k] = Math.min(255, (data[k] as number) + light);
      }
    }
    return Promise.resolve({ ...pixels, data });
  };

/** Cuts a part off the side that loses the most print. */
const cut =
  (share: number): Defect =>
  (pixels) => {
    const { width, height } = pixels;
    const { cells, columns, rows } = printCells(pixels);
    const lost = (inside: (x: number, y: number) => boolean): number =>
      cells.reduce(
        (sum, cell, k) =>
          sum + (inside(((k % columns) + 0.5) / columns, (Math.floor(k / columns) + 0.5) / rows) ? cell : 0),
        0,
      );
    const w = Math.round(width * (1 - share));
    const h = Math.round(height * (1 - share));
    const sides = [
      { lost: lost((x) => x < share), rect: { left: width - w, top: 0, width: w, height } },
      { lost: lost((x) => x > 1 - share), rect: { left: 0, top: 0, width: w, height } },
      { lost: lost((_, y) => y < share), rect: { left: 0, top: height - h, width, height: h } },
      { lost: lost((_, y) => y > 1 - share), rect: { left: 0, top: 0, width, height: h } },
    ].sort((a, b) => b.lost - a.lost);
    return close(open(pixels).extract((sides[0] as (typeof sides)[0]).rect));
  };

const turn =
  (degrees: number): Defect =>
  (pixels) =>
    close(open(pixels).rotate(degrees, { background: '#fff' }));

/** Empty paper with the noise of a scanner and a slight shade. */
const blank: Defect = ({ width, height }) => {
  const data = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let k = 0; k < data.length; k += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const value = 238 + (((k / 3) % width) / width) * 8 + (state >>> 29);
    data[k] = data[k + 1] = data[k + 2] = value;
  }
  return Promise.resolve({ data, width, height });
};

/** The defects of the evaluation, and the codes that say what is wrong with a page that has one. */
export const DEFECTS: Readonly<
  Record<string, { put: Defect; codes: readonly string[]; quarterTurns?: number }>
> = {
  'blur 0.2 %': { put: blur(0.002), codes: ['blurred'] },
  'blur 0.4 %': { put: blur(0.004), codes: ['blurred'] },
  'motion 0.8 %': { put: motion(0.008), codes: ['motion-blurred', 'blurred'] },
  'jpeg quality 8': { put: jpeg(8), codes: ['compressed'] },
  'dark 20 %': { put: tone(0.2, 0), codes: ['too-dark'] },
  'contrast 15 %': { put: tone(0.15, 0.85 * 128), codes: ['low-contrast'] },
  'glare 20 %': { put: glare(0.2), codes: ['glare'] },
  'cut 15 %': { put: cut(0.15), codes: ['cut-off'] },
  'rotated 7°': { put: turn(7), codes: ['skewed'] },
  'rotated 90°': { put: turn(90), codes: ['turned'], quarterTurns: 3 },
  'shrunk to 400 px': { put: (pixels) => close(open(pixels).resize(400)), codes: ['low-resolution'] },
  'blank page': { put: blank, codes: ['blank'] },
};
