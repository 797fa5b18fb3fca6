/** Curve and hash by the length of r‖s. */
const BY_LENGTH: Readonly<Record<number, { readonly namedCurve: string; readonly hash: string }>> = {
  64: { namedCurve: 'P-256', hash: 'SHA-256' },
  96: { namedCurve: 'P-384', hash: 'SHA-384' },
  132: { namedCurve: 'P-521', hash: 'SHA-512' },
};

/**
 * Verifies an ECDSA signature through WebCrypto, which also refuses r and s that are out of range.
 *
 * @param spki the public key as SubjectPublicKeyInfo
 * @returns whether it holds; `wrong-key` where the key is no EC key of the curve that the signature's length asks for
 */
export async function verifyEcdsa(
  spki: Uint8Array<ArrayBuffer> | ArrayBuffer,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean | 'wrong-key'> {
  const scheme = BY_LENGTH[signature.length];
  if (!scheme) return false;
  const { namedCurve, hash } = scheme;
  const { subtle } = globalThis.crypto;
  let key: CryptoKey;
  try {
    key = await subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve }, false, ['verify']);
  } catch {
    return 'wrong-key';
  }
  return subtle.verify({ name: 'ECDSA', hash }, key, signature, data);
}
