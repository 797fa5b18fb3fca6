import { type Timestamp, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  applyEvent,
  type Dossier,
  type DossierEvent,
  type DossierStep,
  openDossier,
} from './index.js';
import type { Product } from './product.js';
import { summarizeDossier } from './summarize-dossier.js';
import { sampleProduct, sampleReport } from './testing.js';

type Body<E = DossierEvent> = E extends DossierEvent ? Omit<E, 'id' | 'at'> & { at?: Timestamp } : never;

const MORNING = timestamp('2026-05-04T08:00:00Z');
const ada = { id: 'ada', kind: 'person' } as const;
const grace = { id: 'grace', kind: 'person' } as const;

/** A dossier under test, with everything that came out of it. */
class Story {
  dossier: Dossier;
  step: DossierStep;
  #count = 0;

  constructor(
    readonly product: Product,
    answers: Answers = {},
  ) {
    const opened = openDossier({ id: 'd1', product, answers, at: MORNING });
    if (!opened.ok) throw new Error(opened.error.code);
    this.step = opened.value;
    this.dossier = opened.value.dossier;
  }

  tell(body: Body): this {
    const result = this.try(body);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    this.step = result.value;
    this.dossier = result.value.dossier;
    return this;
  }

  try(body: Body): ReturnType<typeof applyEvent> {
    const event = { id: `e${this.#count++}`, at: this.dossier.at, ...body } as DossierEvent;
    return applyEvent(this.dossier, event, { product: this.product });
  }

  /** Hands in a document that the checks accept. */
  give(requirement: string, facts: object = {}, checks: readonly string[] = ['document-intake']): this {
    const submission = `${requirement}#${this.#count}`;
    this.tell({ type: 'handed-in', submission, requirement });
    for (const check of checks) {
      const report = sampleReport('accept', this.dossier.at, check);
      this.tell({ type: 'report-received', submission, report, facts });
    }
    return this;
  }

  giveAll(): this {
    return this.give('identity:borrower-1', { kind: 'passport' })
      .give('address', { kind: 'utility-bill', issuedOn: '2026-04-20' })
      .give('income:borrower-1', { kind: 'tax-notice' })
      .give('bank-details', { kind: 'bank-details' }, ['doc-quality', 'doc-match']);
  }

  status(id: string): string | undefined {
    return this.summary().requirements.find((each) => each.id === id)?.status;
  }

  summary(): ReturnType<typeof summarizeDossier> {
    return summarizeDossier(this.dossier, this.product, { at: this.dossier.at });
  }
}

const story = (answers?: Answers, product = sampleProduct()): Story => new Story(product, answers);

describe('a dossier from the first document to the contract', () => {
  it('collects, decides, is signed and active', () => {
    const s = story({ borrowers: 1, employment: 'employee', amount: 500 });
    expect(s.dossier.state).toBe('opened');
    s.tell({ type: 'handed-in', submission: 's', requirement: 'identity:borrower-1' });
    expect(s.dossier.state).toBe('collecting');
    expect(s.status('identity:borrower-1')).toBe('handed-in');
    s.tell({ type: 'report-received', submission: 's', report: sampleReport('accept', MORNING) });
    s.giveAll();
    expect(s.dossier.state).toBe('in-approval');
    expect(s.step.effects).toContainEqual({ type: 'task-asked', task: 'decide' });
    s.tell({ type: 'proposed', proposal: 'p', by: ada, what: { matter: 'approve', reason: 'complete' } });
    expect(s.dossier.state).toBe('approved');
    s.tell({ type: 'contract-sent', by: ada });
    expect(s.summary().nextStep.code).toBe('dossier-state/sign');
    s.tell({ type: 'contract-signed' });
    expect(s.dossier.state).toBe('active');
    expect(s.dossier.timers).toEqual({ reverify: '2027-05-04T08:00:00.000Z' });
  });

  it('asks for what the answers make necessary', () => {
    const ids = (answers: Answers) =>
      story(answers)
        .summary()
        .requirements.map(({ id }) => id);
    expect(ids({ borrowers: 2, employment: 'employee' })).toEqual([
      'identity:borrower-1',
      'identity:borrower-2',
      'address',
      'income:borrower-1',
      'income:borrower-2',
      'bank-details',
    ]);
    expect(ids({ employment: 'self-employed' })).toContain('company-extract:company');
    expect(ids({ borrowers: 2, 'borrower-2.employment': 'self-employed' })).not.toContain(
      'income:borrower-2',
    );
  });

  it('asks for what depends on something else only afterwards', () => {
    const s = story();
    expect(s.status('bank-details')).toBe('later');
    expect(s.give('identity:borrower-1').status('bank-details')).toBe('asked');
  });
});

