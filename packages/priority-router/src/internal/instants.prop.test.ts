import { timestampMs } from '@dossierkit/core';
import { timestamps } from '@dossierkit/core/testing';
import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { readInstant } from './instants.js';

const within = timestamps(Date.UTC(1950, 0), Date.UTC(2149, 11, 31));

test.prop([within])('every instant that the calendar reaches is read as it is', (at) => {
  expect(readInstant(at)).toBe(timestampMs(at));
});

test.prop([within, fc.nat({ max: 23 }), fc.string({ minLength: 1, maxLength: 1 })])(
  'a wrong sign anywhere is refused, or makes another instant',
  (at, place, sign) => {
    const text = at.slice(0, place) + sign + at.slice(place + 1);
    const ms = readInstant(text);
    if (!Number.isNaN(ms)) expect(new Date(ms).toISOString()).toBe(text);
  },
);

it.each([
  '2026-02-29T00:00:00.000Z',
  '1949-12-31T23:59:59.999Z',
  '2150-01-01T00:00:00.000Z',
  '2026-01-01',
  '',
  7,
])('refuses %s', (text) => {
  expect(readInstant(text)).toBeNaN();
});

it('reads other ways to write an instant', () => {
  expect(readInstant('2026-05-03T10:15+02:00')).toBe(Date.UTC(2026, 4, 3, 8, 15));
});
