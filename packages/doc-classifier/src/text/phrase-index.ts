import { squeeze } from './fold.js';
import type { Reading } from './reading.js';

/** A place where a phrase stands in the text. */
export interface PhraseHit {
  /** The number that {@link PhraseIndex.add} gave the phrase. */
  readonly phrase: number;
  /** The first word, as the reading counts. */
  readonly first: number;
  /** One past the last word. */
  readonly end: number;
  /** 0 for letter by letter the same, 1 for one look-alike (0 for O), 2 for one wrong letter, and so on. */
  readonly cost: number;
}

/** Costs in half edits: a look-alike is half a mistake. */
const LOOK_ALIKE = 1;
const EDIT = 2;
const MAX_COST = 6;
const BAND = 3;
const CELLS = 2 * BAND + 1;
const NEVER = 99;
/** A phrase this long may end inside a word: OCR loses spaces, and German adds endings. */
const MAY_END_INSIDE = 10;
const MAX_PHRASE = 90;

/** What OCR takes for one another. Listed once; the relation goes both ways. */
const LOOK_ALIKES = 'o0 oq 0q 0d l1 i1 il ij lt s5 b8 z2 g9 g6 ce uv nh fr ft e6 rt b6 a4 co nu mn'.split(
  ' ',
);

/** How much a phrase of this squeezed length may cost: half an edit for each four letters. */
export function allowedCost(length: number): number {
  return Math.min(MAX_COST, Math.floor(length / 4));
}

interface Node {
  readonly children: Map<number, Node>;
  /** The phrase that ends here, or -1. */
  phrase: number;
  /** What the longest phrase below may cost: nothing dearer needs to be followed. */
  budget: number;
}

/**
 * Finds many phrases at once, in spite of OCR damage: wrong letters, look-alikes, lost and added spaces, letter-spaced titles.
 *
 * Phrases are plain words, never patterns, and every position of the text is compared with a tree of bounded depth
 * inside a band of bounded width. So the time is linear in the length of the text whatever the phrases are.
 */
export class PhraseIndex {
  readonly #root: Node = { children: new Map(), phrase: -1, budget: 0 };
  readonly #phrases: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #rows: Uint8Array[] = Array.from({ length: MAX_PHRASE + 2 }, () => new Uint8Array(CELLS));

