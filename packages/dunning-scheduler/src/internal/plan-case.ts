import {
  type CheckReport,
  createCheckReport,
  digestBytesSync,
  digestJson,
  type JsonValue,
  type Sha256,
  timestampMs,
} from '@dossierkit/core';
import type { ContactCase } from '../contact-case.js';
import { type DunningFinding, RULES_VERSION } from '../findings.js';
import type { ContactPlan, PlanOptions } from '../plan-contacts.js';
import type { DunningPolicy } from '../policy.js';
import type { PastContact } from './case-state.js';
import { compilePolicy } from './compile-policy.js';
import { findingsOf, planSteps } from './describe-plan.js';
import { foldEvents } from './fold-events.js';
import { ladderFor, unreadableField } from './readable-case.js';
import type { WalkedContact } from './walk.js';

/** A planned case, and all its contacts in UTC minutes. */
export interface PlannedCase {
  readonly report: CheckReport<ContactPlan, DunningFinding>;
  readonly contacts: readonly WalkedContact[];
}

/** The customer's other cases, as far as they matter for one. */
export interface OtherCases {
  /** What they have behind them: it counts for caps per customer. */
  readonly past: readonly PastContact[];
  /** What is planned for them: it counts as well, and can be joined. */
  readonly planned: readonly WalkedContact[];
}

/** A customer with one case. */
export const NO_OTHERS: OtherCases = { past: [], planned: [] };

/** What a case has behind it, by its events; nothing where it cannot be read. */
export function pastContactsOf(
  item: ContactCase,
  policy: DunningPolicy,
  options: PlanOptions,
): PastContact[] {
  if (unreadableField(item) !== undefined) return [];
  const { tables } = compilePolicy(policy, options.calendar);
  return foldEvents(item, policy, tables, timestampMs(options.at)).contacts.filter(({ ofCase }) => ofCase);
}

/** Plans one case beside the other cases of the customer. */
export function planCase(
  item: ContactCase,
  policy: DunningPolicy,
  options: PlanOptions,
  others: OtherCases,
): PlannedCase {
  const compiled = compilePolicy(policy, options.calendar);
  const unreadable = unreadableField(item);
  const findings: DunningFinding[] = [];
  const done = (value: ContactPlan, contacts: readonly WalkedContact[] = []): PlannedCase => ({
    report: report(item, options, findings, value),
    contacts,
  });
  if (unreadable !== undefined) {
    findings.push({
      code: 'dunning-scheduler/case-unreadable',
      outcome: 'failed',
      severity: 'critical',
      params: { field: unreadable },
    });
    return done(emptyPlan(item, policy));
  }
  const atMs = timestampMs(options.at);
  const nowMinute = Math.ceil(atMs / 60_000);
  const state = foldEvents(item, policy, compiled.tables, atMs);
  findings.push(...state.findings);
  if (others.past.length > 0) {
    state.contacts.push(...others.past.map((contact) => ({ ...contact, ofCase: false })));
    state.contacts.sort((a, b) => a.day - b.day);
  }
  const empty = { ...emptyPlan(item, policy), missing: state.missing };
  const ladder = ladderFor(compiled, item, state, nowMinute);
  if (!ladder) {
    findings.push({
      code: 'dunning-scheduler/no-ladder',
      outcome: 'failed',
      severity: 'warning',
      params: { policy: policy.id },
    });
    return done(empty);
  }
  const walkOptions = { nowMinute, explained: true, joinable: others.planned };
  const { steps, contacts } = planSteps(compiled, ladder, item, state, walkOptions);
  findings.push(...findingsOf(ladder, steps, state, options.calendar));
  const next = steps.find(({ status }) => status === 'due' || status === 'planned')?.contacts ?? [];
  return done({ ...empty, ladder: ladder.id, steps, next }, contacts);
}

function emptyPlan(item: ContactCase, { id, version }: DunningPolicy): ContactPlan {
  return {
    caseId: item.id,
    customerId: item.customer.id,
    policy: { id, version },
    ladder: null,
    steps: [],
    next: [],
    missing: item.kind === 'dossier' ? item.missing : [],
  };
}

function report(
  item: ContactCase,
  { at }: PlanOptions,
  findings: readonly DunningFinding[],
  value: ContactPlan,
): CheckReport<ContactPlan, DunningFinding> {
  const subject = subjectOf(item);
  return createCheckReport({
    check: 'dunning-scheduler',
    version: RULES_VERSION,
    subject,
    at,
    findings,
    value,
  });
}

/** The digest of the case; of its text where it holds what JSON cannot carry (NaN, half a surrogate pair). */
function subjectOf(item: ContactCase): Sha256 {
  try {
    return digestJson(item as unknown as JsonValue);
  } catch {
    return digestBytesSync(new TextEncoder().encode(JSON.stringify(item)));
  }
}
