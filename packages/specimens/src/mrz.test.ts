import { plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { mrvA, mrvB, oldFrenchCard, td1, td2, td3, transliterate } from './mrz.js';

// The specimens printed in ICAO Doc 9303, parts 4 to 7.
const ANNA = {
  issuingState: 'UTO',
  nationality: 'UTO',
  familyName: 'Eriksson',
  givenNames: ['Anna', 'Maria'],
  birthDate: plainDate('1974-08-12'),
  sex: 'F',
  expiryDate: plainDate('2012-04-15'),
} as const;

describe('machine-readable zones', () => {
  it('writes the passport of the standard', () => {
    const data = { ...ANNA, documentCode: 'P', documentNumber: 'L898902C3', optional: 'ZE184226B' };
    expect(td3(data)).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ]);
  });

  it('writes the cards of the standard', () => {
    const data = { ...ANNA, documentCode: 'I', documentNumber: 'D23145890' };
    expect(td1(data)).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ]);
    expect(td2(data)).toEqual([
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
      'D231458907UTO7408122F1204159<<<<<<<6',
    ]);
  });

  it('carries a long document number over into the optional data', () => {
    const data = {
      ...ANNA,
      documentCode: 'I',
      documentNumber: 'D23145890734',
      birthDate: plainDate('1934-07-12'),
      expiryDate: plainDate('1995-07-12'),
    };
    expect(td1({ ...data, sex: 'M', givenNames: ['Anna'] })[0]).toBe('I<UTOD23145890<7349<<<<<<<<<<<');
  });

  it('writes visas without a composite digit', () => {
    const data = {
      ...ANNA,
      documentCode: 'V',
      documentNumber: 'L8988901C',
      birthDate: plainDate('1940-09-07'),
      expiryDate: plainDate('1996-12-10'),
      nationality: 'XXX',
    };
    expect(mrvA({ ...data, optional: '6ZE184226B' })[1]).toBe('L8988901C4XXX4009078F96121096ZE184226B<<<<<<');
    expect(mrvB(data)[1]).toBe('L8988901C4XXX4009078F9612109<<<<<<<<');
  });

  it('writes the old French card as its specimen shows it', () => {
    const data = {
      familyName: 'Berthier',
      givenNames: ['Corinne'],
      birthDate: plainDate('1965-12-06'),
      sex: 'F',
      issueDate: plainDate('1988-06-07'),
    } as const;
    expect(oldFrenchCard({ ...data, department: '923', serial: '10285' })).toEqual([
      'IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<',
      '8806923102858CORINNE<<<<<<<6512068F6',
    ]);
  });

  it.each([
    ['Müller-Lüdenscheidt', 'MUELLER<LUEDENSCHEIDT'],
    ["d'Almeida", 'DALMEIDA'],
    ['Strauß', 'STRAUSS'],
    ['Œuvrard', 'OEUVRARD'],
    ['Łuczak', 'LUCZAK'],
    ['Åkesson', 'AAKESSON'],
    ['de La Tour', 'DE<LA<TOUR'],
    ['Çağlar', 'CAGLAR'],
  ])('transliterates %s', (name, expected) => {
    expect(transliterate(name)).toBe(expected);
  });
});
