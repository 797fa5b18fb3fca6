import { digestBytesSync, plainDate } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { checkTraces } from './check-traces.js';

const at = plainDate('2026-06-01');
const subject = digestBytesSync(new Uint8Array());
const pdf = (await renderSpecimen('fr-bank-details', { seed: 4, medium: 'pdf' })).bytes;
const photo = (await renderSpecimen('fr-bank-details', { seed: 4, medium: 'photo', widthPx: 320 })).bytes;
/** Places in the file and what to write there; long runs hit the tables at its end as well as its streams. */
const changes = fc.array(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 })), {
  minLength: 1,
  maxLength: 6,
});

function mutated(bytes: Uint8Array, places: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [place, written] of places)
    copy.set(written.subarray(0, copy.length), place % (copy.length - written.length));
  return copy;
}

test.prop([changes, fc.nat()], { numRuns: 60 })('no mutation of a PDF throws', (places, cut) => {
  const bytes = mutated(pdf, places);
  expect(checkTraces(bytes, { subject, at }).findings.length).toBeGreaterThan(0);
  const short = bytes.subarray(0, cut % bytes.length);
  expect(checkTraces(short, { subject, at }).findings.length).toBeGreaterThan(0);
});

test.prop([changes], { numRuns: 60 })('no mutation of a JPEG throws', (places) => {
  expect(checkTraces(mutated(photo, places), { subject, at }).findings.length).toBeGreaterThan(0);
});

test.prop([
  fc.constantFrom('%PDF-1.7\n', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n'),
  fc.uint8Array({ maxLength: 600 }),
])('whatever follows a header, there is an answer', (head, rest) => {
  const bytes = Uint8Array.of(...Array.from(head, (c) => c.charCodeAt(0)), ...rest);
  expect(checkTraces(bytes, { subject, at }).verdict).not.toBe('reject');
});

test.prop([fc.nat({ max: 20 })], { numRuns: 10 })('the same file gets the same report', (seed) => {
  const bytes = mutated(pdf, [[seed * 997, Uint8Array.of(seed)]]);
  expect(checkTraces(bytes, { subject, at })).toEqual(checkTraces(bytes, { subject, at }));
});
