import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { PaymentCodeError } from '../findings.js';

/**
 * Reads a Belgian structured communication (OGM-VCS): `+++010/8068/17183+++`, or its 12 digits.
 *
 * @returns the 12 digits
 * @see Febelfin, standard for structured communication: first ten digits modulo 97, 97 where that is 0
 */
export function parseStructuredCommunication(text: string): Result<string, PaymentCodeError> {
  const match = /^\s*(?:\+{3}|\*{3})?\s*(\d{3})\/?(\d{4})\/?(\d{5})\s*(?:\+{3}|\*{3})?\s*$/.exec(
    text.slice(0, 60),
  );
  const digits = match ? `${match[1]}${match[2]}${match[3]}` : '';
  const isValid = digits !== '' && checkOf(digits.slice(0, 10)) === digits.slice(10);
  return isValid ? ok(digits) : err(codedError('claim-account/not-a-reference', { kind: 'ogm' as const }));
}

/** The structured communication for a number of the creditor's own of up to ten digits, as it is printed. */
export function formatStructuredCommunication(own: string): Result<string, PaymentCodeError> {
  if (!/^\d{1,10}$/.test(own))
    return err(codedError('claim-account/not-a-reference', { kind: 'ogm' as const }));
  const body = own.padStart(10, '0');
  const all = body + checkOf(body);
  return ok(`+++${all.slice(0, 3)}/${all.slice(3, 7)}/${all.slice(7)}+++`);
}

function checkOf(body: string): string {
  return String(Number(body) % 97 || 97).padStart(2, '0');
}