  /** Adds a phrase and returns its number; phrases that differ only in case, accents and spaces share one. */
  add(phrase: string): number {
    const key = squeeze(phrase).slice(0, MAX_PHRASE);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#phrases.length;
    const budget = allowedCost(key.length);
    this.#phrases.push(key);
    this.#numbers.set(key, number);
    let node = this.#root;
    node.budget = Math.max(node.budget, budget);
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      let next = node.children.get(code);
      if (!next) {
        next = { children: new Map(), phrase: -1, budget };
        node.children.set(code, next);
      }
      next.budget = Math.max(next.budget, budget);
      node = next;
    }
    node.phrase = number;
    return number;
  }

  /** Every place where a phrase stands; of several readings of one place the best. */
  find(reading: Reading): PhraseHit[] {
    const text = lettersOf(reading);
    const hits: PhraseHit[] = [];
    for (let at = 0; at < text.starts.length; at++) this.#findAt(text, text.starts[at] as number, hits);
    return withoutWorseReadings(hits);
  }

  #findAt(text: Letters, start: number, hits: PhraseHit[]): void {
    const row = this.#rows[0] as Uint8Array;
    // Letters of the text before the phrase's first one would only make a hit dearer: none are skipped.
    for (let cell = 0; cell < CELLS; cell++) row[cell] = cell === BAND ? 0 : NEVER;
    this.#walk(this.#root, 0, 0, text, start, hits);
  }

  /** Follows one more letter of the tree; `row[BAND + k]` is the price of having used `depth + k` letters of the text. */
  #walk(node: Node, depth: number, letter: number, text: Letters, start: number, hits: PhraseHit[]): void {
    const row = this.#rows[depth] as Uint8Array;
    if (depth > 0) {
      const before = this.#rows[depth - 1] as Uint8Array;
      const digit = letter >= 48 && letter <= 57;
      let least = NEVER;
      for (let cell = 0; cell < CELLS; cell++) {
        const used = depth + cell - BAND;
        let cost = NEVER;
        if (used > 0 && start + used <= text.codes.length) {
          const code = text.codes[start + used - 1] as number;
          const same = before[cell] as number;
          cost = same + (code === letter ? 0 : replacementCost(letter, code, digit));
          if (cell > 0) cost = Math.min(cost, (row[cell - 1] as number) + EDIT);
        }
        if (used >= 0 && cell + 1 < CELLS && !digit)
          cost = Math.min(cost, (before[cell + 1] as number) + EDIT);
        row[cell] = Math.min(cost, NEVER);
        least = Math.min(least, cost);
      }
      // Two whole mistakes in the first letters are another word. The very first one may only be a look-alike, or every
      // phrase would have to be followed at every word.
      if (least > node.budget || least > (depth === 1 ? LOOK_ALIKE : depth < 6 ? EDIT : NEVER)) return;
      if (node.phrase >= 0) this.#collect(node.phrase, row, depth, text, start, hits);
    }
    for (const [next, child] of node.children) this.#walk(child, depth + 1, next, text, start, hits);
  }

  #collect(
    phrase: number,
    row: Uint8Array,
    depth: number,
    text: Letters,
    start: number,
    hits: PhraseHit[],
  ): void {
    let best = NEVER;
    let bestEnd = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      const cost = row[cell] as number;
      const end = start + depth + cell - BAND;
      if (cost > allowedCost(depth) || end <= start || end > text.codes.length) continue;
      const atWordEnd = end === text.codes.length || text.isStart[end] === 1;
      if (!atWordEnd && (depth < MAY_END_INSIDE || isJustBegun(text, end))) continue;
      if (cost < best || (cost === best && atWordEnd)) {
        best = cost;
        bestEnd = end;
      }
    }
    if (best === NEVER) return;
    const first = text.words[start] as number;
    hits.push({ phrase, first, end: (text.words[bestEnd - 1] as number) + 1, cost: best });
  }
}

/** Whether fewer than four letters of the word before `end` are used: "identité n" must not eat the N of "Nom". */
function isJustBegun(text: Letters, end: number): boolean {
  for (let at = end - 1; at > end - 4; at--) if (text.isStart[at] === 1) return true;
  return false;
}

interface Letters {
  readonly codes: Uint8Array;
  /** The word of each letter. */
  readonly words: Uint32Array;
  readonly isStart: Uint8Array;
  readonly starts: readonly number[];
}

function lettersOf({ tokens }: Reading): Letters {
  const length = tokens.reduce((sum, { key }) => sum + key.length, 0);
  const codes = new Uint8Array(length);
  const words = new Uint32Array(length);
  const isStart = new Uint8Array(length);
  const starts: number[] = [];
  let at = 0;
  for (const { key, word } of tokens) {
    starts.push(at);
    isStart[at] = 1;
    for (let i = 0; i < key.length; i++, at++) {
      codes[at] = key.charCodeAt(i);
      words[at] = word;
    }
  }
  return { codes, words, isStart, starts };
}

const LOOK_ALIKE_CODES = new Set(
  LOOK_ALIKES.flatMap((pair) => {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    return [a * 128 + b, b * 128 + a];
  }),
);

/** A digit of a phrase (form 2042, not 2047) may only be a look-alike. */
function replacementCost(wanted: number, found: number, digit: boolean): number {
  if (LOOK_ALIKE_CODES.has(wanted * 128 + found)) return LOOK_ALIKE;
  return digit ? NEVER : EDIT;
}

/** Drops a damaged reading where the same words are, letter by letter, a phrase of about that length. */
function withoutWorseReadings(hits: readonly PhraseHit[]): PhraseHit[] {
  const exact = new Map<number, PhraseHit[]>();
  for (const hit of hits) {
    if (hit.cost > 0) continue;
    const list = exact.get(hit.first);
    if (list) list.push(hit);
    else exact.set(hit.first, [hit]);
  }
  return hits.filter(
    (hit) => hit.cost === 0 || !(exact.get(hit.first) ?? []).some((other) => other.end >= hit.end),
  );
}
