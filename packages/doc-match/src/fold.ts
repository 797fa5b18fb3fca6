import { createTextFold, type TextFold } from '@dossierkit/core';

/**
 * Cyrillic and Greek letters as travel documents write them in Latin.
 *
 * @see ICAO Doc 9303 part 3, section 6, tables 6-2 (Cyrillic); ELOT 743 for Greek
 */
const TRANSLITERATION: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
    й: 'i',
  },
  ...{
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ў: 'u',
    ф: 'f',
    х: 'kh',
  },
  ...{
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ы: 'y',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    ъ: 'ie',
    ь: '',
    є: 'ie',
    ґ: 'g',
  },
  ...{ ђ: 'd', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
  },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
};

const APOSTROPHES: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '«': '<<',
};

/** Lower case in plain Latin letters: no accents, no ligatures, other scripts transliterated. Folding twice changes nothing. */
export const fold: TextFold = createTextFold({ ...TRANSLITERATION, ...APOSTROPHES });

/** Whether text has letters that travel documents transliterate, so that spellings in Latin may differ. */
export function isTransliterated(text: string): boolean {
  return /[\u0370-\u04FF]/.test(text);
}

/** How umlauts are written where there are none. Of "Müller": `muller` and `mueller`. */
export function spellings(token: string): readonly string[] {
  const plain = fold(token);
  const lower = token.toLowerCase().normalize('NFC');
  if (!/[äöüåøæœ]/.test(lower)) return [plain];
  const long = fold(
    lower
      .replace(/[äæœ]/g, (c) => (c === 'œ' ? 'oe' : 'ae'))
      .replace(/[öø]/g, 'oe')
      .replace(/ü/g, 'ue')
      .replace(/å/g, 'aa'),
  );
  const short = fold(lower.replace(/[æœ]/g, (c) => (c === 'œ' ? 'o' : 'a')));
  return [...new Set([plain, long, short])];
}
