import type * as PdfLib from 'pdf-lib';
import { type Edit, type EditTask, inPoints, type LoadTool } from './edit.js';

type Draw = (
  lib: typeof PdfLib,
  page: PdfLib.PDFPage,
  task: EditTask,
  pdf: PdfLib.PDFDocument,
) => Promise<void>;

/** Covers the text with white and writes another over it, in a font that every reader has. */
const coverAndWrite: Draw = async (lib, page, { box, wanted }, pdf) => {
  const { x, y, width, height, size } = inPoints(box, page.getSize());
  const font = await pdf.embedFont(lib.StandardFonts.Helvetica);
  page.drawRectangle({ x, y, width, height, color: lib.rgb(1, 1, 1) });
  page.drawText(wanted, { x: x + 1, y: y + size * 0.2, size, font });
};

/** Writes a few words where nothing was. */
const addWords: Draw = async (lib, page, { box, wanted }, pdf) => {
  const { x, y, width, size } = inPoints(box, page.getSize());
  const font = await pdf.embedFont(lib.StandardFonts.TimesRoman);
  page.drawText(wanted, { x: Math.min(x + width + 6, page.getWidth() - 60), y: y + size * 0.2, size, font });
};

/** Covers with a thick white line, as a corrector's pen does. */
const whiteLine: Draw = async (lib, page, { box, wanted }, pdf) => {
  const { x, y, width, height, size } = inPoints(box, page.getSize());
  const font = await pdf.embedFont(lib.StandardFonts.Courier);
  const level = y + height / 2;
  page.drawLine({
    start: { x, y: level },
    end: { x: x + width, y: level },
    thickness: height,
    color: lib.rgb(1, 1, 1),
  });
  page.drawText(wanted, { x: x + 1, y: y + size * 0.2, size: size * 0.9, font });
};

/** A picture of other text, put over the text. */
const pictureOver =
  (picture: (task: EditTask) => Promise<Uint8Array>): Draw =>
  async (_, page, task, pdf) => {
    const { x, y, width, height } = inPoints(task.box, page.getSize());
    page.drawImage(await pdf.embedPng(await picture(task)), { x, y, width, height });
  };

const edit =
  (lib: typeof PdfLib, draw: Draw): Edit =>
  async (task) => {
    const pdf = await lib.PDFDocument.load(task.bytes, { updateMetadata: !task.quiet });
    const page = pdf.getPage(task.page);
    await draw(lib, page, task, pdf);
    return pdf.save();
  };

/** A page drawn by another library, laid over the page as a whole. */
const overlay =
  (lib: typeof PdfLib, drawOverlay: (task: EditTask, size: [number, number]) => Promise<Uint8Array>): Edit =>
  async (task) => {
    const pdf = await lib.PDFDocument.load(task.bytes, { updateMetadata: !task.quiet });
    const page = pdf.getPage(task.page);
    const { width, height } = page.getSize();
    const [layer] = await pdf.embedPdf(await drawOverlay(task, [width, height]));
    if (layer) page.drawPage(layer, { x: 0, y: 0, width, height });
    return pdf.save();
  };

/** Appends the change to the file, as programs for signing and annotating do. */
const incremental =
  (lib: typeof PdfLib, draw: Draw): Edit =>
  async (task) => {
    const options = { updateMetadata: !task.quiet, forIncrementalUpdate: true } as PdfLib.LoadOptions;
    const pdf = await lib.PDFDocument.load(task.bytes, options);
    const page = pdf.getPage(task.page);
    await draw(lib, page, task, pdf);
    return pdf.save();
  };

export async function pdfLibEdits(
  load: LoadTool,
  picture: (task: EditTask) => Promise<Uint8Array>,
  drawOverlay: (task: EditTask, size: [number, number]) => Promise<Uint8Array>,
): Promise<Record<string, Edit>> {
  const original = await load<typeof PdfLib>('pdf-lib');
  const cantoo = await load<typeof PdfLib>('@cantoo/pdf-lib');
  return {
    'pdf-lib: cover and write': edit(original, coverAndWrite),
    'pdf-lib: add words': edit(original, addWords),
    'pdf-lib: picture over text': edit(original, pictureOver(picture)),
    '@cantoo/pdf-lib: white line, write': edit(cantoo, whiteLine),
    '@cantoo/pdf-lib: incremental cover and write': incremental(cantoo, coverAndWrite),
    'pdfkit + pdf-lib: page laid over': overlay(original, drawOverlay),
  };
}
