import { readFileSync } from 'node:fs';
import { timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createTimestampAnchor } from '../src/index.js';
import { createTimestampWitness } from '../src/timestamps.js';

interface Vectors {
  readonly authority: string;
  readonly otherAuthority: string;
  readonly answers: Readonly<
    Record<'rsa' | 'ec' | 'sameWay' | 'anotherPurpose' | 'twoPurposes' | 'expired', string>
  >;
}

const { authority, otherAuthority, answers } = JSON.parse(
  readFileSync(new URL('vectors/timestamps.json', import.meta.url), 'utf8'),
) as Vectors;
const NOTE = 'test.example/dossiers\n';
const at = timestamp('2026-05-04T08:00:00Z');
const witness = createTimestampWitness({ authorities: [authority] });
const receiptOf = (token: string) => ({ anchor: 'rfc3161', at, token });
const FAILED = { outcome: 'failed' };

describe('createTimestampWitness', () => {
  it.each(['rsa', 'ec', 'sameWay'] as const)(
    'believes a token that a trusted authority signed (%s), and says when',
    async (kind) => {
      const testimony = await witness.check(receiptOf(answers[kind]), NOTE);
      expect(testimony).toEqual({ outcome: 'passed', at: expect.stringMatching(/^2026-11-2\dT.*Z$/) });
      const several = createTimestampWitness({ authorities: [`${otherAuthority}\n${authority}`] });
      expect((await several.check(receiptOf(answers[kind]), NOTE)).outcome).toBe('passed');
    },
  );

  it.each(['anotherPurpose', 'twoPurposes'] as const)(
    'does not believe a certificate that must not sign it: %s',
    async (kind) => {
      expect(await witness.check(receiptOf(answers[kind]), NOTE)).toEqual(FAILED);
    },
  );

  it('cannot tell who signed where the certificate had expired, or comes from nobody who is trusted', async () => {
    expect(await witness.check(receiptOf(answers.expired), NOTE)).toEqual({ outcome: 'inconclusive' });
    for (const authorities of [[otherAuthority], []]) {
      const other = createTimestampWitness({ authorities });
      expect(await other.check(receiptOf(answers.rsa), NOTE)).toEqual({ outcome: 'inconclusive' });
    }
  });

  it('does not believe a token about another checkpoint, or what is no token', async () => {
    expect(await witness.check(receiptOf(answers.rsa), `${NOTE} `)).toEqual(FAILED);
    for (const token of ['', 'AAAA', 'no base64', 'MAUwAwIBAg==']) {
      expect(await witness.check(receiptOf(token), NOTE)).toEqual(FAILED);
    }
  });

  it('refuses authorities that are no certificates', () => {
    for (const text of ['', 'hello', authority.replace('MII', 'MIJ'), authority.slice(0, 400)]) {
      expect(() => createTimestampWitness({ authorities: [text] })).toThrow('authority-invalid');
    }
  });

  it('keeps an anchor from taking a token that would not be believed later', async () => {
    const answered = (token: string) =>
      createTimestampAnchor({
        url: 'https://tsa.example/',
        fetch: (async () => new Response(Buffer.from(token, 'base64'))) as unknown as typeof fetch,
        witness,
      });
    expect(await answered(answers.rsa).anchor(NOTE, { at })).toMatchObject({ ok: true });
    expect(await answered(answers.expired).anchor(NOTE, { at })).toMatchObject({
      error: { code: 'audit-trail/authority-refused' },
    });
  });
});

test.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 60 })(
  'no byte of what is signed, nor of the signature, can be changed unnoticed',
  async (place, by) => {
    const bytes = Buffer.from(answers.ec, 'base64');
    // Those of the imprint lie in what is signed, the last 30 in the second number of the signature.
    const imprint = bytes.indexOf(Buffer.from('0420', 'hex')) + 2;
    const last = bytes.length - 30;
    const spots = [
      ...Array.from({ length: 32 }, (_, n) => imprint + n),
      ...Array.from({ length: 30 }, (_, n) => last + n),
    ];
    const spot = spots[place % spots.length] as number;
    bytes[spot] = ((bytes[spot] as number) + by) % 256;
    expect((await witness.check(receiptOf(bytes.toString('base64')), NOTE)).outcome).toBe('failed');
  },
);
