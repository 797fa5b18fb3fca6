import type { Outcome } from '@dossierkit/core';
import type { SealFinding } from '../findings.js';
import {
  type Agreement,
  compareAmounts,
  compareCodes,
  compareDays,
  compareWords,
} from '../internal/compare-values.js';
import type { Seal, SealField, SealFieldName } from './seal.js';
import type { ComparedField, VisibleFields } from './visible-fields.js';

interface Rule {
  /** Sealed fields that together say it; the first group that the seal has counts. */
  readonly from: readonly (readonly SealFieldName[])[];
  readonly as: 'code' | 'amount' | 'words' | 'day';
}

const RULES: Readonly<Record<ComparedField, Rule>> = {
  incomeYear: { from: [['incomeYear']], as: 'code' },
  declarant1: { from: [['declarant1']], as: 'words' },
  declarant2: { from: [['declarant2']], as: 'words' },
  taxNumber1: { from: [['taxNumber1']], as: 'code' },
  taxNumber2: { from: [['taxNumber2']], as: 'code' },
  taxNoticeReference: { from: [['taxNoticeReference']], as: 'code' },
  referenceIncome: { from: [['referenceIncome']], as: 'amount' },
  address: { from: [['address'], ['addressLine', 'postcode', 'town']], as: 'words' },
  postcode: { from: [['postcode']], as: 'code' },
  town: { from: [['town']], as: 'words' },
  name: {
    from: [
      ['beneficiary'],
      ['beneficiaryGivenName', 'beneficiarySurname'],
      ['accountHolder'],
      ['givenName', 'surname'],
      ['givenNames', 'surname'],
      ['invoiceRecipient'],
    ],
    as: 'words',
  },
  iban: { from: [['iban']], as: 'code' },
  bic: { from: [['bic']], as: 'code' },
  invoiceAmount: { from: [['invoiceAmount']], as: 'amount' },
  netPay: { from: [['netPay']], as: 'amount' },
  netTaxablePay: { from: [['netTaxablePay']], as: 'amount' },
  birthDate: { from: [['birthDate']], as: 'day' },
};

const OUTCOMES: Readonly<Record<Agreement, Outcome>> = {
  same: 'passed',
  partly: 'inconclusive',
  unreadable: 'inconclusive',
  different: 'failed',
};

/**
 * Compares what a seal says with what the page, or a form, says: the altered page around a good seal shows here.
 *
 * Only signed fields count. A field that one side does not have is not compared.
 *
 * @returns one `doc-authenticity/seal-agrees` for each field that both sides have: passed, failed, or inconclusive where
 *   the seal holds only part of the text (issuers cut long names) or a value cannot be read
 * @example
 * const findings = compareSealWithFields(seal, { referenceIncome: '42 000 €', incomeYear: '2025' });
 */
export function compareSealWithFields(seal: Seal, visible: VisibleFields): SealFinding[] {
  const findings: SealFinding[] = [];
  for (const [field, rule] of Object.entries(RULES) as [ComparedField, Rule][]) {
    const seen = visible[field];
    const sealed = seen === undefined ? undefined : sealedValue(seal.fields, rule);
    if (seen === undefined || !sealed) continue;
    const agreement = compare(rule, sealed, seen);
    findings.push({
      code: 'doc-authenticity/seal-agrees',
      outcome: OUTCOMES[agreement],
      severity: 'warning',
      params: { field },
    });
  }
  return findings;
}

interface Sealed {
  readonly text: string;
  readonly truncated: boolean;
}

function sealedValue(fields: readonly SealField[], { from }: Rule): Sealed | undefined {
  for (const names of from) {
    const found = fields.filter(({ name, value }) => name !== null && names.includes(name) && value !== '');
    if (!names.some((name) => found.some((field) => field.name === name))) continue;
    // A given name without the surname, or the other way round, names nobody.
    if (names.includes('surname') && !found.some((field) => field.name === 'surname')) continue;
    const text = found.map((field) => field.value).join(' ');
    return { text, truncated: found.some((field) => field.truncated) };
  }
  return undefined;
}

function compare({ as }: Rule, { text, truncated }: Sealed, seen: string): Agreement {
  if (as === 'words') return compareWords(text, seen, truncated);
  if (as === 'amount') return compareAmounts(text, seen);
  if (as === 'day') return compareDays(text, seen);
  return truncated ? 'partly' : compareCodes(text, seen);
}
