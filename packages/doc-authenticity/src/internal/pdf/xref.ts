import type { Budget } from './budget.js';
import { isKeyword, Lexer } from './lexer.js';
import { EMPTY_DICT, isArray, isDict, isStream, nameOf, type PdfDict, type PdfStream } from './objects.js';
import { readIndirect } from './read-indirect.js';

/** Where an object stands. */
export type XrefEntry =
  | { readonly type: 'free' }
  | { readonly type: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly type: 'compressed'; readonly stream: number; readonly index: number };

/** One table (or stream) of the file's chain of cross-references, with its trailer. */
export interface XrefSection {
  readonly offset: number;
  readonly kind: 'table' | 'stream';
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
}

/** How many sections are followed: more than any file that people saved one change at a time. */
const MAX_SECTIONS = 300;
/** The highest object number that is believed (Acrobat's own limit). */
const MAX_OBJECT = 8_388_607;

/**
 * Follows the chain of cross-references from the end of the file to its beginning.
 *
 * @param unpack gives the data of a stream, bounded
 * @returns the sections, newest first; empty where there is none to be found
 */
export function readXrefChain(
  bytes: Uint8Array,
  unpack: (stream: PdfStream) => Uint8Array | undefined,
  budget: Budget,
): XrefSection[] {
  const sections: XrefSection[] = [];
  const seen = new Set<number>();
  let offset = lastStartXref(bytes);
  while (offset !== undefined && !seen.has(offset) && sections.length < MAX_SECTIONS) {
    seen.add(offset);
    const section = readSection(bytes, offset, unpack, budget);
    if (!section) break;
    const hybrid = section.trailer.entries.get('XRefStm');
    const hidden =
      typeof hybrid === 'number' && !seen.has(hybrid)
        ? readSection(bytes, hybrid, unpack, budget)
        : undefined;
    sections.push(hidden ? joined(section, hidden) : section);
    const previous = section.trailer.entries.get('Prev');
    offset = typeof previous === 'number' ? previous : undefined;
  }
  return sections;
}

/** A hybrid file's hidden stream belongs to its table and fills what the table calls free. */
function joined(section: XrefSection, hidden: XrefSection): XrefSection {
  const entries = new Map(section.entries);
  for (const [number, entry] of hidden.entries)
    if ((entries.get(number)?.type ?? 'free') === 'free') entries.set(number, entry);
  return { ...section, entries };
}

/** Where the last `startxref` points; readers look in the last kilobyte or so. */
function lastStartXref(bytes: Uint8Array): number | undefined {
  const at = lastIndexOf(bytes, 'startxref', Math.max(0, bytes.length - 4096));
  if (at === undefined) return undefined;
  const value = new Lexer(bytes, at + 'startxref'.length).next(false);
  return typeof value === 'number' ? value : undefined;
}

export function lastIndexOf(bytes: Uint8Array, word: string, from = 0): number | undefined {
  for (let at = bytes.length - word.length; at >= from; at--) if (startsWith(bytes, word, at)) return at;
  return undefined;
}

export function startsWith(bytes: Uint8Array, word: string, at: number): boolean {
  for (let k = 0; k < word.length; k++) if (bytes[at + k] !== word.charCodeAt(k)) return false;
  return true;
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  unpack: (stream: PdfStream) => Uint8Array | undefined,
  budget: Budget,
): XrefSection | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset >= bytes.length) return undefined;
  const lexer = new Lexer(bytes, offset);
  if (isKeyword(lexer.next(false), 'xref')) return readTable(lexer, offset, budget);
  const found = readIndirect(bytes, offset);
  if (!found || !isStream(found.value) || nameOf(found.value.dict.entries.get('Type')) !== 'XRef')
    return undefined;
  const data = unpack(found.value);
  if (!data) return undefined;
  const trailer = found.value.dict;
  return { offset, kind: 'stream', entries: entriesOfStream(data, trailer, budget), trailer };
}

