import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { PaymentCodeError } from '../findings.js';

const TABLE = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** The check digit of the Swiss payment slip: modulo 10, recursive. */
export function recursiveMod10(digits: string): number {
  let carry = 0;
  for (const digit of digits) carry = TABLE[(carry + Number(digit)) % 10] as number;
  return (10 - carry) % 10;
}

/** Whether digits, spaces aside, end in their check digit; of any length, as on the slips before the QR bill. */
export function hasRecursiveCheckDigit(text: string): boolean {
  const digits = text.length <= 60 ? text.replace(/ /g, '') : '';
  return /^\d{2,}$/.test(digits) && recursiveMod10(digits.slice(0, -1)) === Number(digits.at(-1));
}

/**
 * Reads a Swiss QR reference: 27 digits, the last a check digit, not all zero.
 *
 * @see SIX, Swiss Implementation Guidelines QR-bill 2.3, annex B
 */
export function parseQrReference(text: string): Result<string, PaymentCodeError> {
  const digits = text.length <= 60 ? text.replace(/ /g, '') : '';
  const isValid = /^\d{27}$/.test(digits) && !/^0+$/.test(digits) && hasRecursiveCheckDigit(digits);
  return isValid ? ok(digits) : err(codedError('claim-account/not-a-reference', { kind: 'qrr' as const }));
}

/** The QR reference for a number of the creditor's own of up to 26 digits, zeros put before it. */
export function formatQrReference(own: string): Result<string, PaymentCodeError> {
  const digits = own.replace(/ /g, '');
  if (!/^\d{1,26}$/.test(digits) || /^0+$/.test(digits))
    return err(codedError('claim-account/not-a-reference', { kind: 'qrr' as const }));
  const body = digits.padStart(26, '0');
  return ok(`${body}${recursiveMod10(body)}`);
}
