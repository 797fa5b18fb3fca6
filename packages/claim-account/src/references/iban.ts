import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { PaymentCodeError } from '../findings.js';
import { mod97 } from './mod97.js';

/** Lengths by country, of the countries in SEPA and those near it (SWIFT IBAN Registry, release 99). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FO18 FR27 GB22 GI23 GL18 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
 * Reads an IBAN, spaces allowed: check digits, and the length where its country's is known.
 *
 * @returns it without spaces and in upper case, or `claim-account/not-an-iban`
 * @see ISO 13616-1:2020
 */
export function parseIban(text: string): Result<string, PaymentCodeError> {
  const iban = text.length <= 60 ? text.replace(/ /g, '').toUpperCase() : '';
  const length = LENGTHS[iban.slice(0, 2)];
  const isValid =
    /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban) &&
    (length === undefined || iban.length === length) &&
    mod97(iban.slice(4) + iban.slice(0, 4)) === 1;
  return isValid ? ok(iban) : err(codedError('claim-account/not-an-iban', {}));
}

/** Whether an IBAN of Switzerland or Liechtenstein is a QR-IBAN: its institution number is 30000 to 31999. */
export function isQrIban(iban: string): boolean {
  const institution = Number(iban.replace(/ /g, '').slice(4, 9));
  return /^(CH|LI)/i.test(iban) && institution >= 30_000 && institution <= 31_999;
}
