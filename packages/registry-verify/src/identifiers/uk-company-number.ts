import { ok, type Result } from '@dossierkit/core';
import { compact, isDigits, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongFormat, wrongLength } from './identifier-error.js';

/** A number of Companies House, the register of the United Kingdom. */
export interface UkCompanyNumber {
  /** Eight characters, with leading zeros. */
  readonly companyNumber: string;
  /** Two letters that tell the register part (`SC` Scotland, `NI` Northern Ireland, `OC` LLP, …); absent: England and Wales. */
  readonly prefix?: string;
}

// Companies House, "Uniform Resource Identifiers customer guide", table of prefixes.
const PREFIXES = new Set(
  (
    'AC CE CS FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC R0 RC RO RS SA SC SE SF SG SI SL SO SP SR ' +
    'SZ ZC'
  ).split(' '),
);

/**
 * Reads a company number of the United Kingdom. It has no check digit. Leading zeros that people drop are put back.
 *
 * @returns the eight characters, or `identifier-length`, `identifier-format`
 * @example
 * parseUkCompanyNumber('6528297'); // value: { companyNumber: '06528297' }
 * @see https://www.gov.uk/government/publications/companies-house-uniform-resource-identifiers
 */
export function parseUkCompanyNumber(text: string): Result<UkCompanyNumber, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('uk-company-number', text.length, '8');
  const number = compact(text);
  if (number.length === 0 || number.length > 8) return wrongLength('uk-company-number', number.length, '8');
  if (isDigits(number)) return ok({ companyNumber: number.padStart(8, '0') });
  const parts = /^([A-Z][A-Z0])(\d{1,6})$/.exec(number);
  const [prefix, serial] = [parts?.[1], parts?.[2]];
  if (!prefix || !serial || !PREFIXES.has(prefix)) return wrongFormat('uk-company-number');
  return ok({ companyNumber: prefix + serial.padStart(6, '0'), prefix });
}
