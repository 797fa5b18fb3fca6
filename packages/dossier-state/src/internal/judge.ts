import {
  addDays,
  addMonths,
  combineVerdicts,
  deriveVerdict,
  type Finding,
  type PlainDate,
  partsOfDate,
  plainDateAt,
  plainDateFrom,
} from '@dossierkit/core';
import type { Submission } from '../dossier.js';
import type { DossierFinding } from '../findings.js';
import type { DocumentOption, MonthRule, Product, Requirement } from '../product.js';

/** Where one document that was handed in stands. */
export type SubmissionStatus = 'checking' | 'in-review' | 'accepted' | 'to-redo' | 'ran-out';

/** A document with what follows from all that is known about it. */
export interface Judged {
  readonly submission: Submission;
  readonly status: SubmissionStatus;
  /** Why it is not accepted. */
  readonly why: readonly Finding[];
  /** The last day on which it counts. */
  readonly validUntil?: PlainDate | undefined;
}

const known = new WeakMap<Submission, { requirement: Requirement; product: Product; judged: Judged }>();

/**
 * Brings reports, the dossier's own rules and a person's word together. A person's word goes before the others.
 *
 * Remembered for each submission, because one event changes one of them and all are looked at.
 */
export function judge(submission: Submission, requirement: Requirement, product: Product): Judged {
  const before = known.get(submission);
  if (before?.requirement === requirement && before.product === product) return before.judged;
  const judged = judgeAnew(submission, requirement, product);
  known.set(submission, { requirement, product, judged });
  return judged;
}

function judgeAnew(submission: Submission, requirement: Requirement, product: Product): Judged {
  const validUntil = lastValidDay(submission, requirement);
  const judged = (status: SubmissionStatus, why: readonly Finding[] = []): Judged => ({
    submission,
    status,
    why,
    validUntil,
  });
  const accepted = (): Judged =>
    submission.ranOut === undefined
      ? judged('accepted')
      : judged('ran-out', [failed('dossier-state/grown-too-old', { validUntil: submission.ranOut })]);

  const { review, reports } = submission;
  if (review?.outcome === 'accept') return accepted();
  const found = reports.flatMap(({ findings }) => findings);
  if (review)
    return judged('to-redo', [...found, failed('dossier-state/redo-asked', { reason: review.reason })]);

  const complete = isComplete(submission, requirement);
  const refused = reports.some(({ verdict }) => verdict === 'reject');
  // What could not be read matters only once every check has had its say, and not where another document is needed anyway.
  const own = ownFindings(submission, requirement, product, validUntil).filter(
    ({ outcome }) => outcome === 'failed' || (complete && !refused),
  );
  const why = [...found, ...own];
  if (submission.reviewAsked) return judged('in-review', [...why, note('dossier-state/review-asked', {})]);
  const verdict = combineVerdicts([...reports.map((report) => report.verdict), deriveVerdict(own)]);
  if (verdict === 'reject') return judged('to-redo', why);
  if (!complete) {
    if (!submission.overdue) return judged('checking');
    const { checkHours } = product.limits;
    return judged('in-review', [...why, inconclusive('dossier-state/check-overdue', { checkHours })]);
  }
  return verdict === 'review' ? judged('in-review', why) : accepted();
}

/** Whether every check that the requirement waits for has reported. */
function isComplete({ reports }: Submission, { checks }: Requirement): boolean {
  if (checks.length === 0) return reports.length > 0;
  return checks.every((check) => reports.some((report) => report.check === check));
}

/** All ways to meet a requirement. */
export function optionsOf(requirement: Requirement): readonly DocumentOption[] {
  return [requirement, ...requirement.alternatives];
}

/** The kind a document is held to be: what a check found goes before what the customer said. */
export function kindOf({ facts, kind }: Submission): string | undefined {
  return facts.kind ?? kind;
}

/** Whether a document may count for an option. One of unknown kind may count for any. */
export function fits(submission: Submission, option: DocumentOption): boolean {
  const kind = kindOf(submission);
  return kind === undefined || option.kinds.includes(kind);
}

