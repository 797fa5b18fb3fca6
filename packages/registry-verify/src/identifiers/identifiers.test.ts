import { describe, expect, it } from 'vitest';
import { formatAustrianFn, parseAustrianFn } from './austrian-fn.js';
import { parseBic } from './bic.js';
import { formatGermanRegisterNumber, parseGermanRegisterNumber } from './german-register-number.js';
import { formatIban, parseIban } from './iban.js';
import { parseLei } from './lei.js';
import { formatNumeroFiscal, parseNumeroFiscal } from './numero-fiscal.js';
import { parseReferenceAvis } from './reference-avis.js';
import { formatSiren, parseSiren } from './siren.js';
import { formatSiret, parseSiret } from './siret.js';
import { formatSwissUid, parseSwissUid } from './swiss-uid.js';
import { parseUkCompanyNumber } from './uk-company-number.js';

const refusal = (code: string): object => ({
  ok: false,
  error: { code: `registry-verify/identifier-${code}` },
});

describe('SIREN and SIRET', () => {
  it('reads them as people write them', () => {
    expect(parseSiren('732 829 320')).toEqual({ ok: true, value: { siren: '732829320' } });
    expect(parseSiret('732 829 320\u00a000074')).toEqual({
      ok: true,
      value: { siret: '73282932000074', siren: '732829320', nic: '00074' },
    });
  });

  it('writes them as INSEE does', () => {
    expect(formatSiren('732829320')).toBe('732 829 320');
    expect(formatSiret('73282932000074')).toBe('732 829 320 00074');
  });

  it.each(['35600000000048', '35600000049837', '35600000009075'])(
    'knows the rule of La Poste: %s',
    (siret) => {
      expect(parseSiret(siret).ok).toBe(true);
    },
  );

  it.each([
    ['732829321', 'check-digit'],
    ['73282932', 'length'],
    ['73282932O', 'characters'],
    ['', 'length'],
    ['9'.repeat(1_000_000), 'length'],
  ])('refuses %.12s: %s', (text, code) => {
    expect(parseSiren(text)).toMatchObject(refusal(code));
  });

  it('refuses a branch of La Poste that satisfies Luhn only', () => {
    expect(parseSiret('35600000000022')).toMatchObject(refusal('check-digit'));
  });
});

describe('IBAN and BIC', () => {
  it.each([
    'FR14 2004 1010 0505 0001 3M02 606',
    'de89370400440532013000',
    'GB82 WEST 1234 5698 7654 32',
    'NO9386011117947',
  ])('accepts %s', (text) => {
    expect(parseIban(text).ok).toBe(true);
  });

  it.each([
    ['FR14 2004 1010 0505 0001 3M02 607', 'check-digit'],
    ['FR14 2004 1010 0505', 'length'],
    ['ZZ14 2004 1010 0505 0001 3M02 606', 'country'],
    ['US64SVBKUS6S3300958879', 'country'],
    ['FR14-2004?', 'characters'],
  ])('refuses %s: %s', (text, code) => {
    expect(parseIban(text)).toMatchObject(refusal(code));
  });

  it('refuses check digits that no bank issues although the remainder is right', () => {
    const body = '37040044053201300';
    const candidates = Array.from({ length: 10 }, (_, digit) => `DE99${body}${digit}`);
    for (const iban of candidates) expect(parseIban(iban)).toMatchObject(refusal('check-digit'));
  });

  it('writes an IBAN in groups of four', () => {
    expect(formatIban('FR1420041010050500013M02606')).toBe('FR14 2004 1010 0505 0001 3M02 606');
  });

  it('takes a BIC apart', () => {
    expect(parseBic('AGRIFRPP882')).toEqual({
      ok: true,
      value: { bic: 'AGRIFRPP882', bank: 'AGRI', country: 'FR', sepa: true, branch: '882' },
    });
    expect(parseBic('AGRIFRP')).toMatchObject(refusal('length'));
    expect(parseBic('AGRIXXPP')).toMatchObject(refusal('format'));
  });
});

