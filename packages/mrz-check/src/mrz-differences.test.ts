import { plainDate } from '@dossierkit/core';
import { parse } from 'mrz';
import { describe, expect, it } from 'vitest';
import { parseMrz } from './parse-mrz.js';
import type { MrzReading } from './reading.js';
import { formatMrz, type MadeUpDocument } from './testing.js';

const at = plainDate('2026-05-03');
const document: MadeUpDocument = {
  format: 'TD3',
  issuingState: 'FRA',
  nationality: 'FRA',
  documentNumber: '12AB34567',
  surname: 'DUPONT',
  givenNames: 'MARIE',
  birthDate: plainDate('1990-01-01'),
  expiryDate: plainDate('2030-01-01'),
  sex: 'female',
  optionalData: '',
};

function read(lines: string | readonly string[]): MrzReading {
  const result = parseMrz(lines, { at });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

// One test for each difference that the README lists. Where `mrz` is right as well, both are asked.
describe('parseMrz and mrz of npm', () => {
  it('agree on what the standard says of a common passport and a common card', () => {
    for (const format of ['TD1', 'TD2', 'TD3'] as const) {
      const lines = formatMrz({ ...document, format });
      const [own, other] = [read(lines), parse(lines)];
      expect([own.format, own.valid]).toEqual([other.format, other.valid]);
      expect(own.fields.surname).toBe(other.fields.lastName);
      expect(own.fields.documentNumber).toBe(other.documentNumber);
    }
  });

  it('visas have a layout of their own, without a composite check digit', () => {
    for (const format of ['MRV-A', 'MRV-B'] as const) {
      const lines = formatMrz({ ...document, format });
      expect(read(lines)).toMatchObject({ format, valid: true });
      expect(parse(lines)).toMatchObject({ format: format === 'MRV-A' ? 'TD3' : 'TD2', valid: false });
    }
  });

  it.each(['UTO', 'YUG'])('the code %s is known', (issuingState) => {
    const lines = formatMrz({ ...document, issuingState, nationality: issuingState });
    expect(read(lines).valid).toBe(true);
    expect(parse(lines).valid).toBe(false);
  });

  it('no document is born on 31 February', () => {
    const lines = formatMrz({ ...document, birthDate: '1990-02-31' as MadeUpDocument['birthDate'] });
    expect(read(lines).details.find(({ name }) => name === 'birthDate')?.problem).toBe('not-a-date');
    expect(parse(lines).valid).toBe(true);
  });

  it('dates have their century', () => {
    const lines = formatMrz(document);
    expect(read(lines).fields.birthDate?.date).toBe('1990-01-01');
    expect(parse(lines).fields.birthDate).toBe('900101');
  });

  it('a long number is one number, and no optional data as well', () => {
    const lines = formatMrz({ ...document, format: 'TD1', documentNumber: 'D23145890734' });
    expect(read(lines).fields).toMatchObject({ documentNumber: 'D23145890734', optionalData: [] });
    expect(parse(lines).fields).toMatchObject({ documentNumber: 'D23145890734', optional1: '7349' });
  });

  it('the number of the old French card has twelve characters', () => {
    const lines = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'];
    expect(read(lines).fields).toMatchObject({ documentNumber: '880692310285', issueMonth: '8806' });
    expect(parse(lines).fields.documentNumber).toBe('10285');
  });

  it('X may be printed as the sex', () => {
    const [first, second] = formatMrz(document) as [string, string];
    const lines = [first, `${second.slice(0, 20)}X${second.slice(21)}`];
    expect(read(lines)).toMatchObject({ valid: true, fields: { sex: 'unspecified' } });
    expect(parse(lines).valid).toBe(false);
  });

  it('parts of a birth date may be unknown', () => {
    const lines = formatMrz({ ...document, birthDate: '1974-<<-<<' as MadeUpDocument['birthDate'] });
    expect(read(lines)).toMatchObject({ valid: true, fields: { birthDate: { text: '74<<<<', year: 1974 } } });
    expect(parse(lines).fields.birthDate).toBe('74<<<<');
  });

  it('lower case and spaces are put right', () => {
    const text = formatMrz(document).join('\n').toLowerCase().replace('dupont', ' dupont ');
    expect(read(text).valid).toBe(true);
    expect(() => parse(text)).toThrow();
  });

  it('text is never corrected', () => {
    const [first, second] = formatMrz(document) as [string, string];
    const lines = [first.replace('DUPONT', 'DUP0NT'), second];
    expect(read(lines)).toMatchObject({ lines, valid: false });
    expect(parse(lines, { autocorrect: true })).toMatchObject({
      valid: true,
      fields: { lastName: 'DUPONT' },
    });
  });

  it('bad text is answered, not thrown', () => {
    expect(parseMrz(['P<FRA', '12'], { at })).toMatchObject({ error: { code: 'mrz-check/text-shape' } });
    expect(() => parse(['P<FRA', '12'])).toThrow();
  });
});
