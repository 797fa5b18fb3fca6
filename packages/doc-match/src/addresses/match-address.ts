import type { Compared } from '../agreement.js';
import { compareTokens } from '../names/compare-tokens.js';
import { type ParsedAddress, type PostalAddress, parseAddress } from './parse-address.js';

/** Why addresses agree or not. */
export type AddressReason =
  | 'same'
  | 'misread'
  | 'number-missing'
  | 'number-suffix'
  | 'town-differs'
  | 'one-letter'
  | 'other-street-type'
  | 'street-missing'
  | 'other-number'
  | 'other-street'
  | 'other-town'
  | 'no-address';

const SCORES: Readonly<Record<AddressReason, readonly [Compared['answer'], number]>> = {
  same: ['agree', 1],
  misread: ['agree', 0.92],
  'number-suffix': ['cannot-tell', 0.7],
  'number-missing': ['cannot-tell', 0.6],
  'one-letter': ['cannot-tell', 0.6],
  'other-street-type': ['cannot-tell', 0.55],
  'town-differs': ['cannot-tell', 0.5],
  'street-missing': ['cannot-tell', 0.4],
  'no-address': ['cannot-tell', 0.1],
  'other-number': ['differ', 0.05],
  'other-street': ['differ', 0.03],
  'other-town': ['differ', 0],
};

/**
 * Compares two postal addresses. Postcode and town are the strong part; then street and number. Floors, flats, "c/o" and how
 * the word for street is written do not matter.
 */
export function matchAddress(document: PostalAddress, record: PostalAddress): Compared<AddressReason> {
  const [a, b] = [parseAddress(document), parseAddress(record)];
  const reason = compare(a, b);
  const [answer, score] = SCORES[reason];
  return { answer, score, reason, document: textOf(a), record: textOf(b) };
}

const weakest = (a: AddressReason, b: AddressReason): AddressReason => (SCORES[b][1] < SCORES[a][1] ? b : a);

function compare(a: ParsedAddress, b: ParsedAddress): AddressReason {
  if (a.postcode === '' && a.town.length === 0) return 'no-address';
  if (b.postcode === '' && b.town.length === 0) return 'no-address';
  const place = comparePlaces(a, b);
  if (place === 'other-town') return place;
  if (a.street.length === 0 || b.street.length === 0) return weakest(place, 'street-missing');
  return weakest(weakest(place, compareStreets(a, b)), compareNumbers(a.number, b.number));
}

/** Same postcode and another town may be two names of one place; another postcode and the same town is a moved person. */
function comparePlaces(a: ParsedAddress, b: ParsedAddress): AddressReason {
  const towns = a.town.length > 0 && b.town.length > 0 ? compareWordLists(a.town, b.town, true) : 'same';
  if (a.postcode !== '' && b.postcode !== '') {
    const codes =
      a.postcode === b.postcode
        ? 'same'
        : compareTokens(a.postcode, b.postcode) === 'misread'
          ? 'misread'
          : 'other';
    if (codes === 'other') return 'other-town';
    return towns === 'other' ? 'town-differs' : towns === 'same' && codes === 'same' ? 'same' : 'misread';
  }
  return towns === 'same'
    ? 'same'
    : towns === 'misread'
      ? 'misread'
      : towns === 'near'
        ? 'town-differs'
        : 'other-town';
}

function compareStreets(a: ParsedAddress, b: ParsedAddress): AddressReason {
  const words = compareWordLists(a.street, b.street, false);
  if (words === 'other') return 'other-street';
  if (a.streetType !== '' && b.streetType !== '' && a.streetType !== b.streetType) return 'other-street-type';
  return words === 'near' ? 'one-letter' : words;
}

function compareNumbers(a: string, b: string): AddressReason {
  if (a === b) return 'same';
  if (a === '' || b === '') return 'number-missing';
  return Number.parseInt(a, 10) === Number.parseInt(b, 10) ? 'number-suffix' : 'other-number';
}

type ListMatch = 'same' | 'misread' | 'near' | 'other';

/** Compares lists of words as one, then one by one; `loose`: the longer one may have more (a district after the town). */
function compareWordLists(a: readonly string[], b: readonly string[], loose: boolean): ListMatch {
  const [x, y] = [a.join(''), b.join('')];
  if (x === y) return 'same';
  const whole = compareTokens(x, y);
  if (whole === 'misread' || whole === 'near') return whole;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let result: ListMatch = 'same';
  for (const word of few) {
    const matches = many.map((other) => (isShortFor(word, other) ? 'same' : compareTokens(word, other)));
    if (matches.includes('same')) continue;
    if (matches.includes('misread')) result = result === 'near' ? 'near' : 'misread';
    else if (matches.includes('near')) result = 'near';
    else return 'other';
  }
  if (few.length === many.length || loose) return result;
  // "rue Jaurès" for "rue Jean Jaurès": the last word carries the name.
  const last = many.at(-1) ?? '';
  return few.some((word) => compareTokens(word, last) !== 'other')
    ? result === 'near'
      ? 'near'
      : 'misread'
    : 'other';
}

/** Given names in street names are often an initial: "rue V. Hugo". */
const isShortFor = (a: string, b: string): boolean =>
  (a.length === 1 && b.length > 2 && b.startsWith(a)) || (b.length === 1 && a.length > 2 && a.startsWith(b));

/** An address as it was understood, in one line. */
function textOf({ number, street, streetType, postcode, town }: ParsedAddress): string {
  let text = number;
  for (const part of [streetType, street.join(' '), postcode, town.join(' ')])
    if (part !== '') text += text === '' ? part : ` ${part}`;
  return text;
}
