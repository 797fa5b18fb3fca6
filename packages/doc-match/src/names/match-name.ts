import type { Answer, Compared } from '../agreement.js';
import { compareTokens, type TokenMatch } from './compare-tokens.js';
import { type NamePart, type NameWord, parseName, passedOverIn, wordsOfName } from './parse-name.js';

/** A person as a form or a customer record names them. */
export interface PersonName {
  readonly givenNames: string;
  readonly familyName: string;
  /** The name at birth or another family name, where the record has one. */
  readonly otherFamilyName?: string;
}

/** A name as a document has it: in one piece, or in two. */
export type DocumentName =
  | string
  | { readonly givenNames?: string | undefined; readonly familyName?: string | undefined };

/** Why names agree or not; the weakest link of the comparison. */
export type NameReason =
  | 'same'
  | 'order'
  | 'some-given-names'
  | 'second-given-name'
  | 'one-of-two-family-names'
  | 'misread'
  | 'initial'
  | 'part-of-compound'
  | 'double-name-differs'
  | 'one-letter'
  | 'given-names-differ'
  | 'family-name-differs'
  | 'no-name'
  | 'given-names-missing';

/** The comparison of two names. */
export type NameMatch = Compared<NameReason>;

const SCORES: Readonly<Record<NameReason, readonly [Answer, number]>> = {
  same: ['agree', 1],
  order: ['agree', 0.99],
  'some-given-names': ['agree', 0.96],
  'one-of-two-family-names': ['agree', 0.9],
  misread: ['agree', 0.9],
  'second-given-name': ['agree', 0.85],
  initial: ['cannot-tell', 0.6],
  'part-of-compound': ['cannot-tell', 0.55],
  'double-name-differs': ['cannot-tell', 0.52],
  'given-names-missing': ['cannot-tell', 0.5],
  'one-letter': ['cannot-tell', 0.5],
  'given-names-differ': ['differ', 0.2],
  'family-name-differs': ['differ', 0],
  'no-name': ['cannot-tell', 0],
};

/**
 * Compares the name on a document with the one in a record.
 *
 * Order, case, accents, hyphens, particles and titles do not matter; one of several given names is enough, one of two
 * family names too. What OCR misreads is forgiven by the length of the word; another letter never is: a clerk decides.
 */
export function matchName(document: DocumentName, record: PersonName): NameMatch {
  const given = parseName(record.givenNames);
  const families = familiesOf(record);
  // A particle is no part of a name, unless the record has it as a given name.
  const keep = passedOverIn(wordsOfName(given));
  const read = (text = ''): NamePart[] => parseName(text, keep);
  const parts = typeof document === 'string' ? read(document) : undefined;
  const text =
    typeof document === 'string' ? document : `${document.givenNames ?? ''} ${document.familyName ?? ''}`;
  const form = {
    document: textOf(parts && keep.size === 0 ? parts : parseName(text)),
    record: textOf([...given, ...(families[0] ?? [])]),
  };
  if (families.length === 0 || form.document === '') return { ...form, ...judged('no-name') };
  const reason =
    typeof document === 'string'
      ? matchWhole(parts ?? [], given, families)
      : matchParts(document, given, families, read);
  return { ...form, ...judged(reason) };
}

function familiesOf({ familyName, otherFamilyName }: PersonName): NamePart[][] {
  const family = parseName(familyName);
  const other = otherFamilyName ? parseName(otherFamilyName) : [];
  return [family, other].filter((parts) => parts.length > 0);
}

function judged(reason: NameReason): { answer: Answer; score: number; reason: NameReason } {
  const [answer, score] = SCORES[reason];
  return { answer, score, reason };
}

/** A name in the form in which names are compared; its own normal form. */
export function normalName(text: string): string {
  return textOf(parseName(text));
}

function textOf(parts: readonly NamePart[]): string {
  let text = '';
  for (const { words } of parts) for (const word of words) text += text === '' ? word.text : ` ${word.text}`;
  return text;
}

function matchParts(
  document: Exclude<DocumentName, string>,
  given: readonly NamePart[],
  families: readonly (readonly NamePart[])[],
  read: (text: string | undefined) => readonly NamePart[],
): NameReason {
  const family = wordsOfName(parseName(document.familyName ?? ''));
  const names = read(document.givenNames);
  if (family.length === 0) return matchWhole(names, given, families);
  const byFamily = matchFamily(family, families, given, false);
  // People and readers swap the two boxes.
  if (byFamily.reason === 'family-name-differs') {
    const whole = read(`${document.familyName} ${document.givenNames ?? ''}`);
    const swapped = matchWhole(whole, given, families);
    return SCORES[swapped][0] === 'agree' ? weakest('order', swapped) : 'family-name-differs';
  }
  return weakest(byFamily.reason, matchGiven(names, given));
}

