import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { canonicalJson } from './canonical-json.js';
import { digestJson } from './digest.js';
import type { JsonValue } from './json.js';

const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<JsonValue>;

/** The same value with the keys of every object set in the opposite order. */
function reordered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member as JsonValue)]),
  );
}

test.prop([json])('round-trips', (value) => {
  const text = canonicalJson(value);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
});

test.prop([json])('does not depend on the order of keys', (value) => {
  expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
  expect(digestJson(reordered(value))).toBe(digestJson(value));
});

test.prop([json, json])('differs where values differ', (a, b) => {
  fc.pre(JSON.stringify(JSON.parse(canonicalJson(a))) !== JSON.stringify(JSON.parse(canonicalJson(b))));
  expect(canonicalJson(a)).not.toBe(canonicalJson(b));
});
