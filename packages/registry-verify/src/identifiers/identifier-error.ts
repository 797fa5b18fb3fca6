import { type CodedErrorsOf, codedError, type Err, err } from '@dossierkit/core';

/** The kinds of number that this package reads. */
export type IdentifierScheme =
  | 'siren'
  | 'siret'
  | 'vat'
  | 'iban'
  | 'bic'
  | 'lei'
  | 'uk-company-number'
  | 'german-register-number'
  | 'swiss-uid'
  | 'austrian-fn'
  | 'numero-fiscal'
  | 'reference-avis';

/** What may be wrong with an identifier. The identifier itself is never in the parameters. */
export type IdentifierError = CodedErrorsOf<{
  /** Too short or too long; `expected` as a person would say it, for example `14` or `8 or 11`. */
  'registry-verify/identifier-length': { scheme: IdentifierScheme; length: number; expected: string };
  /** A character that such a number never has. */
  'registry-verify/identifier-characters': { scheme: IdentifierScheme };
  /** The parts are not where they belong: an unknown prefix, a missing court, a bank code that is too long. */
  'registry-verify/identifier-format': { scheme: IdentifierScheme };
  /** The check digits do not agree with the rest: almost always a typing error. */
  'registry-verify/identifier-check-digit': { scheme: IdentifierScheme };
  /** A country that issues no such number. */
  'registry-verify/identifier-country': { scheme: IdentifierScheme; country: string };
}>;

export const wrongLength = (
  scheme: IdentifierScheme,
  length: number,
  expected: string,
): Err<IdentifierError> => err(codedError('registry-verify/identifier-length', { scheme, length, expected }));

export const wrongCharacters = (scheme: IdentifierScheme): Err<IdentifierError> =>
  err(codedError('registry-verify/identifier-characters', { scheme }));

export const wrongFormat = (scheme: IdentifierScheme): Err<IdentifierError> =>
  err(codedError('registry-verify/identifier-format', { scheme }));

export const wrongCheckDigit = (scheme: IdentifierScheme): Err<IdentifierError> =>
  err(codedError('registry-verify/identifier-check-digit', { scheme }));

export const wrongCountry = (scheme: IdentifierScheme, country: string): Err<IdentifierError> =>
  err(codedError('registry-verify/identifier-country', { scheme, country }));
