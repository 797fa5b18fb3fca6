import type { JsonValue, Money } from '@dossierkit/core';
import { matchAddress } from './addresses/match-address.js';
import type { PostalAddress } from './addresses/parse-address.js';
import type { Compared, FieldMatch, Subject } from './agreement.js';
import { matchCompany } from './companies/match-company.js';
import type { MatchFinding } from './findings.js';
import { matchAmount } from './match-amount.js';
import { matchBirthDate } from './match-birth-date.js';
import { matchIban } from './match-iban.js';
import type { CustomerRecord, DocumentField } from './match-record.js';
import { matchName } from './names/match-name.js';
import type { MatchPolicy } from './policy.js';

/** One comparison, and what is found by it. */
export interface Comparison {
  readonly match: FieldMatch;
  readonly finding: MatchFinding;
}

/** Compares every value that both have, in a fixed order. */
export function compareRecord(
  fields: readonly DocumentField[],
  record: CustomerRecord,
  policy: MatchPolicy,
): Comparison[] {
  const byName = new Map<string, DocumentField>();
  for (const field of fields) if (!byName.has(field.name)) byName.set(field.name, field);
  const comparisons: Comparison[] = [];
  for (const compare of COMPARISONS) compare(byName, record, policy, comparisons);
  return comparisons;
}

type Fields = ReadonlyMap<string, DocumentField>;
type Compare = (fields: Fields, record: CustomerRecord, policy: MatchPolicy, into: Comparison[]) => void;

const COMPARISONS: readonly Compare[] = [
  compareName,
  compareBirthDate,
  compareAddress,
  compareIban,
  compareCompany,
  compareAmounts,
  compareIdentifiers,
];

function compareName(
  fields: Fields,
  { person }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  const [surname, given] = [fields.get('surname'), fields.get('givenNames')];
  const field = surname ?? fields.get('holderName');
  if (!person || !field) return;
  const name = textOf(field.value);
  const givenNames = surname && given ? textOf(given.value) : undefined;
  const params = {
    document: givenNames === undefined ? name : `${givenNames} ${name}`,
    record: `${person.givenNames} ${person.familyName}`,
  };
  const compared = matchName(surname ? { familyName: name, givenNames } : name, person);
  into.push(conclude('doc-match/name', 'name', policy.severity.name, policy, field, compared, params));
}

function compareBirthDate(
  fields: Fields,
  { person }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  const field = fields.get('birthDate');
  if (!field || !person?.birthDate) return;
  const params = { document: textOf(field.value), record: person.birthDate };
  const compared = matchBirthDate(params.document, params.record);
  const swapped = compared.reason === 'swapped';
  const code = swapped ? 'doc-match/birth-date-swapped' : 'doc-match/birth-date';
  into.push(conclude(code, 'birth-date', policy.severity.birthDate, policy, field, compared, params));
}

function compareAddress(
  fields: Fields,
  { address }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  const field = fields.get('address');
  if (!field || !address) return;
  const document = addressOf(field.value);
  const params = { document: lineOf(document), record: lineOf(address) };
  const compared = matchAddress(document, address);
  into.push(
    conclude('doc-match/address', 'address', policy.severity.address, policy, field, compared, params),
  );
}

function compareIban(
  fields: Fields,
  { iban }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  const field = fields.get('iban');
  if (!field || !iban) return;
  const params = { document: textOf(field.value), record: iban };
  const compared = matchIban(params.document, iban);
  into.push(conclude('doc-match/iban', 'iban', policy.severity.iban, policy, field, compared, params));
}

function compareCompany(
  fields: Fields,
  { companyName }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  const field = fields.get('companyName');
  if (!field || !companyName) return;
  const params = { document: textOf(field.value), record: companyName };
  const compared = matchCompany(params.document, companyName);
  into.push(
    conclude('doc-match/company', 'company', policy.severity.company, policy, field, compared, params),
  );
}

function compareAmounts(
  fields: Fields,
  { amounts = {} }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  for (const [name, amount] of Object.entries(amounts)) {
    const field = fields.get(name);
    const read = field && moneyOf(field.value);
    if (!field || !read) continue;
    const compared = matchAmount(read, amount, policy.amountTolerance);
    const params = { document: compared.document, record: compared.record, field: name };
    into.push(
      conclude('doc-match/amount', 'amount', policy.severity.amount, policy, field, compared, params),
    );
  }
}

function compareIdentifiers(
  fields: Fields,
  { identifiers = {} }: CustomerRecord,
  policy: MatchPolicy,
  into: Comparison[],
): void {
  for (const [name, identifier] of Object.entries(identifiers)) {
    const field = fields.get(name);
    if (!field) continue;
    const params = { document: textOf(field.value), record: identifier, field: name };
    const form = { document: bare(params.document), record: bare(identifier) };
    const same = form.document === form.record && form.document !== '';
    const compared: Compared = same
      ? { ...form, answer: 'agree', score: 1, reason: 'same' }
      : { ...form, answer: 'differ', score: 0, reason: 'other' };
    const { severity } = policy;
    into.push(
      conclude('doc-match/identifier', 'identifier', severity.identifier, policy, field, compared, params),
    );
  }
}

const bare = (text: string): string =>
  text
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** Findings whose message says why. */
const UNREASONED: ReadonlySet<MatchFinding['code']> = new Set<MatchFinding['code']>([
  'doc-match/birth-date-swapped',
  'doc-match/identifier',
]);

/** The comparison as it is reported. Written out key by key, because this runs for every record. */
function conclude(
  code: MatchFinding['code'],
  about: Subject,
  weight: MatchPolicy['severity'][keyof MatchPolicy['severity']],
  policy: MatchPolicy,
  { name, where, confidence = 1 }: DocumentField,
  { answer, score, reason, document, record }: Compared,
  said: { readonly document: string; readonly record: string; readonly field?: string },
): Comparison {
  const sure = confidence >= policy.readConfidence;
  const outcome = answer === 'agree' ? 'passed' : answer === 'differ' && sure ? 'failed' : 'inconclusive';
  const severity = outcome === 'inconclusive' && weight === 'critical' ? 'warning' : weight;
  const params = UNREASONED.has(code) ? said : { ...said, reason };
  const measured = { value: score, unit: 'score' };
  const match = { about, field: name, document, record, answer, score, reason };
  const finding = { code, outcome, severity, measured, params };
  if (where) {
    Object.assign(match, { where });
    Object.assign(finding, { where });
  }
  // The code decides which reasons there are; each of the functions above passes the two that belong together.
  return { match, finding: finding as MatchFinding };
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
