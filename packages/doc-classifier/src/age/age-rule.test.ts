import { type JsonValue, plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { type AgeRule, ageOf } from './age-rule.js';

const answer = (
  rule: AgeRule,
  value: JsonValue | Record<string, string>,
  today: string,
): string | undefined =>
  ageOf(
    rule,
    (field) =>
      typeof value === 'object' && value !== null && field in value
        ? (value as Record<string, string>)[field]
        : (value as JsonValue),
    plainDate(today),
  )?.answer;

describe('ageOf', () => {
  const notice: AgeRule = { rule: 'income-year', field: 'incomeYear', previousUntil: '09-15' };
  it.each([
    [2024, '2026-05-01', 'in-time'],
    [2025, '2026-08-15', 'in-time'],
    [2024, '2026-08-15', 'in-time'],
    [2024, '2026-09-15', 'in-time'],
    [2024, '2026-09-16', 'too-old'],
    [2023, '2026-05-01', 'too-old'],
    [2026, '2026-05-01', 'too-new'],
  ])('takes a tax notice on the income of %i on %s as %s', (year, today, expected) => {
    expect(answer(notice, year, today)).toBe(expected);
  });

  const property: AgeRule = { rule: 'issue-year', field: 'taxYear', switchesOn: '09-15' };
  it.each([
    [2025, '2026-09-14', 'in-time'],
    [2025, '2026-09-15', 'too-old'],
    [2026, '2026-09-15', 'in-time'],
  ])('takes a property tax notice of %i on %s as %s', (year, today, expected) => {
    expect(answer(property, year, today)).toBe(expected);
  });

  const payslip: AgeRule = { rule: 'recent-months', field: 'period', outOf: 4, movesAfterDay: 15 };
  it.each([
    ['2026-01', '2026-05-15', 'in-time'],
    ['2026-01', '2026-05-16', 'too-old'],
    ['2026-05', '2026-05-10', 'in-time'],
    ['2026-06', '2026-05-10', 'too-new'],
  ])('takes a payslip for %s on %s as %s', (month, today, expected) => {
    expect(answer(payslip, month, today)).toBe(expected);
  });

  const bill: AgeRule = { rule: 'max-age', field: 'issueDate', months: 3 };
  it.each([
    ['2026-02-28', '2026-05-31', 'in-time'],
    ['2026-02-27', '2026-05-31', 'too-old'],
    ['2026-06-08', '2026-06-01', 'in-time'],
    ['2026-06-09', '2026-06-01', 'too-new'],
  ])('takes a bill of %s on %s as %s', (day, today, expected) => {
    expect(answer(bill, day, today)).toBe(expected);
  });

  const card: AgeRule = {
    rule: 'not-expired',
    field: 'expiryDate',
    extended: {
      years: 5,
      issueField: 'issueDate',
      birthField: 'birthDate',
      issuedFrom: '2004-01-02',
      issuedTo: '2013-12-31',
    },
  };
  it.each([
    [
      'of an adult',
      { expiryDate: '2023-05-09', issueDate: '2013-05-10', birthDate: '1980-01-01' },
      'in-time',
    ],
    ['of a minor', { expiryDate: '2023-05-09', issueDate: '2013-05-10', birthDate: '2000-01-01' }, 'too-old'],
    [
      'issued later',
      { expiryDate: '2024-01-09', issueDate: '2014-01-10', birthDate: '1980-01-01' },
      'too-old',
    ],
  ])('knows that an old French card %s may hold longer', (_, fields, expected) => {
    expect(answer(card, fields, '2026-06-01')).toBe(expected);
  });

  it('does not know the age of what has no date', () => {
    expect(ageOf(bill, () => undefined, plainDate('2026-06-01'))).toMatchObject({
      answer: 'not-known',
      oldest: '2026-03-01',
    });
  });
});
