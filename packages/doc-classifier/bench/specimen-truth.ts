import type { JsonValue } from '@dossierkit/core';

/** The classifier's kinds that are right for a specimen: its own name, except where one is more general than the other. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'fr-electricity-bill': ['fr-utility-bill'],
  letter: ['unknown'],
  blank: ['unknown'],
};

export const kindOfSpecimen = (kind: string): readonly string[] => KINDS[kind] ?? [kind];

/** Which field of the classifier answers which field of a specimen's truth. */
export const FIELD_OF: Readonly<Record<string, string | readonly string[]>> = {
  iban: 'iban',
  bic: 'bic',
  issueDate: ['issueDate', 'payDate', 'period'],
  expiryDate: 'expiryDate',
  birthDate: 'birthDate',
  siren: ['siren', 'siret'],
  siret: 'siret',
  incomeYear: 'incomeYear',
  referenceIncome: 'referenceIncome',
  taxNumber: ['taxNumber', 'taxId'],
  noticeReference: 'noticeReference',
  holder: 'holderName',
  familyName: 'surname',
  givenNames: 'givenNames',
  amountDue: ['amountDue', 'remainingDue', 'amount'],
  invoiceNumber: ['invoiceNumber', 'orderNumber'],
  documentNumber: 'documentNumber',
  collectionDate: 'collectionDate',
  postcode: 'address',
  netPay: 'netPay',
  amount: 'amountDue',
  total: 'amountDue',
};

/**
 * A person is graded once: by the parts of the name where the classifier gave parts, else as the holder. Where it gave neither,
 * the holder counts as missing.
 */
export function gradedFields(
  truth: Readonly<Record<string, string>>,
  given: readonly { readonly name: string }[],
): [name: string, expected: string][] {
  const { familyName = '', givenNames = '', ...rest } = truth;
  if (given.some(({ name }) => name === 'surname'))
    return Object.entries({ ...rest, familyName, givenNames });
  const { holder = `${givenNames} ${familyName}`.trim() } = rest;
  return Object.entries({ ...rest, ...(holder ? { holder } : {}) });
}

/** Whether a field's value says what the truth says, which writes everything as text. */
export function agrees(value: JsonValue, truth: string): boolean {
  if (typeof value === 'number') return String(value) === truth;
  if (typeof value === 'string')
    return words(value) === words(truth) || (truth.length === 9 && value.startsWith(truth));
  if (value && typeof value === 'object' && 'postcode' in value) return value.postcode === truth;
  if (value && typeof value === 'object' && 'amountMinor' in value) {
    return Math.abs(Number(value.amountMinor)) === Math.abs(Math.round(Number(truth) * 100));
  }
  return false;
}

/**
 * Whether the value can be seen on the paper: a truth object also knows what stands on the other side of a card. Days and
 * amounts are written in many ways, so for them the year or the whole units must be there.
 */
export function isPrinted(lines: readonly { readonly text: string }[], value: string): boolean {
  if (value === '') return false;
  // What stands only in a machine-readable zone is for its own reader.
  const read = lines.map((line) => line.text).filter((line) => !line.includes('<<'));
  const text = bare(read.join(' '));
  if (value.includes(' ') && /^[^\d]+$/.test(value))
    return value.split(' ').every((word) => text.includes(bare(word)));
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (day) {
    const [, year = '', month = '', dayOfMonth = ''] = day;
    const numeric = [
      dayOfMonth + month + year,
      year + month + dayOfMonth,
      dayOfMonth + month + year.slice(2),
    ];
    return (
      numeric.some((form) => text.includes(form)) ||
      new RegExp(`${Number(dayOfMonth)}[a-zäéû]{3,9}${year}`).test(text)
    );
  }
  return text.includes(bare(/^-?\d+\.\d{2}$/.test(value) ? value.replace(/^-/, '').slice(0, -3) : value));
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z\d]/g, '');

/** Order does not matter: papers write family names first or last. */
const words = (text: string): string =>
  text.length > 12 && text.includes(' ')
    ? text
        .split(/[\s,]+/)
        .map(bare)
        .sort()
        .join('')
    : bare(text);
