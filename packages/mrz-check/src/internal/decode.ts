import type { PlainDate } from '@dossierkit/core';
import { ALPHABETS, type MrzCheckLayout, type MrzFormat, type MrzLayout } from '../layouts.js';
import type { MrzDoubt, MrzRepair } from '../reading.js';
import { checkDigitsOf } from './check-digits.js';
import { detailsOf } from './details.js';
import { CLASSES, GLYPHS } from './glyph-net-shape.js';

/** A zone's characters, decided. */
export interface Decoded {
  readonly lines: readonly string[];
  readonly repairs: readonly MrzRepair[];
  readonly doubts: readonly MrzDoubt[];
  /** How likely each character is right, line by line. */
  readonly confidences: readonly (readonly number[])[];
  readonly checksHold: boolean;
}

/** One character of the zone with its possible readings, the likeliest first. */
export interface Cell {
  readonly line: number;
  readonly at: number;
  /** The likeliest glyph of all, allowed or not. */
  readonly seen: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly glyph: string;
  /** How much less likely than the likeliest allowed reading: 0 for that one; in nats. */
  readonly cost: number;
}

/** A reading that is e^8 times less likely than the best is not considered. */
const MOST_COST = 8;
/** What all corrections together may cost: beyond it, it is likelier that the document itself is wrong. */
const MOST_REPAIR = 9;
/** How much the second best correction must be worse, and how much worse the second reading of an unprotected character. */
const CLEAR = 2.5;
const MOST_STEPS = 700;

