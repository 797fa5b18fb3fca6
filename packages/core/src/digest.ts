import { canonicalJson } from './canonical-json.js';
import { sha256Of } from './internal/sha256.js';
import type { JsonValue } from './json.js';

declare const brand: unique symbol;

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly [brand]: 'Sha256' };

/**
 * The SHA-256 of bytes, through WebCrypto; in plain TypeScript where there is none (a page not served over HTTPS).
 *
 * @see FIPS 180-4
 */
export async function digestBytes(bytes: Uint8Array): Promise<Sha256> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return digestBytesSync(bytes);
  return hex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/** The SHA-256 of bytes at once, in plain TypeScript: for small inputs, where a promise costs more than the digest. */
export function digestBytesSync(bytes: Uint8Array): Sha256 {
  return hex(sha256Of(bytes));
}

/** The SHA-256 of a JSON value's canonical form, so that the order of its keys does not matter. */
export function digestJson(value: JsonValue): Sha256 {
  return digestBytesSync(new TextEncoder().encode(canonicalJson(value)));
}

/** Whether text is a SHA-256 digest as this package writes it. */
export function isSha256(text: string): text is Sha256 {
  return /^[0-9a-f]{64}$/.test(text);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): Sha256 {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text as Sha256;
}
