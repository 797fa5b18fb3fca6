import { ALPHABETS, type MrzCheckLayout, type MrzFormat, type MrzLayout } from '../layout.js';
import { CLASSES, GLYPHS } from './glyph-net-shape.js';

/** One character of the zone with its possible readings, the likeliest first. */
export interface Cell {
  readonly line: number;
  readonly at: number;
  /** The likeliest glyph of all, allowed or not. */
  readonly seen: string;
  /** How much likelier that one is than every allowed reading, in nats; 0 where it is allowed. */
  readonly forced: number;
  readonly options: readonly Option[];
}

export interface Option {
  readonly glyph: string;
  /** How much less likely than the likeliest allowed reading: 0 for that one; in nats. */
  readonly cost: number;
}

/** A reading that is e^8 times less likely than the best is not considered. */
export const MOST_COST = 8;

/** Every cell with what its place allows. */
export function cellsOf(layout: MrzLayout, glyphs: readonly Float32Array[]): Cell[] {
  const cells: Cell[] = [];
  layout.lengths.forEach((length, line) => {
    for (let at = 0; at < length; at++) {
      const scores = sharpened(
        (glyphs[line] as Float32Array).subarray(at * GLYPHS.length, (at + 1) * GLYPHS.length),
      );
      cells.push({ line, at, ...readingsOf(scores, allowedAt(layout, line, at)) });
    }
  });
  preferCompany(cells);
  clearTails(layout, cells);
  return cells;
}

/** Undoes the softening of the labels that the network learned from: 2 % of each went to all classes alike. */
export function sharpened(logProbabilities: Float32Array): Float32Array {
  return logProbabilities.map((log) => Math.log(Math.max(1e-5, (Math.exp(log) - 0.02 / CLASSES) / 0.98)));
}

/** The readings that are allowed at a place, the likeliest first. */
export function readingsOf(scores: Float32Array, allowed: string): Pick<Cell, 'seen' | 'forced' | 'options'> {
  let seen = 0;
  for (let g = 1; g < scores.length; g++) if ((scores[g] as number) > (scores[seen] as number)) seen = g;
  const ranked = [...allowed]
    .map((glyph) => ({ glyph, score: scores[GLYPHS.indexOf(glyph)] as number }))
    .sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  const options = ranked
    .map(({ glyph, score }) => ({ glyph, cost: top - score }))
    .filter((o) => o.cost < MOST_COST);
  return { seen: GLYPHS[seen] as string, forced: (scores[seen] as number) - top, options };
}

/** What a document code begins with; more than the standard has, because some states do as they like. */
const FIRST_LETTERS: Readonly<Record<MrzFormat, string>> = {
  TD1: 'ACDIP',
  TD2: 'ACDIP',
  TD3: 'ACIP',
  'MRV-A': 'V',
  'MRV-B': 'V',
  'FRENCH-CNI': 'I',
  'SWISS-DL': 'F',
  'FRENCH-DL': 'ABD',
};

const alphabets = new WeakMap<MrzLayout, string[][]>();

/** The characters that may stand at a place. */
export function allowedAt(layout: MrzLayout, line: number, at: number): string {
  let places = alphabets.get(layout);
  if (!places) {
    places = layout.lengths.map((length) => Array.from({ length }, () => ALPHABETS.any));
    for (const { line: l, start, end, alphabet } of layout.fields) {
      for (let i = start; i < end; i++) (places[l] as string[])[i] = ALPHABETS[alphabet];
    }
    for (const check of layout.checks)
      (places[check.line] as string[])[check.at] = checkAlphabet(layout, check);
    (places[layout.format === 'SWISS-DL' ? 1 : 0] as string[])[0] = FIRST_LETTERS[layout.format];
    alphabets.set(layout, places);
  }
  return places[line]?.[at] ?? ALPHABETS.any;
}

function checkAlphabet({ format }: MrzLayout, { of }: MrzCheckLayout): string {
  const mayBeFiller =
    of === 'optionalData' || (of === 'documentNumber' && (format === 'TD1' || format === 'TD2'));
  return mayBeFiller ? ALPHABETS.date : ALPHABETS.digit;
}

/**
 * How much rarer, in nats, a letter is than a digit between two digits, or than a filler between two fillers; and an O
 * between digits, which states avoid.
 */
const LONE_LETTER = 2;
const LONE_O = 3;

/** Where letters may stand as well, one between two digits is rather a digit, and one between two fillers a filler. */
function preferCompany(cells: Cell[]): void {
  const kinds = cells.map(({ options }) => kindOf(options[0]?.glyph ?? '<'));
  cells.forEach((cell, index) => {
    const company = kinds[index - 1];
    if (company === 'letter' || company !== kinds[index + 1]) return;
    if (!cell.options.some(({ glyph }) => kindOf(glyph) === company)) return;
    const weighed = cell.options
      .map(({ glyph, cost }) => ({ glyph, cost: cost + rarity(glyph, company) }))
      .sort((a, b) => a.cost - b.cost);
    const least = weighed[0]?.cost ?? 0;
    cells[index] = { ...cell, options: weighed.map(({ glyph, cost }) => ({ glyph, cost: cost - least })) };
  });
}

function rarity(glyph: string, company: 'digit' | 'filler' | undefined): number {
  if (kindOf(glyph) !== 'letter') return 0;
  return glyph === 'O' && company === 'digit' ? LONE_O : LONE_LETTER;
}

function kindOf(glyph: string): 'letter' | 'digit' | 'filler' {
  if (glyph === '<') return 'filler';
  return glyph <= '9' ? 'digit' : 'letter';
}

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
