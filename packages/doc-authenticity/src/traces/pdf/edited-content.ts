import type { PdfTraceRule } from './examination.js';

/** Marked content by which programs for changing documents find their own work again. */
const MARKS: Readonly<Record<string, string>> = {
  TouchUp_TextEdit: 'Adobe Acrobat',
};
/** How PDFium names what it adds to a page when it generates its content anew: `FXF1`, `FXE2`, `FXX3`. */
const PDFIUM = /^FX[EFX]\d+$/;
const RESOURCES = ['Font', 'XObject', 'ExtGState'];

/** Pages whose content bears the marks of a program that changes text on pages. */
export const editedContent: PdfTraceRule = ({ file, pages }) =>
  pages.flatMap(({ index, page, marks }) => {
    const mark = [...marks].find((one) => Object.hasOwn(MARKS, one));
    const names = RESOURCES.flatMap((kind) => [...file.latest.dict(page.resources, kind).entries.keys()]);
    const program = mark ? MARKS[mark] : names.some((name) => PDFIUM.test(name)) ? 'PDFium' : undefined;
    if (program === undefined) return [];
    return [
      {
        code: 'doc-authenticity/pdf-edited-content',
        outcome: 'failed',
        severity: 'warning',
        params: { program },
        where: { page: index },
      },
    ];
  });
