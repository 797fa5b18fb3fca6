import type { QualityMeasures } from '../quality-measures.js';

/** Mean log-odds from which it is certain that level text stands upright, or on its head. */
const SURE = 0.18;

/** How a page lies. */
export interface WayUp {
  /** Quarter turns clockwise that make it upright. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** Whether its text says so; else it is only assumed. */
  readonly sure: boolean;
}

/** Tells from the lines of text how the page lies. That it lies on its side is certain wherever there are lines. */
export function wayUp({ degrees, upright = 0 }: QualityMeasures['text']): WayUp {
  if (degrees === undefined) return { quarterTurns: 0, sure: false };
  // On its side, text that reads downwards needs three quarter turns clockwise, else one.
  if (degrees > 45) return { quarterTurns: upright >= 0 ? 3 : 1, sure: true };
  return { quarterTurns: upright < -SURE ? 2 : 0, sure: Math.abs(upright) >= SURE };
}
