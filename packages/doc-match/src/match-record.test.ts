import { digestBytesSync, plainDate, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { matchCompany } from './companies/match-company.js';
import { type CustomerRecord, matchRecord } from './match-record.js';

const options = { subject: digestBytesSync(new Uint8Array()), at: timestamp('2026-06-01T10:00:00Z') };
const record: CustomerRecord = {
  person: { givenNames: 'Marie', familyName: 'Dupont', birthDate: plainDate('1990-04-05') },
  address: { lines: ['12 bis rue des Lilas'], postcode: '69003', town: 'Lyon' },
  iban: 'FR14 2004 1010 0505 0001 3M02 606',
};

describe('matchRecord', () => {
  it('accepts a document that says the same', () => {
    const fields = [
      { name: 'holderName', value: 'MME DUPONT MARIE' },
      { name: 'birthDate', value: '1990-04-05' },
      {
        name: 'address',
        value: { lines: ['12 BIS R DES LILAS', '69003 LYON'], postcode: '69003', town: 'LYON', country: '' },
      },
      { name: 'iban', value: 'FR1420041010050500013M02606' },
    ];
    const { verdict, value } = matchRecord(fields, record, options);
    expect(verdict).toBe('accept');
    expect(value.matches.map(({ about, answer }) => [about, answer])).toEqual([
      ['name', 'agree'],
      ['birth-date', 'agree'],
      ['address', 'agree'],
      ['iban', 'agree'],
    ]);
  });

  it('refuses somebody else’s bank details', () => {
    const fields = [
      { name: 'holderName', value: 'M. PAUL MARTIN' },
      { name: 'iban', value: 'FR7630006000011234567890189' },
    ];
    const { verdict, findings, value } = matchRecord(fields, record, options);
    expect(verdict).toBe('reject');
    expect(findings.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['doc-match/name', 'failed'],
      ['doc-match/iban', 'failed'],
    ]);
    expect(value.notOnDocument).toEqual(['birth-date', 'address']);
  });

  it('has its own finding for a swapped birth date', () => {
    const { verdict, findings } = matchRecord([{ name: 'birthDate', value: '1990-05-04' }], record, options);
    expect(verdict).toBe('review');
    expect(findings[0]).toMatchObject({ code: 'doc-match/birth-date-swapped', outcome: 'inconclusive' });
  });

  it('never refuses for what was read with doubt', () => {
    const fields = [{ name: 'holderName', value: 'Xq Zzk', confidence: 0.2 }];
    expect(matchRecord(fields, record, options).verdict).toBe('review');
  });

  it('compares amounts with a tolerance and identifiers as they are', () => {
    const fields = [
      { name: 'netPay', value: { amountMinor: 210_050, currency: 'EUR' } },
      { name: 'siren', value: '732 829 320' },
    ];
    const more: CustomerRecord = {
      amounts: { netPay: { amountMinor: 210_000, currency: 'EUR' } },
      identifiers: { siren: '732829320' },
    };
    expect(matchRecord(fields, more, options).verdict).toBe('accept');
  });
});

describe('matchCompany', () => {
  it.each([
    ['MÜLLER & SÖHNE GMBH', 'Müller und Söhne GmbH', 'agree'],
    ['SARL Durand', 'Durand S.A.R.L.', 'agree'],
    ['Acme', 'ACME Ltd.', 'agree'],
    ['Durand SAS', 'Durand SARL', 'cannot-tell'],
    ['Durand France', 'Durand', 'cannot-tell'],
    ['Lumière SA', 'Rivière SA', 'differ'],
  ])('%s and %s: %s', (document, wanted, answer) => {
    expect(matchCompany(document, wanted)).toMatchObject({ answer });
  });
});
