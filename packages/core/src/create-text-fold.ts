/** Letters that no Unicode decomposition takes apart. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŀ: 'l',
  ĸ: 'k',
};
/** Accents, variation selectors, and what cannot be seen: zero width, direction, soft hyphen. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu;
const ASCII = /^[\0-\x7F]*$/;
/** Up to here lie the letters of Western and Central Europe, which nearly all text is made of. */
const TABLE_SIZE = 0x180;

/** Brings text into the form in which words are compared. Folding twice changes nothing. */
export type TextFold = (text: string) => string;

/**
 * Creates a fold: lower case, without accents, ligatures and invisible characters ("Lefèvre", "LEFE\u0300VRE" and "Lefe\u200Bvre"
 * are `lefevre`). What it does not know stays.
 *
 * @param replace what else is to be replaced, by the lower-case character outside ASCII: other scripts, dashes, quotation marks.
 * The values are lower-case ASCII
 * @example
 * const fold = createTextFold({ '’': "'" });
 * fold('L’Haÿ-les-Roses'); // l'hay-les-roses
 */
export function createTextFold(replace: Readonly<Record<string, string>> = {}): TextFold {
  const special = new Map([...Object.entries(UNDIVIDED), ...Object.entries(replace)]);
  const foldAny = (text: string): string => {
    let folded = '';
    for (const char of text.toLowerCase().normalize('NFKD').replace(UNSEEN, '')) {
      folded += special.get(char) ?? char;
    }
    // Lower-casing and decomposing can each bring up letters for the other (İ, ŉ, mathematical capitals).
    return folded === text ? folded : foldAny(folded);
  };
  const table = Array.from({ length: TABLE_SIZE }, (_, code) => foldAny(String.fromCharCode(code)));
  return (text) => {
    if (ASCII.test(text)) return text.toLowerCase();
    let folded = '';
    for (let at = 0; at < text.length; at++) {
      const letter = table[text.charCodeAt(at)];
      if (letter === undefined) return foldAny(text);
      folded += letter;
    }
    return folded;
  };
}