function matchWhole(
  parts: readonly NamePart[],
  given: readonly NamePart[],
  families: readonly (readonly NamePart[])[],
): NameReason {
  const byFamily = matchFamily(wordsOfName(parts), families, given, true);
  if (byFamily.reason === 'family-name-differs') return 'family-name-differs';
  const rest = withoutWords(parts, byFamily.used);
  return weakest(byFamily.reason, matchGiven(rest, given));
}

const weakest = (a: NameReason, b: NameReason): NameReason => (SCORES[a][1] <= SCORES[b][1] ? a : b);

interface FamilyMatch {
  readonly reason: NameReason;
  /** The document's words that are the family name, by their place. */
  readonly used: readonly number[];
}

const NO_FAMILY: FamilyMatch = { reason: 'family-name-differs', used: [] };

/** Finds one of the record's family names, or a whole part of a double one, among the document's words. */
function matchFamily(
  words: readonly NameWord[],
  families: readonly (readonly NamePart[])[],
  given: readonly NamePart[],
  whole: boolean,
): FamilyMatch {
  let best = NO_FAMILY;
  const consider = (found: FamilyMatch): void => {
    if (SCORES[found.reason][1] > SCORES[best.reason][1]) best = found;
  };
  for (const family of families) {
    const wanted = wordsOfName(family);
    const found = findWords(words, wanted);
    if (found) {
      const other = families.length > 1 && families.find((f) => f !== family);
      const also = other ? findWords(words, wordsOfName(other)) : undefined;
      const used = [...found.used, ...(also?.used ?? [])];
      const left = whole ? 0 : words.length - new Set(used).size;
      consider({ reason: left > 0 ? weakest(found.reason, 'one-of-two-family-names') : found.reason, used });
      continue;
    }
    // A double name of which the document shows one: DUPONT for DUPONT-MARTIN.
    if (wanted.length > 1) {
      for (const word of wanted) {
        const single = word.text.length >= 4 ? findWords(words, [word]) : undefined;
        if (!single || single.reason === 'one-letter') continue;
        const more = whole ? hasStranger(words, single.used, given) : words.length > 1;
        consider({
          reason: weakest(single.reason, more ? 'double-name-differs' : 'one-of-two-family-names'),
          used: single.used,
        });
      }
    }
  }
  return best;
}

/** Whether a word is neither the family name found nor a given name of the record: it may be another second family name. */
function hasStranger(
  words: readonly NameWord[],
  used: readonly number[],
  given: readonly NamePart[],
): boolean {
  const known = wordsOfName(given);
  return words.some(
    (word, at) => !used.includes(at) && !known.some((name) => compareWords(word, name) !== 'other'),
  );
}

/** The places of all wanted words, in any order, also where they are written as one word or as more. */
function findWords(words: readonly NameWord[], wanted: readonly NameWord[]): FamilyMatch | undefined {
  const used: number[] = [];
  let reason: NameReason = 'same';
  for (const word of wanted) {
    let best: { at: number; match: TokenMatch } | undefined;
    for (let at = 0; at < words.length; at++) {
      if (used.includes(at)) continue;
      const match = compareWords(words[at] as NameWord, word);
      if (match !== 'other' && (!best || RANK[match] > RANK[best.match])) best = { at, match };
    }
    if (!best) return joinedMatch(words, wanted);
    used.push(best.at);
    reason = weakest(reason, REASON_OF[best.match]);
  }
  return { reason, used };
}

const RANK: Readonly<Record<TokenMatch, number>> = { same: 3, misread: 2, near: 1, other: 0 };
const REASON_OF: Readonly<Record<TokenMatch, NameReason>> = {
  same: 'same',
  misread: 'misread',
  near: 'one-letter',
  other: 'family-name-differs',
};

/** "MC DONALD" and "McDonald", "ELKHATIB" and "El Khatib". */
function joinedMatch(words: readonly NameWord[], wanted: readonly NameWord[]): FamilyMatch | undefined {
  const target = wanted.map((word) => word.text).join('');
  for (let from = 0; from < words.length; from++) {
    let joined = '';
    const used: number[] = [];
    for (let at = from; at < words.length && joined.length < target.length; at++) {
      joined += (words[at] as NameWord).text;
      used.push(at);
      if (joined === target && target.length >= 4) return { reason: 'same', used };
    }
  }
  return undefined;
}

