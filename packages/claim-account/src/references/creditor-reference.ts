import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { PaymentCodeError } from '../findings.js';
import { mod97 } from './mod97.js';

/**
 * Reads a creditor reference (`RF18 5390 0754 7034`), spaces allowed.
 *
 * @returns it without spaces and in upper case, or `claim-account/not-a-reference`
 * @see ISO 11649:2009
 */
export function parseCreditorReference(text: string): Result<string, PaymentCodeError> {
  const reference = text.length <= 60 ? text.replace(/ /g, '').toUpperCase() : '';
  const isValid = /^RF\d{2}[0-9A-Z]{1,21}$/.test(reference) && mod97(rotated(reference)) === 1;
  return isValid ? ok(reference) : err(codedError('claim-account/not-a-reference', { kind: 'rf' as const }));
}

/**
 * The creditor reference for a number of the creditor's own: up to 21 letters and digits.
 *
 * @example
 * formatCreditorReference('539007547034'); // { ok: true, value: 'RF18539007547034' }
 */
export function formatCreditorReference(own: string): Result<string, PaymentCodeError> {
  const body = own.replace(/[ \-./]/g, '').toUpperCase();
  if (!/^[0-9A-Z]{1,21}$/.test(body))
    return err(codedError('claim-account/not-a-reference', { kind: 'rf' as const }));
  const check = 98 - mod97(`${body}RF00`);
  return ok(`RF${String(check).padStart(2, '0')}${body}`);
}

function rotated(reference: string): string {
  return reference.slice(4) + reference.slice(0, 4);
}
