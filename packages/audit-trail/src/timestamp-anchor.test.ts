import { readFileSync } from 'node:fs';
import { timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createTimestampAnchor } from './index.js';
import { toHex } from './internal/bytes.js';
import { checkAnchor } from './internal/check-anchor.js';
import { imprintOf, timestampRequest } from './internal/timestamp-token.js';

const NOTE = 'test.example/dossiers\n';
const { answers } = JSON.parse(
  readFileSync(new URL('../test/vectors/timestamps.json', import.meta.url), 'utf8'),
) as { answers: { rsa: string } };
const answer = Buffer.from(answers.rsa, 'base64');
const at = timestamp('2026-05-04T08:00:00Z');
const url = 'https://tsa.example/';
const respond = (body: Uint8Array | string, status = 200) =>
  (async () => new Response(body as BodyInit, { status })) as unknown as typeof fetch;

describe('createTimestampAnchor', () => {
  it('sends a request in DER and keeps the token', async () => {
    const sent: Uint8Array[] = [];
    const anchor = createTimestampAnchor({
      url,
      fetch: (async (_: unknown, init: { body: Uint8Array }) => {
        sent.push(init.body);
        return new Response(answer);
      }) as unknown as typeof fetch,
    });
    const receipt = await anchor.anchor(NOTE, { at });
    expect(receipt).toMatchObject({ ok: true, value: { anchor: 'rfc3161', at } });
    expect(toHex(sent[0] as Uint8Array)).toMatch(/^30[0-9a-f]{2}0201013031300d0609608648016503040201/);
    expect(receipt.ok && (await checkAnchor(receipt.value, NOTE, []))).toEqual({ outcome: 'inconclusive' });
    expect(receipt.ok && (await checkAnchor(receipt.value, `${NOTE} `, []))).toEqual({ outcome: 'failed' });
  });

  it.each<[string, typeof fetch, string]>([
    ['an authority that is down', respond('', 503), 'authority-unreachable'],
    ['an answer that is no token', respond('hello'), 'authority-refused'],
    ['a refusal', respond(Uint8Array.of(0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02)), 'authority-refused'],
    [
      'no network',
      (async () => Promise.reject(new Error('offline'))) as unknown as typeof fetch,
      'authority-unreachable',
    ],
  ])('answers %s with an error', async (_, fetch, code) => {
    expect(await createTimestampAnchor({ url, fetch }).anchor(NOTE, { at })).toMatchObject({
      error: { code: `audit-trail/${code}` },
    });
  });

  it('does not take a token about another checkpoint', async () => {
    const anchor = createTimestampAnchor({ url, fetch: respond(answer) });
    expect(await anchor.anchor('another\n', { at })).toMatchObject({
      error: { code: 'audit-trail/authority-refused' },
    });
  });
});

test.prop([fc.uint8Array({ maxLength: 400 }), fc.nat()])(
  'no bytes make the reader of tokens fail',
  (bytes, cut) => {
    expect(() => imprintOf(bytes)).not.toThrow();
    expect(() => imprintOf(answer.subarray(0, cut % answer.length))).not.toThrow();
    expect(timestampRequest(new Uint8Array(32), bytes.subarray(0, 8))[0]).toBe(0x30);
  },
);
