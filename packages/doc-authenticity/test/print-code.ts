import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GreyRaster, resize } from '@dossierkit/doc-raster';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const url = import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm');
const { buffer } = new Uint8Array(readFileSync(fileURLToPath(url)));

const MODULE_PX = 8;
/** The standard asks for one module of white around the code; issuers print about two. */
const QUIET_MODULES = 2;

/** A DataMatrix with its quiet zone. */
export async function drawCode(content: string): Promise<GreyRaster> {
  prepareZXingModule({ overrides: { wasmBinary: buffer } });
  const { symbol, error } = await writeBarcode(content, {
    format: 'DataMatrix',
    scale: 1,
    addQuietZones: false,
  });
  if (error) throw new Error(error);
  const side = (symbol.width + 2 * QUIET_MODULES) * MODULE_PX;
  const data = new Uint8Array(side * side).fill(255);
  for (let i = 0; i < data.length; i++) {
    const x = Math.floor((i % side) / MODULE_PX) - QUIET_MODULES;
    const y = Math.floor(i / side / MODULE_PX) - QUIET_MODULES;
    if (x < 0 || y < 0 || x >= symbol.width || y >= symbol.height) continue;
    data[i] = symbol.data[y * symbol.width + x] as number;
  }
  return { widthPx: side, heightPx: side, channels: 1, data };
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
