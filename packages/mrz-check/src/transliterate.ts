import { ARABIC, CYRILLIC, LATIN } from './internal/transliteration-tables.js';

/**
 * A name as a zone prints it: `A–Z` and `<`, by the tables of ICAO Doc 9303 part 3, section 6 (Latin, Cyrillic, Arabic).
 * States differ; this is the first of the tables' recommendations. To compare a name with a zone use
 * {@link nameFitsMrz}, which knows the others as well.
 *
 * @example
 * transliterateForMrz('Müller-Özdemir'); // 'MUELLER<OEZDEMIR'
 * @see ICAO Doc 9303 part 3, section 6
 */
export function transliterateForMrz(name: string): string {
  let text = '';
  for (const character of fold(name)) text += readingsOf(character)[0];
  return text.replace(/<+/g, '<').replace(/^<|<$/g, '');
}

/** Options of {@link nameFitsMrz}. */
export interface NameFitsOptions {
  /** The zone's name ends at the last place of its field: what is missing behind it may have been cut. */
  readonly mayBeCut?: boolean;
}

/**
 * Whether a name in its own spelling can be what a zone prints. Every spelling that the ICAO tables and common practice
 * allow fits (`Ü` as `UE`, `UXX` or `U`; a hyphen as filler or nothing).
 *
 * @param name as printed in the visual zone or typed into a form
 * @param printed the zone's text, words separated by spaces or `<`
 * @example
 * nameFitsMrz('Jean-Noël', 'JEAN NOEL'); // true
 * nameFitsMrz('Müller', 'MULLER');       // true
 */
export function nameFitsMrz(name: string, printed: string, options: NameFitsOptions = {}): boolean {
  if (name.length > MOST_NAME) return false;
  const target = printed.replace(/[ <]+/g, '<').replace(/^<|<$/g, '');
  let reached = new Set([0]);
  let length = 0;
  for (const character of fold(name)) {
    if (++length > 200) return false;
    const next = new Set<number>();
    for (const from of reached) {
      for (const reading of readingsOf(character)) {
        const to = advance(target, from, reading, options.mayBeCut === true);
        if (to !== undefined) next.add(to);
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return length > 0 && target !== '' && reached.has(target.length);
}

/** No zone has room for a longer name, however many accents each letter has; a form may send any. */
const MOST_NAME = 1000;

/** The place behind `reading`; fillers that follow one another count once, and past a cut everything fits. */
function advance(target: string, from: number, reading: string, mayBeCut: boolean): number | undefined {
  let at = from;
  for (const character of reading) {
    if (at >= target.length && (mayBeCut || character === '<')) return target.length;
    if (character === '<' && (at === 0 || target[at - 1] === '<')) continue;
    if (target[at] !== character) return undefined;
    at++;
  }
  return at;
}

/** Upper case, composed, with every separator as one space. */
function fold(name: string): string {
  return name
    .normalize('NFC')
    .toUpperCase()
    .replace(/[\p{Cf}]/gu, '')
    .trim()
    .replace(/[\s,]+/gu, ' ');
}

const NOTHING: readonly string[] = [''];
const GAP: readonly string[] = ['<', ''];
const known = new Map<string, readonly string[]>();

/** How one character may be printed, the recommended way first. */
function readingsOf(character: string): readonly string[] {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code >= 65 && code <= 90) return letters[code - 65] as readonly string[];
  if (/[\s\-‐‑–/.·]/u.test(character)) return GAP;
  let readings = known.get(character);
  if (!readings) {
    readings = LATIN[character] ?? CYRILLIC[character] ?? ARABIC[character] ?? withoutMarks(character);
    if (known.size < 1000) known.set(character, readings);
  }
  return readings;
}

const letters: readonly (readonly string[])[] = Array.from({ length: 26 }, (_, i) => [
  String.fromCharCode(65 + i),
]);

/** The base letter where an accent can be taken off; apostrophes and everything unknown are left out. */
function withoutMarks(character: string): readonly string[] {
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[A-Z]+$/.test(bare) ? [bare] : NOTHING;
}
