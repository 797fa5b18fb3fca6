import sharp, { type OutputInfo, type OverlayOptions } from 'sharp';
import { rasterisePdf } from './internal/rasterise.js';
import type { Specimen } from './specimen.js';

/** How {@link renderContactSheet} lays its pictures out. */
export interface ContactSheetOptions {
  /** Pictures in a row. Default: 6. */
  readonly columns?: number;
  /** The side of the square that a picture has to fit into. Default: 320. */
  readonly tilePx?: number;
}

/** Many specimens in one picture, to look at. The bytes are a PNG. */
export async function renderContactSheet(
  specimens: readonly Specimen[],
  { columns = 6, tilePx = 320 }: ContactSheetOptions = {},
): Promise<Uint8Array> {
  const gap = 10;
  const step = tilePx + gap;
  const tiles: OverlayOptions[] = [];
  for (const [at, specimen] of specimens.entries()) {
    const { data, info } = await thumbnail(specimen, tilePx);
    const left = gap + (at % columns) * step + Math.floor((tilePx - info.width) / 2);
    const top = gap + Math.floor(at / columns) * step + Math.floor((tilePx - info.height) / 2);
    tiles.push({ input: data, left, top });
  }
  const rows = Math.ceil(specimens.length / columns);
  const [width, height] = [
    gap + step * Math.min(columns, Math.max(1, specimens.length)),
    gap + step * Math.max(1, rows),
  ];
  const sheet = sharp({ create: { width, height, channels: 3, background: '#7d8288' } });
  return sheet.composite(tiles).png({ compressionLevel: 9 }).toBuffer();
}

async function thumbnail(
  { bytes, mimeType }: Specimen,
  tilePx: number,
): Promise<{ data: Buffer; info: OutputInfo }> {
  const size = { width: tilePx, height: tilePx, fit: 'inside' } as const;
  if (mimeType !== 'application/pdf')
    return sharp(bytes).resize(size).png().toBuffer({ resolveWithObject: true });
  const { data, widthPx, heightPx } = await rasterisePdf(bytes, 0, tilePx * 2);
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  return image.resize(size).png().toBuffer({ resolveWithObject: true });
}
