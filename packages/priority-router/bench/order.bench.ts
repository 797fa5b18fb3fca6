import { timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import { test } from 'vitest';
import { createBusinessCalendar, createRouter, defineBusinessHours } from '../src/index.js';

const COUNT = 50_000;
const day = [['08:00', '18:00']] as [string, string][];
const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'Europe/Paris', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);
const start = timestamp('2026-06-01T07:00:00Z');
const weights = { reasons: { r0: 1, r1: 2, r2: 3 } };
const router = createRouter({ calendar, strategy: { id: 'bench', version: '1', weights } });
router.apply({ type: 'advisor-set', at: start, advisor: 'ana', teams: ['t'] });
const rows = Array.from({ length: COUNT }, (_, index) => ({
  item: `m${index}`,
  team: 't',
  reason: `r${index % 3}`,
  receivedAt: timestampFromMs(timestampMs(start) + index * 10),
}));
router.importMessages(rows, start);
const objects = rows.map(({ receivedAt }, index) => ({
  arrived: timestampMs(receivedAt),
  tier: index % 3,
  score: 0,
}));

test('a changed weight, and the first 50 of 50,000', async ({ bench }) => {
  let points = 0;
  await bench.compare(
    bench('objects recomputed and sorted (baseline)', () => {
      const now = timestampMs(start);
      points = (points + 1) % 50;
      for (const each of objects) each.score = each.tier * points + (now - each.arrived) / 3_600_000;
      objects.sort((a, b) => b.score - a.score).slice(0, 50);
    }),
    bench('router', () => {
      points = (points + 1) % 50;
      router.apply({ type: 'weight-changed', at: start, path: ['reasons', 'r1'], points });
      router.list('ana');
    }),
  );
});
