import { DossierkitError } from './errors.js';
import type { JsonValue } from './json.js';

/** How deep arrays and objects may be nested, so that hostile input cannot exhaust the stack. */
const MAX_DEPTH = 200;

/**
 * The canonical text of a JSON value: no white space, keys in the order of their UTF-16 code units, numbers as
 * ECMAScript writes them. Equal values give equal text, whatever order their keys were set in.
 *
 * A property whose value is `undefined` is left out, as `JSON.stringify` does.
 *
 * @throws {DossierkitError} `core/not-json` for what JSON cannot carry: NaN, infinity, functions, lone surrogates,
 * more than 200 levels (which a cycle reaches too)
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw notJson(`nested deeper than ${MAX_DEPTH} levels`);
  if (typeof value === 'string') return writeString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson('a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return writeObject(value as Record<string, unknown>, depth);
  throw notJson(typeof value);
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  let members = '';
  for (const key of inOrder(Object.keys(object))) {
    const member = object[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${writeString(key)}:${write(member, depth + 1)}`;
  }
  return `{${members}}`;
}

/** Sorting is most of the work, and most objects are in order already. */
function inOrder(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at - 1] as string) > (keys[at] as string)) return keys.sort();
  }
  return keys;
}

/** ASCII that JSON writes as it is: no control character, no quotation mark, no backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;

function writeString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw notJson('a string with a lone surrogate');
  return JSON.stringify(text);
}

function notJson(what: string): DossierkitError {
  return new DossierkitError('core/not-json', `Only JSON has a canonical form; this holds ${what}`);
}
