import type { PlainDate } from '@dossierkit/core';
import type { MrzLayout } from '../layout.js';
import type { MrzDoubt, MrzRepair } from '../reading.js';
import { type Cell, cellsOf } from './cells.js';
import { CLEAR, correct, holds, linesOf } from './correct.js';
import { GLYPHS } from './glyph-net-shape.js';

/** A zone's characters, decided. */
export interface Decoded {
  readonly lines: readonly string[];
  readonly repairs: readonly MrzRepair[];
  readonly doubts: readonly MrzDoubt[];
  /** How likely each character is right, line by line. */
  readonly confidences: readonly (readonly number[])[];
  readonly checksHold: boolean;
}

/** Decides what the zone says: the format's alphabets, then its check digits and dates. */
export function decode(layout: MrzLayout, glyphs: readonly Float32Array[], today: PlainDate): Decoded {
  const cells = cellsOf(layout, glyphs);
  const plain = linesOf(layout, cells, new Map());
  const correction = holds(layout, plain, today) ? undefined : correct(layout, cells, plain, today);
  const lines = correction?.taken ? linesOf(layout, cells, correction.taken) : plain;
  const checksHold = holds(layout, lines, today);
  const repairs: MrzRepair[] = [];
  cells.forEach((cell, index) => {
    const taken = (lines[cell.line] as string)[cell.at] as string;
    if (taken === cell.seen) return;
    const because = correction?.taken?.has(index) ? 'check-digit' : 'alphabet';
    repairs.push({ line: cell.line, at: cell.at, seen: cell.seen, taken, because });
  });
  const doubts = doubtsOf(layout, cells, lines, checksHold, correction?.ambiguous ?? []);
  return { lines, repairs, doubts, confidences: confidencesOf(layout, cells, lines, checksHold), checksHold };
}

/** Characters with more than one reading left. A check digit that holds vouches for what it covers. */
function doubtsOf(
  layout: MrzLayout,
  cells: readonly Cell[],
  lines: readonly string[],
  checksHold: boolean,
  ambiguous: readonly number[],
): MrzDoubt[] {
  const doubts: MrzDoubt[] = [];
  cells.forEach(({ line, at, options }, index) => {
    const taken = (lines[line] as string)[at] as string;
    const own = options.find((option) => option.glyph === taken)?.cost ?? 0;
    const isVouchedFor = checksHold && isProtected(layout, line, at);
    const other = options.find(
      ({ glyph }) => glyph !== taken && !(isVouchedFor && weightOf(glyph) !== weightOf(taken)),
    );
    if (!other) return;
    if (ambiguous.includes(index) || other.cost - own < CLEAR)
      doubts.push({ line, at, taken, or: other.glyph });
  });
  return doubts;
}

/** Glyphs that count the same in a check digit, which cannot tell them apart. */
const weightOf = (glyph: string): number => (glyph === '<' ? 0 : GLYPHS.indexOf(glyph) % 10);

function isProtected(layout: MrzLayout, line: number, at: number): boolean {
  return layout.checks.some(
    (check) =>
      (check.line === line && check.at === at) ||
      check.over.some((range) => range.line === line && at >= range.start && at < range.end),
  );
}

function confidencesOf(
  layout: MrzLayout,
  cells: readonly Cell[],
  lines: readonly string[],
  checksHold: boolean,
): number[][] {
  const confidences = layout.lengths.map((): number[] => []);
  for (const { line, at, options } of cells) {
    const taken = (lines[line] as string)[at];
    let total = 0;
    let own = 0;
    for (const { glyph, cost } of options) {
      const vouched =
        checksHold && isProtected(layout, line, at) && weightOf(glyph) !== weightOf(taken as string);
      const share = Math.exp(-cost) * (vouched ? 0.01 : 1);
      total += share;
      if (glyph === taken) own = share;
    }
    (confidences[line] as number[]).push(own / total);
  }
  return confidences;
}
