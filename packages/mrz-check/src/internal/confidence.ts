import { RISKS } from '../generated/calibration.js';

/**
 * What else speaks for a character whose field is well-formed. `vouched`: check digits are calculated over it and hold, one
 * of them without a repair; `repaired`: they decided against what was seen; `alone`: none is, but all that the zone has hold
 * without a repair. `unchecked`: else.
 */
export type Support = 'unchecked' | 'alone' | 'vouched' | 'repaired';

/** Nats to a step of the table, and how many steps it has; the last holds all larger margins as well. */
export const MARGIN_STEP = 0.5;
export const MARGIN_STEPS = 17;

/**
 * How likely a character is right whose next likeliest reading is `margin` nats less likely: what came true in thousands
 * of made-up zones.
 */
export function confidenceOf(margin: number, support: Support): number {
  const step = Math.min(MARGIN_STEPS - 1, Math.max(0, Math.floor(margin / MARGIN_STEP)));
  return 1 - (RISKS[support][step] as number);
}
