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
import { matchAddress } from './addresses/match-address.js';
import type { PostalAddress } from './addresses/parse-address.js';
import type { Agreement, Compared, FieldMatch, Subject } from './agreement.js';
import { matchCompany } from './companies/match-company.js';
import type { MatchFinding } from './findings.js';
import { matchAmount } from './match-amount.js';
import { matchBirthDate } from './match-birth-date.js';
import { matchIban } from './match-iban.js';
import { matchName } from './names/match-name.js';
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
  const compared = compareAll(fields, record, policy);
  const about = new Set(compared.map(({ match }) => match.about));
  const notOnDocument = subjectsOf(record).filter((item) => !about.has(item));
  const findings = compared.map(({ match, finding }) => finding(match, policy));
  const value: Agreement = { matches: compared.map(({ match }) => match), notOnDocument };
  return createCheckReport({ check: 'doc-match', version: RULES_VERSION, subject, at, findings, value });
}

const DEFAULT_POLICY = defineMatchPolicy();

interface Comparison {
  readonly match: FieldMatch;
  readonly finding: (match: FieldMatch, policy: MatchPolicy) => MatchFinding;
}

function subjectsOf({ person, companyName, address, iban }: CustomerRecord): Subject[] {
  const subjects: Subject[] = [];
  if (person) subjects.push('name');
  if (person?.birthDate) subjects.push('birth-date');
  if (address) subjects.push('address');
  if (iban) subjects.push('iban');
  if (companyName) subjects.push('company');
  return subjects;
}

function compareAll(
  fields: readonly DocumentField[],
  record: CustomerRecord,
  policy: MatchPolicy,
): Comparison[] {
  const byName = new Map<string, DocumentField>();
  for (const field of fields) if (!byName.has(field.name)) byName.set(field.name, field);
  return [
    compareName(byName, record),
    compareBirthDate(byName, record),
    compareAddress(byName, record),
    compareIban(byName, record),
    compareCompany(byName, record),
    ...compareAmounts(byName, record, policy),
    ...compareIdentifiers(byName, record),
  ].filter((comparison) => comparison !== undefined);
}

type Fields = ReadonlyMap<string, DocumentField>;

function compareName(fields: Fields, { person }: CustomerRecord): Comparison | undefined {
  const [whole, surname, given] = [fields.get('holderName'), fields.get('surname'), fields.get('givenNames')];
  const field = surname ?? whole;
  if (!person || !field) return undefined;
  const split = surname
    ? { familyName: textOf(surname.value), givenNames: given && textOf(given.value) }
    : textOf(field.value);
  const text = [...(surname && given ? [given] : []), field].map((part) => textOf(part.value)).join(' ');
  const params = { document: text, record: `${person.givenNames} ${person.familyName}` };
  return {
    match: matchOf('name', field, matchName(split, person)),
    finding: (match, policy) => ({
      code: 'doc-match/name',
      ...judged(match, policy.severity.name, policy, field),
      params: { ...params, reason: match.reason as ReasonOf<'doc-match/name'> },
    }),
  };
}

type ReasonOf<Code extends MatchFinding['code']> = Extract<
  MatchFinding,
  { readonly code: Code }
>['params'] extends {
  readonly reason: infer Reason;
}
  ? Reason
  : never;

function compareBirthDate(fields: Fields, { person }: CustomerRecord): Comparison | undefined {
  const field = fields.get('birthDate');
  if (!field || !person?.birthDate) return undefined;
  const params = { document: textOf(field.value), record: person.birthDate };
  return {
    match: matchOf('birth-date', field, matchBirthDate(params.document, params.record)),
    finding: (match, policy) => {
      const outcome = judged(match, policy.severity.birthDate, policy, field);
      if (match.reason === 'swapped') return { code: 'doc-match/birth-date-swapped', ...outcome, params };
      const reason = match.reason as ReasonOf<'doc-match/birth-date'>;
      return { code: 'doc-match/birth-date', ...outcome, params: { ...params, reason } };
    },
  };
}

function compareAddress(fields: Fields, { address }: CustomerRecord): Comparison | undefined {
  const field = fields.get('address');
  if (!field || !address) return undefined;
  const document = addressOf(field.value);
  const params = { document: lineOf(document), record: lineOf(address) };
  return {
    match: matchOf('address', field, matchAddress(document, address)),
    finding: (match, policy) => ({
      code: 'doc-match/address',
      ...judged(match, policy.severity.address, policy, field),
      params: { ...params, reason: match.reason as ReasonOf<'doc-match/address'> },
    }),
  };
}

