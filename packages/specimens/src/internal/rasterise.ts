import type { Raster } from '@dossierkit/doc-raster';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A raster of red, green and blue. */
export interface RgbRaster extends Raster {
  readonly channels: 3;
  readonly data: Uint8Array;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Draws one page of a PDF, `widthPx` wide. PDFium is one WebAssembly file, so every machine draws the same pixels. */
export async function rasterisePdf(pdf: Uint8Array, page: number, widthPx: number): Promise<RgbRaster> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const { originalWidth, originalHeight } = document.getPage(page).getOriginalSize();
    const heightPx = Math.round((widthPx * originalHeight) / originalWidth);
    const { width, height, data } = await document
      .getPage(page)
      .render({ render: 'bitmap', width: widthPx, height: heightPx });
    return { widthPx: width, heightPx: height, channels: 3, data: withoutAlpha(data, width * height) };
  } finally {
    document.destroy();
  }
}

function withoutAlpha(rgba: Uint8Array, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3);
  for (let at = 0, from = 0, to = 0; at < pixels; at++, from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return rgb;
}