/** Decides what the zone says: the format's alphabets, then its check digits and dates. */
export function decode(layout: MrzLayout, glyphs: readonly Float32Array[], today: PlainDate): Decoded {
  const cells = cellsOf(layout, glyphs);
  preferZeros(cells);
  clearTails(layout, cells);
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

/** Every cell with what its place allows. */
function cellsOf(layout: MrzLayout, glyphs: readonly Float32Array[]): Cell[] {
  const cells: Cell[] = [];
  layout.lengths.forEach((length, line) => {
    for (let at = 0; at < length; at++) {
      const scores = sharpened(
        (glyphs[line] as Float32Array).subarray(at * GLYPHS.length, (at + 1) * GLYPHS.length),
      );
      cells.push({ line, at, ...readingsOf(scores, allowedAt(layout, line, at)) });
    }
  });
  return cells;
}

/** Undoes the softening of the labels that the network learned from: 2 % of each went to all classes alike. */
function sharpened(logProbabilities: Float32Array): Float32Array {
  return logProbabilities.map((log) => Math.log(Math.max(1e-5, (Math.exp(log) - 0.02 / CLASSES) / 0.98)));
}

function readingsOf(scores: Float32Array, allowed: string): Pick<Cell, 'seen' | 'options'> {
  let seen = 0;
  for (let g = 1; g < scores.length; g++) if ((scores[g] as number) > (scores[seen] as number)) seen = g;
  const ranked = [...allowed]
    .map((glyph) => ({ glyph, score: scores[GLYPHS.indexOf(glyph)] as number }))
    .sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  const options = ranked
    .map(({ glyph, score }) => ({ glyph, cost: top - score }))
    .filter((o) => o.cost < MOST_COST);
  return { seen: GLYPHS[seen] as string, options };
}

/** What a document code begins with; more than the standard has, because some states do as they like. */
const FIRST_LETTERS: Readonly<Record<MrzFormat, string>> = {
  TD1: 'ACDIP',
  TD2: 'ACDIP',
  TD3: 'ACIP',
  MRVA: 'V',
  MRVB: 'V',
  FRENCH_ID: 'I',
  SWISS_LICENCE: 'F',
  FRENCH_LICENCE: 'ABD',
};

const alphabets = new WeakMap<MrzLayout, string[][]>();

/** The characters that may stand at a place. */
function allowedAt(layout: MrzLayout, line: number, at: number): string {
  let places = alphabets.get(layout);
  if (!places) {
    places = layout.lengths.map((length) => Array.from({ length }, () => ALPHABETS.any));
    for (const { line: l, start, end, alphabet } of layout.fields) {
      for (let i = start; i < end; i++) (places[l] as string[])[i] = ALPHABETS[alphabet];
    }
    for (const check of layout.checks)
      (places[check.line] as string[])[check.at] = checkAlphabet(layout, check);
    (places[layout.format === 'SWISS_LICENCE' ? 1 : 0] as string[])[0] = FIRST_LETTERS[layout.format];
    alphabets.set(layout, places);
  }
  return places[line]?.[at] ?? ALPHABETS.any;
}

function checkAlphabet({ format }: MrzLayout, { of }: MrzCheckLayout): string {
  const mayBeFiller =
    of === 'optionalData' || (of === 'documentNumber' && (format === 'TD1' || format === 'TD2'));
  return mayBeFiller ? ALPHABETS.date : ALPHABETS.digit;
}

/** Between digits, and where both may stand, a 0 is far more common than an O, which states avoid in numbers. */
function preferZeros(cells: Cell[]): void {
  const isDigit = (cell: Cell | undefined): boolean => /\d/.test(cell?.options[0]?.glyph ?? '');
  cells.forEach((cell, index) => {
    const [first, second] = cell.options;
    if (first?.glyph !== 'O' || second?.glyph !== '0' || second.cost > COMMON_ZERO) return;
    if (!isDigit(cells[index - 1]) || !isDigit(cells[index + 1])) return;
    const rest = cell.options.slice(2);
    const options = [{ ...second, cost: 0 }, { ...first, cost: COMMON_ZERO - second.cost }, ...rest];
    cells[index] = { ...cell, options: options.sort((a, b) => a.cost - b.cost) };
  });
}

const COMMON_ZERO = 2;

/** Behind the given names and two fillers nothing follows: a lone letter there is a filler that looked odd. */
function clearTails(layout: MrzLayout, cells: Cell[]): void {
  for (const { name, line, start, end } of layout.fields) {
    if (name !== 'name') continue;
    const first = cells.findIndex((cell) => cell.line === line && cell.at === start);
    const text = cells.slice(first, first + end - start).map((cell) => cell.options[0]?.glyph ?? '<');
    const gap = text.join('').indexOf('<<');
    if (gap < 0) continue;
    for (let i = gap + 4; i < text.length; i++) {
      if (text[i] === '<' || text[i - 1] !== '<' || text[i - 2] !== '<') continue;
      const cell = cells[first + i] as Cell;
      const filler = cell.options.find((option) => option.glyph === '<');
      if (!filler || filler.cost > 3.5) continue;
      cells[first + i] = { ...cell, options: [{ glyph: '<', cost: 0 }] };
      text[i] = '<';
    }
  }
}

/** The zone with the likeliest characters, but for those that are taken otherwise. */
function linesOf(layout: MrzLayout, cells: readonly Cell[], taken: ReadonlyMap<number, string>): string[] {
  const lines = layout.lengths.map(() => '');
  cells.forEach(({ line, options }, index) => {
    lines[line] += taken.get(index) ?? options[0]?.glyph ?? '<';
  });
  return lines;
}

/** Every check digit is right and every date is one. */
function holds(layout: MrzLayout, lines: readonly string[], today: PlainDate): boolean {
  return (
    checkDigitsOf(layout, lines).every((digit) => digit.holds) &&
    detailsOf(layout, lines, today).every((detail) => detail.problem !== 'not-a-date')
  );
}

interface Correction {
  /** What is taken otherwise, by cell; absent where no correction is clearly the best. */
  readonly taken?: ReadonlyMap<number, string>;
  /** The cells in which equally good corrections differ. */
  readonly ambiguous: readonly number[];
}

/** The likeliest other reading that satisfies all check digits, if there is one and it is clearly the likeliest. */
function correct(
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
  checkDigitsOf(layout, plain).forEach(({ holds: ok }, i) => {
    const check = layout.checks[i] as MrzCheckLayout;
    if (ok) return;
    marked.add(`${check.line}:${check.at}`);
    for (const { line, start, end } of check.over)
      for (let k = start; k < end; k++) marked.add(`${line}:${k}`);
  });
  for (const { line, start, end, problem } of detailsOf(layout, plain, today)) {
    if (problem === 'not-a-date') for (let k = start; k < end; k++) marked.add(`${line}:${k}`);
  }
  return cells
    .map((cell, index) => ({ index, cell }))
    .filter(({ cell }) => cell.options.length > 1 && marked.has(`${cell.line}:${cell.at}`))
    .sort((a, b) => (a.cell.options[1] as Option).cost - (b.cell.options[1] as Option).cost)
    .slice(0, MOST_SUSPECTS)
    .map(({ index }) => index);
}

/** All choices of one option a cell, the likeliest first. */
function* inOrderOfCost(
  options: readonly (readonly Option[])[],
): Generator<{ readonly cost: number; readonly choice: readonly number[] }> {
  const queue: { cost: number; choice: number[]; last: number }[] = [
    { cost: 0, choice: options.map(() => 0), last: 0 },
  ];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = takeLeast(queue);
    if (!next) return;
    yield next;
    for (let i = next.last; i < options.length; i++) {
      const now = next.choice[i] as number;
      const from = options[i]?.[now];
      const to = options[i]?.[now + 1];
      if (!from || !to) continue;
      const choice = next.choice.slice();
      choice[i] = now + 1;
      push(queue, { cost: next.cost + to.cost - from.cost, choice, last: i });
    }
  }
}

/** A binary heap by cost. */
function push<T extends { readonly cost: number }>(heap: T[], item: T): void {
  heap.push(item);
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if ((heap[parent] as T).cost <= item.cost) break;
    heap[i] = heap[parent] as T;
    i = parent;
  }
  heap[i] = item;
}

function takeLeast<T extends { readonly cost: number }>(heap: T[]): T | undefined {
  const least = heap[0];
  const item = heap.pop();
  if (!least || !item || heap.length === 0) return least;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] as T).cost < (heap[child] as T).cost) child++;
    if ((heap[child] as T).cost >= item.cost) break;
    heap[i] = heap[child] as T;
    i = child;
  }
  heap[i] = item;
  return least;
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
