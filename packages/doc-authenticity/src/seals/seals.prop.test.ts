import { plainDate } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { defineAuthenticityPolicy } from '../policy.js';
import { createTestAuthority, type SealDraftFields } from '../testing.js';
import { parseTrustList } from '../trust/parse-trust-list.js';
import { createTrustStore } from '../trust/trust-store.js';
import { parseSeal } from './parse-seal.js';
import { verifySeal } from './verify-seal.js';

const at = plainDate('2026-01-15');
const authority = await createTestAuthority();
const trust = createTrustStore({ authorities: [authority.authority], certificates: [authority.certificate] });
const policy = defineAuthenticityPolicy({ revocation: 'if-available' });
const fields: SealDraftFields = [
  ['45', '2024'],
  ['44', '2544A32951234'],
  ['41', '42000'],
  ['46', 'MARTIN LEA'],
];
const good = await authority.issueSeal({ version: 4, signedOn: plainDate('2025-08-04'), fields });
const value = fc.stringMatching(/^[A-Z0-9 /.,]{1,30}$/);

async function isVerified(content: string): Promise<boolean> {
  const seal = parseSeal(content);
  return seal.ok && (await verifySeal(seal.value, { trust, at, policy })).status === 'verified';
}

test('the seal itself is verified', async () => {
  expect(await isVerified(good)).toBe(true);
});

test('no seal is verified after one character was changed or left out', async () => {
  for (let i = 0; i < good.length; i++) {
    const code = good.charCodeAt(i);
    for (const other of [
      '',
      '0',
      'A',
      'a',
      '\x1d',
      String.fromCharCode(code ^ 1),
      String.fromCharCode(code + 1),
    ]) {
      if (other === good[i]) continue;
      expect(await isVerified(good.slice(0, i) + other + good.slice(i + 1)), `${i} ${other}`).toBe(false);
    }
  }
});

test.prop([fc.array(fc.tuple(fc.constantFrom('18', '41', '46', '4Y', '60', 'ZZ'), value))], { numRuns: 100 })(
  'what was sealed is what is read',
  async (sealed) => {
    const seal = parseSeal(await authority.issueSeal({ signedOn: at, fields: sealed }));
    expect(seal.ok && seal.value.fields.map((field) => [field.id, field.value])).toEqual(sealed);
  },
);

test.prop([fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 12 })], { numRuns: 2000 })(
  'no mutation of a text seal throws',
  (from, bytes) => {
    const mutated = new TextEncoder().encode(good);
    mutated.set(
      bytes.subarray(0, mutated.length),
      from % (mutated.length - Math.min(bytes.length, mutated.length) + 1),
    );
    expect(typeof parseSeal(mutated).ok).toBe('boolean');
  },
);

test.prop([fc.constantFrom(2, 3, 4), fc.uint8Array({ maxLength: 200 })], { numRuns: 2000 })(
  'no binary content throws',
  (version, rest) => {
    expect(typeof parseSeal(Uint8Array.of(0xdc, version, ...rest)).ok).toBe('boolean');
  },
);

test.prop([fc.string({ maxLength: 300 })], { numRuns: 300 })(
  'no text in place of a trust list throws',
  (text) => {
    expect(parseTrustList(text).ok).toBe(false);
    expect(parseTrustList(`<?xml version="1.0"?><a>${text}</a>`).ok).toBe(false);
  },
);
