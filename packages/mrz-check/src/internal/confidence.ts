import { RISKS } from '../generated/calibration.js';

/**
 * What else speaks for a character. Where all check digits hold and all fields are well-formed: `alone`, no digit is
 * calculated over it; `vouched`, one is; `repaired`, they decided against what was seen. `unchecked`: anywhere else.
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
