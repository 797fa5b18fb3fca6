import {
  addDays,
  addFractions,
  type Fraction,
  fraction,
  type Money,
  money,
  type PlainDate,
  roundFraction,
} from '@dossierkit/core';
import { type Allocation, allocatePayment, allocationOrder } from '../allocate-payment.js';
import type { Claim, ClaimEvent, FeeCode } from '../claim.js';
import { exactInterest, type InterestLine } from '../compute-interest.js';
import { allowedFee } from '../fees.js';
import type { ClaimFinding } from '../findings.js';
import type { InterestRule } from '../interest-rules.js';

/** What a payment went to. */
export interface PaymentLine {
  readonly id: string;
  readonly on: PlainDate;
  readonly amount: Money;
  readonly costs: Money;
  readonly interest: Money;
  readonly principal: Money;
  readonly surplus: Money;
}

/** A fee that was charged. */
export interface FeeLine {
  readonly code: FeeCode;
  readonly on: PlainDate;
  readonly amount: Money;
}

/** A credit note that took something off the principal. */
export interface CreditLine {
  readonly on: PlainDate;
  readonly amount: Money;
}

/** The figures of a claim while its events are gone through, in minor units. */
export class Ledger {
  principal: number;
  costs = 0;
  surplus = 0;
  isWrittenOff = false;
  writtenOff = 0;
  readonly interestLines: InterestLine[] = [];
  readonly payments: PaymentLine[] = [];
  readonly fees: FeeLine[] = [];
  readonly credits: CreditLine[] = [];
  readonly findings: ClaimFinding[];
  /** Never rounded, so that no cent is lost at a payment or a change of the rate. */
  #interestExact: Fraction = fraction(0n);
  #interestShown = 0;
  #interestPaid = 0;
  #accruedThrough: PlainDate | undefined;
  readonly #claim: Claim;
  readonly #rule: InterestRule;
  readonly #defaultFrom: PlainDate | undefined;

  constructor(
    claim: Claim,
    rule: InterestRule,
    defaultFrom: PlainDate | undefined,
    findings: ClaimFinding[],
  ) {
    this.#claim = claim;
    this.#rule = rule;
    this.#defaultFrom = defaultFrom;
    this.findings = findings;
    this.principal = claim.principal.amountMinor;
    this.#accruedThrough = defaultFrom === undefined ? undefined : addDays(defaultFrom, -1);
  }

  /** What is owed in interest, rounded once from the exact sum. */
  get interest(): number {
    return this.#interestShown - this.#interestPaid;
  }

  get interestTotal(): number {
    return this.#interestShown;
  }

  get currency(): string {
    return this.#claim.principal.currency;
  }

  /** Lets interest run up to a day, the day included. */
  accrue(through: PlainDate): void {
    const done = this.#accruedThrough;
    if (done === undefined || through <= done || this.isWrittenOff) return;
    const principal = money(this.principal, this.currency);
    const terms = {
      rule: this.#rule,
      ...(this.#claim.dayCount === undefined ? {} : { dayCount: this.#claim.dayCount }),
      defaultFrom: this.#defaultFrom,
    };
    if (this.principal > 0) {
      for (const part of exactInterest(principal, addDays(done, 1), through, terms)) {
        this.#interestExact = addFractions(this.#interestExact, part.exact);
        const shown = Number(roundFraction(this.#interestExact));
        this.#addLine({ ...part.line, amount: money(shown - this.#interestShown, this.currency) });
        this.#interestShown = shown;
      }
    }
    this.#accruedThrough = through;
  }

  /** Neighbouring days with the same principal and rate are one line. */
  #addLine(line: InterestLine): void {
    const last = this.interestLines.at(-1);
    const continues =
      last &&
      last.percent === line.percent &&
      last.principal.amountMinor === line.principal.amountMinor &&
      last.isStale === line.isStale &&
      addDays(last.through, 1) === line.from;
    if (!continues) this.interestLines.push(line);
    else {
      this.interestLines[this.interestLines.length - 1] = {
        ...last,
        through: line.through,
        days: last.days + line.days,
        amount: money(last.amount.amountMinor + line.amount.amountMinor, this.currency),
      };
    }
  }

  pay(event: Extract<ClaimEvent, { type: 'payment' }>): void {
    const order = event.allocation ?? allocationOrder(this.#claim).order;
    const owed = { costs: this.costs, interest: this.interest, principal: this.principal };
    const parts: Allocation = allocatePayment(event.amount.amountMinor, owed, order);
    this.costs -= parts.costs;
    this.principal -= parts.principal;
    this.#interestPaid += parts.interest;
    this.surplus += parts.surplus;
    const amount = (minor: number): Money => money(minor, this.currency);
    this.payments.push({
      id: event.id,
      on: event.on,
      amount: event.amount,
      costs: amount(parts.costs),
      interest: amount(parts.interest),
      principal: amount(parts.principal),
      surplus: amount(parts.surplus),
    });
  }

  credit(on: PlainDate, amount: Money): void {
    const { amountMinor } = amount;
    this.credits.push({ on, amount });
    const part = Math.min(amountMinor, this.principal);
    this.principal -= part;
    this.surplus += amountMinor - part;
  }

  charge(event: Extract<ClaimEvent, { type: 'fee' }>): void {
    const { code, amount } = event;
    if (this.fees.some((fee) => fee.code === code)) {
      this.findings.push({
        code: 'claim-account/fee-repeated',
        outcome: 'failed',
        severity: 'warning',
        params: { code },
      });
      return;
    }
    const { most } = allowedFee(this.#claim, event);
    if (most.amountMinor < amount.amountMinor) {
      this.findings.push({
        code: 'claim-account/fee-above-cap',
        outcome: 'failed',
        severity: 'warning',
        params: { code, asked: amount, allowed: most },
      });
    }
    if (most.amountMinor === 0) return;
    this.fees.push({ code, on: event.on, amount: most });
    this.costs += most.amountMinor;
  }

  /** Everything is given up; what was paid stays paid. */
  writeOff(): void {
    this.isWrittenOff = true;
    this.writtenOff += this.principal + this.costs + this.interest;
    this.principal = 0;
    this.costs = 0;
    this.#interestPaid = this.#interestShown;
  }
}
