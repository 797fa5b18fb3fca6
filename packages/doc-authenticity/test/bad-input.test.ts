import { digestBytesSync, plainDate } from '@dossierkit/core';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  checkTraces,
  createTrustStore,
  parseSeal,
  parseTrustList,
  type Seal,
  verifySeal,
} from '../src/index.js';
import { fromBase64, toBase64, toBinaryString } from '../src/internal/bytes.js';
import { createTestAuthority } from '../src/testing.js';

const at = plainDate('2026-01-15');
const signedOn = plainDate('2025-08-04');
const authority = await createTestAuthority();
const content = await authority.issueSeal({ version: 1, signedOn, fields: [['45', '2024']] });
const trust = createTrustStore({
  authorities: [authority.authority],
  certificates: [authority.certificate],
  revocation: () => authority.issueRevocationList(at),
});

function sealOf(from: string | Uint8Array): Seal {
  const parsed = parseSeal(from);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const status = async (seal: Seal): Promise<string> => (await verifySeal(seal, { trust, at })).status;

describe('a seal of version 1 with its signature as raw bytes', () => {
  const seal = sealOf(content);
  const signature = fromBase64(seal.signature) ?? new Uint8Array();
  const raw = Uint8Array.from([
    ...new TextEncoder().encode(content.slice(0, content.indexOf('\x1f') + 1)),
    ...signature,
  ]);

  it('is read and verified', async () => {
    expect(await status(sealOf(raw))).toBe('verified');
  });

  it('is never verified with one byte changed, and never read with one more or less', async () => {
    for (let k = 0; k < raw.length; k++) {
      const changed = Uint8Array.from(raw);
      changed[k] = (changed[k] as number) ^ (1 << (k % 8));
      const parsed = parseSeal(changed);
      expect(parsed.ok && (await status(parsed.value)), `byte ${k}`).not.toBe('verified');
    }
    expect(parseSeal(raw.subarray(0, -1)).ok).toBe(false);
    expect(parseSeal(Uint8Array.from([...raw, 0])).ok).toBe(false);
  });
});

describe('numbers of a signature', () => {
  const seal = sealOf(content);
  /** The order of P-256 (FIPS 186-5, D.1.2.3), from which on r and s are out of range. */
  const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
  const bytesOf = (hex: string): number[] =>
    (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  const [r, s] = [0, 32].map((from) => [...(fromBase64(seal.signature) ?? []).slice(from, from + 32)]) as [
    number[],
    number[],
  ];
  const plusOrder = (value: readonly number[]): number[] => {
    const sum =
      BigInt(`0x${value.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`) + BigInt(`0x${order}`);
    return bytesOf(sum.toString(16).padStart(64, '0').slice(-64));
  };

  it.each([
    ['r is nought', [...new Uint8Array(32), ...s]],
    ['s is nought', [...r, ...new Uint8Array(32)]],
    ['r is the order', [...bytesOf(order), ...s]],
    ['s is the order', [...r, ...bytesOf(order)]],
    ['r is larger by the order', [...plusOrder(r), ...s]],
    ['s is larger by the order', [...r, ...plusOrder(s)]],
    ['r and s are swapped', [...s, ...r]],
  ])('are refused where %s', async (_, signature) => {
    expect(await status({ ...seal, signature: toBase64(Uint8Array.from(signature)) })).toBe('refuted');
  });

  it('are refused in DER, and with anything behind them', async () => {
    const der = [0x30, 70, 2, 33, 0, ...r, 2, 33, 0, ...s];
    for (const signature of [der, [...r, ...s, 0], [...r, ...s].slice(0, 63)])
      expect(await status({ ...seal, signature: toBase64(Uint8Array.from(signature)) })).toBe('refuted');
  });
});

describe('certificates', () => {
  it('of other curves vouch for nothing, whatever they are called', async () => {
    for (const curve of ['P-384', 'P-521'] as const) {
      const other = await createTestAuthority({ curve });
      const store = createTrustStore({ authorities: [other.authority], certificates: [other.certificate] });
      expect((await verifySeal(sealOf(content), { trust: store, at })).status).toBe('refuted');
    }
  });

  it('that are no certificates are left out', async () => {
    const store = createTrustStore({
      authorities: ['nonsense', new Uint8Array(40)],
      certificates: [Uint8Array.of(0x30, 0x84)],
    });
    expect((await verifySeal(sealOf(content), { trust: store, at })).status).toBe('inconclusive');
  });
});

describe('XML', () => {
  const list = (inner: string): string => `<?xml version="1.0"?>${inner}`;

  it.each([
    ['an entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document-type'],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'document-type',
    ],
    ['an external document type', '<!DOCTYPE a SYSTEM "https://example.org/a.dtd"><a/>', 'document-type'],
    ['a parameter entity in small letters', '<!doctype a [<!entity % b "c"> %b;]><a/>', 'document-type'],
    ['an entity that nobody declared', '<a>&b;</a>', 'not-xml'],
    ['tags that do not match', '<a><b></a>', 'not-xml'],
  ])('with %s is refused', (_, xml, problem) => {
    expect(parseTrustList(list(xml))).toMatchObject({ ok: false, error: { params: { problem } } });
  });

  it('is refused beyond 16 MB before it is read', () => {
    expect(parseTrustList(`<a>${' '.repeat(17 * 1024 * 1024)}</a>`)).toMatchObject({
      error: { params: { problem: 'too-large' } },
    });
  });
});

describe('a hostile PDF', () => {
  const text = new TextEncoder();
  const subject = digestBytesSync(new Uint8Array());

  /** A file of these objects, with a table that is right. */
  function pdfOf(objects: readonly (string | readonly [string, Uint8Array])[]): Uint8Array {
    let body = '%PDF-1.7\n';
    const offsets = objects.map((object, k) => {
      const offset = body.length;
      const packed =
        typeof object === 'string' ? object : `${object[0]}\nstream\n${toBinaryString(object[1])}\nendstream`;
      body += `${k + 1} 0 obj\n${packed}\nendobj\n`;
      return `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
    return Uint8Array.from(body + end, (character) => character.charCodeAt(0));
  }

  const reasonOf = (bytes: Uint8Array): unknown =>
    checkTraces(bytes, { subject, at }).findings.find(({ code }) => code.endsWith('traces-examined'))?.params;
  const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
  const page =
    '<< /Type /Page /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>';
  const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

  it('whose pages contain themselves has none', () => {
    const cycle = '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>';
    expect(reasonOf(pdfOf([catalog, cycle]))).toEqual({ reason: 'damaged' });
  });

  it('whose form draws itself comes to an end', () => {
    const again = text.encode('/X Do /X Do /X Do');
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 17 /Resources << /XObject << /X 5 0 R >> >> >>';
    const file = pdfOf([catalog, pages, page, ['<< /Length 17 >>', again], [form, again]]);
    expect(reasonOf(file)).toEqual({ reason: null });
  });

  it('that unpacks to far more than it is, is not unpacked to the end', () => {
    const bomb = zlibSync(new Uint8Array(40_000_000), { level: 9 });
    const twice = ['<< /Length', bomb.length, '/Filter /FlateDecode >>'].join(' ');
    const many = '<< /Type /Page /MediaBox [0 0 100 100] /Contents [4 0 R 5 0 R 6 0 R 7 0 R] >>';
    const file = pdfOf([catalog, pages, many, [twice, bomb], [twice, bomb], [twice, bomb], [twice, bomb]]);
    expect(reasonOf(file)).toEqual({ reason: 'too-much' });
  });

  it('whose table lies is searched, and says so', () => {
    const honest = toBinaryString(pdfOf([catalog, pages, page, ['<< /Length 0 >>', new Uint8Array()]]));
    const lying = honest.replace(/0000000009 00000 n/, '0000000099 00000 n');
    const { findings } = checkTraces(
      Uint8Array.from(lying, (one) => one.charCodeAt(0)),
      { subject, at },
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'doc-authenticity/pdf-structure', outcome: 'failed' }),
    );
  });
});
