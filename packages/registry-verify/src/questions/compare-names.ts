import { plain, wordsOf } from '../internal/plain-text.js';
import type { PersonName } from '../registers/evidence.js';

// Legal forms and the words around them say nothing about which company it is.
const FORM_WORDS = new Set(
  (
    'sa sas sasu sarl eurl sci snc scp selarl scop gie association societe ste ets etablissements et and und the la le les ' +
    'gmbh mbh ug ag kg ohg gbr ev haftungsbeschrankt co limited ltd plc llp llc inc corp company bv nv spa srl sl ab oy as'
  ).split(' '),
);

/** Whether two company names are the same but for legal form, accents, punctuation and the order of words. */
export function sameCompanyName(one: string, other: string): boolean {
  if (plain(one).replaceAll(' ', '') === plain(other).replaceAll(' ', '')) return true;
  const [a, b] = [coreWords(one), coreWords(other)];
  return a.length > 0 && a.join('') === b.join('');
}

function coreWords(name: string): string[] {
  // Initials with dots fall apart into letters: `S.A.R.L.` is put together again before forms are taken out.
  const joined = name.replace(/\b(?:\p{L}\.\s?){2,}/gu, (initials) => `${initials.replace(/[.\s]/g, '')} `);
  return wordsOf(joined)
    .filter((word) => !FORM_WORDS.has(word))
    .sort();
}

/** How far a person of the claim and one in a register can be the same. */
export type PersonMatch =
  | 'same'
  | 'same-name-other-birth'
  | 'birth-unknown'
  | 'given-name-unknown'
  | 'different';

/**
 * Compares by family name (any of those that either goes by), given names and birth. Births are compared as far as both
 * say them; only an equal month counts as `same`.
 */
export function matchPerson(claimed: PersonName, listed: PersonName): PersonMatch {
  const families = new Set(listed.familyNames.map(plain));
  if (!claimed.familyNames.some((name) => plain(name) !== '' && families.has(plain(name))))
    return 'different';
  const births = compareBirths(claimed.birth, listed.birth);
  if (claimed.givenNames.length === 0 || listed.givenNames.length === 0) {
    return births === 'differ' ? 'different' : 'given-name-unknown';
  }
  if (!sameGivenName(claimed.givenNames, listed.givenNames)) return 'different';
  if (births === 'differ') return 'same-name-other-birth';
  return births === 'agree' ? 'same' : 'birth-unknown';
}

/** The first given name of the claim must be among those in the register, as a whole word or words. */
function sameGivenName(claimed: readonly string[], listed: readonly string[]): boolean {
  const first = plain(claimed[0] ?? '');
  return first !== '' && ` ${plain(listed.join(' '))} `.includes(` ${first} `);
}

function compareBirths(one: string | undefined, other: string | undefined): 'agree' | 'differ' | 'unknown' {
  if (one === undefined || other === undefined) return 'unknown';
  const length = Math.min(one.length, other.length);
  if (one.slice(0, length) !== other.slice(0, length)) return 'differ';
  return length >= 7 ? 'agree' : 'unknown';
}
