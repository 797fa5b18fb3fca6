/** The remainder by 97 of letters and digits, with A as 10 to Z as 35 (ISO 7064). `start` goes on from an earlier part. */
export function mod97(text: string, from = 0, to: number = text.length, start = 0): number {
  let remainder = start;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    remainder = code <= 57 ? remainder * 10 + (code - 48) : remainder * 100 + (code - 55);
    if (remainder > 1e12) remainder %= 97;
  }
  return remainder % 97;
}
