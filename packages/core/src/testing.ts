import * as fc from 'fast-check';
import type { Finding } from './finding.js';
import type { Box } from './geometry.js';
import { type Money, money } from './money.js';
import { dayFromNumber, type PlainDate, type Timestamp, timestampFromMs } from './time.js';

/** Findings with arbitrary codes, outcomes and severities. */
export function finding(): fc.Arbitrary<Finding> {
  return fc.record({
    code: fc.constantFrom('test/one', 'test/two', 'test/three'),
    outcome: fc.constantFrom('passed', 'failed', 'inconclusive'),
    severity: fc.constantFrom('info', 'warning', 'critical'),
    params: fc.constant({}),
  });
}

/** Calendar days, by default of the years 1900 to 2100. */
export function plainDates(first = -25_567, last = 47_846): fc.Arbitrary<PlainDate> {
  return fc.integer({ min: first, max: last }).map(dayFromNumber);
}

/** Instants, by default of the years 1970 to 2100. */
export function timestamps(firstMs = 0, lastMs = 4_133_980_799_999): fc.Arbitrary<Timestamp> {
  return fc.integer({ min: firstMs, max: lastMs }).map(timestampFromMs);
}

/** Amounts of one currency, positive and negative. */
export function amounts(currency = 'EUR', maxMinor = 1_000_000_000): fc.Arbitrary<Money> {
  return fc.integer({ min: -maxMinor, max: maxMinor }).map((minor) => money(minor, currency));
}

/** Boxes that lie on their page. */
export function boxes(): fc.Arbitrary<Box> {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .tuple(unit, unit, unit, unit)
    .map(([x, y, w, h]) => ({ x, y, width: w * (1 - x), height: h * (1 - y) }));
}
