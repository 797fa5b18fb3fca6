import { money, plainDate, renderMessage, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.js';
import type { CaseEvent, ClaimCase, ContactCustomer, DossierCase } from './contact-case.js';
import { explainStep } from './explain-step.js';
import { messages } from './messages/index.js';
import { planContacts } from './plan-contacts.js';
import { type DunningPolicyInput, defineDunningPolicy } from './policy.js';
import { timelineOf } from './timeline.js';

const calendar = createCalendar({
  zone: 'Europe/Berlin',
  country: 'DE',
  region: 'BY',
  fromYear: 2025,
  toYear: 2028,
});
const all = { reachable: true };
const customer: ContactCustomer = {
  id: 'k-1',
  channels: { email: all, sms: all, letter: all, phone: all },
};

const base: DunningPolicyInput = {
  id: 'standard',
  version: '2026-01',
  ladders: [
    {
      id: 'dossier',
      when: { kind: 'dossier' },
      steps: [
        { id: 'nudge', days: 2, channels: ['sms', 'email'], template: 'dossier-nudge' },
        { id: 'reminder', days: 7, channels: ['email', 'letter'], template: 'dossier-reminder' },
        { id: 'call', days: 14, channels: ['phone'], template: 'dossier-call', optional: true },
      ],
    },
    {
      id: 'claim',
      steps: [
        { id: 'reminder', days: 3, channels: ['email'], template: 'claim-reminder', deadlineDays: 7 },
        { id: 'warning', days: 17, kind: 'warning', channels: ['letter'], template: 'claim-warning' },
        {
          id: 'block',
          days: 31,
          kind: 'measure',
          channels: ['letter'],
          template: 'block',
          graceDays: 10,
        },
      ],
    },
  ],
};
const policy = defineDunningPolicy(base);

const dossier = (events: readonly CaseEvent[] = []): DossierCase => ({
  kind: 'dossier',
  id: 'd-1',
  customer,
  stoppedOn: plainDate('2026-06-01'),
  missing: ['income', 'identity'],
  events,
});
const claim = (events: readonly CaseEvent[] = []): ClaimCase => ({
  kind: 'claim',
  id: 'c-1',
  customer,
  due: plainDate('2026-06-01'),
  outstanding: money(100_00, 'EUR'),
  events,
});
const plan = (item: DossierCase | ClaimCase, at: string, used = policy) =>
  planContacts(item, used, { at: timestamp(at), calendar });
const outline = (item: DossierCase | ClaimCase, at: string, used = policy) =>
  plan(item, at, used).value.steps.map(
    ({ step, status, contacts }) =>
      `${step} ${status} ${contacts.map(({ channel, earliest }) => `${channel} ${earliest.local}`).join()}`,
  );

describe('an incomplete dossier', () => {
  it('is reminded step by step, never on a holiday', () => {
    // 2026-06-03 is a Wednesday, 06-08 a Monday; the day after 06-03 is Corpus Christi.
    expect(outline(dossier(), '2026-06-01T18:00:00Z')).toEqual([
      'nudge planned sms 2026-06-03T09:00',
      'reminder planned email 2026-06-08T09:00',
      'call planned phone 2026-06-15T09:00',
    ]);
  });

  it('says why, and what would change it', () => {
    const { value } = plan(dossier(), '2026-06-01T18:00:00Z');
    expect(explainStep(value, 'nudge', 'en')?.why).toEqual([
      'Planned 2 days after the customer’s last step: 3 June 2026.',
      'By text message.',
    ]);
  });

  it('starts the waiting time again when a part is handed in, and ends when all is', () => {
    const received = (item: string, at: string): CaseEvent => ({
      type: 'item-received',
      item,
      at: timestamp(at),
    });
    const one = dossier([received('income', '2026-06-02T10:00:00Z')]);
    expect(outline(one, '2026-06-02T18:00:00Z')[0]).toBe('nudge planned sms 2026-06-05T09:00');
    const both = dossier([
      received('income', '2026-06-02T10:00:00Z'),
      received('identity', '2026-06-02T11:00:00Z'),
    ]);
    expect(outline(both, '2026-06-02T18:00:00Z')).toEqual([
      'nudge stopped ',
      'reminder stopped ',
      'call stopped ',
    ]);
  });

  it('has its past and future in one list', () => {
    const at = timestamp('2026-06-03T10:00:00Z');
    const item = dossier([
      { type: 'sent', step: 'nudge', channel: 'sms', at: timestamp('2026-06-03T07:00:00Z') },
    ]);
    const lines = timelineOf(item, planContacts(item, policy, { at, calendar }).value, {
      calendar,
      at,
      locale: 'en',
    });
    expect(lines.map(({ when, time, text }) => `${when} ${time?.local} ${text}`)).toEqual([
      'past 2026-06-03T09:00 We wrote to you by text message.',
      'next 2026-06-08T09:00 We will remind you by e-mail, unless it is settled before.',
      'later 2026-06-15T09:00 We will remind you by phone, unless it is settled before.',
    ]);
  });
});

describe('a claim', () => {
  it('escalates only after delivery, deadline and grace period', () => {
    expect(outline(claim(), '2026-06-01T18:00:00Z')).toEqual([
      'reminder planned email 2026-06-05T09:00',
      'warning planned letter 2026-06-19T09:00',
      'block planned letter 2026-07-06T09:00',
    ]);
  });

  it('does not go on while it is not known whether the step before arrived', () => {
    const needsProof = defineDunningPolicy({
      ...base,
      channels: { letter: { presumedDeliveredDays: null } },
    });
    const sent: CaseEvent[] = [
      { type: 'sent', step: 'reminder', channel: 'email', at: timestamp('2026-06-05T07:00:00Z') },
      { type: 'sent', step: 'warning', channel: 'letter', at: timestamp('2026-06-19T07:00:00Z') },
    ];
    expect(outline(claim(sent), '2027-01-01T07:00:00Z', needsProof)[2]).toBe('block waiting ');
    const delivered: CaseEvent[] = [
      ...sent,
      { type: 'delivered', step: 'warning', channel: 'letter', at: timestamp('2026-06-29T07:00:00Z') },
    ];
    expect(outline(claim(delivered), '2026-06-30T07:00:00Z', needsProof)[2]).toBe(
      'block planned letter 2026-07-10T09:00',
    );
  });

  it('tries a bounced step over another channel', () => {
    const two = defineDunningPolicy({
      ...base,
      ladders: [
        { id: 'l', steps: [{ id: 'reminder', days: 3, channels: ['email', 'letter'], template: 't' }] },
      ],
    });
    const bounced: CaseEvent[] = [
      { type: 'sent', step: 'reminder', channel: 'email', at: timestamp('2026-06-05T07:00:00Z') },
      { type: 'bounced', step: 'reminder', channel: 'email', at: timestamp('2026-06-05T07:01:00Z') },
    ];
    expect(outline(claim(bounced), '2026-06-05T08:00:00Z', two)).toEqual([
      'reminder due letter 2026-06-05T10:00',
    ]);
  });

  it.each<[string, CaseEvent, string]>([
    [
      'payment',
      {
        type: 'payment',
        at: timestamp('2026-06-02T08:00:00Z'),
        amount: money(100_00, 'EUR'),
        outstanding: money(0, 'EUR'),
      },
      'stopped',
    ],
    ['dispute', { type: 'dispute', at: timestamp('2026-06-02T08:00:00Z') }, 'held'],
    ['hold', { type: 'hold', at: timestamp('2026-06-02T08:00:00Z') }, 'held'],
    ['complaint', { type: 'complaint', at: timestamp('2026-06-02T08:00:00Z') }, 'held'],
    ['insolvency', { type: 'stopped', why: 'insolvency', at: timestamp('2026-06-02T08:00:00Z') }, 'stopped'],
  ])('is left alone after %s', (_, event, status) => {
    const report = plan(claim([event]), '2026-06-20T08:00:00Z');
    expect(report.value.steps[0]?.status).toBe(status);
    expect(report.value.next).toEqual([]);
  });

  it('waits for a promise, and goes on when it is broken', () => {
    const promise: CaseEvent = {
      type: 'promise',
      at: timestamp('2026-06-02T08:00:00Z'),
      until: plainDate('2026-06-15'),
      amount: money(100_00, 'EUR'),
    };
    expect(outline(claim([promise]), '2026-06-05T08:00:00Z')[0]).toBe(
      'reminder planned email 2026-06-18T09:00',
    );
    const broken = plan(claim([promise]), '2026-06-18T08:00:00Z').value;
    expect(broken.steps[0]?.status).toBe('due');
    expect(explainStep(broken, 'reminder', 'en')?.why).toContain(
      'The payment promised for 15 June 2026 has not come.',
    );
  });
});

describe('bad input', () => {
  it('is a finding, and changes nothing', () => {
    const report = plan(
      claim([
        { type: 'dispute', at: timestamp('2030-01-01T00:00:00Z') },
        {
          type: 'payment',
          at: timestamp('2026-06-02T08:00:00Z'),
          amount: money(1, 'USD'),
          outstanding: money(0, 'USD'),
        },
        { type: 'nonsense', at: timestamp('2026-06-02T08:00:00Z') } as never,
        { type: 'sent', step: 'elsewhere', channel: 'email', at: timestamp('2026-06-02T08:00:00Z') },
      ]),
      '2026-06-03T08:00:00Z',
    );
    expect(report.findings.map(({ code }) => code)).toEqual([
      'dunning-scheduler/event-from-future',
      'dunning-scheduler/amount-unusable',
      'dunning-scheduler/event-unreadable',
      'dunning-scheduler/event-unknown-step',
      'dunning-scheduler/within-limits',
    ]);
    expect(report.value.steps[0]?.status).toBe('planned');
    expect(report.verdict).toBe('review');
  });

  it('never throws for a case that cannot be planned', () => {
    const broken = { ...claim(), due: 'tomorrow', outstanding: { amountMinor: Number.NaN, currency: 'EUR' } };
    const report = plan(broken as never, '2026-06-03T08:00:00Z');
    expect(report.verdict).toBe('reject');
    expect(report.value.steps).toEqual([]);
  });

  it.each<[string, DunningPolicyInput['ladders'][number]['steps'], string]>([
    [
      'a cycle',
      [
        { id: 'a', days: 1, channels: ['sms'], template: 't' },
        { id: 'a', days: 2, channels: ['sms'], template: 't' },
      ],
      'comes twice',
    ],
    [
      'a measure without warning',
      [{ id: 'a', days: 1, kind: 'measure', graceDays: 5, channels: ['letter'], template: 't' }],
      'warning',
    ],
    ['no channel', [{ id: 'a', days: 1, channels: [], template: 't' }], 'channels'],
    ['half a day', [{ id: 'a', days: 0.5, channels: ['sms'], template: 't' }], 'days'],
    ['a time no clock shows', [{ id: 'a', days: 1, at: '25:00', channels: ['sms'], template: 't' }], 'at'],
  ])('refuses a policy with %s', (_, steps, what) => {
    expect(() => defineDunningPolicy({ id: 'p', version: '1', ladders: [{ id: 'l', steps }] })).toThrow(what);
  });

  it('speaks every language', () => {
    const finding = {
      code: 'dunning-scheduler/unreachable',
      params: { step: 'a', channels: ['sms', 'email'] },
    };
    expect(renderMessage(messages, finding, 'fr').text).toBe(
      'Le client ne peut être joint par SMS ou e-mail.',
    );
    expect(renderMessage(messages, finding, 'ar').direction).toBe('rtl');
  });
});
