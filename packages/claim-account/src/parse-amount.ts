import {
  codedError,
  err,
  type Money,
  minorUnitDigits,
  ok,
  parseDecimal,
  type Result,
} from '@dossierkit/core';
import type { PaymentCodeError } from './findings.js';

/**
 * Reads a decimal amount with a point, exactly: `12.5` is 1250 cents. More decimals than the currency has are accepted only
 * where they are zero; nothing is rounded.
 */
export function parseAmount(text: string, currency: string): Result<Money, PaymentCodeError> {
  const decimal = parseDecimal(text);
  if (!decimal.ok || !/^[A-Z]{3}$/.test(currency)) return err(codedError('claim-account/not-an-amount', {}));
  const { numerator, denominator } = decimal.value;
  const scaled = numerator * 10n ** BigInt(minorUnitDigits(currency));
  const minor = Number(scaled / denominator);
  if (scaled % denominator !== 0n || !Number.isSafeInteger(minor))
    return err(codedError('claim-account/not-an-amount', {}));
  return ok({ amountMinor: minor, currency });
}
