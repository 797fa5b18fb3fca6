import type { FindingsOf } from '@dossierkit/core';
import type { AddressReason } from './addresses/match-address.js';
import type { CompanyReason } from './companies/match-company.js';
import type { AmountReason } from './match-amount.js';
import type { BirthDateReason } from './match-birth-date.js';
import type { IbanReason } from './match-iban.js';
import type { NameReason } from './names/name-reason.js';

interface Both {
  /** What the document says, as it was read. */
  readonly document: string;
  /** What the record says, as it was given. */
  readonly record: string;
}

/** Each finding: passed where both agree, failed where they differ, inconclusive where it cannot be told. */
export type MatchFinding = FindingsOf<{
  /** The name of the person. */
  'doc-match/name': Both & { readonly reason: NameReason };
  /** The birth date; days as `YYYY-MM-DD`. */
  'doc-match/birth-date': Both & { readonly reason: Exclude<BirthDateReason, 'swapped'> };
  /** Day and month of the birth date are swapped. */
  'doc-match/birth-date-swapped': Both;
  /** The postal address. */
  'doc-match/address': Both & { readonly reason: AddressReason };
  /** The bank account. */
  'doc-match/iban': Both & { readonly reason: IbanReason };
  /** The name of the company. */
  'doc-match/company': Both & { readonly reason: CompanyReason };
  /** An amount; `field` says which. Amounts as `minor CURRENCY`. */
  'doc-match/amount': Both & { readonly reason: AmountReason; readonly field: string };
  /** A number that has to be the same: SIREN, tax number, document number. */
  'doc-match/identifier': Both & { readonly field: string };
}>;