describe('numbers of other registers', () => {
  it('LEI', () => {
    expect(parseLei('5299 00T8 BM49 AURS DO55')).toMatchObject({
      ok: true,
      value: { lei: '529900T8BM49AURSDO55' },
    });
    expect(parseLei('529900T8BM49AURSDO56')).toMatchObject(refusal('check-digit'));
  });

  it.each([
    ['6528297', '06528297', undefined],
    ['sc 123456', 'SC123456', 'SC'],
    ['OC12345', 'OC012345', 'OC'],
    ['R0000123', 'R0000123', 'R0'],
  ])('UK company number %s', (text, companyNumber, prefix) => {
    expect(parseUkCompanyNumber(text)).toEqual({
      ok: true,
      value: prefix ? { companyNumber, prefix } : { companyNumber },
    });
  });

  it('refuses an unknown part of the UK register', () => {
    expect(parseUkCompanyNumber('QQ123456')).toMatchObject(refusal('format'));
    expect(parseUkCompanyNumber('123456789')).toMatchObject(refusal('length'));
  });

  it.each([
    ['Amtsgericht München, HRB 123456', 'HRB', '123456', 'München'],
    ['HRB 12345 B, AG Charlottenburg', 'HRB', '12345 B', 'Charlottenburg'],
    ['HR A 4711 Amtsgericht Frankfurt am Main', 'HRA', '4711', 'Frankfurt am Main'],
    ['AG Köln HRB Nr. 99', 'HRB', '99', 'Köln'],
    ['GnR 22 (Stuttgart)', 'GnR', '22', 'Stuttgart'],
  ])('German register number: %s', (text, part, number, court) => {
    expect(parseGermanRegisterNumber(text)).toEqual({ ok: true, value: { part, number, court } });
    expect(
      parseGermanRegisterNumber(formatGermanRegisterNumber({ part: part as 'HRB', number, court })).ok,
    ).toBe(true);
  });

  it('refuses a German number without its court', () => {
    expect(parseGermanRegisterNumber('HRB 12345')).toMatchObject(refusal('format'));
  });

  it('Swiss UID', () => {
    expect(parseSwissUid('CHE-107.787.577 MWST')).toEqual({
      ok: true,
      value: { uid: 'CHE107787577', vat: true },
    });
    expect(parseSwissUid('CHE-107.787.578')).toMatchObject(refusal('check-digit'));
    expect(formatSwissUid('CHE107787577')).toBe('CHE-107.787.577');
  });

  it('Austrian FN, with its check letter', () => {
    expect(parseAustrianFn('FN 122119 m')).toEqual({ ok: true, value: { fn: '122119m' } });
    expect(parseAustrianFn('FN 93363z').ok).toBe(true);
    expect(parseAustrianFn('FN 122119 k')).toMatchObject(refusal('check-digit'));
    expect(parseAustrianFn('FN 122119 c')).toMatchObject(refusal('format'));
    expect(formatAustrianFn('122119m')).toBe('FN 122119 m');
  });

  it('numéro fiscal: a key that disagrees is told, not refused', () => {
    const first = '2987654321';
    const key = String(Number(first) % 511).padStart(3, '0');
    expect(parseNumeroFiscal(first + key)).toMatchObject({ ok: true, value: { keyAgrees: true } });
    expect(parseNumeroFiscal(`${first}999`)).toMatchObject({ ok: true, value: { keyAgrees: false } });
    expect(parseNumeroFiscal('4987654321000')).toMatchObject(refusal('format'));
    expect(formatNumeroFiscal('2987654321000')).toBe('29 87 654 321 000');
  });

  it('référence d’avis: the year it carries', () => {
    expect(parseReferenceAvis('18 75 A 123456 78')).toMatchObject({ ok: true, value: { year: 2018 } });
    expect(parseReferenceAvis('XX75A12345678')).toMatchObject(refusal('format'));
  });
});
