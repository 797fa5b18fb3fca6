import { isKeyword, Lexer } from './lexer.js';
import { isDict, type PdfObject, type PdfStream } from './objects.js';

/** An object with its number, as it stands at a place of the file. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfObject;
  /** Where reading stopped: after the object, or at the start of a stream's data. */
  readonly end: number;
}

/** Reads `N G obj …` at `offset`, or gives `undefined` where there is no such thing. */
export function readIndirect(bytes: Uint8Array, offset: number): IndirectObject | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset >= bytes.length) return undefined;
  const lexer = new Lexer(bytes, offset);
  const number = lexer.next(false);
  const generation = lexer.next(false);
  if (typeof number !== 'number' || typeof generation !== 'number' || !isKeyword(lexer.next(false), 'obj'))
    return undefined;
  const value = lexer.object();
  const end = lexer.position;
  if (!isDict(value)) return { number, generation, value, end };
  if (!isKeyword(lexer.next(false), 'stream')) return { number, generation, value, end };
  let start = lexer.position;
  if (bytes[start] === 13) start++;
  if (bytes[start] === 10) start++;
  const stream: PdfStream = { type: 'stream', dict: value, start };
  return { number, generation, value: stream, end: start };
}
