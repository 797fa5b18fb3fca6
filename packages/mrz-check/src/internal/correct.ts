import type { PlainDate } from '@dossierkit/core';
import type { MrzCheckLayout, MrzFieldLayout, MrzLayout } from '../layout.js';
import type { Cell, Option } from './cells.js';
import { checkDigitsOf, longNumber } from './check-digits.js';
import { inOrderOfCost } from './in-order-of-cost.js';
import { isMonth, readBirthDate, readExpiryDate } from './mrz-date.js';

/** What all corrections together may cost: beyond it, it is likelier that the document itself is wrong. */
const MOST_REPAIR = 9;
/** How much worse, in nats, the second best reading must be to leave no doubt. */
export const CLEAR = 2.5;

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
export function holds(layout: MrzLayout, lines: readonly string[], today: PlainDate): boolean {
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

/** What to take otherwise. */
export interface Correction {
  /** What is taken otherwise, by cell; absent where no correction is clearly the best. */
  readonly taken?: ReadonlyMap<number, string>;
  /** The cells in which equally good corrections differ. */
  readonly ambiguous: readonly number[];
}

/** The likeliest other reading that satisfies all check digits, if there is one and it is clearly the likeliest. */
export function correct(
  layout: MrzLayout,
  cells: readonly Cell[],
  plain: readonly string[],
  today: PlainDate,
): Correction | undefined {
  const open = suspects(layout, cells, plain, today);
  let best: { cost: number; taken: Map<number, string> } | undefined;
  for (const { cost, choice } of inOrderOfCost(open.map((index) => (cells[index] as Cell).options))) {
    if (cost > (best ? best.cost + CLEAR : MOST_REPAIR)) break;
    const taken = new Map<number, string>();
    choice.forEach((option, i) => {
      const index = open[i] as number;
      if (option > 0) taken.set(index, (cells[index] as Cell).options[option]?.glyph as string);
    });
    if (!holds(layout, linesOf(layout, cells, taken), today)) continue;
    if (best) return { ambiguous: [...new Set([...best.taken.keys(), ...taken.keys()])] };
    best = { cost, taken };
  }
  return best && { taken: best.taken, ambiguous: [] };
}

const MOST_SUSPECTS = 14;

/** The least certain cells among those that a failed check digit or a wrong date covers. */
function suspects(
  layout: MrzLayout,
  cells: readonly Cell[],
  plain: readonly string[],
  today: PlainDate,
): number[] {
  const marked = new Set<string>();
  checkDigitsOf(layout, plain, longNumber(layout, plain)).forEach(({ holds: ok }, i) => {
    const check = layout.checks[i] as MrzCheckLayout;
    if (ok) return;
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