function readTable(lexer: Lexer, offset: number, budget: Budget): XrefSection | undefined {
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    const first = lexer.next(false);
    if (isKeyword(first, 'trailer')) break;
    const count = lexer.next(false);
    if (typeof first !== 'number' || typeof count !== 'number') return undefined;
    for (let k = 0; k < count; k++) {
      const position = lexer.position;
      const [at, generation, use] = [lexer.next(false), lexer.next(false), lexer.next(false)];
      if (typeof at !== 'number' || typeof generation !== 'number' || !isKeyword(use) || !budget.take(1)) {
        // The count lies: what follows is read as the next subsection or the trailer.
        lexer.position = position;
        break;
      }
      const number = first + k;
      if (number > MAX_OBJECT || entries.has(number)) continue;
      entries.set(number, use.word === 'n' ? { type: 'offset', offset: at, generation } : { type: 'free' });
    }
  }
  const trailer = lexer.object();
  return { offset, kind: 'table', entries, trailer: isDict(trailer) ? trailer : EMPTY_DICT };
}

function entriesOfStream(data: Uint8Array, dict: PdfDict, budget: Budget): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>();
  const numbers = (key: string): number[] => {
    const list = dict.entries.get(key);
    return isArray(list) ? list.filter((item): item is number => typeof item === 'number') : [];
  };
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = numbers('W');
  const size = dict.entries.get('Size');
  const index = dict.entries.has('Index') ? numbers('Index') : [0, typeof size === 'number' ? size : 0];
  const width = typeWidth + secondWidth + thirdWidth;
  if (width <= 0 || [typeWidth, secondWidth, thirdWidth].some((one) => one < 0 || one > 8)) return entries;
  let at = 0;
  const field = (length: number): number => {
    let value = 0;
    for (let k = 0; k < length; k++) value = value * 256 + (data[at++] as number);
    return value;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] as number;
    for (let k = 0; k < (index[pair + 1] as number); k++) {
      if (at + width > data.length || !budget.take(1)) return entries;
      const type = typeWidth === 0 ? 1 : field(typeWidth);
      const [second, third] = [field(secondWidth), field(thirdWidth)];
      if (first + k > MAX_OBJECT || entries.has(first + k)) continue;
      if (type === 1) entries.set(first + k, { type: 'offset', offset: second, generation: third });
      else if (type === 2) entries.set(first + k, { type: 'compressed', stream: second, index: third });
      else entries.set(first + k, { type: 'free' });
    }
  }
  return entries;
}

/** Finds objects by their own words, for files whose cross-references lie. Later ones win, as a reader would have it. */
export function scanForObjects(bytes: Uint8Array): XrefSection {
  const entries = new Map<number, XrefEntry>();
  let trailer: PdfDict = EMPTY_DICT;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] as number;
    if (code === 0x6f && startsWith(bytes, 'obj', at) && bytes[at - 1] !== 0x64) {
      const head = headBefore(bytes, at);
      if (head)
        entries.set(head.number, { type: 'offset', offset: head.offset, generation: head.generation });
    } else if (code === 0x74 && startsWith(bytes, 'trailer', at)) {
      const found = new Lexer(bytes, at + 'trailer'.length).object();
      if (isDict(found) && found.entries.has('Root')) trailer = found;
    }
  }
  return { offset: 0, kind: 'table', entries, trailer };
}

/** The two numbers that stand before `obj`. */
function headBefore(
  bytes: Uint8Array,
  obj: number,
): { number: number; generation: number; offset: number } | undefined {
  let at = obj;
  const integer = (): number | undefined => {
    while (at > 0 && (bytes[at - 1] as number) <= 32) at--;
    const end = at;
    while (at > 0 && end - at < 10 && (bytes[at - 1] as number) >= 48 && (bytes[at - 1] as number) <= 57)
      at--;
    if (at === end) return undefined;
    return Number(String.fromCharCode(...bytes.subarray(at, end)));
  };
  const generation = integer();
  const number = generation === undefined ? undefined : integer();
  if (number === undefined || generation === undefined || number > MAX_OBJECT) return undefined;
  return { number, generation, offset: at };
}
