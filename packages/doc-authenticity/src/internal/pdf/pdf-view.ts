import type { Budget } from './budget.js';
import { applyFilter, filterParams } from './filters.js';
import { Lexer } from './lexer.js';
import {
  EMPTY_DICT,
  isArray,
  isDict,
  isRef,
  isStream,
  nameOf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfStream,
} from './objects.js';
import { readIndirect } from './read-indirect.js';
import { startsWith, type XrefEntry, type XrefSection } from './xref.js';

/** How far a reference to a reference is followed. */
const MAX_HOPS = 20;

/** The document as it was after one of its revisions. */
export interface PdfView {
  readonly trailer: PdfDict;
  /** Follows references; anything else is returned as it is. */
  resolve(object: PdfObject | undefined): PdfObject;
  /** A value of a dictionary, resolved. */
  get(dict: PdfDict, key: string): PdfObject;
  /** A dictionary in a dictionary (or a stream's), resolved; empty where there is none. */
  dict(dict: PdfDict, key: string): PdfDict;
  /** Where an object stands; two views in which it stands at the same place have the same object. */
  placeOf(ref: PdfRef): string | undefined;
  /** A stream's bytes as they stand in the file. */
  raw(stream: PdfStream): Uint8Array;
  /** A stream's unpacked data; `undefined` where its filter is one for pictures, or it is encrypted. */
  data(stream: PdfStream): Uint8Array | undefined;
}

/** The document as these sections (newest first) have it. Objects are read when they are asked for. */
export function createView(
  bytes: Uint8Array,
  sections: readonly XrefSection[],
  encrypted: boolean,
  budget: Budget,
): PdfView {
  const objects = new Map<number, PdfObject>();
  const containers = new Map<number, ReadonlyMap<number, PdfObject>>();
  const unpacked = new Map<PdfStream, Uint8Array | undefined>();

  const entryOf = (number: number): XrefEntry | undefined => {
    for (const { entries } of sections) {
      const entry = entries.get(number);
      if (entry) return entry;
    }
    return undefined;
  };

  const load = (number: number): PdfObject => {
    const entry = entryOf(number);
    if (!entry || entry.type === 'free' || !budget.take(20)) return null;
    if (entry.type === 'compressed') return container(entry.stream).get(number) ?? null;
    const found = readIndirect(bytes, entry.offset);
    return found && found.number === number ? found.value : null;
  };

  const container = (number: number): ReadonlyMap<number, PdfObject> => {
    const known = containers.get(number);
    if (known) return known;
    // Set before reading, so that a stream that claims to be inside itself ends here.
    containers.set(number, new Map());
    const entry = entryOf(number);
    const stream = entry?.type === 'offset' ? readIndirect(bytes, entry.offset)?.value : undefined;
    const data = isStream(stream) ? view.data(stream) : undefined;
    const read = isStream(stream) && data ? objectsIn(stream.dict, data, budget) : new Map();
    containers.set(number, read);
    return read;
  };

  const view: PdfView = {
    trailer: sections[0]?.trailer ?? EMPTY_DICT,
    resolve(object) {
      let current = object ?? null;
      for (let hop = 0; isRef(current) && hop < MAX_HOPS; hop++) {
        const { number } = current;
        if (!objects.has(number)) {
          objects.set(number, null);
          objects.set(number, load(number));
        }
        current = objects.get(number) ?? null;
      }
      return isRef(current) ? null : current;
    },
    get: (dict, key) => view.resolve(dict.entries.get(key)),
    dict(dict, key) {
      const value = view.get(dict, key);
      return isDict(value) ? value : isStream(value) ? value.dict : EMPTY_DICT;
    },
    placeOf({ number }) {
      const entry = entryOf(number);
      if (!entry || entry.type === 'free') return undefined;
      if (entry.type === 'offset') return `@${entry.offset}`;
      return `${view.placeOf({ type: 'ref', number: entry.stream, generation: 0 })}/${entry.index}`;
    },
    raw(stream) {
      const length = view.get(stream.dict, 'Length');
      const claimed = typeof length === 'number' && length >= 0 ? stream.start + length : Number.NaN;
      if (claimed <= bytes.length && endsWell(bytes, claimed)) return bytes.subarray(stream.start, claimed);
      const end = searchEnd(bytes, stream.start);
      // Where every length lies, the search is what a hostile file would make long.
      return budget.take((end - stream.start) >> 3) ? bytes.subarray(stream.start, end) : new Uint8Array();
    },
    data(stream) {
      if (!unpacked.has(stream)) unpacked.set(stream, unpack(stream));
      return unpacked.get(stream);
    },
  };

  const unpack = (stream: PdfStream): Uint8Array | undefined => {
    const isXref = nameOf(stream.dict.entries.get('Type')) === 'XRef';
    if (encrypted && !isXref) return undefined;
    const filter = view.get(stream.dict, 'Filter');
    const params = view.get(stream.dict, 'DecodeParms');
    const filters = isArray(filter) ? filter : filter === null ? [] : [filter];
    let data: Uint8Array | undefined = view.raw(stream);
    for (const [index, one] of filters.slice(0, 8).entries()) {
      const own = filterParams(isArray(params) ? params.map((p) => view.resolve(p)) : params, index);
      data = applyFilter(nameOf(view.resolve(one)) ?? '', data, own ?? EMPTY_DICT, budget);
      if (!data) return undefined;
    }
    return data;
  };
  return view;
}

/** Whether `endstream` follows, give or take white space. */
function endsWell(bytes: Uint8Array, at: number): boolean {
  let position = at;
  while (position < at + 4 && (bytes[position] as number) <= 32) position++;
  return startsWith(bytes, 'endstream', position);
}

function searchEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++)
    if (bytes[at] === 0x65 && startsWith(bytes, 'endstream', at)) return at;
  return bytes.length;
}

/** The objects that an object stream holds. */
function objectsIn(dict: PdfDict, data: Uint8Array, budget: Budget): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const count = dict.entries.get('N');
  const first = dict.entries.get('First');
  if (typeof count !== 'number' || typeof first !== 'number') return objects;
  const head = new Lexer(data, 0, first);
  for (let k = 0; k < count; k++) {
    const [number, offset] = [head.next(false), head.next(false)];
    if (typeof number !== 'number' || typeof offset !== 'number' || !budget.take(10)) break;
    if (!objects.has(number)) objects.set(number, new Lexer(data, first + offset).object());
  }
  return objects;
}
