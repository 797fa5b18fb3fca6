import type { Answer, Compared } from '../agreement.js';
import { matchFamily } from './match-family.js';
import { matchGiven } from './match-given.js';
import { type NameReason, SCORES, weakest } from './name-reason.js';
import { type NamePart, parseName, passedOverIn, wordsOfName } from './parse-name.js';

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

/** The comparison of two names. */
export type NameMatch = Compared<NameReason>;

/**
 * Compares the name on a document with the one in a record.
 *
 * Order, case, accents, hyphens, particles and titles do not matter; one of several given names is enough, one of two
 * family names too. What OCR misreads is forgiven by the length of the word; another letter never is: a clerk decides.
 */
export function matchName(document: DocumentName, record: PersonName): NameMatch {
  const given = parseName(record.givenNames);
  const families = familiesOf(record);
  // A particle is no part of a name, unless the record has it as a given name (Ben) or as the whole family name (Lê, Zur).
  const keep = passedOverIn(wordsOfName([...given, ...families.flat()]));
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

/** The parts that are left when the words at these places are taken away. */
function withoutWords(parts: readonly NamePart[], used: readonly number[]): NamePart[] {
  let place = 0;
  const left: NamePart[] = [];
  for (const part of parts) {
    const words = part.words.filter(() => !used.includes(place++));
    if (words.length > 0) left.push({ words, hyphenated: part.hyphenated && words.length > 1 });
  }
  return left;
}
