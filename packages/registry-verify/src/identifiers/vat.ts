import { ok, type Result } from '@dossierkit/core';
import { compact, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { splitFrenchVat } from './french-vat.js';
import {
  type IdentifierError,
  wrongCharacters,
  wrongCheckDigit,
  wrongCountry,
  wrongFormat,
  wrongLength,
} from './identifier-error.js';
import { isVatCountry, type VatCountry, vatRules } from './vat-rules.js';

/** A VAT number of a member state of the European Union, or of Northern Ireland. */
export interface VatNumber {
  /** As VIES writes it: Greece is `EL`, Northern Ireland `XI`. */
  readonly country: VatCountry;
  /** Without the prefix, as VIES wants it. */
  readonly number: string;
  /** Prefix and number. */
  readonly vat: string;
  /** The SIREN in a French number; absent elsewhere and for Monaco. */
  readonly siren?: string;
  /** Whether a number with the prefix `FR` is one of Monaco. */
  readonly monaco?: true;
}

/**
 * Reads a VAT number with its country prefix, and verifies format and check digits by the rule of that state.
 *
 * `GR` is taken for Greece as well. Great Britain left VIES in 2021 and is refused as a country.
 *
 * @returns the number, or `identifier-length`, `identifier-characters`, `identifier-country`, `identifier-format`,
 *   `identifier-check-digit`
 * @example
 * parseVatNumber('FR 83 404 833 048'); // value: { country: 'FR', number: '83404833048', vat: 'FR83404833048', siren: '404833048' }
 * @see European Commission, VIES, "VAT identification number structure", https://ec.europa.eu/taxation_customs/vies/#/faq
 */
export function parseVatNumber(text: string): Result<VatNumber, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('vat', text.length, '4–14');
  const vat = compact(text);
  if (vat.length < 4 || vat.length > 14) return wrongLength('vat', vat.length, '4–14');
  const prefix = vat.startsWith('GR') ? 'EL' : vat.slice(0, 2);
  const number = vat.slice(2);
  if (!isVatCountry(prefix)) return refusal(vat, prefix);
  if (prefix === 'FR') return frenchVatNumber(number);
  const rule = vatRules[prefix];
  if (!rule.format.test(number)) return refusal(vat, prefix);
  if (!rule.check(number)) return wrongCheckDigit('vat');
  return ok({ country: prefix, number, vat: prefix + number });
}

/** Why a text is no VAT number of its state: told apart only here, so that good numbers are looked at once. */
function refusal(vat: string, prefix: string): Result<VatNumber, IdentifierError> {
  if (!/^[A-Z]{2}[0-9A-Z+*]+$/.test(vat)) return wrongCharacters('vat');
  return isVatCountry(prefix) ? wrongFormat('vat') : wrongCountry('vat', prefix);
}

/** Writes a VAT number as its country prefix, a space, and the number: `DE 136695976`. */
export function formatVatNumber(vat: string): string {
  return `${vat.slice(0, 2)} ${vat.slice(2)}`;
}

function frenchVatNumber(number: string): Result<VatNumber, IdentifierError> {
  const parts = splitFrenchVat(number);
  if (parts === 'format') return refusal(`FR${number}`, 'FR');
  if (parts === 'check-digit') return wrongCheckDigit('vat');
  const { siren } = parts;
  const vat = `FR${number}`;
  return ok(siren ? { country: 'FR', number, vat, siren } : { country: 'FR', number, vat, monaco: true });
}
