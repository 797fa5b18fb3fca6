import { plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createTestAuthority } from '../testing.js';
import { compareSealWithFields } from './compare-seal.js';
import { parseSeal } from './parse-seal.js';
import type { ComparedField } from './visible-fields.js';

const authority = await createTestAuthority();
const parsed = parseSeal(
  await authority.issueSeal({
    signedOn: plainDate('2025-08-04'),
    fields: [
      ['45', '2024'],
      ['41', '42000'],
      ['46', 'M MARTIN-DUPOND LÉA'],
      ['47', '1234567890123'],
      ['4Y', '12 RUE DES LILAS/75011/PARIS'],
      ['31', 'FR7630006000011234567890189'],
      ['1D', '1234,50'],
      ['69', '25111973'],
      ['61', 'LEA'],
    ],
    unsignedFields: [['32', 'BADBANKX']],
  }),
);
if (!parsed.ok) throw new Error(parsed.error.code);
const seal = parsed.value;

describe('compareSealWithFields', () => {
  it.each<[ComparedField, string, string]>([
    ['incomeYear', '2024', 'passed'],
    ['incomeYear', '2023', 'failed'],
    ['referenceIncome', '42 000 €', 'passed'],
    ['referenceIncome', '42.000,00', 'passed'],
    ['referenceIncome', '62 000 €', 'failed'],
    ['referenceIncome', '4 2o00', 'inconclusive'],
    ['declarant1', 'Léa Martin Dupond', 'passed'],
    ['declarant1', 'Paul Martin', 'failed'],
    ['address', '12, rue des Lilas\n75011 Paris', 'passed'],
    ['address', '14, rue des Lilas\n75011 Paris', 'failed'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 189', 'passed'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 188', 'failed'],
    ['invoiceAmount', '1 234,50 EUR', 'passed'],
    ['invoiceAmount', '1 234,05 EUR', 'failed'],
    ['birthDate', '1973-11-25', 'passed'],
    ['birthDate', '25/11/1973', 'passed'],
    ['birthDate', '25/12/1973', 'failed'],
  ])('%s: %s is %s', (field, text, outcome) => {
    expect(compareSealWithFields(seal, { [field]: text })).toEqual([
      { code: 'doc-authenticity/seal-agrees', outcome, severity: 'warning', params: { field } },
    ]);
  });

  it('does not compare what one side does not have, a name without its surname, or what is not signed', () => {
    expect(compareSealWithFields(seal, { netPay: '1', name: 'Paul', bic: 'GOODBANK' })).toEqual([]);
    expect(compareSealWithFields(seal, {})).toEqual([]);
  });
});
