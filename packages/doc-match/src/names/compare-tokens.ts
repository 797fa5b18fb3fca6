/** How alike two words are. */
export type TokenMatch =
  /** Letter by letter the same, or two spellings of one. */
  | 'same'
  /** The same but for what a scanner takes for one another. */
  | 'misread'
  /** One letter differs: a typing error, or another name. */
  | 'near'
  | 'other';

/** What OCR takes for one another. Pairs that make one known name of another (H and N, A and O) are not among them. */
const LETTERS = 'il ij lj lt uv gq ce rf'.split(' ');
const DIGITS = 'o0 q0 d0 l1 i1 j1 t1 s5 b8 z2 g6 g9 q9 a4 e3'.split(' ');
/** Groups of letters that run together. */
const RUNS = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['ii', 'u'],
  ['nn', 'm'],
] as const;

const PAIRS = new Map<number, boolean>();
for (const pair of LETTERS) addPair(pair, false);
for (const pair of DIGITS) addPair(pair, true);

function addPair(pair: string, digit: boolean): void {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  PAIRS.set(a * 128 + b, digit);
  PAIRS.set(b * 128 + a, digit);
}

/** In words this short every letter counts, so that LUC is not LUO; a digit in a word is a misreading at any length. */
const LETTERS_FROM = 5;
/** In words this short one other letter is another name. */
const NEAR_FROM = 5;

/** Compares two folded words. What is forgiven grows with their length: LUCAS is not LUCIE, and JEAN not in JEANNE. */
export function compareTokens(a: string, b: string): TokenMatch {
  if (a === b) return 'same';
  if (Math.abs(a.length - b.length) > 1) return 'other';
  if (isMisread(a, b)) return 'misread';
  return Math.min(a.length, b.length) >= NEAR_FROM && isOneEdit(a, b) ? 'near' : 'other';
}

function isMisread(a: string, b: string): boolean {
  if (a.length === b.length) {
    let letters = 0;
    for (let at = 0; at < a.length; at++) {
      const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
      if (x === y) continue;
      const digit = PAIRS.get(x * 128 + y);
      if (digit === undefined) return false;
      if (!digit) letters++;
    }
    return letters === 0 || (a.length >= LETTERS_FROM && letters <= a.length / 4);
  }
  if (Math.max(a.length, b.length) < LETTERS_FROM + 1) return false;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return RUNS.some(([run, one]) => replacesRun(long, short, run, one));
}

/** Whether one `run` in `long` stands for `one` in `short`, and all else is the same. */
function replacesRun(long: string, short: string, run: string, one: string): boolean {
  for (let at = long.indexOf(run); at >= 0; at = long.indexOf(run, at + 1)) {
    if (long.slice(0, at) + one + long.slice(at + run.length) === short) return true;
  }
  return false;
}

/** One letter replaced, added, left out, or two neighbours swapped. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (a.length !== b.length) {
    return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
  }
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
