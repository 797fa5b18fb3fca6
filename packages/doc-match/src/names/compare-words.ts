import { compareTokens, type TokenMatch } from './compare-tokens.js';
import type { NameWord } from './parse-name.js';

/** Which of two comparisons of words is the better. */
export const RANK: Readonly<Record<TokenMatch, number>> = { same: 3, misread: 2, near: 1, other: 0 };

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
