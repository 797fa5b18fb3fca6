const BASIC = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The basic set of C40: three characters in two bytes. `undefined` where a byte pair stands for none.
 *
 * @see ISO/IEC 16022, 5.2.5; ICAO Doc 9303 part 13, annex B
 */
export function decodeC40(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const high = bytes[i] as number;
    const low = bytes[i + 1];
    if (low === undefined) return undefined;
    // 0xFE goes back to ASCII for a last single character.
    if (high === 0xfe) {
      text += String.fromCharCode(low - 1);
      continue;
    }
    const value = high * 256 + low - 1;
    const values = [Math.floor(value / 1600), Math.floor(value / 40) % 40, value % 40];
    for (const one of values) {
      if (one > 39 || one < 0) return undefined;
      text += one < 3 ? '' : BASIC.charAt(one - 3);
    }
  }
  return text;
}

/** C40 of digits, capital letters and spaces; padded with shift characters. */
export function encodeC40(text: string): Uint8Array<ArrayBuffer> {
  const values = Array.from(text, (c) =>
    c === ' ' ? 3 : /\d/.test(c) ? Number(c) + 4 : c.charCodeAt(0) - 51,
  );
  while (values.length % 3 !== 0) values.push(0);
  const bytes = new Uint8Array((values.length / 3) * 2);
  for (let i = 0; i < values.length; i += 3) {
    const [a = 0, b = 0, c = 0] = values.slice(i, i + 3);
    const value = a * 1600 + b * 40 + c + 1;
    bytes[(i / 3) * 2] = value >> 8;
    bytes[(i / 3) * 2 + 1] = value & 0xff;
  }
  return bytes;
}
