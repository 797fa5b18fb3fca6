import type { Scene, Span } from '../text/scene.js';

/** Lines that look like a machine-readable zone. Reading one is another package's work; its form tells the kind. */
export interface MrzShape extends Span {
  readonly format: 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRENCH-CNI';
  /** The first letters, up to the filler: `P`, `IDFRA`, `V`. */
  readonly code: string;
}

/** Finds lines of capitals, digits and fillers by their length and their first letters (ICAO Doc 9303, parts 4 to 7). */
export function mrzShapesOf(scene: Scene): MrzShape[] {
  const rows = scene.lines.flatMap((line) => {
    const text = scene.words
      .slice(line.first, line.end)
      .map((word) => word.text)
      .join('')
      .replace(/[«‹]/g, '<<')
      // How the first letter of a card's zone is misread; no zone begins with these.
      .replace(/^[T1L](?=<[A-Z]{3})/, 'I');
    const fillers = text.length > 60 ? 0 : text.replace(/[^<]/g, '').length;
    return fillers >= 3 && text.length >= 27 && /^[A-Z0-9<]+$/.test(text) ? [{ ...line, text }] : [];
  });
  return rows.flatMap((row) => {
    const { text } = row;
    const code = text.slice(0, 5).replace(/<.*$/, '');
    const format = formatOf(text);
    return format ? [{ first: row.first, end: row.end, format, code }] : [];
  });
}

/** OCR loses or doubles a few fillers, so the lengths are ranges. */
function formatOf(text: string): MrzShape['format'] | undefined {
  const { length } = text;
  if (/^IDFRA[A-Z]/.test(text) && length >= 33 && length <= 38) return 'FRENCH-CNI';
  if (/^P[A-Z<][A-Z]{3}[A-Z]/.test(text) && length >= 39) return 'TD3';
  if (/^V[A-Z<][A-Z]{3}[A-Z]/.test(text) && length >= 33) return length >= 40 ? 'MRV-A' : 'MRV-B';
  if (/^[IAC][A-Z0-9<][A-Z<]{3}/.test(text)) return length <= 32 ? 'TD1' : length <= 38 ? 'TD2' : undefined;
  return undefined;
}