describe('a document that does not do', () => {
  it('is to be redone, with the findings that say why, and comes first', () => {
    const s = story();
    const report = sampleReport('reject', MORNING, 'doc-quality');
    s.tell({ type: 'handed-in', submission: 'a', requirement: 'address' });
    s.tell({ type: 'report-received', submission: 'a', report });
    expect(s.dossier.state).toBe('awaiting-customer');
    const { nextStep, missing } = s.summary();
    expect(nextStep).toMatchObject({
      code: 'dossier-state/hand-in-again',
      params: { requirement: 'address' },
    });
    expect(missing.find(({ id }) => id === 'address')?.why).toEqual(report.findings);
    expect(s.step.effects).toContainEqual(
      expect.objectContaining({ type: 'reminder-asked', state: 'awaiting-customer' }),
    );
    s.give('address', { kind: 'utility-bill', issuedOn: '2026-04-20' });
    expect(s.status('address')).toBe('accepted');
  });

  it('goes to a person where the verdict is review, or where the customer disagrees', () => {
    const s = story();
    s.tell({ type: 'handed-in', submission: 'a', requirement: 'address' });
    s.tell({ type: 'report-received', submission: 'a', report: sampleReport('reject', MORNING) });
    s.tell({ type: 'review-asked', submission: 'a' });
    expect(s.status('address')).toBe('in-review');
    expect(s.step.effects).toContainEqual({
      type: 'task-asked',
      task: 'review',
      submission: 'a',
      requirement: 'address',
    });
    expect(
      s.try({
        type: 'reviewed',
        submission: 'a',
        outcome: 'accept',
        by: { id: 'bot', kind: 'system' },
        reason: 'ok',
      }),
    ).toMatchObject({
      error: { code: 'dossier-state/needs-a-person' },
    });
    s.tell({ type: 'reviewed', submission: 'a', outcome: 'accept', by: ada, reason: 'readable after all' });
    expect(s.status('address')).toBe('accepted');
  });

  it.each([
    [{ kind: 'passport' }, 'kind-not-accepted', 'to-redo'],
    [{ kind: 'utility-bill', issuedOn: '2026-01-01' }, 'too-old', 'to-redo'],
    [{ kind: 'utility-bill' }, 'date-unknown', 'in-review'],
  ])('%j is %s', (facts, code, status) => {
    const s = story().give('address', facts);
    expect(s.summary().requirements.find(({ id }) => id === 'address')).toMatchObject({
      status,
      why: [{ code: `dossier-state/${code}` }],
    });
  });

  it('counts each month of payslips once, within the months that count', () => {
    const s = story().give('income:borrower-1', { kind: 'payslip', month: '2026-04' });
    expect(s.summary().requirements.find(({ id }) => id === 'income:borrower-1')).toMatchObject({
      have: 1,
      need: 3,
    });
    s.give('income:borrower-1', { kind: 'payslip', month: '2026-04' });
    expect(s.summary().missing.find(({ id }) => id === 'income:borrower-1')?.why).toMatchObject([
      { code: 'dossier-state/month-twice' },
    ]);
    s.give('income:borrower-1', { kind: 'payslip', month: '2025-12' });
    expect(
      s
        .summary()
        .missing.find(({ id }) => id === 'income:borrower-1')
        ?.why.map(({ code }) => code),
    ).toContain('dossier-state/month-outside');
    s.give('income:borrower-1', { kind: 'payslip', month: '2026-02' });
    s.give('income:borrower-1', { kind: 'payslip', month: '2026-03' });
    expect(s.status('income:borrower-1')).toBe('accepted');
  });
});

