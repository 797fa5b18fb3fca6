import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GreyRaster, resize } from '@dossierkit/doc-raster';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const url = import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm');
const { buffer } = new Uint8Array(readFileSync(fileURLToPath(url)));

/** A DataMatrix, eight pixels a module, with its quiet zone. */
export async function drawCode(content: string): Promise<GreyRaster> {
  prepareZXingModule({ overrides: { wasmBinary: buffer } });
  const { symbol, error } = await writeBarcode(content, {
    format: 'DataMatrix',
    scale: 8,
    addQuietZones: true,
  });
  if (error) throw new Error(error);
  return { widthPx: symbol.width, heightPx: symbol.height, channels: 1, data: new Uint8Array(symbol.data) };
}

/** A white A4 page. */
export function blankPage(dpi: number): GreyRaster {
  const [widthPx, heightPx] = [210, 297].map((mm) => Math.round((mm / 25.4) * dpi)) as [number, number];
  return { widthPx, heightPx, channels: 1, data: new Uint8Array(widthPx * heightPx).fill(255) };
}

/** The page with the code printed on it. */
export function printCode(
  page: GreyRaster,
  code: GreyRaster,
  { xMm, yMm, sizeMm, dpi }: { xMm: number; yMm: number; sizeMm: number; dpi: number },
): GreyRaster {
  const [left, top, side] = [xMm, yMm, sizeMm].map((mm) => Math.round((mm / 25.4) * dpi)) as [
    number,
    number,
    number,
  ];
  const printed = resize(code, { widthPx: side, heightPx: side });
  const data = Uint8Array.from(page.data);
  for (let y = 0; y < side; y++) {
    data.set(printed.data.subarray(y * side, (y + 1) * side), (top + y) * page.widthPx + left);
  }
  return { ...page, data };
}
