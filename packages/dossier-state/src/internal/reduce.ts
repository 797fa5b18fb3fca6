import { addMonths, type PlainDate, type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import { conditionHolds } from '../condition.js';
import type { Approved, Dossier, EarlyReport, KeptReport, Proposal, Submission } from '../dossier.js';
import type { Actor, AnyCheckReport, DossierEvent, Proposed } from '../events.js';
import type { Product } from '../product.js';
import { requirementsOf } from '../requirements.js';
import { migrateRecord } from './migrate-record.js';

/** A dossier without its state, which the machine keeps, and what is derived from both at the end of a step. */
export type DossierRecord = Omit<Dossier, 'state' | 'since' | 'timers' | 'sequence' | 'recentEvents' | 'at'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An instant some days later; days are of 24 hours here, which is what a term given in days at an instant means. */
export function daysLater(at: Timestamp, days: number): Timestamp {
  return timestampFromMs(timestampMs(at) + days * DAY_MS);
}

/** An instant some hours later. */
export function hoursLater(at: Timestamp, hours: number): Timestamp {
  return timestampFromMs(timestampMs(at) + hours * HOUR_MS);
}

/** The same time of the day some calendar months later. */
export function monthsLater(at: Timestamp, months: number): Timestamp {
  return `${addMonths(at.slice(0, 10) as PlainDate, months)}${at.slice(10)}` as Timestamp;
}

/** What an event that the machine lets through does to a dossier. `at` never lies before what happened already. */
export function reduce(
  record: DossierRecord,
  event: DossierEvent,
  product: Product,
  at: Timestamp,
): DossierRecord {
  const { limits } = product;
  switch (event.type) {
    case 'answers-given':
      return { ...record, answers: { ...record.answers, ...event.answers } };
    case 'handed-in':
      return handIn(record, event, at);
    case 'report-received':
      return receive(record, event.submission, keptReport(event.report), event.facts ?? {});
    case 'review-asked':
      return changeSubmission(record, event.submission, () => ({ reviewAsked: true }));
    case 'reviewed': {
      const { outcome, by, reason } = event;
      return changeSubmission(record, event.submission, () => ({ review: { outcome, by, at, reason } }));
    }
    case 'taken-back':
      return changeSubmission(record, event.submission, () => ({ takenBack: true }));
    case 'proposed':
      return propose(record, event, product, at);
    case 'confirmed':
      return confirm(record, event.by, product, at);
    case 'declined':
      return { ...record, proposal: undefined };
    case 'withdrawn':
      return { ...record, proposal: undefined, decision: undefined };
    case 'resumed':
    case 'reconsidered':
      return { ...record, decision: undefined, deadline: daysLater(at, limits.collectDays) };
    case 'reopened':
      return reopen(record, product, at);
    case 'extended':
      return { ...record, deadline: event.until, overdue: false };
    case 'timer-fired':
      return fire(record, event.timer, product, at);
    case 'migrated':
      return migrateRecord(record, event.to, event.renamed);
    default:
      return record;
  }
}

function handIn(record: DossierRecord, event: DossierEvent<'handed-in'>, at: Timestamp): DossierRecord {
  const { submission: id, requirement, kind, digest } = event;
  const submission = { id, requirement, at, cycle: record.cycle, kind, digest, reports: [], facts: {} };
  const early = record.earlyReports.filter((each) => each.submission === id);
  const opened: DossierRecord = {
    ...record,
    submissions: [...record.submissions, submission],
    earlyReports: record.earlyReports.filter((each) => each.submission !== id),
  };
  return early.reduce((result, { report, facts }) => receive(result, id, report, facts), opened);
}

function receive(
  record: DossierRecord,
  id: string,
  report: KeptReport,
  facts: EarlyReport['facts'],
): DossierRecord {
  if (!record.submissions.some((submission) => submission.id === id)) {
    return { ...record, earlyReports: [...record.earlyReports, { submission: id, report, facts }] };
  }
  return changeSubmission(record, id, ({ reports, facts: before }) => {
    const earlier = reports.find(({ check }) => check === report.check);
    if (earlier && !isNewer(report, earlier)) return { facts: { ...defined(facts), ...before } };
    const others = reports.filter(({ check }) => check !== report.check);
    return {
      reports: [...others, report].sort((a, b) => (a.check < b.check ? -1 : 1)),
      facts: { ...before, ...defined(facts) },
    };
  });
}

/** The later report of a check counts, whichever arrives first; at the same instant the more careful one. */
function isNewer(report: KeptReport, than: KeptReport): boolean {
  if (report.at !== than.at) return report.at > than.at;
  const care = ['accept', 'review', 'reject'];
  return care.indexOf(report.verdict) > care.indexOf(than.verdict);
}

function defined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function keptReport({ check, version, subject, at, verdict, findings }: AnyCheckReport): KeptReport {
  const telling = findings.filter(({ outcome }) => outcome !== 'passed');
  return { check, version, subject, at, verdict, findings: telling };
}

function changeSubmission(
  record: DossierRecord,
  id: string,
  change: (submission: Submission) => Partial<Submission>,
): DossierRecord {
  const submissions = record.submissions.map((each) =>
    each.id === id ? { ...each, ...change(each) } : each,
  );
  return { ...record, submissions };
}

function propose(
  record: DossierRecord,
  event: DossierEvent<'proposed'>,
  product: Product,
  at: Timestamp,
): DossierRecord {
  const { proposal: id, what, by } = event;
  if (!needsSecondPerson(record, what, product))
    return decide(record, what, { by, at, reason: what.reason }, product);
  const expiresAt = daysLater(at, product.decision.confirmWithinDays);
  return { ...record, proposal: { id, what, by, at, expiresAt } };
}

function needsSecondPerson({ answers }: DossierRecord, { matter }: Proposed, { decision }: Product): boolean {
  if (!decision.fourEyes.includes(matter)) return false;
  return decision.fourEyesWhen === undefined || conditionHolds(decision.fourEyesWhen, answers);
}

function confirm(record: DossierRecord, confirmedBy: Actor, product: Product, at: Timestamp): DossierRecord {
  const { what, by, at: proposedAt } = record.proposal as Proposal;
  const approved = { by, at: proposedAt, reason: what.reason, confirmedBy, confirmedAt: at };
  return decide({ ...record, proposal: undefined }, what, approved, product);
}

function decide(record: DossierRecord, what: Proposed, approved: Approved, product: Product): DossierRecord {
  if (what.matter === 'waive') {
    const { requirement, until } = what;
    const others = record.waivers.filter((waiver) => waiver.requirement !== requirement);
    return { ...record, waivers: [...others, { requirement, until, ...approved }] };
  }
  if (what.matter === 'reject') return { ...record, decision: { matter: 'reject', ...approved } };
  const from = approved.confirmedAt ?? approved.at;
  const validUntil = what.validUntil ?? daysLater(from, product.decision.validDays);
  return { ...record, decision: { matter: 'approve', validUntil, ...approved } };
}

/** A new round: what is re-verified is asked again, and earlier waivers and decisions no longer count. */
function reopen(record: DossierRecord, product: Product, at: Timestamp): DossierRecord {
  return {
    ...record,
    cycle: record.cycle + 1,
    deadline: daysLater(at, product.limits.collectDays),
    overdue: false,
    waivers: record.waivers.filter(
      ({ requirement }) => !product.requirements.find(({ id }) => id === requirement.split(':')[0])?.reverify,
    ),
    proposal: undefined,
    decision: undefined,
  };
}

function fire(record: DossierRecord, timer: string, product: Product, at: Timestamp): DossierRecord {
  const [name, about = ''] = splitTimer(timer);
  switch (name) {
    case 'check':
      return changeSubmission(record, about, () => ({ overdue: true }));
    case 'validity': {
      const validUntil = requirementsOf(record, product)
        .flatMap(({ submissions }) => submissions)
        .find(({ id }) => id === about)?.validUntil;
      return changeSubmission(record, about, () => ({ ranOut: validUntil }));
    }
    case 'waiver':
      return { ...record, waivers: record.waivers.filter(({ requirement }) => requirement !== about) };
    case 'proposal':
    case 'expire':
      return { ...record, proposal: undefined };
    case 'approval':
      return { ...record, decision: undefined };
    case 'reverify':
      return reopen(record, product, at);
    case 'overdue':
      return { ...record, overdue: true };
    default:
      return record;
  }
}

function splitTimer(timer: string): [string, string?] {
  const at = timer.indexOf(':');
  return at < 0 ? [timer] : [timer.slice(0, at), timer.slice(at + 1)];
}
