// Made by scripts/calibrate.ts from 3900 zones of scripts/nightly.ts (302984 characters, seeds 0 and up).
import type { Support } from '../internal/confidence.js';

/** How often a character was wrong, by its margin in steps, for each kind of support. */
export const RISKS: Readonly<Record<Support, readonly number[]>> = {
  unchecked: [0.5, 0.217, 0.106, 0.106, 0.0743, 0.0121, 0.00469, 0.00469, 0.00381, 0.00381, 0.00168, 0.00168, 0.00168, 0.00143, 0.00143, 0.00143, 0.00142],
  alone: [0.457, 0.302, 0.0855, 0.0257, 0.00411, 0.00106, 0.000856, 0.000856, 0.000258, 0.000146, 0.0000855, 0.0000526, 0.0000358, 0.0000118, 0.0000118, 0.0000118, 0.00000678],
  vouched: [0.438, 0.0833, 0.0833, 0.0833, 0.0833, 0.0366, 0.0124, 0.0124, 0.00282, 0.00164, 0.000916, 0.000407, 0.000155, 0.0000927, 0.0000563, 0.0000563, 0.0000563],
  repaired: [0.25, 0.25, 0.25, 0.25, 0.25, 0.125, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429, 0.0429],
};
