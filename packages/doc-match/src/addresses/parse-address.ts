import { fold } from '../fold.js';
import {
  INSIDE,
  INSIDE_BEGINS,
  LONG_FORMS,
  SMALL_WORDS,
  STREET_ENDINGS,
  STREET_TYPES,
} from './street-words.js';

/** A postal address as it was given: lines in order, or the parts that are known apart. */
export interface PostalAddress {
  readonly lines: readonly string[];
  readonly postcode?: string;
  readonly town?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
}

/** An address in the form in which addresses are compared. */
export interface ParsedAddress {
  /** House number with its suffix: `12`, `12bis`, `3a`; an empty text where there is none. */
  readonly number: string;
  /** The street's words, without the word for street. */
  readonly street: readonly string[];
  /** What kind of street it is, by a common id: `street`, `avenue`, …; empty where none is written. */
  readonly streetType: string;
  readonly postcode: string;
  readonly town: readonly string[];
}

const NUMBER_FIRST = /^(\d{1,5}) ?(?:[-/] ?\d{1,5} )?(bis|ter|quater|[a-h](?= |$))?[ ,]*(.*)$/;
const NUMBER_LAST = /^(.*?[a-z.]) ?(\d{1,5}) ?([a-h](?= |$))?(?: ?[-/] ?\d{1,5} ?[a-h]?)?(?:[ ,].*)?$/;
const UK_POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/;
const TOWN_LINE = /^(?:(?:f|fr|d|de|a|at|ch|l|b)\s*-\s*)?(\d{4,5}|\d{2}\s+\d{3})\s+(.+)$/;
const COUNTRIES: ReadonlySet<string> = new Set([
  ...'france deutschland germany allemagne osterreich austria autriche schweiz suisse switzerland'.split(' '),
  ...['united kingdom', 'royaume uni', 'england', 'uk', 'luxembourg', 'belgique', 'belgium'],
]);

/** Reads an address of France, Germany, Austria, Switzerland or the United Kingdom into comparable parts. */
export function parseAddress(address: PostalAddress): ParsedAddress {
  let postcode = address.postcode ? foldLine(address.postcode) : '';
  let town = address.town ? foldLine(address.town) : '';
  const rest: string[] = [];
  for (const given of address.lines.slice(0, 12)) {
    for (const line of splitLine(given.slice(0, 200))) {
      const soft = fold(line);
      const folded = plainLine(soft);
      if (folded === '' || COUNTRIES.has(folded)) continue;
      const hasDigit = DIGIT.test(folded);
      const townLine = hasDigit ? TOWN_LINE.exec(soft.trim()) : null;
      const uk = hasDigit ? UK_POSTCODE.exec(folded) : null;
      if (townLine && !startsWithStreet(townLine[2] as string)) {
        postcode ||= townLine[1] as string;
        town ||= foldLine(townLine[2] as string);
      } else if (uk) {
        postcode ||= `${uk[1]}${uk[2]}`;
        const before = folded.slice(0, uk.index).trim();
        if (before !== '') rest.push(before);
      } else rest.push(folded);
    }
  }
  const streetLine = pickStreet(rest);
  if (town === '' && postcode !== '' && rest.length > 1) {
    town = rest.filter((line) => line !== streetLine).at(-1) ?? '';
  }
  const { number, street, streetType } = parseStreet(streetLine);
  return { number, street, streetType, postcode: withoutSpaces(postcode), town: townWords(town) };
}

const DIGIT = /\d/;
const BREAK = /[\n,;]/;

const LONE_NUMBER = /^ *\d{1,5} ?(?:bis|ter|quater|[a-h])? *$/i;