describe('decisions', () => {
  const complete = (): Story => story({ amount: 5_000 }).giveAll();
  const approve = { matter: 'approve', reason: 'complete' } as const;

  it('parks what needs four eyes until another person confirms', () => {
    const s = complete().tell({ type: 'proposed', proposal: 'p', by: ada, what: approve });
    expect(s.dossier.state).toBe('in-approval');
    expect(s.summary().blockers).toEqual([{ turn: 'house', waitsFor: 'second-person' }]);
    expect(s.try({ type: 'confirmed', proposal: 'p', by: { id: ' ADA', kind: 'person' } })).toMatchObject({
      error: { code: 'dossier-state/same-person' },
    });
    s.tell({ type: 'confirmed', proposal: 'p', by: grace });
    expect(s.dossier).toMatchObject({ state: 'approved', decision: { by: ada, confirmedBy: grace } });
  });

  it('lets nobody approve while a requirement is open', () => {
    expect(story().try({ type: 'proposed', proposal: 'p', by: ada, what: approve })).toMatchObject({
      error: { code: 'dossier-state/requirements-open' },
    });
  });

  it('lets no system reject', () => {
    const by = { id: 'scoring', kind: 'system' } as const;
    const what = { matter: 'reject', reason: 'score' } as const;
    expect(complete().try({ type: 'proposed', proposal: 'p', by, what })).toMatchObject({
      error: { code: 'dossier-state/needs-a-person' },
    });
  });

  it('forgets a proposal that nobody confirmed, and an approval that nobody used', () => {
    const s = complete().tell({ type: 'proposed', proposal: 'p', by: ada, what: approve });
    s.tell({ type: 'timer-fired', timer: 'proposal', at: timestamp('2026-05-11T08:00:00Z') });
    expect(s.summary().tasks).toEqual([{ task: 'decide' }]);
    s.tell({ type: 'proposed', proposal: 'q', by: ada, what: approve });
    s.tell({ type: 'confirmed', proposal: 'q', by: grace });
    s.tell({ type: 'timer-fired', timer: 'approval', at: timestamp('2026-06-10T08:00:00Z') });
    expect(s.dossier).toMatchObject({ state: 'in-approval', decision: undefined });
  });

  it('waives with two people, and says so', () => {
    const s = story({ amount: 5_000 });
    const what = { matter: 'waive', requirement: 'address', reason: 'known customer' } as const;
    s.tell({ type: 'proposed', proposal: 'p', by: ada, what }).tell({
      type: 'confirmed',
      proposal: 'p',
      by: grace,
    });
    expect(s.summary().requirements.find(({ id }) => id === 'address')).toMatchObject({
      status: 'waived',
      waiver: { by: ada, confirmedBy: grace, reason: 'known customer' },
    });
  });
});

