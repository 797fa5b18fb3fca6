import { timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import { timestamps } from '@dossierkit/core/testing';
import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { cardRetryLimits, nextCardRetry } from './card-retries.js';

it('lets a Mastercard payment be tried ten times in a day, and a Visa payment fifteen times in a month', () => {
  const first = timestampMs(timestamp('2026-06-01T10:00:00Z'));
  const tries = Array.from({ length: 15 }, (_, hour) => timestampFromMs(first + hour * 3_600_000));
  const soon = timestamp('2026-06-02T01:00:00Z');
  expect(nextCardRetry(cardRetryLimits.mastercard, tries.slice(0, 9), soon)).toBe('2026-06-02T01:00:00.000Z');
  expect(nextCardRetry(cardRetryLimits.mastercard, tries.slice(0, 10), soon)).toBe(
    '2026-06-02T10:00:00.000Z',
  );
  expect(nextCardRetry(cardRetryLimits.visa, tries, soon)).toBe('2026-07-01T10:00:00.000Z');
});

test.prop([
  fc.constantFrom(...Object.values(cardRetryLimits)),
  fc.array(timestamps(0, 60 * 86_400_000), { maxLength: 40 }),
  timestamps(0, 60 * 86_400_000),
])('never exceeds the limit in any window, nor tries before it is wanted', (limit, wishes, from) => {
  const tries: ReturnType<typeof timestampFromMs>[] = [];
  for (const wish of wishes) tries.push(nextCardRetry(limit, tries, wish));
  const next = nextCardRetry(limit, tries, from);
  expect(next >= from).toBe(true);
  for (const end of [...tries, next]) {
    const start = timestampMs(end) - limit.hours * 3_600_000;
    const inWindow = [...tries, next].filter((each) => each <= end && timestampMs(each) > start);
    expect(inWindow.length).toBeLessThanOrEqual(limit.max);
  }
});
