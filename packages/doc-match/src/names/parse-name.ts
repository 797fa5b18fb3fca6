import { fold, isTransliterated, spellings } from '../fold.js';

/** One part of a name, "Jean-Pierre" being one part of two words. */
export interface NamePart {
  /** Folded words, without particles. */
  readonly words: readonly NameWord[];
  /** Whether hyphens hold it together. */
  readonly hyphenated: boolean;
}

/** One word of a name, folded, with the ways in which it may be spelt. */
export interface NameWord {
  readonly text: string;
  readonly spellings: readonly string[];
  readonly transliterated: boolean;
}

const TITLES = new Set(
  'm mr mrs ms miss mme mlle mm monsieur madame mademoiselle herr herrn frau dr prof dipl ing sir dame messrs fraulein'.split(
    ' ',
  ),
);
const PARTICLES = new Set(
  'de du des d la le les van von vom der den dem het ten ter te zu zum zur of el al ul bin ben ibn abu bint da das do dos di della del dello degli lo y e i und et av af'.split(
    ' ',
  ),
);
/** Words between two family names of one person. */
const LINKS = new Set(
  'epouse epse ep ne nee geb geborene geborener born usage nom divorcee veuve vve dit dite alias'.split(' '),
);

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Reads a name into parts: titles are dropped, particles ("de", "von", "al-") do not count, words are folded.
 *
 * @param keep particles that count all the same, because they are somebody's given name (Ben, Al)
 */
export function parseName(text: string, keep: ReadonlySet<string> = NOTHING): NamePart[] {
  const parts: NamePart[] = [];
  let particles = '';
  for (const chunk of text.slice(0, 200).split(/[\s,;/()]+|<+/u)) {
    if (chunk === '') continue;
    const isPlain = PLAIN.test(chunk);
    const pieces = isPlain ? [chunk] : chunk.split(JOINTS).filter((piece) => piece !== '');
    const words: NameWord[] = [];
    for (const piece of pieces) {
      const word = isPlain ? plainWord(piece) : wordOf(piece);
      if (word.text !== '' && (keep.has(word.text) || !isPassedOver(word.text, pieces.length)))
        words.push(word);
    }
    if (words.length > 0)
      parts.push({ words: withParticles(words, particles), hyphenated: words.length > 1 });
    const dropped = pieces.length === 1 && words.length === 0 ? fold(pieces[0] ?? '') : '';
    particles = PARTICLES.has(dropped) ? particles + dropped : '';
  }
  return parts.length > 0 ? parts : particlesAlone(text);
}

/** "El Khatib" is also written Elkhatib. */
function withParticles(words: readonly NameWord[], particles: string): readonly NameWord[] {
  const [first, ...rest] = words;
  if (!first || particles === '') return words;
  return [
    { ...first, spellings: [...first.spellings, ...first.spellings.map((word) => particles + word)] },
    ...rest,
  ];
}

/** A name of nothing but particles ("Le", "Van Den") is a name all the same; so is a title, if there is nothing else (Herr, Dame). */
function particlesAlone(text: string): NamePart[] {
  const words = text
    .slice(0, 200)
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(wordOf)
    .filter((word) => word.text !== '');
  const untitled = words.filter((word) => !TITLES.has(word.text));
  return (untitled.length > 0 ? untitled : words).map((word) => ({ words: [word], hyphenated: false }));
}

/** Most words are plain letters, and this runs for every record. */
const PLAIN = /^[A-Za-z\d]+$/;
/** What holds the parts of one name together. */
const JOINTS = /[-'’‘ʼ‐‑–.]+/u;

function plainWord(piece: string): NameWord {
  const text = piece.toLowerCase();
  return { text, spellings: [text], transliterated: false };
}

function wordOf(piece: string): NameWord {
  if (PLAIN.test(piece)) return plainWord(piece);
  const clean = piece.replace(/[^\p{L}\p{M}\d]/gu, '');
  const all = spellings(clean);
  return { text: fold(clean), spellings: all, transliterated: isTransliterated(clean) };
}

function isPassedOver(word: string, pieces: number): boolean {
  return PARTICLES.has(word) || LINKS.has(word) || (pieces === 1 && TITLES.has(word));
}

/** The words of a name that a parse without them would drop: "Ben" as a given name. */
export function passedOverIn(words: readonly NameWord[]): ReadonlySet<string> {
  const found = words.filter(({ text }) => isPassedOver(text, 1)).map(({ text }) => text);
  return found.length > 0 ? new Set(found) : NOTHING;
}

/** All words of a name in order. */
export function wordsOfName(parts: readonly NamePart[]): NameWord[] {
  const words: NameWord[] = [];
  for (const part of parts) words.push(...part.words);
  return words;
}
