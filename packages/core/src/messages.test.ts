import { describe, expect, it } from 'vitest';
import type { NoParams } from './errors.js';
import type { FindingsOf } from './finding.js';
import {
  createMessageFormat,
  LOCALES,
  type MessageCatalogue,
  matchLocale,
  renderMessage,
} from './messages.js';
import { plainDate, timestamp } from './time.js';

type F = FindingsOf<{ 'test/old': { days: number; issued: string }; 'test/plain': NoParams }>;

const english: MessageCatalogue<F>['en'] = {
  'test/old': ({ days }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'No date was found.'
        : `It is ${format.number(days)} ${format.plural(days, { one: 'day', other: 'days' })} old.`,
    advice: 'Send a newer one.',
    verified: 'It is recent enough.',
  }),
  'test/plain': () => ({ problem: 'Something is wrong.', advice: 'Look again.' }),
};
const catalogue: MessageCatalogue<F> = { en: english, fr: english, de: english, ar: english };
const old = { code: 'test/old', severity: 'warning', params: { days: 1200, issued: '2023-01-01' } } as const;

describe('renderMessage', () => {
  it('says what is wrong and what to do', () => {
    expect(renderMessage(catalogue, { ...old, outcome: 'failed' }, 'en')).toEqual({
      text: 'It is 1,200 days old.',
      advice: 'Send a newer one.',
      locale: 'en',
      direction: 'ltr',
    });
    expect(renderMessage(catalogue, { ...old, outcome: 'inconclusive' }, 'en').text).toBe(
      'No date was found.',
    );
  });

  it('says what was verified, and nothing where no such text is there', () => {
    expect(renderMessage(catalogue, { ...old, outcome: 'passed' }, 'en')).toMatchObject({
      text: 'It is recent enough.',
      advice: '',
    });
    expect(renderMessage(catalogue, { code: 'test/plain', params: {}, outcome: 'passed' }, 'en').text).toBe(
      '',
    );
  });

  it('shows a code from a newer version as it is', () => {
    expect(renderMessage(catalogue, { code: 'toString', params: {} }, 'de').text).toBe('toString');
  });

  it('knows the direction', () => {
    expect(renderMessage(catalogue, { code: 'test/plain', params: {} }, 'ar').direction).toBe('rtl');
  });
});

describe('createMessageFormat', () => {
  const day = plainDate('2026-05-03');
  it.each([
    ['en', '3 May 2026', 'a, b and c', '25%'],
    ['fr', '3 mai 2026', 'a, b et c', '25 %'],
    ['de', '3. Mai 2026', 'a, b und c', '25 %'],
    ['ar', '3 مايو 2026', 'a وb وc', '25%'],
  ] as const)('writes %s', (locale, date, list, percent) => {
    const format = createMessageFormat(locale);
    const plain = (text: string): string =>
      text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');
    expect(plain(format.date(day))).toBe(date);
    expect(plain(format.list(['a', 'b', 'c']))).toBe(list);
    expect(plain(format.percent(0.25)).replace('٪', '%')).toBe(percent);
  });

  it('writes an instant in the zone of the person', () => {
    expect(createMessageFormat('de').dateTime(timestamp('2026-05-03T08:15:00Z'), 'Europe/Berlin')).toContain(
      '10:15',
    );
  });

  it('has the six forms of Arabic', () => {
    const words = { zero: '0', one: '1', two: '2', few: '3', many: '11', other: '100' };
    const format = createMessageFormat('ar');
    expect([0, 1, 2, 3, 11, 100].map((n) => format.plural(n, words))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '11',
      '100',
    ]);
  });
});

describe('matchLocale', () => {
  it.each([
    ['fr-CA', 'fr'],
    ['de_AT', 'de'],
    ['pt-BR', 'en'],
    ['', 'en'],
  ])('%s is served in %s', (wanted, locale) => {
    expect(matchLocale(wanted)).toBe(locale);
  });

  it('takes the first that fits', () => {
    expect(matchLocale(['nl', 'ar-MA', 'fr'])).toBe('ar');
    expect(LOCALES).toContain(matchLocale([]));
  });
});
