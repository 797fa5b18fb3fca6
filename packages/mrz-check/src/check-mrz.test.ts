import { type Locale, plainDate, renderMessage } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { checkMrz } from './check-mrz.js';
import { messages } from './messages/index.js';
import { defineMrzPolicy } from './policy.js';
import { formatMrz, type MadeUpDocument } from './testing.js';

const at = plainDate('2026-05-03');
const document: MadeUpDocument = {
  format: 'TD3',
  issuingState: 'D',
  nationality: 'D',
  documentNumber: 'C01X00T47',
  surname: 'MUELLER',
  givenNames: 'JEAN NOEL',
  birthDate: plainDate('1984-02-29'),
  expiryDate: plainDate('2027-02-28'),
  sex: 'male',
  optionalData: '',
};
const lines = formatMrz(document);
const failed = (report: ReturnType<typeof checkMrz>) =>
  report.findings.filter((finding) => finding.outcome !== 'passed').map((finding) => finding.code);

describe('checkMrz', () => {
  it('accepts a zone in which everything holds, and lists what was verified', () => {
    const report = checkMrz(lines, { at });
    expect(report).toMatchObject({ check: 'mrz-check', verdict: 'accept', at: '2026-05-03T00:00:00.000Z' });
    expect(failed(report)).toEqual([]);
    expect(report.findings.filter((finding) => finding.code === 'mrz-check/check-digit')).toHaveLength(5);
  });

  it('asks for a person where there is no zone', () => {
    expect(checkMrz(undefined, { at })).toMatchObject({ verdict: 'review', value: null });
  });

  it('rejects a text with a wrong check digit and names its place', () => {
    const wrong = [lines[0] as string, (lines[1] as string).replace('8402', '8412')];
    const report = checkMrz(wrong, { at });
    expect(report.verdict).toBe('reject');
    expect(report.findings.find((finding) => finding.outcome === 'failed')).toMatchObject({
      code: 'mrz-check/check-digit',
      params: { of: 'birthDate', line: 2, column: 20 },
    });
  });

  it('judges expiry on the day of `at`', () => {
    const on = (day: string) => checkMrz(lines, { at: plainDate(day) }).verdict;
    expect([on('2027-02-28'), on('2027-03-01')]).toEqual(['accept', 'reject']);
    const policy = defineMrzPolicy({ expiredForDays: 1 });
    expect(checkMrz(lines, { at: plainDate('2027-03-01'), policy }).verdict).toBe('accept');
  });

  it('judges age, also of those born on 29 February', () => {
    const policy = defineMrzPolicy({ minimumAge: 43 });
    const on = (day: string) => checkMrz(lines, { at: plainDate(day), policy }).verdict;
    expect([on('2027-02-27'), on('2027-02-28')]).toEqual(['reject', 'reject']);
    expect(
      checkMrz(lines, { at: plainDate('2026-05-03'), policy: defineMrzPolicy({ minimumAge: 42 }) }).verdict,
    ).toBe('accept');
  });

  it('compares with the form in its own spelling', () => {
    const form = {
      surname: 'Müller',
      givenNames: 'Jean-Noël',
      nationality: 'DEU',
      documentNumber: 'c01x 00t47',
    };
    expect(checkMrz(lines, { at, form }).verdict).toBe('accept');
    expect(failed(checkMrz(lines, { at, form: { surname: 'Miller' } }))).toEqual(['mrz-check/agrees']);
    expect(checkMrz(lines, { at, form: { surname: 'Miller' } }).verdict).toBe('review');
    expect(checkMrz(lines, { at, visualZone: { surname: 'Miller' } }).verdict).toBe('reject');
  });

  it('the old French card is valid for fifteen years where an adult got it from 2004 on', () => {
    // Issued in June 2013 to someone born in 1965, and to a child of 2005.
    const card = (birth: string, text: string) =>
      checkMrz(['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', text], { at }).findings.find(
        (finding) => finding.code === 'mrz-check/expired',
      )?.params ?? birth;
    expect(card('1965', '1306923102858CORINNE<<<<<<<6512068F6')).toEqual({ on: '2028-06-30' });
    expect(card('2005', '1306923102858CORINNE<<<<<<<0512068F6')).toEqual({ on: '2023-06-30' });
  });

  it('does not accept a specimen unless the policy says so', () => {
    const utopian = formatMrz({ ...document, issuingState: 'UTO' });
    expect(checkMrz(utopian, { at }).verdict).toBe('review');
    expect(checkMrz(utopian, { at, policy: defineMrzPolicy({ specimens: 'accept' }) }).verdict).toBe(
      'accept',
    );
  });

  it('answers a form with names of ten megabytes', () => {
    const form = { surname: 'É'.repeat(5_000_000), givenNames: 'Al '.repeat(3_000_000) };
    expect(checkMrz(lines, { at, form }).verdict).toBe('review');
  });

  it('compares names in Cyrillic and Arabic script, and names that were cut', () => {
    const named = (surname: string, givenNames: string): string[] =>
      formatMrz({ ...document, surname, givenNames });
    const agrees = (zone: string[], form: { surname: string; givenNames?: string }) =>
      checkMrz(zone, { at, form }).verdict === 'accept';
    expect(agrees(named('SHCHERBAKOVA', 'IULIIA'), { surname: 'Щербакова', givenNames: 'Юлия' })).toBe(true);
    expect(agrees(named('SHCHERBAKOVA', 'IULIIA'), { surname: 'Щербаков', givenNames: 'Юлия' })).toBe(false);
    expect(agrees(named('ZELENSKYI', 'OLHA'), { surname: 'Зеленський', givenNames: 'Ольга' })).toBe(true);
    expect(agrees(named('AYWB', 'MXHMD'), { surname: 'ايوب', givenNames: 'محمد' })).toBe(true);
    const long = named('NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG');
    const form = { surname: 'Nilavadhanananda', givenNames: 'Chayapa Dejthamrong Krasuang' };
    expect(long[0]).toBe('P<D<<NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K');
    expect(agrees(long, form)).toBe(true);
    expect(agrees(long, { ...form, givenNames: 'Chayapa Somchai Krasuang' })).toBe(false);
  });

  it('finds what states do not issue', () => {
    const rules = (zone: readonly string[]): unknown[] =>
      checkMrz(zone, { at }).findings.flatMap((finding) =>
        finding.code === 'mrz-check/dates-impossible' ? [finding.params.rule] : [],
      );
    const visa = formatMrz({ ...document, format: 'MRV-A', expiryDate: plainDate('2037-01-01') });
    expect(rules(visa)).toEqual(['valid-too-long']);
    const pupil = { ...document, birthDate: plainDate('2012-05-04'), issuingState: 'FRA' };
    expect(rules(formatMrz({ ...pupil, expiryDate: plainDate('2031-05-03') }))).toEqual([]);
    expect(rules(formatMrz({ ...pupil, expiryDate: plainDate('2031-05-04') }))).toEqual(['valid-too-long']);
    expect(rules(formatMrz({ ...pupil, issuingState: 'ITA', expiryDate: plainDate('2031-05-04') }))).toEqual(
      [],
    );
    const unborn = formatMrz({ ...document, expiryDate: plainDate('1980-01-01') });
    expect(rules(unborn)).toEqual(['expires-before-birth']);
    const french = (second: string) => ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', second];
    expect(rules(french('0106923102858CORINNE<<<<<<<0512068F6'))).toEqual(['issued-before-birth']);
    expect(rules(french('2109923102858CORINNE<<<<<<<6512068F6'))).toEqual(['issued-too-late']);
  });

  it.each([
    ['a passport of nobody', formatMrz({ ...document, issuingState: 'XXA' })],
    ['a visa of the United Nations', formatMrz({ ...document, format: 'MRV-A', issuingState: 'UNO' })],
    ['a French licence of Spain', ['D1ESP13AA000026181231MARTIN<<9']],
    [
      'a Swiss licence of Italy',
      ['AAA001D<<', 'FAITA305142128097<<800126<<<<<', 'MARCHAND<<FABIENNE<<<<<<<<<<<<'],
    ],
  ])('knows that there is no such document: %s', (_, zone) => {
    expect(checkMrz(zone, { at }).findings).toContainEqual(
      expect.objectContaining({ params: { field: 'issuingState', problem: 'not-an-issuer' } }),
    );
    expect(checkMrz(zone, { at }).verdict).not.toBe('accept');
  });

  it('a passport of the United Nations is one', () => {
    expect(checkMrz(formatMrz({ ...document, issuingState: 'UNO' }), { at }).verdict).toBe('accept');
  });

  it('finds dates and codes that cannot be', () => {
    const strange = formatMrz({ ...document, expiryDate: plainDate('2045-01-01') });
    expect(failed(checkMrz(strange, { at }))).toEqual(['mrz-check/dates-impossible']);
    expect(failed(checkMrz([(lines[0] as string).replace('P<', 'I<'), lines[1] as string], { at }))).toEqual([
      'mrz-check/document-code',
    ]);
  });
});

it.each(['en', 'fr', 'de', 'ar'] as Locale[])('every finding has a sentence in %s', (locale) => {
  const report = checkMrz(['P<', ''].concat(lines).slice(2), { at, form: { surname: 'Miller' } });
  for (const finding of report.findings) {
    const { text, advice } = renderMessage(messages, finding, locale);
    expect(text).not.toBe('');
    expect(text).not.toContain('undefined');
    if (finding.outcome !== 'passed') expect(advice).not.toBe('');
  }
});
