// Made by scripts/calibrate.ts from 2100 zones of scripts/nightly.ts (170978 characters, seeds 0 and up).
import type { Support } from '../internal/confidence.js';

/** How often a character was wrong, by its margin in steps, for each kind of support. */
export const RISKS: Readonly<Record<Support, readonly number[]>> = {
  unchecked: [0.5, 0.294, 0.109, 0.0735, 0.0478, 0.0278, 0.0128, 0.000349, 0.000349, 0.000349, 0.000349, 0.000349, 0.000349, 0.000349, 0.000349, 0.000349, 0.000349],
  alone: [0.469, 0.167, 0.0686, 0.00538, 0.00286, 0.00163, 0.00114, 0.000735, 0.000448, 0.000232, 0.000133, 0.0000816, 0.0000565, 0.0000183, 0.0000183, 0.0000183, 0.0000106],
  vouched: [0.25, 0.25, 0.105, 0.105, 0.105, 0.105, 0.0152, 0.0122, 0.00769, 0.0041, 0.00208, 0.000963, 0.00032, 0.000172, 0.0000762, 0.0000762, 0.0000256],
  repaired: [0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025],
};
