import {
  type CheckReport,
  createCheckReport,
  digestBytesSync,
  digestJson,
  type JsonValue,
  type Money,
  money,
  type PlainDate,
  parsePlainDate,
  type Sha256,
  type Timestamp,
} from '@dossierkit/core';
import type { Claim, ClaimEvent } from './claim.js';
import type { InterestLine } from './compute-interest.js';
import { type DefaultFacts, defaultStart } from './default-start.js';
import { type ClaimFinding, RULES_VERSION } from './findings.js';
import { type InterestRule, type InterestRuleId, interestRules } from './interest-rules.js';
import { type CreditLine, type FeeLine, Ledger, type PaymentLine } from './internal/ledger.js';
import { readEvents } from './internal/read-events.js';
import { rateTable } from './rate-table.js';

/** What is owed on a day, and how it came to that. */
export interface ClaimBalance {
  readonly claimId: string;
  readonly on: PlainDate;
  /** The principal at the beginning. */
  readonly opening: Money;
  readonly principal: Money;
  readonly interest: Money;
  readonly costs: Money;
  /** The sum of the three. */
  readonly total: Money;
  /** What was paid beyond that, and has to go back. */
  readonly surplus: Money;
  /** First day for which interest is owed. */
  readonly defaultFrom: PlainDate | null;
  readonly rule: string;
  /** Interest line by line; the lines add up to everything that was ever owed in interest. */
  readonly interestLines: readonly InterestLine[];
  readonly payments: readonly PaymentLine[];
  readonly fees: readonly FeeLine[];
  readonly credits: readonly CreditLine[];
  /** What was given up. */
  readonly writtenOff: Money;
  /** The part of the total that is disputed. */
  readonly disputed: Money;
  readonly isOnHold: boolean;
  readonly isWrittenOff: boolean;
  readonly promises: readonly PromiseState[];
}

/** A promise to pay, and what became of it. */
export interface PromiseState {
  readonly id: string;
  readonly until: PlainDate;
  readonly amount: Money;
  readonly state: 'open' | 'kept' | 'broken';
}

/** What {@link balanceOn} needs beside claim and day. */
export interface BalanceOptions {
  /** The moment at which the balance is computed; it goes into the report. */
  readonly at: Timestamp;
  /** Facts that decide when default began, where the claim does not name the day. */
  readonly defaultFacts?: DefaultFacts | undefined;
}

/**
 * What is owed at the end of a day: a fold over the claim's events, which stay as they are. Interest is exact over every
 * change of rate and principal and rounded once, so that a payment never loses or wins a cent; a payment that the bank took
 * back counts as never made.
 *
 * Interest runs up to and including the day on which a payment was credited.
 *
 * @returns a report; unusable events, stale rates and fees above the law's cap are findings, never exceptions
 */
export function balanceOn(
  claim: Claim,
  on: PlainDate,
  options: BalanceOptions,
): CheckReport<ClaimBalance, ClaimFinding> {
  const findings: ClaimFinding[] = [];
  const field = unreadableField(claim);
  const usable = field === undefined ? claim : emptied(claim);
  if (field !== undefined) {
    findings.push({
      code: 'claim-account/claim-unreadable',
      outcome: 'failed',
      severity: 'critical',
      params: { field },
    });
  }
  const rule = usable.interestRule ?? ruleFor(usable);
  const events = field === undefined ? readEvents(usable, on, findings) : [];
  const defaultFrom =
    field === undefined
      ? (usable.defaultFrom ?? defaultStart(usable, defaultFactsOf(events, options.defaultFacts))?.from)
      : undefined;
  const ledger = new Ledger(usable, rule, defaultFrom, findings);
  const undone = undoneBy(events);
  for (const event of events) {
    if (undone.has(event.id)) continue;
    ledger.accrue(event.on);
    applyEvent(ledger, event);
  }
  ledger.accrue(on);
  const promises = promisesOf(events, undone, on, findings);
  addFindings(ledger, rule, defaultFrom, on, events.length, findings);
  return createCheckReport({
    check: 'claim-account',
    version: RULES_VERSION,
    subject: subjectOf(claim),
    at: options.at,
    findings,
    value: balance(usable, on, ledger, rule, defaultFrom, events, promises),
  });
}

/** The rule of the claim's law. */
export function ruleFor({ jurisdiction, debtor }: Pick<Claim, 'jurisdiction' | 'debtor'>): InterestRule {
  const ids: { readonly [J in Claim['jurisdiction']]: readonly [InterestRuleId, InterestRuleId] } = {
    de: ['de/consumer', 'de/business'],
    at: ['at/consumer', 'at/business'],
    fr: ['fr/legal', 'fr/business'],
    uk: ['uk/business', 'uk/business'],
    ch: ['ch/default', 'ch/default'],
    eu: ['eu/business', 'eu/business'],
  };
  return interestRules[ids[jurisdiction][debtor === 'business' ? 1 : 0]];
}

function applyEvent(ledger: Ledger, event: ClaimEvent): void {
  if (event.type === 'payment') ledger.pay(event);
  else if (event.type === 'credit-note') ledger.credit(event.on, event.amount);
  else if (event.type === 'fee') ledger.charge(event);
  else if (event.type === 'write-off') ledger.writeOff();
}

/** Payments and credit notes that later events took back. */
function undoneBy(events: readonly ClaimEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of events) {
    if (event.type === 'chargeback') undone.add(event.payment);
    if (event.type === 'credit-note-cancelled') undone.add(event.creditNote);
  }
  return undone;
}

