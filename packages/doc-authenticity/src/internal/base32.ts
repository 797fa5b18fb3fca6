const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** How many characters the longest run of base32 at `from` has, up to `limit`. */
export function base32Run(text: string, from: number): number {
  let end = from;
  while (end < text.length && ALPHABET.includes(text.charAt(end))) end++;
  return end - from;
}

/**
 * Unpadded base32 of RFC 4648, strictly: no lower case, and no bits left over that are not zero. The last rule makes every
 * signature have exactly one spelling, so that a changed last character never goes unnoticed.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (buffer >> bits) & 0xff;
    }
  }
  const leftOver = buffer & ((1 << bits) - 1);
  return leftOver === 0 && bits < 5 ? bytes : undefined;
}

/** Unpadded base32 of RFC 4648. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0x1fff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((buffer << (5 - bits)) & 31) : text;
}
