/** By letter: how it may be printed, ICAO's first recommendation first. */
export type TransliterationTable = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * Latin letters that are not just a letter with an accent; all others lose their accent.
 *
 * @see ICAO Doc 9303 part 3, section 6.A
 */
export const LATIN: TransliterationTable = {
  Ä: ['AE', 'A', 'AXX'],
  Å: ['AA', 'A'],
  Æ: ['AE'],
  Ð: ['D', 'DH'],
  Ñ: ['N', 'NXX'],
  Ö: ['OE', 'O', 'OXX'],
  Ø: ['OE', 'O'],
  Ü: ['UE', 'U', 'UXX'],
  Þ: ['TH'],
  Đ: ['D', 'DJ'],
  Ħ: ['H'],
  I: ['I'],
  ı: ['I'],
  İ: ['I'],
  ĸ: ['Q', 'K'],
  Ł: ['L'],
  Ŋ: ['N'],
  Œ: ['OE'],
  Ŧ: ['T'],
  ẞ: ['SS'],
  ß: ['SS'],
  Ĳ: ['IJ'],
};

/**
 * Cyrillic letters: ICAO's recommendation, then what Ukraine, Bulgaria, Serbia, North Macedonia and Belarus print.
 *
 * @see ICAO Doc 9303 part 3, section 6.B
 */
export const CYRILLIC: TransliterationTable = {
  А: ['A'],
  Б: ['B'],
  В: ['V', 'W'],
  Г: ['G', 'H'],
  Ґ: ['G'],
  Ѓ: ['G', 'GJ'],
  Д: ['D'],
  Ђ: ['D', 'DJ'],
  Е: ['E', 'IE', 'YE'],
  Ё: ['E', 'IO', 'YO'],
  Є: ['IE', 'YE'],
  Ж: ['ZH', 'Z'],
  З: ['Z'],
  Ѕ: ['DZ'],
  И: ['I', 'Y'],
  І: ['I'],
  Ї: ['I', 'YI'],
  Й: ['I', 'Y'],
  Ј: ['J'],
  К: ['K'],
  Ќ: ['K', 'KJ'],
  Л: ['L'],
  Љ: ['LJ'],
  М: ['M'],
  Н: ['N'],
  Њ: ['NJ'],
  О: ['O'],
  П: ['P'],
  Р: ['R'],
  С: ['S'],
  Т: ['T'],
  Ћ: ['C'],
  У: ['U'],
  Ў: ['U', 'W'],
  Ф: ['F'],
  Х: ['KH', 'H'],
  Ц: ['TS', 'C'],
  Ч: ['CH', 'C'],
  Џ: ['DZ', 'DJ'],
  Ш: ['SH', 'S'],
  Щ: ['SHCH', 'SHT'],
  Ъ: ['IE', 'A', ''],
  Ы: ['Y'],
  Ь: ['', 'Y'],
  Э: ['E'],
  Ю: ['IU', 'YU', 'JU'],
  Я: ['IA', 'YA', 'JA'],
};

/**
 * Arabic letters as the zone encodes them, so that they can be turned back. Many states print a phonetic spelling
 * instead, which no table can predict.
 *
 * @see ICAO Doc 9303 part 3, section 6.C
 */
export const ARABIC: TransliterationTable = {
  ء: ['XE'],
  آ: ['XAA'],
  أ: ['XAE'],
  ؤ: ['U'],
  إ: ['I'],
  ئ: ['XI'],
  ا: ['A'],
  ب: ['B'],
  ة: ['XTA', 'XAH'],
  ت: ['T'],
  ث: ['XTH'],
  ج: ['J'],
  ح: ['XH'],
  خ: ['XKH'],
  د: ['D'],
  ذ: ['XDH'],
  ر: ['R'],
  ز: ['Z'],
  س: ['S'],
  ش: ['XSH'],
  ص: ['XSS'],
  ض: ['XDZ'],
  ط: ['XTT'],
  ظ: ['XZZ'],
  ع: ['E'],
  غ: ['G'],
  ف: ['F'],
  ق: ['Q'],
  ك: ['K'],
  ل: ['L'],
  م: ['M'],
  ن: ['N'],
  ه: ['H'],
  و: ['W'],
  ى: ['XAY'],
  ي: ['Y'],
};
