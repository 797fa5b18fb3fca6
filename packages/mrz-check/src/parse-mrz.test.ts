import { plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { parseMrz } from './parse-mrz.js';

const at = plainDate('2026-05-03');
const read = (text: string | readonly string[]) => {
  const result = parseMrz(text, { at });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('parseMrz reads the examples of ICAO Doc 9303', () => {
  it('TD1 (part 5)', () => {
    const mrz = read(
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    );
    expect(mrz.valid).toBe(true);
    expect(mrz.fields).toEqual({
      documentCode: 'I',
      issuingState: 'UTO',
      documentNumber: 'D23145890',
      birthDate: { text: '740812', date: '1974-08-12', year: 1974, month: 8 },
      sex: 'female',
      expiryDate: { text: '120415', date: '2012-04-15', year: 2012, month: 4 },
      nationality: 'UTO',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      nameMayBeCut: false,
      optionalData: [],
    });
  });

  it('TD2 (part 6)', () => {
    const mrz = read('I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6');
    expect(mrz).toMatchObject({ format: 'TD2', valid: true });
  });

  it('TD3 (part 4)', () => {
    const mrz = read(
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
    );
    expect(mrz).toMatchObject({ format: 'TD3', valid: true, fields: { optionalData: ['ZE184226B'] } });
    expect(mrz.checkDigits.map(({ of, printed }) => of + printed)).toEqual([
      'documentNumber6',
      'birthDate2',
      'expiryDate9',
      'optionalData1',
      'composite0',
    ]);
  });

  it('MRV-A and MRV-B (part 7), which have no composite digit', () => {
    const a = read(
      'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<',
    );
    expect(a).toMatchObject({ format: 'MRV-A', valid: true, fields: { birthDate: { date: '1940-09-07' } } });
    const b = read('V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<');
    expect(b).toMatchObject({ format: 'MRV-B', valid: true });
    expect(b.checkDigits).toHaveLength(3);
  });
});

describe('parseMrz reads formats of single states', () => {
  it('the old French card, whose composite covers both lines', () => {
    const mrz = read('IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6');
    expect(mrz).toMatchObject({
      format: 'FRENCH-CNI',
      valid: true,
      fields: {
        documentNumber: '880692310285',
        issueMonth: '8806',
        surname: 'BERTHIER',
        givenNames: 'CORINNE',
      },
    });
  });

  it('the Swiss driving licence, which proves nothing without check digits', () => {
    const mrz = read('AAA001D<<\nFACHE305142128097<<800126<<<<<\nMARCHAND<<FABIENNE<<<<<<<<<<<<');
    expect(mrz).toMatchObject({ format: 'SWISS-DL', valid: false, checkDigits: [] });
    expect(mrz.fields).toMatchObject({
      documentNumber: '305142128097',
      languageCode: 'D',
      surname: 'MARCHAND',
    });
    expect(mrz.details.filter((detail) => detail.problem)).toEqual([]);
  });

  it('the French driving licence', () => {
    const mrz = read('D1FRA13AA000026181231MARTIN<<9');
    expect(mrz).toMatchObject({
      format: 'FRENCH-DL',
      fields: { documentNumber: '13AA00002', surname: 'MARTIN' },
    });
    expect(mrz.checkDigits.map(({ of }) => of)).toEqual(['documentNumber', 'composite']);
  });

  it('national numbers where a state prints them', () => {
    const spain = read([
      'IDESPBAA000589599999999R<<<<<<',
      '8001014F2501017ESP<<<<<<<<<<<7',
      'ESPANOLA<ESPANOLA<<CARMEN<<<<<',
    ]);
    expect(spain.fields.nationalNumber).toEqual({ value: '99999999R', name: 'DNI', valid: true });
  });
});

describe('parseMrz knows the standard’s corners', () => {
  it('long document numbers go on in the optional data', () => {
    const mrz = read([
      'I<UTOD23145890<7349<<<<<<<<<<<',
      '3407127M9507122UTO<<<<<<<<<<<2',
      'STEVENSON<<PETER<JOHN<<<<<<<<<',
    ]);
    expect(mrz).toMatchObject({ valid: true, fields: { documentNumber: 'D23145890734', optionalData: [] } });
    expect(mrz.checkDigits[0]).toMatchObject({ of: 'documentNumber', line: 0, at: 18, printed: '9' });
  });

  it('unknown parts of a birth date', () => {
    const lines = [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO74<<<<9F1204159ZE184226B<<<<<10',
    ];
    expect(read(lines).fields.birthDate).toEqual({ text: '74<<<<', year: 1974 });
  });

  it('days that do not exist are reported', () => {
    const mrz = read(
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7402310F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    );
    expect(mrz.valid).toBe(false);
    expect(mrz.details.find((detail) => detail.name === 'birthDate')?.problem).toBe('not-a-date');
  });

  it('the century comes from `at`', () => {
    const born = (text: string, day: string) => {
      const line = `D231458907UTO${text}0F1204159<<<<<<<0`;
      const result = parseMrz(['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', line], { at: plainDate(day) });
      return result.ok && result.value.fields.birthDate?.date;
    };
    expect(born('260503', '2026-05-03')).toBe('2026-05-03');
    expect(born('260504', '2026-05-03')).toBe('1926-05-04');
    expect(born('991231', '2026-05-03')).toBe('1999-12-31');
  });

  it('a name that fills its field may have been cut', () => {
    const mrz = read([
      'IRFRAK682T8YLO0<1105040043<<<<',
      '7906123F1401073SEN<<<<<<<<<<<6',
      'MARTIN<<CHRISTELLE<HELENE<LAUR',
    ]);
    expect(mrz.fields).toMatchObject({ nameMayBeCut: true, givenNames: 'CHRISTELLE HELENE LAUR' });
  });
});

describe('parseMrz answers every text', () => {
  it.each([
    ['lower case and spaces', 'i<utoeriksson<<anna<maria <<<<<<<<<<<\nd231458907uto 7408122f1204159<<<<<<<6'],
    ['guillemets of other readers', 'I‹UTOERIKSSON«ANNA‹MARIA«««««‹\nD231458907UTO7408122F1204159<<<<<<<6'],
    [
      'bidirectional marks',
      '\u200fI<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\r\n\r\nD231458907UTO7408122F1204159<<<<<<<6\u200e\n',
    ],
    ['one glued line', 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6'],
  ])('puts right %s', (_, text) => {
    expect(read(text)).toMatchObject({ format: 'TD2', valid: true });
  });

  it.each([
    ['', { code: 'mrz-check/text-shape', params: { lengths: [] } }],
    ['P<UTO', { code: 'mrz-check/text-shape', params: { lengths: [5] } }],
    [
      'P<UTOЕRIKSSON',
      { code: 'mrz-check/text-character', params: { line: 1, column: 6, character: 'U+0415' } },
    ],
    ['P<\n😀', { code: 'mrz-check/text-character', params: { line: 2, column: 1, character: 'U+1F600' } }],
    ['<'.repeat(10_000_000), { code: 'mrz-check/text-too-long', params: { length: 10_000_000, limit: 400 } }],
  ])('refuses %.20j', (text, error) => {
    expect(parseMrz(text, { at })).toEqual({ ok: false, error });
  });

  it('refuses a million lines, and lines of ten megabytes, without reading them', () => {
    const tooLong = { ok: false, error: { code: 'mrz-check/text-too-long' } };
    expect(parseMrz(Array<string>(1_000_000).fill('P<UTO'), { at })).toMatchObject(tooLong);
    expect(parseMrz(Array<string>(3).fill('<'.repeat(10_000_000)), { at })).toMatchObject(tooLong);
  });
});