describe('time', () => {
  it('asks again for a document that grows too old while the dossier is open', () => {
    const s = story().give('address', { kind: 'utility-bill', issuedOn: '2026-03-01' });
    const [timer, dueAt] =
      Object.entries(s.dossier.timers).find(([name]) => name.startsWith('validity:')) ?? [];
    expect(dueAt).toBe('2026-05-30T22:00:00.000Z'); // midnight in Paris after the 90th day
    s.tell({ type: 'timer-fired', timer: timer as string, at: dueAt as Timestamp });
    expect(s.status('address')).toBe('expired');
    expect(s.summary().nextStep.code).toBe('dossier-state/renew');
  });

  it('refuses a timer that fires early, and ignores one that was cancelled', () => {
    const s = story();
    expect(s.try({ type: 'timer-fired', timer: 'expire' })).toMatchObject({
      error: { code: 'dossier-state/timer-not-due', params: { dueAt: '2026-08-02T08:00:00.000Z' } },
    });
    expect(s.try({ type: 'timer-fired', timer: 'archive' })).toMatchObject({ value: { applied: false } });
  });

  it('expires a silent dossier, takes it up again, and archives it in the end', () => {
    const s = story().tell({ type: 'timer-fired', timer: 'expire', at: timestamp('2026-08-02T08:00:00Z') });
    expect(s.dossier.state).toBe('expired');
    s.tell({ type: 'resumed', by: { id: 'c', kind: 'customer' } });
    expect(s.dossier).toMatchObject({ state: 'opened', deadline: '2026-10-31T08:00:00.000Z' });
    s.tell({ type: 'timer-fired', timer: 'expire', at: timestamp('2026-10-31T08:00:00Z') });
    s.tell({ type: 'timer-fired', timer: 'archive', at: timestamp('2027-01-01T00:00:00Z') });
    expect(s.dossier).toMatchObject({ state: 'archived', timers: {} });
  });

  it('gives the customer time when our own review took until after the deadline', () => {
    const s = story({ borrowers: 1 }).giveAll();
    const late = timestamp('2026-09-01T08:00:00Z');
    const address = s.dossier.submissions.find(({ requirement }) => requirement === 'address')?.id as string;
    s.tell({
      type: 'reviewed',
      submission: address,
      outcome: 'redo',
      by: ada,
      reason: 'other name',
      at: late,
    });
    expect(s.dossier).toMatchObject({ state: 'awaiting-customer', deadline: '2026-09-15T08:00:00.000Z' });
  });

  it('re-opens after a year and asks again for what has to be verified again', () => {
    const s = story({ amount: 500 }, sampleProduct({ signature: false })).giveAll();
    s.tell({ type: 'proposed', proposal: 'p', by: ada, what: { matter: 'approve', reason: 'fine' } });
    s.tell({ type: 'activated', by: ada });
    s.tell({ type: 'timer-fired', timer: 'reverify', at: timestamp('2027-05-04T08:00:00Z') });
    expect(s.dossier).toMatchObject({ state: 'reopened', cycle: 2 });
    expect(s.summary().missing.map(({ id }) => id)).toEqual(['identity:borrower-1', 'address']);
    s.give('identity:borrower-1', { kind: 'passport' });
    s.give('address', { kind: 'utility-bill', issuedOn: '2027-04-20' });
    s.tell({ type: 'proposed', proposal: 'r', by: ada, what: { matter: 'approve', reason: 'fine' } });
    expect(s.dossier.state).toBe('active');
  });

  it('hands a check that never answers to a person', () => {
    const s = story().tell({ type: 'handed-in', submission: 'a', requirement: 'address' });
    s.tell({ type: 'timer-fired', timer: 'check:a', at: timestamp('2026-05-05T08:00:00Z') });
    expect(s.status('address')).toBe('in-review');
  });

  it('never goes back, even if a clock does', () => {
    const s = story().tell({
      type: 'answers-given',
      answers: { amount: 1 },
      at: timestamp('2020-01-01T00:00:00Z'),
    });
    expect(s.dossier.at).toBe(MORNING);
  });
});

describe('deliveries', () => {
  it('holds a report that arrives before its document', () => {
    const s = story().tell({
      type: 'report-received',
      submission: 'a',
      report: sampleReport('accept', MORNING),
    });
    s.tell({ type: 'handed-in', submission: 'a', requirement: 'identity:borrower-1' });
    expect(s.status('identity:borrower-1')).toBe('accepted');
  });

  it('lets the later report of a check count, whichever comes first', () => {
    const s = story().tell({ type: 'handed-in', submission: 'a', requirement: 'identity:borrower-1' });
    const later = sampleReport('reject', timestamp('2026-05-04T10:00:00Z'));
    s.tell({ type: 'report-received', submission: 'a', report: later });
    s.tell({ type: 'report-received', submission: 'a', report: sampleReport('accept', MORNING) });
    expect(s.status('identity:borrower-1')).toBe('to-redo');
  });

  it.each([
    [{ type: 'no-such-event' }, 'unknown-event'],
    [{ type: 'handed-in' }, 'event-invalid'],
    [null, 'unknown-event'],
    ['handed-in', 'unknown-event'],
    [{ type: 'handed-in', submission: 'a', requirement: 'nothing' }, 'unknown-requirement'],
    [{ type: 'taken-back', submission: 'a' }, 'unknown-submission'],
    [{ type: 'answers-given', answers: { employment: 'king' } }, 'answer-invalid'],
    [{ type: 'answers-given', answers: { '__proto__.employment': 'employee' } }, 'answer-invalid'],
    [{ type: 'contract-signed' }, 'not-now'],
  ])('%j is refused as %s', (body, code) => {
    const { dossier, product } = story();
    const event = typeof body === 'object' && body ? { id: 'x', at: MORNING, ...body } : body;
    const result = applyEvent(dossier, event as DossierEvent, { product });
    expect(result).toMatchObject({ ok: false, error: { code: `dossier-state/${code}` } });
  });
});
