import { type PlainDate, plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../internal/bytes.js';
import { defineAuthenticityPolicy } from '../policy.js';
import { createTestAuthority, type TestAuthority } from '../testing.js';
import type { TrustList } from '../trust/trust-list.js';
import { createTrustStore, type TrustMaterial, type TrustStore } from '../trust/trust-store.js';
import { parseSeal } from './parse-seal.js';
import type { Seal } from './seal.js';
import { verifySeal } from './verify-seal.js';

const at = plainDate('2026-01-15');
const signedOn = plainDate('2025-08-04');
const authority = await createTestAuthority();

async function seal(by: TestAuthority = authority, day: PlainDate = signedOn): Promise<Seal> {
  const parsed = parseSeal(
    await by.issueSeal({
      signedOn: day,
      fields: [
        ['45', '2024'],
        ['41', '42000'],
      ],
    }),
  );
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function trusting(by: TestAuthority, more: TrustMaterial = {}): TrustStore {
  const material = { authorities: [by.authority], certificates: [by.certificate] };
  return createTrustStore({ ...material, revocation: () => by.issueRevocationList(at), ...more });
}

async function outcomes(of: Seal, trust: TrustStore, day = at): Promise<Record<string, string>> {
  const { status, findings } = await verifySeal(of, { trust, at: day });
  const entries = findings.map(({ code, outcome }) => [code.replace('doc-authenticity/seal-', ''), outcome]);
  return { status, ...Object.fromEntries(entries) };
}

describe('verifySeal', () => {
  it.each(['P-256', 'P-384', 'P-521'] as const)('verifies a seal on %s', async (curve) => {
    const by = await createTestAuthority({ curve });
    expect(await outcomes(await seal(by), trusting(by))).toEqual({
      status: 'verified',
      signature: 'passed',
      authority: 'passed',
      'certificate-valid': 'passed',
      revoked: 'passed',
    });
  });

  it('is inconclusive without trust material, and never verified', async () => {
    expect(await outcomes(await seal(), createTrustStore())).toEqual({
      status: 'inconclusive',
      signature: 'inconclusive',
      authority: 'inconclusive',
    });
    const noLeaf = createTrustStore({ authorities: [authority.authority] });
    expect(await outcomes(await seal(), noLeaf)).toMatchObject({ status: 'inconclusive' });
  });

  it('refuses a certificate of the right name that the trusted authority did not issue', async () => {
    const impostor = await createTestAuthority();
    const trust = createTrustStore({
      authorities: [authority.authority],
      certificates: [impostor.certificate],
    });
    expect(await outcomes(await seal(impostor), trust)).toMatchObject({
      status: 'inconclusive',
      signature: 'inconclusive',
    });
  });

  it('refutes a seal whose key is another one, of the same or of another curve', async () => {
    for (const curve of ['P-256', 'P-384'] as const) {
      const other = await createTestAuthority({ curve });
      expect(await outcomes(await seal(), trusting(other))).toMatchObject({
        status: 'refuted',
        signature: 'failed',
      });
    }
  });

  it('finds the right one of several certificates and authorities of the same name', async () => {
    const renewed = await createTestAuthority();
    for (const order of [
      [authority, renewed],
      [renewed, authority],
    ]) {
      const trust = createTrustStore({
        authorities: order.map((one) => one.authority),
        certificates: order.map((one) => one.certificate),
        revocation: () => authority.issueRevocationList(at),
      });
      expect(await outcomes(await seal(), trust)).toMatchObject({ status: 'verified' });
    }
  });

  it('judges certificates on the day of the signature, not today', async () => {
    const past = await createTestAuthority({ validFrom: plainDate('2020-01-01'), validTo: signedOn });
    expect(await outcomes(await seal(past), trusting(past))).toMatchObject({ status: 'verified' });
    const late = await seal(past, plainDate('2025-08-05'));
    expect(await outcomes(late, trusting(past))).toMatchObject({
      'certificate-valid': 'failed',
      status: 'refuted',
    });
  });

  it('asks for revocation as known now', async () => {
    const revoked = trusting(authority, {
      revocation: () => authority.issueRevocationList(at, { revoked: true }),
    });
    expect(await outcomes(await seal(), revoked)).toMatchObject({ status: 'refuted', revoked: 'failed' });
    const others = await createTestAuthority();
    for (const revocation of [
      undefined,
      () => Promise.resolve(null),
      () => Promise.reject(new Error('down')),
      () => Promise.resolve(Uint8Array.of(1, 2, 3)),
      () => others.issueRevocationList(at),
      () => authority.issueRevocationList(plainDate('2025-01-01')),
    ]) {
      const trust = trusting(authority, { revocation: revocation as never });
      expect(await outcomes(await seal(), trust)).toMatchObject({
        status: 'inconclusive',
        revoked: 'inconclusive',
      });
    }
  });

  it('does not trust a list that was not verified, is stale, or withdraws the authority', async () => {
    const list: TrustList = {
      sequence: 1,
      territory: 'FR',
      issuedAt: '2025-09-01T00:00:00.000Z' as TrustList['issuedAt'],
      nextUpdate: '2026-03-01T00:00:00.000Z' as TrustList['issuedAt'],
      signature: 'verified',
      services: [
        {
          authority: 'XX01',
          operator: 'Test',
          certificate: toBase64(authority.authority),
          status: 'granted',
          since: '2020-01-01T00:00:00.000Z' as TrustList['issuedAt'],
          publishedAt: null,
        },
      ],
    };
    const withList = (changed: Partial<TrustList>): TrustStore =>
      trusting(authority, { authorities: [], lists: [{ ...list, ...changed }] });
    const withdrawn = list.services.map((service) => ({ ...service, status: 'withdrawn' as const }));
    expect(await outcomes(await seal(), withList({}))).toMatchObject({ status: 'verified' });
    expect(await outcomes(await seal(), withList({ signature: 'not-checked' }))).toMatchObject({
      status: 'inconclusive',
    });
    expect(await outcomes(await seal(), withList({ services: withdrawn }))).toMatchObject({
      status: 'refuted',
    });
    expect(
      await outcomes(
        await seal(),
        withList({ nextUpdate: '2026-01-01T00:00:00.000Z' as TrustList['issuedAt'] }),
      ),
    ).toMatchObject({ status: 'inconclusive' });
  });

  it('takes the public test authority only where the policy asks for it', async () => {
    const content = await (await createTestAuthority({ authority: 'FR00', certificate: '0001' })).issueSeal({
      signedOn,
      fields: [],
    });
    const parsed = parseSeal(content);
    if (!parsed.ok) throw new Error(parsed.error.code);
    expect(await outcomes(parsed.value, trusting(authority))).toMatchObject({
      status: 'refuted',
      'test-authority': 'failed',
    });
    const policy = defineAuthenticityPolicy({ acceptTestAuthority: true });
    const { findings } = await verifySeal(parsed.value, { trust: trusting(authority), at, policy });
    // Sealed with another key than the published one.
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'doc-authenticity/seal-signature', outcome: 'failed' }),
    );
  });

  it('notices a seal from the future', async () => {
    expect(await outcomes(await seal(), trusting(authority), plainDate('2025-08-03'))).toMatchObject({
      'from-future': 'failed',
    });
  });
});
