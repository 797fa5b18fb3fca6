import { isKeyword, type Lexer } from './lexer.js';
import { nameOf, type PdfDict, type PdfObject } from './objects.js';

/** A picture inside the content, after `BI`: its dictionary. The lexer goes on behind its bytes, at a free-standing `EI`. */
export function readInlinePicture(lexer: Lexer): PdfDict {
  const entries = new Map<string, PdfObject>();
  for (let key = lexer.next(false); key !== undefined && !isKeyword(key, 'ID'); key = lexer.next(false)) {
    const value = lexer.next(false);
    const name = isKeyword(key) ? undefined : nameOf(key);
    if (name !== undefined && value !== undefined && !isKeyword(value)) entries.set(name, value);
  }
  lexer.position = endOfData(lexer);
  return { type: 'dict', entries };
}

function endOfData({ bytes, position, end }: Lexer): number {
  const isSpace = (at: number): boolean => at >= end || (bytes[at] as number) <= 32;
  for (let at = position; at < end; at++)
    if (bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isSpace(at - 1) && isSpace(at + 2)) return at + 2;
  return end;
}
