import type { GreyRaster } from '@dossierkit/doc-raster';
import type { Sharp } from './with-fonts.js';

/** Where things lie on a flat drawing, in pixels: for what is drawn over it, and where it is cut. */
export interface Flat {
  readonly pitch: number;
  /** The left edge of cell `cell`. */
  readonly x: (cell: number) => number;
  /** The base line of line `line`. */
  readonly y: (line: number) => number;
  readonly width: number;
  readonly height: number;
}

export interface FlatOptions {
  /** SVG that is drawn over the zone. */
  readonly over?: (flat: Flat) => string;
  /** Cells that are left of the picture: it ends at this one. */
  readonly cells?: number;
}

const PITCH = 12;
/** Width of a glyph of OCR-B in em. */
const ADVANCE = 0.72;

/** A zone on plain paper, straight and sharp, with something over it or cut off. */
export async function drawFlat(
  sharp: Sharp,
  lines: readonly string[],
  { over = () => '', cells }: FlatOptions = {},
): Promise<GreyRaster> {
  const flat: Flat = {
    pitch: PITCH,
    x: (cell) => PITCH * (2.5 + cell),
    y: (line) => PITCH * (5 + 2.1 * line),
    width: 50 * PITCH,
    height: PITCH * (6 + 2.1 * lines.length),
  };
  const text = lines.map(
    (line, n) =>
      `<text x="${flat.x(0)}" y="${flat.y(n)}" font-family="OCR B" font-size="${PITCH / ADVANCE}">${line.replaceAll('<', '&lt;')}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${flat.width}" height="${flat.height}"><rect width="100%" height="100%" fill="#f4f1ea"/>${text.join('')}${over(flat)}</svg>`;
  const width = cells === undefined ? flat.width : Math.round(flat.x(cells));
  const { data, info } = await sharp(Buffer.from(svg))
    .extract({ left: 0, top: 0, width, height: Math.floor(flat.height) })
    .greyscale()
    .blur(0.6)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: 1, data: new Uint8Array(data) };
}
