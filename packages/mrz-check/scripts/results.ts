import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Support } from '../src/internal/confidence.js';
import type { Damage } from './draw-zone.js';

/** One character that was decided: what spoke for it, how clearly, and whether it was right. */
export type CharacterResult = readonly [
  support: Support,
  margin: number,
  right: 0 | 1,
  taken: string,
  line: number,
  hasOther: 0 | 1,
  isPlainlyOtherwise: 0 | 1,
];

/** What became of one made-up zone. */
export interface ZoneResult {
  readonly seed: number;
  readonly damage: Damage;
  readonly format: string;
  readonly outcome: 'exact' | 'wrong' | 'none';
  readonly valid: boolean;
  readonly accepted: boolean;
  readonly repairs: number;
  /** Nothing but its doubts speaks against it. */
  readonly sound: boolean;
  /** Empty where the format was misread. */
  readonly characters: readonly CharacterResult[];
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
