import { plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { encodeC40 } from '../internal/c40.js';
import { createTestAuthority } from '../testing.js';
import { createTrustStore } from '../trust/trust-store.js';
import { parseSeal } from './parse-seal.js';
import { verifySeal } from './verify-seal.js';

const signedOn = plainDate('2025-08-04');
const authority = await createTestAuthority();

describe('a 2D-Doc in text', () => {
  it.each([1, 2, 3, 4] as const)('reads the header of version %i', async (version) => {
    const content = await authority.issueSeal({
      version,
      signedOn,
      documentType: '28',
      fields: [['45', '2024']],
    });
    const seal = parseSeal(content);
    expect(seal).toMatchObject({
      ok: true,
      value: {
        family: '2d-doc',
        version,
        authority: 'XX01',
        certificate: 'TEST',
        country: version === 4 ? 'FR' : null,
        issuedOn: null,
        signedOn,
        documentType: '28',
        perimeter: version >= 3 ? '01' : null,
      },
    });
  });

  it('tells fixed, ended, cut, unknown and full fields apart', async () => {
    const town = 'A'.repeat(32);
    const content = await authority.issueSeal({
      signedOn,
      fields: [
        ['45', '2024'],
        ['46', 'MARTIN LÉA'],
        ['ZZ', 'NEW'],
        ['25', town],
      ],
    });
    const cut = content
      .replace('MARTIN LÉA\x1d', 'MARTIN LÉA\x1e')
      .replace(`${town}\x1d`, `${town}4398765432109`);
    const seal = parseSeal(cut);
    if (!seal.ok) throw new Error(seal.error.code);
    expect(seal.value.fields.map(({ id, value, truncated, known }) => [id, value, truncated, known])).toEqual(
      [
        ['45', '2024', false, true],
        ['46', 'MARTIN LÉA', true, true],
        ['ZZ', 'NEW', false, false],
        ['25', town, false, true],
        ['43', '98765432109', false, true],
      ],
    );
  });

  it('keeps what follows the signature apart, as not signed', async () => {
    const content = await authority.issueSeal({
      signedOn,
      fields: [['45', '2024']],
      unsignedFields: [['41', '1']],
    });
    const seal = parseSeal(content);
    if (!seal.ok) throw new Error(seal.error.code);
    expect(seal.value.fields.map((field) => field.id)).toEqual(['45']);
    expect(seal.value.unsignedFields.map((field) => field.id)).toEqual(['41']);
  });

  it.each([
    ['not-a-seal', 'https://example.org'],
    ['not-a-seal', 'DCF'],
    ['version', 'DC05XX01TEST'],
    ['header', 'DC04XX01TEST'],
    ['too-long', 'DC04'.repeat(2000)],
  ])('says %s', (problem, content) => {
    const seal = parseSeal(content);
    expect(JSON.stringify(seal)).toContain(problem);
  });

  it('refuses a second spelling of the same signature, and anything behind an older seal', async () => {
    const content = await authority.issueSeal({ version: 3, signedOn, fields: [['45', '2024']] });
    const next = String.fromCharCode(content.charCodeAt(content.length - 1) + 1);
    expect(parseSeal(content.slice(0, -1) + next)).toMatchObject({
      error: { params: { problem: 'signature-encoding' } },
    });
    expect(parseSeal(`${content}\x1d41`)).toMatchObject({ error: { params: { problem: 'trailing-data' } } });
  });
});

describe('a binary seal', () => {
  /** The day as MMDDYYYY in three bytes. */
  const day = (number: number): number[] => [number >> 16, (number >> 8) & 255, number & 255];
  const message = [0x02, 3, ...new TextEncoder().encode('ABC'), 0x04, 0x81, 2, 1, 2];

  it('reads and verifies 2D-Doc version 4', async () => {
    const header = [
      0xdc,
      4,
      ...encodeC40('FRA'),
      ...encodeC40('XX01TEST '),
      ...day(8_042_025),
      ...day(8_042_025),
      7,
      0,
      1,
    ];
    const seal = parseSeal(await authority.signBinarySeal(Uint8Array.from([...header, ...message])));
    if (!seal.ok) throw new Error(seal.error.code);
    expect(seal.value).toMatchObject({
      family: '2d-doc',
      country: 'FRA',
      authority: 'XX01',
      certificate: 'TEST',
      signedOn,
    });
    expect(seal.value).toMatchObject({ documentType: '07', perimeter: '0001' });
    expect(seal.value.fields.map(({ id, value }) => [id, value])).toEqual([
      ['02', 'ABC'],
      ['04', '0102'],
    ]);
    const trust = createTrustStore({
      authorities: [authority.authority],
      certificates: [authority.certificate],
    });
    const { findings } = await verifySeal(seal.value, { trust, at: plainDate('2026-01-01') });
    expect(findings[0]).toMatchObject({ code: 'doc-authenticity/seal-signature', outcome: 'passed' });
  });

  it.each([
    [
      '3',
      [
        0xdc,
        2,
        ...encodeC40('D  '),
        ...encodeC40('XX01TEST '),
        ...day(8_042_025),
        ...day(8_042_025),
        0xfb,
        6,
      ],
    ],
    [
      '4',
      [
        0xdc,
        3,
        ...encodeC40('D  '),
        ...encodeC40('XX0104'),
        ...encodeC40('TEST  '),
        ...day(8_042_025),
        ...day(8_042_025),
        0xfb,
        6,
      ],
    ],
  ])('reads a VDS of header version %s', async (version, header) => {
    const seal = parseSeal(await authority.signBinarySeal(Uint8Array.from([...header, ...message])));
    expect(seal).toMatchObject({
      ok: true,
      value: {
        family: 'vds',
        version: Number(version),
        country: 'D',
        authority: 'XX01',
        certificate: 'TEST',
        documentType: 'fb06',
        signedOn,
      },
    });
  });

  it('reads the machine-readable zone and the passport number of a German residence permit', async () => {
    const mrz = `${'ITD<<RAHMAN<<LAILA'.padEnd(36, '<')}${'123456789<'.padEnd(36, '<')}`;
    const zone = encodeC40(mrz.replaceAll('<', ' '));
    const header = [
      0xdc,
      3,
      ...encodeC40('D  '),
      ...encodeC40('XX0104'),
      ...encodeC40('TEST  '),
      ...day(8_042_025),
      ...day(8_042_025),
      0xfb,
      6,
    ];
    const features = [2, zone.length, ...zone, 3, 6, ...encodeC40('C01X0006H')];
    const seal = parseSeal(await authority.signBinarySeal(Uint8Array.from([...header, ...features])));
    if (!seal.ok) throw new Error(seal.error.code);
    expect(
      seal.value.fields.map(({ name, value, known }) => [name, value.replace(/<+$/, ''), known]),
    ).toEqual([
      ['mrz', mrz.replace(/<+$/, ''), true],
      ['identityDocumentNumber', 'C01X0006H', true],
    ]);
    const trust = createTrustStore({
      authorities: [authority.authority],
      certificates: [authority.certificate],
    });
    const { findings } = await verifySeal(seal.value, { trust, at: plainDate('2026-01-01') });
    expect(findings[0]).toMatchObject({ outcome: 'passed', params: { family: 'vds' } });
  });
});
