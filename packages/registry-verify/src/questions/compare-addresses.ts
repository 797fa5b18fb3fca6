import { wordsOf } from '../internal/plain-text.js';
import type { AddressFacts } from '../registers/evidence.js';

/** Spelled out as registers do and people do not. */
const LONG_FORMS: Readonly<Record<string, string | undefined>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  pl: 'place',
  r: 'rue',
  rte: 'route',
  ch: 'chemin',
  imp: 'impasse',
  all: 'allee',
  st: 'saint',
  ste: 'sainte',
  fg: 'faubourg',
  fbg: 'faubourg',
  str: 'strasse',
};
const LINKS = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et', 'the', 'of', 'cedex', 'france']);

/**
 * Whether an address as a person writes it is the one in a register: the same numbers (house and postcode), and most of
 * the words. `undefined` where the register's has no postcode or too few words to tell.
 */
export function sameAddress(claimed: string, listed: AddressFacts): boolean | undefined {
  const [a, b] = [partsOf(claimed), partsOf(listed.text)];
  if (b.words.length < 2 || a.words.length === 0) return undefined;
  const postcode = listed.postcode?.toLowerCase().replace(/\s/g, '');
  const claims = claimed.toLowerCase().replace(/\s/g, '');
  if (postcode !== undefined && /\d{4}/.test(claims) && !claims.includes(postcode)) return false;
  const houses = [a.house, b.house];
  if (houses[0] !== undefined && houses[1] !== undefined && houses[0] !== houses[1]) return false;
  const known = new Set(b.words);
  const shared = a.words.filter((word) => known.has(word)).length;
  return shared / Math.max(Math.min(a.words.length, b.words.length), 1) >= 0.6;
}

function partsOf(text: string): { readonly words: readonly string[]; readonly house: string | undefined } {
  const all = wordsOf(text).map((word) => LONG_FORMS[word] ?? word);
  return {
    words: all.filter((word) => !LINKS.has(word) && !/^\d+$/.test(word)),
    house: all.find((word) => /^\d{1,4}$/.test(word)),
  };
}
