import { codedError, err, type Money, money, ok, type Result } from '@dossierkit/core';
import type { PaymentCodeError } from './findings.js';
import { parseCreditorReference } from './references/creditor-reference.js';
import { isQrIban, parseIban } from './references/iban.js';
import { parseQrReference } from './references/qr-reference.js';

/** A structured address; the only kind since 22 November 2025. */
export interface SwissQrParty {
  /** Up to 70 characters. */
  readonly name: string;
  readonly street?: string | undefined;
  /** Up to 16 characters. */
  readonly buildingNumber?: string | undefined;
  /** Up to 16 characters, without the country's letters. */
  readonly postalCode: string;
  /** Up to 35 characters. */
  readonly city: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

/** What a Swiss QR bill says. */
export interface SwissQrBill {
  readonly iban: string;
  readonly creditor: SwissQrParty;
  readonly currency: 'CHF' | 'EUR';
  /** Without one the payer fills it in. */
  readonly amount?: Money | undefined;
  readonly debtor?: SwissQrParty | undefined;
  /** A QR reference with a QR-IBAN, else a creditor reference (ISO 11649) or none. */
  readonly reference?: string | undefined;
  /** Free text; together with `billInformation` up to 140 characters. */
  readonly message?: string | undefined;
  /** Structured, for example Swico S1. */
  readonly billInformation?: string | undefined;
  /** Up to two, up to 100 characters each. */
  readonly alternativeSchemes?: readonly string[] | undefined;
}

const MOST_BYTES = 997;

/**
 * The text of a Swiss QR code: 31 lines and more, in the order of the guidelines.
 *
 * @see SIX, Swiss Implementation Guidelines QR-bill 2.3, chapter 4
 */
export function encodeSwissQr(bill: SwissQrBill): Result<string, PaymentCodeError> {
  const { creditor, debtor, amount, currency, message = '', billInformation = '' } = bill;
  const iban = parseIban(bill.iban);
  if (!iban.ok) return iban;
  if (!/^(CH|LI)/.test(iban.value)) return err(codedError('claim-account/not-an-iban', {}));
  const reference = referenceLines(iban.value, bill.reference);
  if (!reference.ok) return reference;
  const schemes = bill.alternativeSchemes ?? [];
  const problem =
    partyProblem('creditor', creditor) ??
    (debtor ? partyProblem('debtor', debtor) : undefined) ??
    amountProblem(amount, currency) ??
    textProblem('message', message + billInformation, 140) ??
    (schemes.length > 2
      ? codedError('claim-account/field-too-long', { field: 'alternativeSchemes', most: 2 })
      : undefined) ??
    schemes
      .map((scheme) => textProblem('alternativeSchemes', scheme, 100))
      .find((found) => found !== undefined);
  if (problem) return err(problem);
  const lines = ['SPC', '0200', '1', iban.value, ...partyLines(creditor), ...Array(7).fill('')];
  lines.push(amount ? decimal(amount.amountMinor) : '', currency, ...partyLines(debtor));
  lines.push(...reference.value, message, 'EPD');
  if (billInformation !== '' || schemes.length > 0) lines.push(billInformation, ...schemes);
  const payload = lines.join('\n');
  const bytes = new TextEncoder().encode(payload).length;
  return bytes > MOST_BYTES
    ? err(codedError('claim-account/payload-too-long', { bytes, most: MOST_BYTES }))
    : ok(payload);
}

function partyLines(party: SwissQrParty | undefined): string[] {
  if (!party) return Array(7).fill('');
  const { name, street = '', buildingNumber = '', postalCode, city, country } = party;
  return ['S', name, street, buildingNumber, postalCode, city, country.toUpperCase()];
}

function referenceLines(iban: string, text: string | undefined): Result<string[], PaymentCodeError> {
  if (isQrIban(iban)) {
    if (!text) return err(codedError('claim-account/reference-does-not-fit-account', {}));
    const reference = parseQrReference(text);
    return reference.ok ? ok(['QRR', reference.value]) : reference;
  }
  if (!text) return ok(['NON', '']);
  const reference = parseCreditorReference(text);
  if (reference.ok) return ok(['SCOR', reference.value]);
  return parseQrReference(text).ok
    ? err(codedError('claim-account/reference-does-not-fit-account', {}))
    : reference;
}

const PARTY_LENGTHS = { name: 70, street: 70, buildingNumber: 16, postalCode: 16, city: 35 } as const;

function partyProblem(who: string, party: SwissQrParty): PaymentCodeError | undefined {
  for (const [field, most] of Object.entries(PARTY_LENGTHS)) {
    const value = party[field as keyof typeof PARTY_LENGTHS] ?? '';
    const problem = textProblem(`${who}.${field}`, value, most);
    if (problem) return problem;
    const isNeeded = field === 'name' || field === 'postalCode' || field === 'city';
    if (isNeeded && value.trim() === '')
      return codedError('claim-account/field-missing', { field: `${who}.${field}` });
  }
  return /^[A-Za-z]{2}$/.test(party.country)
    ? undefined
    : codedError('claim-account/field-invalid', { field: `${who}.country` });
}

function textProblem(field: string, value: string, most: number): PaymentCodeError | undefined {
  if ([...value].length > most) return codedError('claim-account/field-too-long', { field, most });
  return /[\r\n]/.test(value) ? codedError('claim-account/field-invalid', { field }) : undefined;
}

function amountProblem(
  amount: Money | undefined,
  currency: SwissQrBill['currency'],
): PaymentCodeError | undefined {
  if (!amount) return undefined;
  const { amountMinor } = amount;
  const fits = amount.currency === currency && Number.isSafeInteger(amountMinor);
  // Zero stands on bills that are not to be paid (notification).
  if (fits && amountMinor >= 0 && amountMinor <= 99_999_999_999) return undefined;
  return codedError('claim-account/amount-out-of-range', {
    least: money(0, currency),
    most: money(99_999_999_999, currency),
  });
}

function decimal(minor: number): string {
  const text = String(minor).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