function compareIban(fields: Fields, { iban }: CustomerRecord): Comparison | undefined {
  const field = fields.get('iban');
  if (!field || !iban) return undefined;
  const params = { document: textOf(field.value), record: iban };
  return {
    match: matchOf('iban', field, matchIban(params.document, iban)),
    finding: (match, policy) => ({
      code: 'doc-match/iban',
      ...judged(match, policy.severity.iban, policy, field),
      params: { ...params, reason: match.reason as ReasonOf<'doc-match/iban'> },
    }),
  };
}

function compareCompany(fields: Fields, { companyName }: CustomerRecord): Comparison | undefined {
  const field = fields.get('companyName');
  if (!field || !companyName) return undefined;
  const params = { document: textOf(field.value), record: companyName };
  return {
    match: matchOf('company', field, matchCompany(params.document, companyName)),
    finding: (match, policy) => ({
      code: 'doc-match/company',
      ...judged(match, policy.severity.company, policy, field),
      params: { ...params, reason: match.reason as ReasonOf<'doc-match/company'> },
    }),
  };
}

function compareAmounts(fields: Fields, { amounts = {} }: CustomerRecord, policy: MatchPolicy): Comparison[] {
  return Object.entries(amounts).flatMap(([name, amount]) => {
    const field = fields.get(name);
    const read = field && moneyOf(field.value);
    if (!field || !read) return [];
    const compared = matchAmount(read, amount, policy.amountTolerance);
    const params = { document: compared.document, record: compared.record, field: name };
    return [
      {
        match: matchOf('amount', field, compared),
        finding: (match: FieldMatch): MatchFinding => ({
          code: 'doc-match/amount',
          ...judged(match, policy.severity.amount, policy, field),
          params: { ...params, reason: match.reason as ReasonOf<'doc-match/amount'> },
        }),
      },
    ];
  });
}

function compareIdentifiers(fields: Fields, { identifiers = {} }: CustomerRecord): Comparison[] {
  return Object.entries(identifiers).flatMap(([name, identifier]) => {
    const field = fields.get(name);
    if (!field) return [];
    const params = { document: textOf(field.value), record: identifier, field: name };
    const [document, record] = [bare(params.document), bare(identifier)];
    const same = document === record && document !== '';
    const compared: Compared = {
      document,
      record,
      answer: same ? 'agree' : 'differ',
      score: same ? 1 : 0,
      reason: same ? 'same' : 'other',
    };
    return [
      {
        match: matchOf('identifier', field, compared),
        finding: (match: FieldMatch, policy: MatchPolicy): MatchFinding => ({
          code: 'doc-match/identifier',
          ...judged(match, policy.severity.identifier, policy, field),
          params,
        }),
      },
    ];
  });
}

const bare = (text: string): string =>
  text
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

function matchOf(about: Subject, { name, where }: DocumentField, compared: Compared): FieldMatch {
  return { about, field: name, ...compared, ...(where ? { where } : {}) };
}

function judged(
  match: FieldMatch,
  severity: 'info' | 'warning' | 'critical',
  policy: MatchPolicy,
  field: DocumentField,
): Pick<MatchFinding, 'outcome' | 'severity' | 'measured' | 'where'> {
  const sure = (field.confidence ?? 1) >= policy.readConfidence;
  const outcome =
    match.answer === 'agree' ? 'passed' : match.answer === 'differ' && sure ? 'failed' : 'inconclusive';
  return {
    outcome,
    severity: outcome === 'inconclusive' && severity === 'critical' ? 'warning' : severity,
    measured: { value: match.score, unit: 'score' },
    ...(match.where ? { where: match.where } : {}),
  };
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function moneyOf(value: JsonValue): Money | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { amountMinor, currency } = value as {
    readonly amountMinor?: JsonValue;
    readonly currency?: JsonValue;
  };
  return typeof amountMinor === 'number' && typeof currency === 'string'
    ? { amountMinor, currency }
    : undefined;
}

/** An address as the classifier gives it, or as plain text. */
function addressOf(value: JsonValue): PostalAddress {
  if (typeof value === 'string') return { lines: [value] };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { lines: [] };
  const { lines, postcode, town, country } = value as Readonly<Record<string, JsonValue | undefined>>;
  return {
    lines: Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [],
    ...(typeof postcode === 'string' && postcode !== '' ? { postcode } : {}),
    ...(typeof town === 'string' && town !== '' ? { town } : {}),
    ...(typeof country === 'string' && country !== '' ? { country } : {}),
  };
}

function lineOf({ lines, postcode = '', town = '' }: PostalAddress): string {
  const all = lines.join(', ');
  return all.includes(postcode) && postcode !== ''
    ? all
    : [all, `${postcode} ${town}`.trim()].filter(Boolean).join(', ');
}
