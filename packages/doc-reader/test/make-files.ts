// Files for tests, made on the spot from data, so that no picture of unknown origin lies in the repository.
import {
  degrees,
  PDFDocument,
  type PDFPage,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import type { Document, Page } from '../src/document.js';

export const LINES = ['INVOICE 2026-0117', 'Customer Jane Example', 'Amount due 128.40 EUR'];

/** A white page with lines of black text, drawn by sharp. */
export function textPicture(lines: readonly string[] = LINES, widthPx = 900, heightPx = 500): Sharp {
  const spans = lines.map((line, i) => `<text x="60" y="${110 + i * 110}" font-size="48">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="white"/><g font-family="DejaVu Sans, Arial, sans-serif">${spans.join('')}</g></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: 'white' });
}

/** 60×40, upright: red upper left, green upper right, blue lower left, white lower right. */
export function quarters(): Sharp {
  const data = Buffer.alloc(60 * 40 * 3, 255);
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 60; x++) {
      const colour = y < 20 ? (x < 30 ? [255, 0, 0] : [0, 255, 0]) : x < 30 ? [0, 0, 255] : [255, 255, 255];
      data.set(colour, (y * 60 + x) * 3);
    }
  }
  return sharp(data, { raw: { width: 60, height: 40, channels: 3 } });
}

/** The colour of each quarter of a raster made from {@link quarters}, as a letter: `rgbw` where it is upright. */
export function quarterColours(raster: {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: ArrayLike<number>;
}): string {
  const names = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(raster.heightPx * y) * raster.widthPx + Math.floor(raster.widthPx * x)) * 3;
    const colour = [0, 1, 2].map((c) => raster.data[at + c] ?? 0);
    return colour.every((value) => value > 220) ? 'w' : 'rgb'[colour.indexOf(Math.max(...colour))];
  });
  return names.join('');
}

/** A bitmap of 2×2 pixels, 24 bits each: red, green, blue, white. */
export function bmp(): Buffer {
  const bytes = Buffer.alloc(54 + 16);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(2, 18);
  bytes.writeInt32LE(2, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.set([255, 0, 0, 255, 255, 255], 54);
  bytes.set([0, 0, 255, 0, 255, 0], 62);
  return bytes;
}

/** A JPEG of an upright picture as a camera stores it that notes this EXIF orientation. */
export async function storedAs(upright: Sharp, orientation: number): Promise<Buffer> {
  const mirrored = [2, 4, 5, 7].includes(orientation);
  const turn = { 3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90 }[orientation] ?? 0;
  const first = await (mirrored ? upright.flop() : upright).png().toBuffer();
  return sharp(first).rotate(turn).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
}

export function firstPageOf(document: Document): Page {
  const [page] = document.pages;
  if (!page) throw new Error('This document has no page');
  return page;
}

export interface PdfPageSketch {
  readonly lines?: readonly string[];
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly size?: readonly [number, number];
  /** A JPEG that fills the page, under the text. */
  readonly picture?: Uint8Array;
  readonly invisible?: boolean;
}

/** A PDF with text in Helvetica, first line at (60, height - 80) in 24 points, 40 points apart. */
export async function pdf(pages: readonly PdfPageSketch[] = [{ lines: LINES }]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const sketch of pages) {
    const page = document.addPage([...(sketch.size ?? [595, 842])] as [number, number]);
    page.setFont(font);
    if (sketch.picture) await drawPicture(document, page, sketch.picture);
    if (sketch.invisible) page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    sketch.lines?.forEach((line, i) => {
      page.drawText(line, { x: 60, y: page.getHeight() - 80 - i * 40, size: 24 });
    });
    if (sketch.rotate) page.setRotation(degrees(sketch.rotate));
  }
  return document.save({ useObjectStreams: false });
}

async function drawPicture(document: PDFDocument, page: PDFPage, jpeg: Uint8Array): Promise<void> {
  const picture = await document.embedJpg(jpeg);
  page.drawImage(picture, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
}
