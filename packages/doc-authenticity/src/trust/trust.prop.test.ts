import { plainDate } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { X509CertificateGenerator } from '../internal/x509.js';
import { parseSeal } from '../seals/parse-seal.js';
import type { Seal } from '../seals/seal.js';
import { verifySeal } from '../seals/verify-seal.js';
import { createTestAuthority } from '../testing.js';
import { createTrustStore } from './trust-store.js';

const at = plainDate('2026-01-15');
const good = await createTestAuthority();
const seal = await sealOf(
  await good.issueSeal({ signedOn: plainDate('2025-08-04'), fields: [['45', '2024']] }),
);
const list = await good.issueRevocationList(at);

async function sealOf(content: string): Promise<Seal> {
  const parsed = parseSeal(content);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

/** A place in the bytes, and what to change there. */
const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));

/** Where the header and the content of a DER item lie. */
function itemAt(bytes: Uint8Array, at: number): { readonly content: number; readonly end: number } {
  const first = bytes[at + 1] as number;
  const lengthBytes = first > 0x80 ? first - 0x80 : 0;
  let length = lengthBytes === 0 ? first : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[at + 2 + i] as number);
  const content = at + 2 + lengthBytes;
  return { content, end: content + length };
}

/** The first item inside the outer sequence is what the signature covers; around it are only lengths and algorithm. */
function signedPart(bytes: Uint8Array): readonly [number, number] {
  const from = itemAt(bytes, 0).content;
  return [from, itemAt(bytes, from).end];
}

function changed(bytes: Uint8Array, [place, by]: readonly [number, number]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const [from, to] = signedPart(bytes);
  const index = from + (place % (to - from));
  copy[index] = (copy[index] as number) ^ by;
  return copy;
}

async function statusWith(material: { authority?: Uint8Array; certificate?: Uint8Array; crl?: Uint8Array }) {
  const { authority = good.authority, certificate = good.certificate, crl = list } = material;
  const trust = createTrustStore({
    authorities: [authority],
    certificates: [certificate],
    revocation: () => Promise.resolve(crl),
  });
  return (await verifySeal(seal, { trust, at })).status;
}

test.prop([change], { numRuns: 400 })(
  'a certificate with a changed signed byte vouches for nothing',
  async (one) => {
    expect(await statusWith({ certificate: changed(good.certificate, one) })).not.toBe('verified');
  },
);

test.prop([change], { numRuns: 400 })(
  'a revocation list with a changed signed byte answers nothing',
  async (one) => {
    expect(await statusWith({ crl: changed(list, one) })).not.toBe('verified');
  },
);

test.prop([change], { numRuns: 400 })('an authority with a changed byte never throws', async (one) => {
  expect(['verified', 'refuted', 'inconclusive']).toContain(
    await statusWith({ authority: changed(good.authority, one) }),
  );
});

it('refutes a seal whose certificate holds an RSA key', async () => {
  const { subtle } = globalThis.crypto;
  const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const rsa = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: Uint8Array.of(1, 0, 1),
    modulusLength: 2048,
  };
  const caKeys = await subtle.generateKey(ec, true, ['sign', 'verify']);
  const keys = await subtle.generateKey(rsa, true, ['sign', 'verify']);
  const dates = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2039-01-01T00:00:00Z') };
  const ca = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=XX01',
    keys: caKeys,
    signingAlgorithm: ec,
    ...dates,
  });
  const leaf = await X509CertificateGenerator.create({
    subject: 'CN=TEST',
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    signingAlgorithm: ec,
    ...dates,
  });
  const trust = createTrustStore({
    authorities: [new Uint8Array(ca.rawData)],
    certificates: [new Uint8Array(leaf.rawData)],
  });
  const { status, findings } = await verifySeal(seal, { trust, at });
  expect(status).toBe('refuted');
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'doc-authenticity/seal-authority',
      params: expect.objectContaining({ problem: 'wrong-key' }),
    }),
  );
});

it.each([
  ['zero', () => new Uint8Array(64)],
  ['the largest numbers', () => new Uint8Array(64).fill(255)],
])('refuses a signature whose r and s are %s', async (_, signature) => {
  const forged = { ...seal, signature: btoa(String.fromCharCode(...signature())) };
  const trust = createTrustStore({ authorities: [good.authority], certificates: [good.certificate] });
  expect((await verifySeal(forged, { trust, at })).findings[0]).toMatchObject({
    outcome: 'failed',
    severity: 'critical',
  });
});
