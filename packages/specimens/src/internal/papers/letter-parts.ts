import { addDays, type PlainDate } from '@dossierkit/core';
import type { PaperContext } from '../paper.js';
import { ellipsePath } from '../paths.js';
import { createSheet, type Sheet, type TextStyle } from '../sheet.js';

/** A4, in millimetres. */
export function createLetter({ typeface }: PaperContext, style: TextStyle = {}): Sheet {
  return createSheet(210, 297, { font: typeface.body, size: 9, ...style });
}

/** The day of issue: the caller's, else some days before the paper is handed in. */
export function issuedWithin(context: PaperContext, fromDays: number, toDays: number): PlainDate {
  const { random, at, issuedOn, field } = context;
  return field(
    'issueDate',
    () => issuedOn ?? addDays(at, -random.fork('issued').int(fromDays, toDays)),
  ) as PlainDate;
}

/** The sign of the French state: three bars and words. */
export function frenchRepublic(sheet: Sheet, x: number, y: number): void {
  sheet.rect(x, y, 7, 9, { fill: '#26348b' });
  sheet.rect(x + 7, y, 7, 9, { fill: '#ffffff', stroke: '#cccccc', lineWidth: 0.1 });
  sheet.rect(x + 14, y, 7, 9, { fill: '#c8102e' });
  sheet.path(ellipsePath(x + 10.5, y + 4.5, 2.2, 2.8), { fill: '#9aa3c7' });
  sheet.text(x, y + 13, 'RÉPUBLIQUE', { bold: true, size: 8 });
  sheet.text(x, y + 16.4, 'FRANÇAISE', { bold: true, size: 8 });
  sheet.text(x, y + 19.6, 'Liberté  Égalité  Fraternité', { size: 5 });
}

/** A bird of no particular state, for German authorities. */
export function germanEagle(sheet: Sheet, x: number, y: number, size: number): void {
  const s = size / 10;
  sheet.path(
    `M${x + 5 * s} ${y}L${x + 6 * s} ${y + 2 * s}L${x + 10 * s} ${y + s}L${x + 8 * s} ${y + 5 * s}L${x + 9 * s} ${y + 7 * s}L${x + 6.5 * s} ${y + 7 * s}` +
      `L${x + 6 * s} ${y + 10 * s}L${x + 4 * s} ${y + 10 * s}L${x + 3.5 * s} ${y + 7 * s}L${x + s} ${y + 7 * s}L${x + 2 * s} ${y + 5 * s}L${x} ${y + s}L${x + 4 * s} ${y + 2 * s}Z`,
    { fill: '#222222' },
  );
}

/** The foot of a letter: small print over the width, and the number of the page. */
export function footer(sheet: Sheet, text: string, page: string): void {
  sheet.line(15, 280, 195, 280, { stroke: '#888888', lineWidth: 0.15 });
  sheet.paragraph(15, 283.5, 165, text, { size: 5.6, color: '#555555' });
  sheet.text(195, 291, page, { size: 7, align: 'right', color: '#333333' });
}

/** Lines of "label: value" in two columns; returns the next baseline. */
export function facts(
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  rows: readonly {
    readonly label: string;
    readonly value: string;
    readonly field?: string;
    readonly bold?: boolean;
  }[],
  style: TextStyle = {},
): number {
  const step = (style.size ?? 8) * 0.3528 * 1.55;
  rows.forEach(({ label, value, field, bold }, at) => {
    sheet.text(x, y + at * step, label, { size: 8, color: '#444444', ...style, maxWidth: width * 0.58 });
    sheet.text(x + width, y + at * step, value, {
      size: 8,
      ...style,
      bold: bold ?? true,
      align: 'right',
      maxWidth: width * 0.62,
      ...(field ? { field } : {}),
    });
  });
  return y + rows.length * step;
}
