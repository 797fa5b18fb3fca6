import type { TokenMatch } from './compare-tokens.js';
import { compareWords, RANK } from './compare-words.js';
import { type NameReason, REASON_OF, SCORES, weakest } from './name-reason.js';
import { type NamePart, type NameWord, wordsOfName } from './parse-name.js';

/** How a document's words go with a record's family names. */
export interface FamilyMatch {
  readonly reason: NameReason;
  /** The document's words that are the family name, by their place. */
  readonly used: readonly number[];
}

const NO_FAMILY: FamilyMatch = { reason: 'family-name-differs', used: [] };

/** Finds one of the record's family names, or a whole part of a double one, among the document's words. */
export function matchFamily(
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
