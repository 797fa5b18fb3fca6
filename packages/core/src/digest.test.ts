import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { digestBytes, digestBytesSync, isSha256 } from './digest.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('digests', () => {
  // FIPS 180-4 examples, https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j', async (text, digest) => {
    expect(digestBytesSync(bytes(text))).toBe(digest);
    expect(await digestBytes(bytes(text))).toBe(digest);
    expect(isSha256(digest)).toBe(true);
  });

  it('are the same where there is no WebCrypto', async () => {
    const expected = await digestBytes(bytes('without'));
    vi.stubGlobal('crypto', {});
    try {
      expect(await digestBytes(bytes('without'))).toBe(expected);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('know their own form', () => {
    expect(isSha256('e3b0')).toBe(false);
    expect(isSha256('E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855')).toBe(false);
  });
});

test.prop([fc.uint8Array({ maxLength: 300 })])('agree with WebCrypto for every length', async (data) => {
  expect(digestBytesSync(data)).toBe(await digestBytes(data));
});
