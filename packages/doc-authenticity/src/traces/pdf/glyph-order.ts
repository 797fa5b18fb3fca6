import type { PdfFont } from '../../internal/pdf/font.js';
import type { PdfTraceFinding } from '../findings.js';
import { groupBoxes } from './boxes.js';
import type { Examination, PdfTraceRule } from './examination.js';

/** With fewer different characters, order may be chance. */
const LEAST_GLYPHS = 20;
/** The numbers run without many gaps where they are given one after the other. */
const DENSE = 1.3;
/** More out of order than this part, and the numbers have another reason. */
const MOST_STRAY = 0.08;
const MOST_PLACES = 8;

interface FirstUse {
  readonly code: number;
  readonly page: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Many programs number the characters of a font in the order in which the document first uses them (cairo, LibreOffice, pdf-lib,
 * PDFKit). Where all but a few come in that order, those few were put there after the font had been made.
 */
export const glyphOrder: PdfTraceRule = (examination) =>
  firstUses(examination).flatMap((uses): PdfTraceFinding[] => {
    const codes = uses.map(({ code }) => code);
    if (codes.length < LEAST_GLYPHS || Math.max(...codes) - Math.min(...codes) > codes.length * DENSE)
      return [];
    const inOrder = longestRise(codes);
    const strays = uses.filter((_, at) => !inOrder.has(at));
    if (strays.length === 0 || strays.length > codes.length * MOST_STRAY) return [];
    return [...new Set(strays.map(({ page }) => page))].flatMap((page) =>
      groupBoxes(strays.filter((one) => one.page === page).map(({ box }) => box))
        .slice(0, MOST_PLACES)
        .map(
          (box): PdfTraceFinding => ({
            code: 'doc-authenticity/pdf-glyph-order',
            outcome: 'failed',
            severity: 'warning',
            params: {},
            where: { page, box },
          }),
        ),
    );
  });

/** For each font in the file, where its characters first occur. */
function firstUses({ pages }: Examination): FirstUse[][] {
  const fonts = new Map<PdfFont, Map<number, FirstUse>>();
  for (const { index, items } of pages)
    for (const item of items) {
      if (item.type !== 'text' || !item.font.embedded) continue;
      const seen = fonts.get(item.font) ?? new Map<number, FirstUse>();
      fonts.set(item.font, seen);
      for (const code of item.codes)
        if (!seen.has(code)) seen.set(code, { code, page: index, box: item.box });
    }
  return [...fonts.values()].map((seen) => [...seen.values()]);
}

/** The places of a longest rising subsequence (patience sorting). */
function longestRise(values: readonly number[]): Set<number> {
  const tops: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, value] of values.entries()) {
    let pile = tops.findIndex((top) => (values[top] as number) >= value);
    if (pile < 0) pile = tops.length;
    before[at] = tops[pile - 1];
    tops[pile] = at;
  }
  const rise = new Set<number>();
  for (let at = tops.at(-1); at !== undefined; at = before[at]) rise.add(at);
  return rise;
}
