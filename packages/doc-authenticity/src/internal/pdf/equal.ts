import { isArray, isDict, isRef, isStream, isString, nameOf, type PdfObject } from './objects.js';
import type { PdfView } from './pdf-view.js';

/** How deep and how many objects a comparison follows before it takes the rest as equal. */
const MAX_DEPTH = 8;
const MAX_NODES = 20_000;

/** Keys that lead back up, or elsewhere on the same level: following them would compare half the file. */
const NOT_FOLLOWED = new Set([
  'Parent',
  'P',
  'Prev',
  'Next',
  'Dest',
  'StructParent',
  'StructParents',
  'Popup',
  'IRT',
]);

/** Whether an object is the same in two states of a file, with everything it refers to. */
export function sameObject(
  before: PdfView,
  a: PdfObject | undefined,
  after: PdfView,
  b: PdfObject | undefined,
): boolean {
  let nodes = 0;
  const seen = new Set<string>();

  const same = (one: PdfObject | undefined, other: PdfObject | undefined, depth: number): boolean => {
    if (depth > MAX_DEPTH || nodes++ > MAX_NODES) return true;
    if (isRef(one) && isRef(other)) {
      const pair = `${one.number} ${other.number}`;
      if (seen.has(pair)) return true;
      seen.add(pair);
    }
    const [x, y] = [before.resolve(one), after.resolve(other)];
    if (x === y) return true;
    if (isArray(x) || isArray(y))
      return (
        isArray(x) && isArray(y) && x.length === y.length && x.every((item, k) => same(item, y[k], depth + 1))
      );
    if (isStream(x) || isStream(y))
      return (
        isStream(x) && isStream(y) && sameBytes(before.raw(x), after.raw(y)) && same(x.dict, y.dict, depth)
      );
    if (isDict(x) || isDict(y)) {
      if (!isDict(x) || !isDict(y)) return false;
      const keys = new Set([...x.entries.keys(), ...y.entries.keys()]);
      for (const key of keys) {
        if (NOT_FOLLOWED.has(key) || key === 'Length') continue;
        if (!same(x.entries.get(key), y.entries.get(key), depth + 1)) return false;
      }
      return true;
    }
    if (isString(x) || isString(y)) return isString(x) && isString(y) && sameBytes(x.bytes, y.bytes);
    return nameOf(x) !== undefined && nameOf(x) === nameOf(y);
  };
  return same(a, b, 0);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
