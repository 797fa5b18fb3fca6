import type { Seal, SealFieldName, VisibleFields } from '@dossierkit/doc-authenticity';
import type { Field } from '@dossierkit/doc-classifier';
import type { DocumentField } from '@dossierkit/doc-match';
import type { MrzReading } from '@dossierkit/mrz-check';
import type { ExaminedField, IntakeChecks } from '../examination.js';

/** Below this, what print seems to say is not held against a seal: a misreading would look like an alteration. */
const SURELY_READ = 0.5;

/** What the print says, under the names by which a seal is compared with it. */
const PRINTED_AS: Readonly<Record<string, keyof VisibleFields>> = {
  incomeYear: 'incomeYear',
  taxNumber: 'taxNumber1',
  noticeReference: 'taxNoticeReference',
  referenceIncome: 'referenceIncome',
  iban: 'iban',
  bic: 'bic',
  netPay: 'netPay',
  netTaxable: 'netTaxablePay',
  amountDue: 'invoiceAmount',
  birthDate: 'birthDate',
};

/** What is printed and can be compared with a seal. */
export function printedFor(fields: readonly Field[], kind: string): VisibleFields {
  const visible: { -readonly [Key in keyof VisibleFields]: VisibleFields[Key] } = {};
  for (const { name, raw, confidence } of fields) {
    if (confidence < SURELY_READ) continue;
    const as = name === 'holderName' ? (kind.startsWith('fr-tax') ? 'declarant1' : 'name') : PRINTED_AS[name];
    if (as) visible[as] ??= raw;
  }
  return visible;
}

type Sealed = readonly [name: string, from: SealFieldName, as: 'text' | 'euros'];

/** What a seal says, under the names that the classifier gives to the same things in print. */
const SEALED: readonly Sealed[] = [
  ['holderName', 'declarant1', 'text'],
  ['holderName', 'accountHolder', 'text'],
  ['holderName', 'beneficiary', 'text'],
  ['holderName', 'invoiceRecipient', 'text'],
  ['surname', 'surname', 'text'],
  ['givenNames', 'givenNames', 'text'],
  ['givenNames', 'givenName', 'text'],
  ['incomeYear', 'incomeYear', 'text'],
  ['taxNumber', 'taxNumber1', 'text'],
  ['noticeReference', 'taxNoticeReference', 'text'],
  ['referenceIncome', 'referenceIncome', 'euros'],
  ['iban', 'iban', 'text'],
  ['bic', 'bic', 'text'],
  ['netPay', 'netPay', 'euros'],
  ['netTaxable', 'netTaxablePay', 'euros'],
  ['amountDue', 'invoiceAmount', 'euros'],
];

function sealedFields({ fields }: Seal): ExaminedField[] {
  return SEALED.flatMap(([name, from, as]): ExaminedField[] => {
    const field = fields.find((one) => one.name === from && one.wellFormed && !one.truncated);
    const value = field && (as === 'text' ? field.value : eurosOf(field.value));
    return value === undefined ? [] : [{ name, value, from: 'seal' }];
  });
}

function eurosOf(text: string): { amountMinor: number; currency: string } | undefined {
  const match = /^(\d{1,12})(?:[.,](\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  return { amountMinor: Number(match[1]) * 100 + Number(match[2] ?? 0), currency: 'EUR' };
}

function zoneFields({ valid, fields }: MrzReading): ExaminedField[] {
  if (!valid) return [];
  const { surname, givenNames, birthDate, expiryDate, documentNumber, nationality } = fields;
  const values = {
    ...{ surname, givenNames, documentNumber, nationality },
    ...{ birthDate: birthDate?.date, expiryDate: expiryDate?.date },
  };
  return Object.entries(values).flatMap(([name, value]): ExaminedField[] =>
    value === undefined || value === '' ? [] : [{ name, value, from: 'zone' }],
  );
}

/**
 * What a document says, each thing once: as a verified seal says it, else as a valid machine-readable zone does, else as it
 * is printed.
 */
export function believedFields({ seal, zone, kind }: IntakeChecks): readonly ExaminedField[] {
  const verified = (seal?.value.seals ?? []).filter(({ status }) => status === 'verified');
  const all = [
    ...verified.flatMap((one) => sealedFields(one.seal)),
    ...(zone?.value ? zoneFields(zone.value) : []),
    ...(kind?.value.fields ?? []).map(
      ({ name, value, where, confidence }): ExaminedField => ({
        name,
        value,
        from: 'print',
        where,
        confidence,
      }),
    ),
  ];
  const byName = new Map<string, ExaminedField>();
  for (const field of all) if (!byName.has(field.name)) byName.set(field.name, field);
  return [...byName.values()];
}

/** The same, as `doc-match` compares it. Names from a zone are left to the zone's own comparison, which knows its spelling. */
export function comparable(fields: readonly ExaminedField[]): DocumentField[] {
  return fields.filter(({ from }) => from !== 'zone');
}