/** "12, rue des Lilas" is one line. */
function splitLine(text: string): readonly string[] {
  if (!BREAK.test(text)) return [text];
  const lines: string[] = [];
  let number = '';
  for (const piece of text.split(BREAK)) {
    if (number === '' && piece.length < 16 && LONE_NUMBER.test(piece)) number = piece;
    else {
      lines.push(number === '' ? piece : `${number} ${piece}`);
      number = '';
    }
  }
  if (number !== '') lines.push(number);
  return lines;
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

const foldLine = (text: string): string => plainLine(fold(text));

const ASCII = /^[ -~]*$/;

function plainLine(folded: string): string {
  // Nearly all folded text is plain; one pass says the same as the three below.
  if (ASCII.test(folded)) return folded.replace(/[^a-z\d/]+/g, ' ').trim();
  return folded
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .replace(/-/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function startsWithStreet(text: string): boolean {
  const first = text.split(/[ .]/)[0] ?? '';
  return first.length > 2 && STREET_TYPES.has(first);
}

/** The line with the street: one with a number and a word for street, else with a number, else with a word for street. */
function pickStreet(lines: readonly string[]): string {
  let [first, numbered, worded]: (string | undefined)[] = [];
  for (const line of lines) {
    if (isInside(line)) continue;
    first ??= line;
    const isNumbered = HAS_NUMBER.test(line);
    // Once there is a line of a kind, only a better one matters.
    if (!isNumbered && (numbered ?? worded) !== undefined) continue;
    const isWorded = hasStreetWord(line);
    if (isNumbered && isWorded) return line;
    if (isNumbered) numbered ??= line;
    else if (isWorded) worded ??= line;
  }
  return numbered ?? worded ?? first ?? '';
}

const HAS_NUMBER = /^\d|\d ?[a-h]?$/;

/** Whether a line only says where in the building it is. Its first word says at once for most lines that it does not. */
function isInside(line: string): boolean {
  const space = line.indexOf(' ');
  const first = space < 0 ? line : line.slice(0, space);
  return (INSIDE_BEGINS.has(first) || first.charCodeAt(0) <= NINE) && INSIDE.test(line);
}

const NINE = '9'.charCodeAt(0);

function hasStreetWord(line: string): boolean {
  for (const word of line.split(' ')) if (STREET_TYPES.has(word) || endingOf(word) !== undefined) return true;
  return false;
}

const LAST_LETTERS = new Set(STREET_ENDINGS.map((end) => end.charCodeAt(end.length - 1)));

/** The word for street at the end of a German one. */
function endingOf(word: string): string | undefined {
  if (!LAST_LETTERS.has(word.charCodeAt(word.length - 1))) return undefined;
  return STREET_ENDINGS.find((end) => word.length > end.length + 2 && word.endsWith(end));
}

function parseStreet(line: string): Pick<ParsedAddress, 'number' | 'street' | 'streetType'> {
  const first = NUMBER_FIRST.exec(line);
  const last = first ? null : NUMBER_LAST.exec(line);
  const number = first
    ? `${Number(first[1])}${first[2] ?? ''}`
    : last
      ? `${Number(last[2])}${last[3] ?? ''}`
      : '';
  const street = first ? (first[3] as string) : last ? (last[1] as string) : line;
  let streetType = '';
  const words: string[] = [];
  for (const word of street.split(' ')) {
    if (word === '' || SMALL_WORDS.has(word)) continue;
    const ending = endingOf(word);
    if (streetType === '' && STREET_TYPES.has(word) && (words.length === 0 || isLastWord(street, word))) {
      streetType = STREET_TYPES.get(word) as string;
    } else if (streetType === '' && ending) {
      streetType = STREET_TYPES.get(ending) as string;
      words.push(word.slice(0, -ending.length));
    } else words.push(LONG_FORMS[word] ?? word);
  }
  return { number, street: words, streetType };
}

const isLastWord = (street: string, word: string): boolean => street.endsWith(` ${word}`);

function townWords(town: string): string[] {
  const words: string[] = [];
  for (const word of town.split(' ')) {
    if (word === 'cedex') break;
    if (word === '' || SMALL_WORDS.has(word)) continue;
    words.push(word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word);
  }
  return words;
}
