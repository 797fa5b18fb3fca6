/** Bytes as a string of one character each, so that texts and bytes are cut in the same way. */
export function toBinaryString(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function fromBinaryString(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(toBinaryString(bytes));
}

/** The bytes, or `undefined` where the text is not base64. White space is allowed, as XML has it. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBinaryString(atob(text.replace(/\s+/g, '')));
  } catch {
    return undefined;
  }
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The text of bytes: UTF-8 where it is, else one character a byte. */
export function textOf(binary: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fromBinaryString(binary));
  } catch {
    return binary;
  }
}
