import type { PlainDate } from '@dossierkit/core';
import type { MrzCheckLayout, MrzFieldLayout, MrzLayout } from '../layout.js';
import type { Cell, Option } from './cells.js';
import { checkDigitsOf, longNumber } from './check-digits.js';
import { inOrderOfCost, MOST_STEPS } from './in-order-of-cost.js';
import { isMonth, readBirthDate, readExpiryDate } from './mrz-date.js';

/** What all corrections together may cost: beyond it, it is likelier that the document itself is wrong. */
const MOST_REPAIR = 9;
/** How much worse, in nats, the second best correction must be, or none is made. */
const CLEAR = 2.5;
/** How much worse corrections are still looked for, to know how far behind the second best is. */
const WIDE = 6;

/** The zone with the likeliest characters, but for those that are taken otherwise. */
export function linesOf(
  layout: MrzLayout,
  cells: readonly Cell[],
  taken: ReadonlyMap<number, string>,
): string[] {
  const lines = layout.lengths.map(() => '');
  cells.forEach(({ line, options }, index) => {
    lines[line] += taken.get(index) ?? options[0]?.glyph ?? '<';
  });
  return lines;
}

/** Every check digit is right and every date is one. */
function holds(layout: MrzLayout, lines: readonly string[], today: PlainDate): boolean {
  return (
    checkDigitsOf(layout, lines, longNumber(layout, lines)).every((digit) => digit.holds) &&
    layout.fields.every((field) => !isWrongDate(field, lines, today))
  );
}

function isWrongDate({ name, line, start, end }: MrzFieldLayout, lines: readonly string[], today: PlainDate) {
  if (name !== 'birthDate' && name !== 'expiryDate' && name !== 'issueMonth') return false;
  const text = (lines[line] as string).slice(start, end);
  if (name === 'issueMonth') return !isMonth(text);
  return (name === 'birthDate' ? readBirthDate(text, today) : readExpiryDate(text, today)) === undefined;
}

/** What the check digits and the calendar make of the cells. */
export interface Correction {
  /** What is taken otherwise than it looks, by cell. Empty where nothing need be, or where no correction is clearly the best. */
  readonly taken: ReadonlyMap<number, string>;
  /** The cells in which the two likeliest readings that satisfy all check digits differ. */
  readonly contested: readonly number[];
  /** How much less likely, in nats, the second of these is, as far as was looked. */
  readonly gap: number;
}

/**
 * Looks for the two likeliest readings that satisfy all check digits. The first is taken if it is clearly likelier than the
 * second; that what was seen satisfies them may be chance as well, when two characters are wrong at once.
 */
export function correct(
  layout: MrzLayout,
  cells: readonly Cell[],
  plain: readonly string[],
  today: PlainDate,
): Correction {
  const open = suspects(layout, cells, plain, today);
  let best: { readonly cost: number; readonly taken: ReadonlyMap<number, string> } | undefined;
  let reached = 0;
  let steps = 0;
  for (const { cost, choice } of inOrderOfCost(open.map((index) => (cells[index] as Cell).options))) {
    reached = cost;
    if (cost > (best ? best.cost + WIDE : MOST_REPAIR)) break;
    steps++;
    const taken = new Map<number, string>();
    choice.forEach((option, i) => {
      const index = open[i] as number;
      if (option > 0) taken.set(index, (cells[index] as Cell).options[option]?.glyph as string);
    });
    if (!holds(layout, linesOf(layout, cells, taken), today)) continue;
    if (!best) best = { cost, taken };
    else return contest(best.taken, taken, cost - best.cost);
  }
  if (!best) return { taken: new Map(), contested: [], gap: 0 };
  const gap = steps < MOST_STEPS ? WIDE : reached - best.cost;
  return { taken: best.taken, contested: [...best.taken.keys()], gap };
}

function contest(
  best: ReadonlyMap<number, string>,
  second: ReadonlyMap<number, string>,
  gap: number,
): Correction {
  const both = new Set([...best.keys(), ...second.keys()]);
  const contested = [...both].filter((index) => best.get(index) !== second.get(index));
  return { taken: gap < CLEAR ? new Map() : best, contested, gap };
}

const MOST_SUSPECTS = 14;

/** The least certain cells among those that a failed check digit or a wrong date covers; among all covered, if none is. */
function suspects(
  layout: MrzLayout,
  cells: readonly Cell[],
  plain: readonly string[],
  today: PlainDate,
): number[] {
  const marked = new Set<string>();
  const digits = checkDigitsOf(layout, plain, longNumber(layout, plain));
  const allHold = holds(layout, plain, today);
  digits.forEach(({ holds: ok }, i) => {
    const check = layout.checks[i] as MrzCheckLayout;
    if (ok && !allHold) return;
    marked.add(`${check.line}:${check.at}`);
    for (const { line, start, end } of check.over)
      for (let k = start; k < end; k++) marked.add(`${line}:${k}`);
  });
  for (const field of layout.fields) {
    if (!isWrongDate(field, plain, today)) continue;
    for (let k = field.start; k < field.end; k++) marked.add(`${field.line}:${k}`);
  }
  return cells
    .map((cell, index) => ({ index, cell }))
    .filter(({ cell }) => cell.options.length > 1 && marked.has(`${cell.line}:${cell.at}`))
    .sort((a, b) => (a.cell.options[1] as Option).cost - (b.cell.options[1] as Option).cost)
    .slice(0, MOST_SUSPECTS)
    .map(({ index }) => index);
}