function defaultFactsOf(events: readonly ClaimEvent[], facts: DefaultFacts = {}): DefaultFacts {
  const reminder = events.find(({ type }) => type === 'reminder');
  return reminder && facts.remindedOn === undefined ? { ...facts, remindedOn: reminder.on } : facts;
}

function promisesOf(
  events: readonly ClaimEvent[],
  undone: ReadonlySet<string>,
  on: PlainDate,
  findings: ClaimFinding[],
): PromiseState[] {
  return events.flatMap((event) => {
    if (event.type !== 'promise') return [];
    let paid = 0;
    for (const other of events) {
      const counts = other.type === 'payment' && other.on >= event.on && other.on <= event.until;
      if (counts && !undone.has(other.id)) paid += other.amount.amountMinor;
    }
    const missing = event.amount.amountMinor - paid;
    const state = missing <= 0 ? 'kept' : on <= event.until ? 'open' : 'broken';
    if (state === 'broken') {
      findings.push({
        code: 'claim-account/promise-broken',
        outcome: 'failed',
        severity: 'info',
        params: { until: event.until, missing: money(missing, event.amount.currency) },
      });
    }
    return [{ id: event.id, until: event.until, amount: event.amount, state } as const];
  });
}

function addFindings(
  ledger: Ledger,
  rule: InterestRule,
  defaultFrom: PlainDate | undefined,
  on: PlainDate,
  events: number,
  findings: ClaimFinding[],
): void {
  const table = rule.table ?? '';
  if (ledger.interestLines.some(({ isStale }) => isStale)) {
    const knownUntil = rule.table === undefined ? on : (rateTable(rule.table).knownUntil as PlainDate);
    findings.push({
      code: 'claim-account/rate-table-stale',
      outcome: 'inconclusive',
      severity: 'warning',
      params: { table, knownUntil },
    });
  }
  const unknown = ledger.interestLines.findLast(({ isUnknown }) => isUnknown);
  if (unknown) {
    findings.push({
      code: 'claim-account/rate-unknown',
      outcome: 'inconclusive',
      severity: 'warning',
      params: { table, through: unknown.through },
    });
  }
  if (defaultFrom === undefined) {
    findings.push({
      code: 'claim-account/no-default',
      outcome: 'inconclusive',
      severity: 'info',
      params: {},
    });
  }
  if (ledger.surplus > 0) {
    findings.push({
      code: 'claim-account/overpaid',
      outcome: 'failed',
      severity: 'warning',
      params: { surplus: money(ledger.surplus, ledger.currency) },
    });
  }
  if (findings.every(({ severity }) => severity === 'info')) {
    findings.push({
      code: 'claim-account/balance-complete',
      outcome: 'passed',
      severity: 'info',
      params: { events },
    });
  }
}

function balance(
  claim: Claim,
  on: PlainDate,
  ledger: Ledger,
  rule: InterestRule,
  defaultFrom: PlainDate | undefined,
  events: readonly ClaimEvent[],
  promises: readonly PromiseState[],
): ClaimBalance {
  const amount = (minor: number): Money => money(minor, ledger.currency);
  const total = ledger.principal + ledger.interest + ledger.costs;
  const dispute = events.findLast(({ type }) => type === 'dispute' || type === 'dispute-closed');
  const hold = events.findLast(({ type }) => type === 'hold' || type === 'hold-lifted');
  const disputed = dispute?.type === 'dispute' ? Math.min(dispute.amount.amountMinor, total) : 0;
  return {
    claimId: claim.id,
    on,
    opening: claim.principal,
    principal: amount(ledger.principal),
    interest: amount(ledger.interest),
    costs: amount(ledger.costs),
    total: amount(total),
    surplus: amount(ledger.surplus),
    defaultFrom: defaultFrom ?? null,
    rule: rule.id,
    interestLines: ledger.interestLines,
    payments: ledger.payments,
    fees: ledger.fees,
    credits: ledger.credits,
    writtenOff: amount(ledger.writtenOff),
    disputed: amount(disputed),
    isOnHold: hold?.type === 'hold' && (hold.until === undefined || hold.until >= on),
    isWrittenOff: ledger.isWrittenOff,
    promises,
  };
}

/** The field that keeps a claim from being read, if there is one. */
function unreadableField(claim: Claim): string | undefined {
  const { amountMinor, currency } = claim.principal;
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0 || !/^[A-Z]{3}$/.test(currency))
    return 'principal';
  for (const field of ['due', 'invoicedOn', 'defaultFrom'] as const) {
    const day = claim[field];
    if ((field === 'due' || day !== undefined) && !parsePlainDate(String(day)).ok) return field;
  }
  return Array.isArray(claim.events) ? undefined : 'events';
}

/** A claim of nothing, so that an unreadable one still has an answer of the usual shape. */
function emptied(claim: Claim): Claim {
  const currency = /^[A-Z]{3}$/.test(claim.principal.currency) ? claim.principal.currency : 'XXX';
  return { ...claim, principal: money(0, currency), events: [] };
}

/** The digest of the claim; of its text where it holds what JSON cannot carry. */
function subjectOf(claim: Claim): Sha256 {
  try {
    return digestJson(claim as unknown as JsonValue);
  } catch {
    return digestBytesSync(new TextEncoder().encode(JSON.stringify(claim)));
  }
}
