import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Pixels } from './defects.js';

/** The first page of a PDF at 200 dpi, as pixels on white. */
export async function renderPdf(file: string): Promise<Pixels> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(file));
  try {
    const { data, width, height } = await document.getPage(0).render({ scale: 200 / 72, render: 'bitmap' });
    const rgb = Buffer.alloc(width * height * 3);
    for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
      // PDFium's bitmaps are blue, green, red.
      rgb[to] = data[from + 2] as number;
      rgb[to + 1] = data[from + 1] as number;
      rgb[to + 2] = data[from] as number;
    }
    return { data: rgb, width, height };
  } finally {
    document.destroy();
    library.destroy();
  }
}
