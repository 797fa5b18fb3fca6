import type { Box } from '@dossierkit/core';
import type { Sheet } from './sheet.js';

/** One piece of printed text. */
export interface TruthLine {
  /** The page, counted from 0. */
  readonly page: number;
  readonly text: string;
  readonly box: Box;
  /** The field of the truth that it prints. */
  readonly field?: string;
}

/** What a sheet prints, in the order it was laid out; decoration and slanted text are left out. */
export function linesOfSheet(sheet: Sheet, page: number): TruthLine[] {
  const lines: TruthLine[] = [];
  for (const item of sheet.items) {
    if (item.type !== 'text' || item.decoration || item.angle !== 0) continue;
    const heightMm = item.size * 0.3528;
    const box = {
      x: round(item.x / sheet.width),
      y: round((item.y - heightMm * 0.78) / sheet.height),
      width: round(item.width / sheet.width),
      height: round(heightMm / sheet.height),
    };
    const field = item.field && item.field !== 'none' ? { field: item.field } : {};
    lines.push({ page, text: item.text, box, ...field });
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;
