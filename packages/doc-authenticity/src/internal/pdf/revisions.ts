import { isKeyword, Lexer } from './lexer.js';
import { isDict } from './objects.js';
import type { PdfFile } from './pdf-file.js';
import { startsWith, type XrefSection } from './xref.js';

/** The file as it was saved once: its sections up to then, newest first, and where its bytes end. */
export interface PdfRevision {
  readonly sections: readonly XrefSection[];
  readonly endsAt: number;
}

/**
 * The states that the file went through, oldest first. The two sections of a linearised file are one state: nobody changed
 * anything between them.
 */
export function revisionsOf(file: PdfFile): PdfRevision[] {
  const oldestFirst = [...file.sections].reverse();
  const first = linearisedLength(file.bytes) === undefined ? 1 : Math.min(2, oldestFirst.length);
  const revisions: PdfRevision[] = [];
  for (let count = first; count <= oldestFirst.length; count++) {
    const sections = oldestFirst.slice(0, count).reverse();
    const last = Math.max(...sections.map(({ offset }) => offset));
    revisions.push({ sections, endsAt: endOfFileAfter(file.bytes, last) });
  }
  return revisions;
}

/** The length that a linearised file says it had when it was linearised; `undefined` for other files. */
export function linearisedLength(bytes: Uint8Array): number | undefined {
  const lexer = new Lexer(bytes, 0, Math.min(bytes.length, 2048));
  for (let k = 0; k < 12; k++) {
    if (!isKeyword(lexer.next(false), 'obj')) continue;
    const dict = lexer.object();
    if (!isDict(dict) || !dict.entries.has('Linearized')) return undefined;
    const length = dict.entries.get('L');
    return typeof length === 'number' ? length : undefined;
  }
  return undefined;
}

function endOfFileAfter(bytes: Uint8Array, offset: number): number {
  for (let at = offset; at < bytes.length; at++)
    if (bytes[at] === 0x25 && startsWith(bytes, '%%EOF', at)) return at + 5;
  return bytes.length;
}
