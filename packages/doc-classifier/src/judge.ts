import type { CodedError } from '@dossierkit/core';
import type { Classification, FoundDocument } from './classification.js';
import type { CompiledProfiles } from './compile-profiles.js';
import { confusionOf } from './confusions.js';
import type { ClassifierFinding, KindRef, TimeForm } from './findings.js';
import { KIND_NAMES } from './kind-names.js';
import type { ClassifierPolicy } from './policy.js';

interface Facts {
  readonly value: Classification;
  readonly expected: readonly string[];
  readonly policy: ClassifierPolicy;
  readonly compiled: CompiledProfiles;
  /** How many pages the file has. */
  readonly pages: number;
  readonly errors: readonly { readonly page: number; readonly error: CodedError }[];
  /** How many words were read. */
  readonly words: number;
}

/** Says what follows from a classification. */
export function judge(facts: Facts): ClassifierFinding[] {
  const findings = [...readingFindings(facts), ...kindFindings(facts)];
  // Age and fields of a document that nobody asked for are of no interest.
  const { value, expected } = facts;
  const isWanted = expected.length === 0 || expected.includes(value.kind);
  if (value.confident && isWanted) findings.push(...contentFindings(facts));
  return findings;
}

function readingFindings({ value, pages, policy, errors, words }: Facts): ClassifierFinding[] {
  const findings: ClassifierFinding[] = errors.map(({ page, error }) => ({
    code: 'doc-classifier/page-unreadable',
    outcome: 'inconclusive',
    severity: 'warning',
    params: { number: page + 1, reason: error.code },
    where: { page },
  }));
  if (words === 0 && errors.length === 0) {
    findings.push({
      code: 'doc-classifier/no-text',
      outcome: 'inconclusive',
      severity: 'warning',
      params: {},
    });
  }
  const skipped = value.reading.some(
    ({ source, share }) => source === 'none' && share === 0 && errors.length === 0,
  );
  if (pages > policy.maxPages || skipped) {
    const limit = pages > policy.maxPages ? policy.maxPages : policy.maxOcrPages;
    findings.push({
      code: 'doc-classifier/page-limit',
      outcome: 'inconclusive',
      severity: 'info',
      params: { pages, limit },
      measured: { value: pages, limit, unit: 'pages' },
    });
  }
  if (words > policy.maxWords) {
    findings.push({
      code: 'doc-classifier/text-limit',
      outcome: 'inconclusive',
      severity: 'info',
      params: { limit: policy.maxWords },
      measured: { value: words, limit: policy.maxWords, unit: 'words' },
    });
  }
  return findings;
}

function kindFindings(facts: Facts): ClassifierFinding[] {
  const { value, expected } = facts;
  const { kind, probability, confident } = value;
  const refOf = (id: string): KindRef => refTo(id, facts.compiled);
  const where = value.evidence.find((evidence) => evidence.where)?.where;
  const place = where ? { where } : {};
  const findings: ClassifierFinding[] = [
    {
      code: 'doc-classifier/kind-recognised',
      outcome: confident ? 'passed' : 'inconclusive',
      // Where a kind is expected, the finding on that says all that matters.
      severity: expected.length > 0 ? 'info' : 'warning',
      params: { found: refOf(kind), probability },
      ...place,
    },
  ];
  const confusion = confident ? confusionOf(expected, kind) : undefined;
  if (expected.length > 0 && confusion && !expected.includes(kind)) {
    findings.push({
      code: 'doc-classifier/confused-kind',
      outcome: 'failed',
      severity: 'critical',
      params: { expected: refOf(confusion.expected), found: refOf(kind), confusion: confusion.confusion },
      ...place,
    });
  } else if (expected.length > 0) {
    const fits = expected.includes(kind);
    findings.push({
      code: 'doc-classifier/expected-kind',
      outcome: confident ? (fits ? 'passed' : 'failed') : 'inconclusive',
      severity: confident ? 'critical' : 'warning',
      params: { expected: expected.map(refOf), found: refOf(kind), probability },
      ...place,
    });
  }
  if (value.documents.length > 1) {
    findings.push({
      code: 'doc-classifier/several-documents',
      outcome: 'failed',
      severity: 'info',
      params: { found: value.documents.map((document) => refOf(document.kind)) },
    });
  }
  return findings;
}

function contentFindings(facts: Facts): ClassifierFinding[] {
  const { value, compiled } = facts;
  const profile = compiled.byKind.get(value.kind)?.profile;
  if (!profile) return [];
  const found = refTo(value.kind, compiled);
  const findings: ClassifierFinding[] = ageFindings(value, found, facts.policy);
  for (const field of value.fields) {
    if (field.checkDigits === undefined) continue;
    findings.push({
      code: 'doc-classifier/check-digits',
      outcome: field.checkDigits ? 'passed' : 'failed',
      severity: 'warning',
      params: { field: field.name },
      where: field.where,
    });
  }
  for (const spec of profile.fields) {
    if (
      spec.wanted !== true ||
      spec.name === value.age?.field ||
      value.fields.some(({ name }) => name === spec.name)
    )
      continue;
    findings.push({
      code: 'doc-classifier/field-not-found',
      outcome: 'inconclusive',
      severity: 'warning',
      params: { found, field: spec.name },
    });
  }
  const limit = profile.maxPages;
  if (limit !== undefined && value.pages.length > limit) {
    findings.push({
      code: 'doc-classifier/too-many-pages',
      outcome: 'failed',
      severity: 'warning',
      params: { found, pages: value.pages.length, limit },
      measured: { value: value.pages.length, limit, unit: 'pages' },
    });
  }
  return findings;
}

function ageFindings(
  { age, fields }: FoundDocument,
  found: KindRef,
  policy: ClassifierPolicy,
): ClassifierFinding[] {
  if (!age) return [];
  const field = fields.find(({ name }) => name === age.field);
  if (age.value === undefined || !field) {
    return [
      {
        code: 'doc-classifier/age-unknown',
        outcome: 'inconclusive',
        severity: 'warning',
        params: { found, field: age.field },
      },
    ];
  }
  const { value, answer, oldest, newest } = age;
  const measured = age.days === undefined ? {} : { measured: { value: age.days, unit: 'days' } };
  // A date that was read with doubt is no reason to send anybody away.
  const outcome =
    answer === 'in-time' ? 'passed' : field.confidence >= policy.ageConfidence ? 'failed' : 'inconclusive';
  const severity = outcome === 'inconclusive' ? 'warning' : 'critical';
  const where = field.where;
  if (age.rule === 'not-expired') {
    return [
      {
        code: 'doc-classifier/expired',
        outcome,
        severity,
        params: { found, expiry: value },
        ...measured,
        where,
      },
    ];
  }
  const form = formOf(value);
  if (answer === 'too-new') {
    const ahead = outcome === 'failed' ? 'warning' : severity;
    return [
      {
        code: 'doc-classifier/dated-ahead',
        outcome,
        severity: ahead,
        params: { found, value, form },
        ...measured,
        where,
      },
    ];
  }
  return [
    {
      code: 'doc-classifier/too-old',
      outcome,
      severity,
      params: { found, value, oldest, newest, form },
      ...measured,
      where,
    },
  ];
}

const formOf = (value: string): TimeForm =>
  value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';

/** A kind that is not built in brings its names along, so that a stored report can be worded anywhere. */
function refTo(kind: string, compiled: CompiledProfiles): KindRef {
  const names = compiled.byKind.get(kind)?.profile.names;
  return names && !Object.hasOwn(KIND_NAMES.en, kind) ? { kind, names } : { kind };
}
