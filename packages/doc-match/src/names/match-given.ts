import { compareWords } from './compare-words.js';
import { type NameReason, REASON_OF, SCORES, weakest } from './name-reason.js';
import { type NamePart, type NameWord, wordsOfName } from './parse-name.js';

/** One given name in common is enough, if it is whole: JEAN is neither in JEANNE nor in JEAN-PIERRE. */
export function matchGiven(document: readonly NamePart[], record: readonly NamePart[]): NameReason {
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
