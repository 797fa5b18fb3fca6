/** The longest text that is read as an identifier; anything longer is refused by its length alone. */
export const LONGEST_IDENTIFIER = 80;

/**
 * The letters and digits of an identifier as people write it: upper case, without spaces (also no-break and thin ones),
 * dots, hyphens, slashes and underscores. Anything else stays and is refused by the caller.
 */
export function compact(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (!isPlain(text.charCodeAt(at))) return compactSlowly(text);
  }
  return text;
}

const isPlain = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90);

function compactSlowly(text: string): string {
  return text.replace(/[\s.\-/_\u2010-\u2015]+/gu, '').replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Whether every character is an ASCII digit. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
