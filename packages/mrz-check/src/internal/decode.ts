import type { PlainDate } from '@dossierkit/core';
import type { MrzCheckLayout, MrzLayout, MrzRange } from '../layout.js';
import { readLines } from '../parse-mrz.js';
import type { MrzCheckDigit, MrzDoubt, MrzReading, MrzRepair } from '../reading.js';
import { type Cell, cellsOf, MOST_COST, type Option } from './cells.js';
import { confidenceOf, type Support } from './confidence.js';
import { correct, linesOf } from './correct.js';
import { fitStates } from './fit-states.js';
import { GLYPHS } from './glyph-net-shape.js';

/** A zone's characters, decided. */
export interface Decoded {
  readonly lines: readonly string[];
  readonly repairs: readonly MrzRepair[];
  readonly doubts: readonly MrzDoubt[];
  /** Character by character, line after line. */
  readonly characters: readonly DecodedCharacter[];
}

/** One character, decided. */
export interface DecodedCharacter {
  readonly line: number;
  readonly at: number;
  readonly taken: string;
  /** The likeliest other reading that is left, if one is. */
  readonly or?: string;
  /** How much less likely that one is, in nats; negative where the check digits decided against what was seen. */
  readonly margin: number;
  /** How much likelier, in nats, a reading is that the place does not allow; 0 where none is. */
  readonly forced: number;
  readonly support: Support;
  /** 0 to 1: how likely the character is right. */
  readonly confidence: number;
}

/** Decides what the zone says: the format's alphabets, the codes of states, then its check digits and dates. */
export function decode(layout: MrzLayout, glyphs: readonly Float32Array[], today: PlainDate): Decoded {
  const cells = cellsOf(layout, glyphs);
  fitStates(layout, cells);
  const plain = linesOf(layout, cells, new Map());
  const correction = correct(layout, cells, plain, today);
  const lines = linesOf(layout, cells, correction.taken);
  const reading = readLines(lines, today);
  const repaired = cells.filter((_, index) => correction.taken.has(index));
  const characters = cells.map((cell, index) =>
    characterOf(
      cell,
      lines,
      repaired.includes(cell) ? 'repaired' : supportOf(cell, reading, layout, repaired),
      {
        contested: correction.contested.includes(index),
        gap: correction.gap,
      },
    ),
  );
  const repairs: MrzRepair[] = [];
  cells.forEach(({ line, at, seen }, index) => {
    const { taken } = characters[index] as DecodedCharacter;
    if (taken === seen) return;
    const because = correction.taken.has(index) ? 'check-digit' : 'alphabet';
    repairs.push({ line, at, seen, taken, because });
  });
  return { lines, repairs, doubts: doubtsOf(characters), characters };
}

function characterOf(
  { line, at, seen, options, forced }: Cell,
  lines: readonly string[],
  support: Support,
  { contested, gap }: { readonly contested: boolean; readonly gap: number },
): DecodedCharacter {
  const taken = (lines[line] as string)[at] as string;
  const own = options.find(({ glyph }) => glyph === taken)?.cost ?? 0;
  const isLeft = ({ glyph }: Option): boolean =>
    glyph !== taken && (contested || support !== 'vouched' || weightOf(glyph) === weightOf(taken));
  const other = options.find(isLeft);
  const margin = contested ? gap : (other?.cost ?? MOST_COST) - own;
  const place = { line, at, taken, margin, forced, support };
  // The document may break the standard: what it prints is then said, and never put right in silence.
  if (isPlainlyOtherwise(place)) return { ...place, or: seen, confidence: 0.5 };
  return { ...place, ...(other && { or: other.glyph }), confidence: confidenceOf(margin, support) };
}

/** How much likelier, in nats, a character that the place does not allow is where it can no longer be a slip of the eye. */
const PLAINLY_OTHERWISE = 5;

export const isPlainlyOtherwise = ({ forced }: Pick<DecodedCharacter, 'forced'>): boolean =>
  forced > PLAINLY_OTHERWISE;

/** How likely one of the characters may be wrong of which nothing is said, at most. */
const SILENT_RISK = 0.01;

/**
 * The least certain characters, until the risks of those that are left add up to {@link SILENT_RISK} at most. The fillers
 * of one run look alike and are hidden together, so that a run counts once, with its least certain filler.
 */
export function doubtsOf(characters: readonly Omit<DecodedCharacter, 'forced'>[]): MrzDoubt[] {
  const runs = fillerRuns(characters);
  const byRisk = characters
    .map((character, index) => ({ ...character, index }))
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index);
  let risk = 0;
  const counted = new Map<number, number>();
  const doubtful: (MrzDoubt & { readonly index: number })[] = [];
  for (const { confidence, index, line, at, taken, or } of byRisk) {
    const run = runs[index] as number;
    risk += 1 - confidence - (counted.get(run) ?? 0);
    counted.set(run, 1 - confidence);
    if (risk > SILENT_RISK && or !== undefined) doubtful.push({ index, line, at, taken, or });
  }
  return doubtful.sort((a, b) => a.index - b.index).map(({ index: _, ...doubt }) => doubt);
}

/** For each character the index at which its run begins: the first of neighbouring fillers, else its own. */
function fillerRuns(characters: readonly Pick<DecodedCharacter, 'taken' | 'line'>[]): number[] {
  const runs: number[] = [];
  characters.forEach(({ taken, line }, index) => {
    const before = characters[index - 1];
    const goesOn = taken === '<' && before?.taken === '<' && before.line === line;
    runs.push(goesOn ? (runs[index - 1] as number) : index);
  });
  return runs;
}

/** Glyphs that count the same in a check digit, which cannot tell them apart. */
const weightOf = (glyph: string): number => (glyph === '<' ? 0 : GLYPHS.indexOf(glyph) % 10);

function supportOf(
  cell: Cell,
  reading: MrzReading | undefined,
  layout: MrzLayout,
  repaired: readonly Cell[],
): Support {
  if (!reading || reading.details.some((field) => field.problem && isIn(field, cell))) return 'unchecked';
  const { checkDigits } = reading;
  const over = layout.checks.flatMap((check, index) => (covers(check, cell) ? [index] : []));
  // Names stand beside codes and dates: where one of those is malformed, the whole line may be read beside its place.
  const isBesideItsPlace = (): boolean =>
    reading.details.some(({ problem, line }) => problem !== undefined && line === cell.line);
  if (over.length === 0) {
    return areAllHolding(checkDigits) && repaired.length === 0 && !isBesideItsPlace() ? 'alone' : 'unchecked';
  }
  if (!areAllHolding(over.map((index) => checkDigits[index]))) return 'unchecked';
  // A digit that holds because a character was taken otherwise has said all it can say.
  const isFree = (index: number): boolean =>
    !repaired.some((other) => covers(layout.checks[index] as MrzCheckLayout, other));
  return over.some(isFree) ? 'vouched' : 'unchecked';
}

const areAllHolding = (digits: readonly (MrzCheckDigit | undefined)[]): boolean =>
  digits.length > 0 && digits.every((digit) => digit?.holds);

const covers = ({ line, at, over }: MrzCheckLayout, cell: Cell): boolean =>
  (line === cell.line && at === cell.at) || over.some((range) => isIn(range, cell));

const isIn = ({ line, start, end }: MrzRange, cell: Cell): boolean =>
  cell.line === line && cell.at >= start && cell.at < end;