/** Compares two words in all their spellings. */
export function compareWords(a: NameWord, b: NameWord): TokenMatch {
  if (a.text === b.text) return 'same';
  let best: TokenMatch = 'other';
  for (const x of a.spellings) {
    for (const y of b.spellings) {
      const match = compareTokens(x, y);
      if (RANK[match] > RANK[best]) best = match;
    }
  }
  if (best !== 'same' && (a.transliterated || b.transliterated) && looseKey(a.text) === looseKey(b.text))
    return 'same';
  // MUELLER and Muller: neither shows its umlaut.
  const longer = Math.abs(a.text.length - b.text.length);
  if (best !== 'same' && longer > 0 && longer < 3 && a.text.length >= 5 && b.text.length >= 5) {
    if (plainUmlaut(a.text) === plainUmlaut(b.text)) return 'misread';
  }
  return best;
}

const plainUmlaut = (text: string): string => text.replace(/([aou])e/g, '$1');

/** Transliterations differ by state and by year: Юлия is Iuliia, Yuliya, Julia. */
function looseKey(text: string): string {
  return text
    .replace(/shch|sch/g, 'sh')
    .replace(/kh/g, 'h')
    .replace(/[jy]/g, 'i')
    .replace(/ie/g, 'e')
    .replace(/ei/g, 'e')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1');
}

function withoutWords(parts: readonly NamePart[], used: readonly number[]): NamePart[] {
  let place = 0;
  const left: NamePart[] = [];
  for (const part of parts) {
    const words = part.words.filter(() => !used.includes(place++));
    if (words.length > 0) left.push({ words, hyphenated: part.hyphenated && words.length > 1 });
  }
  return left;
}

/** One given name in common is enough, if it is whole: JEAN is neither in JEANNE nor in JEAN-PIERRE. */
function matchGiven(document: readonly NamePart[], record: readonly NamePart[]): NameReason {
  if (record.length === 0) return 'given-names-missing';
  if (document.length === 0) return 'given-names-missing';
  let best: NameReason = 'given-names-differ';
  const consider = (reason: NameReason): void => {
    if (SCORES[reason][1] > SCORES[best][1]) best = reason;
  };
  for (const [i, wanted] of record.entries()) {
    for (let j = 0; j < document.length; j++) {
      const reason = matchPart(document, j, wanted);
      if (SCORES[reason][1] === 0 || reason === 'given-names-differ') continue;
      // A first name that is somebody's second one: likely, but said.
      const place: NameReason =
        i === 0 && j === 0 ? 'same' : j === 0 || i === 0 ? 'second-given-name' : 'initial';
      const all = record.length === document.length && document.length === 1;
      consider(
        weakest(
          weakest(reason, place),
          all || reason !== 'same' ? 'same' : sameSet(document, record) ? 'same' : 'some-given-names',
        ),
      );
    }
  }
  return best;
}

const sameSet = (document: readonly NamePart[], record: readonly NamePart[]): boolean =>
  joinedText(wordsOfName(document)) === joinedText(wordsOfName(record));

function joinedText(words: readonly NameWord[]): string {
  let text = '';
  for (const word of words) text += word.text;
  return text;
}

/** Compares a part of the record's given names with the document's from place `at` on. */
function matchPart(document: readonly NamePart[], at: number, wanted: NamePart): NameReason {
  const part = document[at] as NamePart;
  // Machine-readable zones have no hyphens: JEAN PIERRE for Jean-Pierre, and JEANPIERRE.
  const long =
    wanted.words.length > 1 && !part.hyphenated
      ? wordsOfName(document.slice(at)).slice(0, wanted.words.length)
      : part.words;
  if (joinedText(part.words) === joinedText(wanted.words)) return 'same';
  if (long.length === wanted.words.length) {
    let reason: NameReason = 'same';
    for (const [i, word] of wanted.words.entries())
      reason = weakest(reason, matchGivenWord(long[i] as NameWord, word));
    if (reason !== 'given-names-differ') return reason;
  }
  const first = matchGivenWord(part.words[0] as NameWord, wanted.words[0] as NameWord);
  const compound = part.words.length > 1 || wanted.words.length > 1;
  return compound && first !== 'given-names-differ'
    ? weakest(first, 'part-of-compound')
    : compound
      ? 'given-names-differ'
      : first;
}

function matchGivenWord(document: NameWord, record: NameWord): NameReason {
  if (document.text === record.text) return 'same';
  const [short, long] = document.text.length <= record.text.length ? [document, record] : [record, document];
  if (short.text.length === 1 && long.text.length > 1)
    return long.text.startsWith(short.text) ? 'initial' : 'given-names-differ';
  const match = compareWords(document, record);
  return match === 'other' ? 'given-names-differ' : REASON_OF[match];
}
