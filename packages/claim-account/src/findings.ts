import type { CodedErrorsOf, FindingsOf, Money, NoParams, PlainDate } from '@dossierkit/core';
import type { FeeCode } from './claim.js';

/** The version of the accounting rules that reports name. */
export const RULES_VERSION = '1.0.0';

/** What was noticed while a claim's balance was computed. What a finding says was left out is still in the ledger. */
export type ClaimFinding = FindingsOf<{
  /** Every event was used, and every rate is known: the balance can be relied on. */
  'claim-account/balance-complete': { events: number };
  /** The reference rate is not known beyond a day; the last known one was taken. */
  'claim-account/rate-table-stale': { table: string; knownUntil: PlainDate };
  /** The tables do not reach back so far; no interest was computed for these days. */
  'claim-account/rate-unknown': { table: string; through: PlainDate };
  /** No day is known on which default began, so no interest was computed. */
  'claim-account/no-default': NoParams;
  'claim-account/event-unreadable': { index: number };
  /** An event is dated before the claim began. */
  'claim-account/event-before-claim': { id: string; on: PlainDate };
  /** The same event came twice; it was used once. */
  'claim-account/event-repeated': { id: string };
  'claim-account/amount-unusable': { id: string };
  /** An event refers to another that is not there. */
  'claim-account/reference-missing': { id: string };
  /** A fee of this kind was charged before. */
  'claim-account/fee-repeated': { code: FeeCode };
  /** The law does not allow this fee from this debtor, or not so much of it; the rest was not charged. */
  'claim-account/fee-above-cap': { code: FeeCode; asked: Money; allowed: Money };
  /** More was paid than was owed. */
  'claim-account/overpaid': { surplus: Money };
  /** A promised amount had not come by its day. */
  'claim-account/promise-broken': { until: PlainDate; missing: Money };
  /** The instalment plan may be consumer credit since 2026-11-20. */
  'claim-account/instalments-may-be-credit': { days: number; charges: boolean; thirdParty: boolean };
  /** The claim itself is not valid. */
  'claim-account/claim-unreadable': { field: string };
}>;

/** Why a reference, an account number or a payment code is refused. */
export type PaymentCodeError = CodedErrorsOf<{
  'claim-account/not-an-iban': NoParams;
  'claim-account/not-a-bic': NoParams;
  'claim-account/not-a-reference': { kind: 'rf' | 'qrr' | 'ogm' };
  'claim-account/amount-out-of-range': { least: Money; most: Money };
  'claim-account/not-an-amount': NoParams;
  'claim-account/field-too-long': { field: string; most: number };
  'claim-account/field-missing': { field: string };
  'claim-account/field-invalid': { field: string };
  /** Structured reference and free text exclude each other. */
  'claim-account/reference-and-text': NoParams;
  /** Free text stands where the structured reference belongs: one separator is missing. */
  'claim-account/text-in-reference': NoParams;
  'claim-account/unsupported-version': NoParams;
  'claim-account/not-an-epc-code': NoParams;
  'claim-account/payload-too-long': { bytes: number; most: number };
  /** A QR-IBAN needs a QR reference, any other account must not have one. */
  'claim-account/reference-does-not-fit-account': NoParams;
}>;
