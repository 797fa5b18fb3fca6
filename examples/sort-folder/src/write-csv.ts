import type { Row } from './sort-file.js';

const COLUMNS = ['file', 'kind', 'probability', 'age', 'fields', 'doubts', 'reasons'] as const;

/** The index as CSV (RFC 4180). */
export function writeCsv(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.file,
    row.kind,
    row.probability.toFixed(3),
    row.age,
    row.fields.map(([name, value]) => `${name}: ${value}`).join('; '),
    row.doubts.join(' '),
    row.reasons.join('; '),
  ]);
  return `${[COLUMNS, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe: file names and documents come from strangers. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
