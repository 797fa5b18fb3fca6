import type { JsonValue } from '@dossierkit/core';

/** The classifier's kinds that are right for a specimen: its own name, except where one is more general than the other. */
const KINDS: Readonly<Record<string, readonly string[]>> = { 'fr-electricity-bill': ['fr-utility-bill'] };

export const kindOfSpecimen = (kind: string): readonly string[] => KINDS[kind] ?? [kind];

/** Which field of the classifier answers which field of a specimen's truth. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  iban: 'iban',
  bic: 'bic',
  issueDate: 'issueDate',
  expiryDate: 'expiryDate',
  birthDate: 'birthDate',
  siren: 'siren',
  siret: 'siret',
  incomeYear: 'incomeYear',
  referenceIncome: 'referenceIncome',
  taxNumber: 'taxNumber',
  noticeReference: 'noticeReference',
  holder: 'holderName',
  familyName: 'surname',
  givenNames: 'givenNames',
  amountDue: 'amountDue',
  invoiceNumber: 'invoiceNumber',
  documentNumber: 'documentNumber',
  collectionDate: 'collectionDate',
  postcode: 'address',
  netPay: 'netPay',
  amount: 'amountDue',
  total: 'amountDue',
};

/** Whether a field's value says what the truth says, which writes everything as text. */
export function agrees(value: JsonValue, truth: string): boolean {
  if (typeof value === 'number') return String(value) === truth;
  if (typeof value === 'string') return plain(value) === plain(truth);
  if (value && typeof value === 'object' && 'postcode' in value) return value.postcode === truth;
  if (value && typeof value === 'object' && 'amountMinor' in value) {
    return value.amountMinor === Math.round(Number(truth) * 100);
  }
  return false;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
