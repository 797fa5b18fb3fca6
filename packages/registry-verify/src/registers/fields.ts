import type { JsonValue } from '@dossierkit/core';

/**
 * Reads an answer whose shape nobody guarantees. Unknown fields are ignored, absent ones are `undefined`, and it keeps
 * book of what was used and of what the register masks.
 */
export interface Fields {
  readonly value: JsonValue | undefined;
  /** The part at a path such as `siege.siret`. */
  at(path: string): Fields;
  /** A non-empty text, or a number as text; masked values count as absent. */
  text(path: string): string | undefined;
  number(path: string): number | undefined;
  flag(path: string): boolean | undefined;
  /** The entries of a list; `undefined` where there is no list. */
  list(path: string): Fields[] | undefined;
  /** The entries of a list; one object stands for a list of one, as gateways from XML write it. */
  entries(path: string): Fields[] | undefined;
  has(path: string): boolean;
  readonly used: readonly string[];
  readonly masked: readonly string[];
}

// As INSEE and the Annuaire des entreprises write it, with and without brackets.
const MASK = /^\[?\s*(?:NON[- ]DIFFUSIBLE|ND)\s*\]?$/i;

/** Whether a register says instead of a value that it may not be published. */
export function isMasked(text: string): boolean {
  return MASK.test(text);
}

/** Starts reading at the root of a parsed answer. */
export function readFields(value: JsonValue): Fields {
  return fieldsAt(value, '', new Set(), new Set());
}

function fieldsAt(
  value: JsonValue | undefined,
  base: string,
  used: Set<string>,
  masked: Set<string>,
): Fields {
  const full = (path: string): string => (base && path ? `${base}.${path}` : base || path);
  const note = <T>(path: string, found: T | undefined): T | undefined => {
    if (found !== undefined) used.add(full(path));
    return found;
  };
  const text = (path: string): string | undefined => {
    const found = textOf(valueAt(value, path));
    if (found === undefined || !isMasked(found)) return note(path, found);
    masked.add(full(path));
    return undefined;
  };
  const list = (path: string): Fields[] | undefined => {
    const found = valueAt(value, path);
    if (!Array.isArray(found)) return undefined;
    used.add(`${full(path)}[]`);
    return found.map((entry: JsonValue) => fieldsAt(entry, `${full(path)}[]`, used, masked));
  };
  return {
    value,
    at: (path) => fieldsAt(valueAt(value, path), full(path), used, masked),
    text,
    number: (path) => note(path, numberOf(valueAt(value, path))),
    flag: (path) => note(path, booleanOf(valueAt(value, path))),
    list,
    entries: (path) => {
      const found = valueAt(value, path);
      const isOne = typeof found === 'object' && found !== null && !Array.isArray(found);
      return isOne ? [fieldsAt(found, full(path), used, masked)] : list(path);
    },
    has: (path) => valueAt(value, path) !== undefined && valueAt(value, path) !== null,
    get used() {
      return [...used];
    },
    get masked() {
      return [...masked];
    },
  };
}

function valueAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Object.hasOwn(here, key) ? (here as Record<string, JsonValue>)[key] : undefined;
  }
  return here;
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d+([.,]\d+)?$/.test(value)
    ? Number(value.replace(',', '.'))
    : undefined;
}

const booleanOf = (value: JsonValue | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;
