/** Letters that no Unicode decomposition takes apart, and look-alikes of other scripts that hostile text hides behind. */
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  τ: 't',
};

/** Format characters (zero width, direction, soft hyphen) and variation selectors. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
const NOT_PLAIN = /[^a-z0-9]/;

/** Lower case without accents, ligatures, invisible characters and foreign look-alikes; other characters stay. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\u0020-\u007E]/.test(lower)) return lower;
  let folded = '';
  for (const char of lower
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/\p{M}+/gu, '')) {
    folded += SPECIAL[char] ?? char;
  }
  // Decomposing can bring up capitals (mathematical letters), and lower-casing letters to decompose.
  return folded === text ? folded : foldText(folded);
}

/** The runs of letters and digits of a folded text: what is left of it for comparing words. */
export function keysOf(folded: string): string[] {
  const keys: string[] = [];
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    const plain = at < folded.length && !NOT_PLAIN.test(folded[at] as string);
    if (plain && start < 0) start = at;
    if (!plain && start >= 0) {
      keys.push(folded.slice(start, at));
      start = -1;
    }
  }
  return keys;
}

/** A phrase as the phrase index knows it: folded, with nothing between its words. */
export function squeeze(phrase: string): string {
  return keysOf(foldText(phrase)).join('');
}