function fittingOptions(submission: Submission, requirement: Requirement): readonly DocumentOption[] {
  return optionsOf(requirement).filter((option) => fits(submission, option));
}

/** The most generous of the fitting options counts, and never beyond the document's own end. */
function lastValidDay(submission: Submission, requirement: Requirement): PlainDate | undefined {
  const own = submission.facts.validUntil as PlainDate | undefined;
  const issuedOn = submission.facts.issuedOn as PlainDate | undefined;
  const limits = fittingOptions(submission, requirement).map(({ validDays }) => validDays);
  if (issuedOn === undefined || limits.length === 0) return own;
  const days = Math.max(...limits.map((limit) => limit ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(days)) return own;
  const byAge = addDays(issuedOn, days);
  return own !== undefined && own < byAge ? own : byAge;
}

function ownFindings(
  submission: Submission,
  requirement: Requirement,
  { zone }: Product,
  validUntil: PlainDate | undefined,
): DossierFinding[] {
  if (submission.reports.length === 0) return [];
  const options = fittingOptions(submission, requirement);
  const kind = kindOf(submission);
  if (options.length === 0 && kind !== undefined) {
    const accepted = [...new Set(optionsOf(requirement).flatMap(({ kinds }) => kinds))];
    return [failed('dossier-state/kind-not-accepted', { kind, accepted })];
  }
  const handedInOn = plainDateAt(submission.at, zone);
  const findings: DossierFinding[] = [];
  if (validUntil !== undefined && validUntil < handedInOn) {
    findings.push(failed('dossier-state/too-old', { validUntil }));
  }
  if (submission.facts.issuedOn === undefined && options.every(({ validDays }) => validDays !== undefined)) {
    findings.push(inconclusive('dossier-state/date-unknown', {}));
  }
  const month = monthFinding(submission.facts.month, options, handedInOn);
  return month ? [...findings, month] : findings;
}

function monthFinding(
  month: string | undefined,
  options: readonly DocumentOption[],
  handedInOn: PlainDate,
): DossierFinding | undefined {
  const rules = options.flatMap(({ months }) => (months ? [months] : []));
  const [rule] = rules;
  if (rule === undefined || rules.length < options.length) return undefined;
  if (month === undefined) return inconclusive('dossier-state/month-unknown', {});
  const windows = rules.map((each) => monthWindow(each, handedInOn));
  if (windows.some(({ first, last }) => month >= first && month <= last)) return undefined;
  return failed('dossier-state/month-outside', { month, ...monthWindow(rule, handedInOn) });
}

/** The months that count on a day, both as `YYYY-MM`. */
export function monthWindow(rule: MonthRule, day: PlainDate): { first: string; last: string } {
  const parts = partsOfDate(day);
  const current = plainDateFrom(parts.year, parts.month, 1) as PlainDate;
  const back = rule.within + (parts.day <= rule.graceUntilDay ? 1 : 0);
  // The month of the day itself counts too: many employers pay, and print, before its end.
  return { first: addMonths(current, -back).slice(0, 7), last: current.slice(0, 7) };
}

type ParamsOf<Code extends DossierFinding['code']> = Extract<DossierFinding, { code: Code }>['params'];

function failed<Code extends DossierFinding['code']>(code: Code, params: ParamsOf<Code>): DossierFinding {
  return { code, params, outcome: 'failed', severity: 'critical' } as DossierFinding;
}

function inconclusive<Code extends DossierFinding['code']>(
  code: Code,
  params: ParamsOf<Code>,
): DossierFinding {
  return { code, params, outcome: 'inconclusive', severity: 'warning' } as DossierFinding;
}

function note<Code extends DossierFinding['code']>(code: Code, params: ParamsOf<Code>): DossierFinding {
  return { code, params, outcome: 'inconclusive', severity: 'info' } as DossierFinding;
}

/** Another accepted document covers the month already. */
export function monthTwice(judged: Judged, month: string): Judged {
  return { ...judged, status: 'to-redo', why: [failed('dossier-state/month-twice', { month })] };
}
