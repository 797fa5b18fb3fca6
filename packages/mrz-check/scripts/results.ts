import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Support } from '../src/internal/confidence.js';
import type { Damage } from './draw-zone.js';

/** What became of one made-up zone. */
export interface ZoneResult {
  readonly seed: number;
  readonly damage: Damage;
  readonly format: string;
  readonly outcome: 'exact' | 'wrong' | 'none';
  readonly valid: boolean;
  readonly accepted: boolean;
  readonly repairs: number;
  /** What spoke for each character, its margin, and whether it was right (1); empty where the format was misread. */
  readonly characters: readonly (readonly [Support, number, 0 | 1])[];
  readonly ms: number;
}

/** What became of one page without a zone. */
export interface PageResult {
  readonly seed: number;
  readonly kind: string;
  readonly found: boolean;
  readonly accepted: boolean;
  readonly ms: number;
}

/** All results of a kind in a folder. */
export function resultsIn<T>(folder: string, what: 'zones' | 'pages'): T[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${what}-`))
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T[]);
}
