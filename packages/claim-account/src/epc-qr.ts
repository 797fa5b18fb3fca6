import { codedError, err, type Money, money, ok, type Result } from '@dossierkit/core';
import type { PaymentCodeError } from './findings.js';
import { parseAmount } from './parse-amount.js';
import { parseCreditorReference } from './references/creditor-reference.js';
import { parseIban } from './references/iban.js';

/** A SEPA credit transfer that a customer's banking app fills in from a QR code. */
export interface EpcTransfer {
  /** `001` needs a BIC. Default: `002`. */
  readonly version?: '001' | '002' | undefined;
  /** 1 UTF-8, 2 to 8 ISO 8859-1, -2, -4, -5, -7, -10, -15. Default: 1. */
  readonly charset?: number | undefined;
  readonly bic?: string | undefined;
  readonly name: string;
  readonly iban: string;
  /** In euro, 0.01 to 999 999 999.99; without one the payer fills it in. */
  readonly amount?: Money | undefined;
  /** ISO 20022 purpose code, up to 4 letters. */
  readonly purpose?: string | undefined;
  /** Creditor reference (ISO 11649); excludes `text`. */
  readonly reference?: string | undefined;
  /** Free text, up to 140 characters. */
  readonly text?: string | undefined;
  /** For the payer, up to 70 characters. */
  readonly info?: string | undefined;
}

const LEAST = money(1, 'EUR');
const MOST = money(99_999_999_999, 'EUR');
const MOST_BYTES = 331;

/**
 * The text of the QR code for a SEPA credit transfer ("GiroCode"). Print it with error correction M and at most version 13.
 *
 * @see EPC069-12, Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer, 3.1
 */
export function encodeEpcQr(transfer: EpcTransfer): Result<string, PaymentCodeError> {
  const { version = '002', charset = 1, bic = '', name, purpose = '', text = '', info = '' } = transfer;
  const iban = parseIban(transfer.iban);
  if (!iban.ok) return iban;
  const reference = transfer.reference ? parseCreditorReference(transfer.reference) : ok('');
  if (!reference.ok) return reference;
  const problem =
    headProblem(version, charset, bic) ??
    fieldProblem({ name, purpose, text, info }) ??
    amountProblem(transfer.amount);
  if (problem) return err(problem);
  if (reference.value !== '' && text !== '') return err(codedError('claim-account/reference-and-text', {}));
  const amount = transfer.amount ? `EUR${decimal(transfer.amount.amountMinor)}` : '';
  const head = ['BCD', version, String(charset), 'SCT', bic.replace(/ /g, '').toUpperCase(), name.trim()];
  const lines = [...head, iban.value, amount, purpose.toUpperCase(), reference.value, text, info];
  const payload = lines.join('\n').replace(/\n+$/, '');
  const bytes = charset === 1 ? new TextEncoder().encode(payload).length : payload.length;
  return bytes > MOST_BYTES
    ? err(codedError('claim-account/payload-too-long', { bytes, most: MOST_BYTES }))
    : ok(payload);
}

function headProblem(version: string, charset: number, bic: string): PaymentCodeError | undefined {
  if (version !== '001' && version !== '002') return codedError('claim-account/unsupported-version', {});
  if (!Number.isInteger(charset) || charset < 1 || charset > 8)
    return codedError('claim-account/field-invalid', { field: 'charset' });
  if (bic === '')
    return version === '001' ? codedError('claim-account/field-missing', { field: 'bic' }) : undefined;
  return isBic(bic) ? undefined : codedError('claim-account/not-a-bic', {});
}

/** ISO 9362: eight or eleven characters, the country's in the middle. */
function isBic(bic: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/i.test(bic.replace(/ /g, ''));
}

const LENGTHS = { name: 70, purpose: 4, text: 140, info: 70 } as const;

function fieldProblem(
  fields: {
    readonly [Field in keyof typeof LENGTHS]: string;
  },
): PaymentCodeError | undefined {
  if (fields.name.trim() === '') return codedError('claim-account/field-missing', { field: 'name' });
  for (const [field, most] of Object.entries(LENGTHS)) {
    const value = fields[field as keyof typeof LENGTHS];
    if ([...value].length > most) return codedError('claim-account/field-too-long', { field, most });
    // A line break inside a field would shift every field after it.
    if (/[\r\n]/.test(value)) return codedError('claim-account/field-invalid', { field });
  }
  if (!/^[A-Za-z0-9]{0,4}$/.test(fields.purpose))
    return codedError('claim-account/field-invalid', { field: 'purpose' });
  return undefined;
}

function amountProblem(amount: Money | undefined): PaymentCodeError | undefined {
  if (amount === undefined) return undefined;
  const { amountMinor, currency } = amount;
  const fits =
    currency === 'EUR' &&
    Number.isSafeInteger(amountMinor) &&
    amountMinor >= LEAST.amountMinor &&
    amountMinor <= MOST.amountMinor;
  return fits ? undefined : codedError('claim-account/amount-out-of-range', { least: LEAST, most: MOST });
}

function decimal(minor: number): string {
  const text = String(minor).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** A transfer that was read, and what is odd about it. */
export interface ParsedEpcQr {
  readonly transfer: EpcTransfer & { readonly version: '001' | '002'; readonly charset: number };
  /** Things that banking apps stumble over, though the code can be read. */
  readonly warnings: readonly PaymentCodeError[];
}

/** Reads the text of an EPC QR code, with LF or CR LF, trailing elements present or not. */
export function parseEpcQr(payload: string): Result<ParsedEpcQr, PaymentCodeError> {
  if (payload.length > 1000)
    return err(codedError('claim-account/payload-too-long', { bytes: payload.length, most: MOST_BYTES }));
  const lines = payload.split(/\r?\n/);
  while (lines.length > 12 && lines.at(-1) === '') lines.pop();
  const [tag, version = '', charset = '', service, bic = '', name = '', ibanText = ''] = lines;
  const [amountText = '', purpose = '', reference = '', text = '', info = ''] = lines.slice(7);
  if (tag !== 'BCD' || service !== 'SCT' || lines.length > 12)
    return err(codedError('claim-account/not-an-epc-code', {}));
  // Free text with spaces can only have slipped up from the element below.
  if (reference.includes(' ') && !parseCreditorReference(reference).ok)
    return err(codedError('claim-account/text-in-reference', {}));
  const iban = parseIban(ibanText);
  if (!iban.ok) return iban;
  const amount = amountText === '' ? ok(undefined) : readAmount(amountText);
  if (!amount.ok) return amount;
  const problem = headProblem(version, Number(charset), bic) ?? fieldProblem({ name, purpose, text, info });
  if (problem) return err(problem);
  if (reference !== '' && text !== '') return err(codedError('claim-account/reference-and-text', {}));
  const isOdd = reference !== '' && !parseCreditorReference(reference).ok;
  return ok({
    transfer: {
      version: version as '001' | '002',
      charset: Number(charset),
      bic,
      name,
      iban: iban.value,
      ...(amount.value ? { amount: amount.value } : {}),
      purpose,
      reference,
      text,
      info,
    },
    warnings: isOdd ? [codedError('claim-account/text-in-reference', {})] : [],
  });
}

function readAmount(text: string): Result<Money, PaymentCodeError> {
  if (!text.startsWith('EUR')) return err(codedError('claim-account/not-an-amount', {}));
  const amount = parseAmount(text.slice(3), 'EUR');
  if (!amount.ok) return amount;
  const problem = amountProblem(amount.value);
  return problem ? err(problem) : amount;
}
