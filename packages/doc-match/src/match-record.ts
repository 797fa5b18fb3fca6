import {
  type CheckReport,
  createCheckReport,
  type JsonValue,
  type Money,
  type Place,
  type PlainDate,
  type Sha256,
  type Timestamp,
} from '@dossierkit/core';
import type { PostalAddress } from './addresses/parse-address.js';
import type { Agreement, FieldMatch, Subject } from './agreement.js';
import { compareRecord } from './compare-record.js';
import type { MatchFinding } from './findings.js';
import { defineMatchPolicy, type MatchPolicy } from './policy.js';

/** The version of the rules in this package; it changes when the same values may get another answer. */
export const RULES_VERSION = '1.0.0';

/** A value read from a document, as the classifier and other readers give it. Unknown names are passed over. */
export interface DocumentField {
  /**
   * `holderName`, `surname` and `givenNames`, `companyName`, `birthDate`, `address`, `iban`; anything else is compared with the
   * record's amount or identifier of that name.
   */
  readonly name: string;
  readonly value: JsonValue;
  readonly where?: Place;
  /** 0 to 1; default 1. */
  readonly confidence?: number;
}

/** What a form or a customer record says. Everything is optional; what is absent is not compared. */
export interface CustomerRecord {
  readonly person?: {
    readonly givenNames: string;
    readonly familyName: string;
    /** The name at birth, or another family name. */
    readonly otherFamilyName?: string;
    readonly birthDate?: PlainDate;
  };
  readonly companyName?: string;
  readonly address?: PostalAddress;
  readonly iban?: string;
  /** By the name of the document's field: `{ netPay: … }`. */
  readonly amounts?: Readonly<Record<string, Money>>;
  /** By the name of the document's field: `{ siren: '732829320' }`. Spaces, dots, hyphens and case do not matter. */
  readonly identifiers?: Readonly<Record<string, string>>;
}

/** Options of {@link matchRecord}. */
export interface MatchOptions {
  /** The SHA-256 of the document that the fields are from. */
  readonly subject: Sha256;
  readonly at: Timestamp;
  /** Default: `defineMatchPolicy()`. */
  readonly policy?: MatchPolicy;
}

/**
 * Compares what a document says with a form or a customer record, value by value.
 *
 * @returns a report whose value lists every comparison. `accept`: all agree. `reject`: something that matters differs.
 * `review`: something cannot be told
 */
export function matchRecord(
  fields: readonly DocumentField[],
  record: CustomerRecord,
  options: MatchOptions,
): CheckReport<Agreement, MatchFinding> {
  const { subject, at, policy = DEFAULT_POLICY } = options;
  const matches: FieldMatch[] = [];
  const findings: MatchFinding[] = [];
  for (const { match, finding } of compareRecord(fields, record, policy)) {
    matches.push(match);
    findings.push(finding);
  }
  const notOnDocument = subjectsOf(record).filter((item) => !matches.some(({ about }) => about === item));
  const value: Agreement = { matches, notOnDocument };
  return createCheckReport({ check: 'doc-match', version: RULES_VERSION, subject, at, findings, value });
}

const DEFAULT_POLICY = defineMatchPolicy();

function subjectsOf({ person, companyName, address, iban }: CustomerRecord): Subject[] {
  const subjects: Subject[] = [];
  if (person) subjects.push('name');
  if (person?.birthDate) subjects.push('birth-date');
  if (address) subjects.push('address');
  if (iban) subjects.push('iban');
  if (companyName) subjects.push('company');
  return subjects;
}
