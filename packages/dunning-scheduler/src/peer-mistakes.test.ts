import { money, plainDate, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.js';
import { selectCallList } from './call-list.js';
import type { CaseEvent, ClaimCase } from './contact-case.js';
import { formatCallListCsv } from './format-call-list.js';
import { planContacts } from './plan-contacts.js';
import { type DunningPolicyInput, defineDunningPolicy } from './policy.js';
import { hoursOn, WEEKDAYS } from './weekly-hours.js';

const years = { fromYear: 2025, toYear: 2028 };
const berlin = createCalendar({ zone: 'Europe/Berlin', country: 'DE', ...years });
const reachable = { reachable: true };
const claim = (events: readonly CaseEvent[] = []): ClaimCase => ({
  kind: 'claim',
  id: 'c',
  customer: { id: 'k', channels: { email: reachable, letter: reachable, phone: reachable } },
  due: plainDate('2026-06-01'),
  outstanding: money(100_00, 'EUR'),
  events,
});
const steps: DunningPolicyInput['ladders'][number]['steps'] = [
  { id: 'first', days: 7, channels: ['email'], template: 't', fee: { code: 'fee', amountMinor: 100 } },
  {
    id: 'warning',
    days: 21,
    kind: 'warning',
    channels: ['letter'],
    template: 't',
    fee: { code: 'fee', amountMinor: 100 },
  },
  { id: 'block', days: 35, kind: 'measure', graceDays: 10, channels: ['letter'], template: 't' },
];
const policy = defineDunningPolicy({ id: 'p', version: '1', ladders: [{ id: 'l', steps }] });
const plan = (events: readonly CaseEvent[], at: string, calendar = berlin, used = policy) =>
  planContacts(claim(events), used, { at: timestamp(at), calendar }).value;
const sent = (step: string, at: string): CaseEvent => ({
  type: 'sent',
  step,
  channel: step === 'first' ? 'email' : 'letter',
  at: timestamp(at),
});

describe('mistakes seen elsewhere are not made here', () => {
  it('four e-mails for two attempts: one step is one contact, whatever reports come back', () => {
    const events: CaseEvent[] = [sent('first', '2026-06-08T07:00:00Z')];
    for (const minute of ['01', '02', '03']) {
      const at = timestamp(`2026-06-08T07:${minute}:00Z`);
      events.push({ type: 'delivered', step: 'first', channel: 'email', at });
    }
    expect(plan(events, '2026-06-08T09:00:00Z').steps[0]?.contacts).toEqual([]);
  });

  it('from clear to blocked after a part-payment: the waiting time begins again', () => {
    const events: CaseEvent[] = [
      sent('first', '2026-06-08T07:00:00Z'),
      sent('warning', '2026-06-22T07:00:00Z'),
      {
        type: 'payment',
        at: timestamp('2026-07-10T08:00:00Z'),
        amount: money(50_00, 'EUR'),
        outstanding: money(50_00, 'EUR'),
      },
    ];
    const block = plan(events, '2026-07-10T09:00:00Z').steps[2];
    expect(block?.status).toBe('planned');
    expect(block?.contacts[0]?.earliest.local).toBe('2026-07-24T09:00');
  });

  it('a new debt after an old one was paid starts at the first step', () => {
    const events: CaseEvent[] = [
      sent('first', '2026-06-08T07:00:00Z'),
      sent('warning', '2026-06-22T07:00:00Z'),
      {
        type: 'payment',
        at: timestamp('2026-06-25T08:00:00Z'),
        amount: money(100_00, 'EUR'),
        outstanding: money(0, 'EUR'),
      },
      { type: 'chargeback', at: timestamp('2026-07-01T08:00:00Z'), outstanding: money(100_00, 'EUR') },
    ];
    const after = plan(events, '2026-07-02T09:00:00Z');
    expect(after.steps.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned']);
    expect(after.next[0]?.earliest.local).toBe('2026-07-08T09:00');
  });

  it('Friday for “Thursday, Tokyo”: weekdays are the customer’s', () => {
    const tokyo = createCalendar({ zone: 'Asia/Tokyo', hours: hoursOn(['thu'], '09:00', '12:00'), ...years });
    // Wednesday evening in UTC is Thursday morning in Tokyo.
    expect(tokyo.nextOpen(timestamp('2026-06-03T20:00:00Z'))).toBe('2026-06-04T00:00:00.000Z');
    expect(tokyo.localTime(timestamp('2026-06-04T00:00:00Z')).local).toBe('2026-06-04T09:00');
  });

  it('daylight saving ignored: nine o’clock stays nine o’clock', () => {
    const due = { ...claim(), due: plainDate('2026-03-22') };
    const { next } = planContacts(due, policy, {
      at: timestamp('2026-03-27T00:00:00Z'),
      calendar: berlin,
    }).value;
    expect(next[0]?.earliest).toEqual({
      at: '2026-03-30T07:00:00.000Z',
      local: '2026-03-30T09:00',
      zone: 'Europe/Berlin',
    });
  });

  it('sent anyway when every day is closed: never, and a finding', () => {
    const never = createCalendar({ zone: 'UTC', hours: {}, ...years });
    const report = planContacts(claim(), policy, { at: timestamp('2026-06-08T07:00:00Z'), calendar: never });
    expect(report.value.next).toEqual([]);
    expect(report.value.steps[0]?.status).toBe('never');
    expect(report.findings.map(({ code }) => code)).toContain('dunning-scheduler/no-open-time');
  });

  it('whoever fell into a missed run is forgotten: a due step stays due', () => {
    expect(plan([], '2026-12-01T10:00:00Z').steps[0]?.status).toBe('due');
    expect(plan([], '2027-12-01T10:00:00Z').steps[0]?.status).toBe('due');
  });

  it('one opening after a closed day is not the minute its hours begin, but the usual time', () => {
    const weekdays = createCalendar({
      zone: 'Asia/Tokyo',
      hours: hoursOn(WEEKDAYS.slice(0, 5), '08:00', '23:59'),
      ...years,
    });
    const { next } = plan([], '2026-06-13T09:13:00Z', weekdays);
    expect(next[0]?.earliest.local).toBe('2026-06-15T09:00');
  });

  it('a fee with every reminder: it is charged with the first only', () => {
    expect(plan([], '2026-06-02T07:00:00Z').steps.map(({ fee }) => fee?.code)).toEqual([
      'fee',
      undefined,
      undefined,
    ]);
  });

  it('the lead time of a letter forgotten: the deadline counts from its delivery, and ends on a working day', () => {
    const used = defineDunningPolicy({
      id: 'p',
      version: '1',
      ladders: [
        { id: 'l', steps: [{ id: 'a', days: 7, channels: ['letter'], template: 't', deadlineDays: 10 }] },
      ],
    });
    // Sent on Monday, 8 June; there by Friday, 12 June; ten days later is Monday, 22 June.
    expect(plan([], '2026-06-02T07:00:00Z', berlin, used).steps[0]?.deadline).toBe('2026-06-22');
  });

  it('the letter forgotten because the e-mail of the same step was sent: each channel counts by itself', () => {
    const used = defineDunningPolicy({
      id: 'p',
      version: '1',
      ladders: [
        {
          id: 'l',
          steps: [
            { id: 'first', days: 7, channels: ['email', 'letter'], deliver: 'all', template: 't' },
            { id: 'second', days: 21, channels: ['email'], template: 't' },
          ],
        },
      ],
    });
    const before = plan([], '2026-06-08T06:00:00Z', berlin, used);
    expect(before.next.map(({ key }) => key)).toEqual(['c/first/email/0', 'c/first/letter/0']);
    // The sender stopped between the two.
    const between = plan([sent('first', '2026-06-08T07:00:00Z')], '2026-06-08T07:05:00Z', berlin, used);
    expect(between.steps.map(({ status }) => status)).toEqual(['due', 'planned']);
    expect(between.next.map(({ key }) => key)).toEqual(['c/first/letter/0']);
    const letter = { ...sent('first', '2026-06-08T07:06:00Z'), channel: 'letter' } as CaseEvent;
    const after = plan([sent('first', '2026-06-08T07:00:00Z'), letter], '2026-06-08T08:00:00Z', berlin, used);
    expect(after.steps.map(({ status }) => status)).toEqual(['sent', 'planned']);
  });

  it('the reminder of a new delay taken for the one that was sent in the old: it has a key of its own', () => {
    const events: CaseEvent[] = [
      sent('first', '2026-06-08T07:00:00Z'),
      {
        type: 'payment',
        at: timestamp('2026-06-09T08:00:00Z'),
        amount: money(100_00, 'EUR'),
        outstanding: money(0, 'EUR'),
      },
      { type: 'chargeback', at: timestamp('2026-07-01T08:00:00Z'), outstanding: money(100_00, 'EUR') },
    ];
    expect(plan([], '2026-06-02T07:00:00Z').next[0]?.key).toBe('c/first/email/0');
    expect(plan(events, '2026-07-02T09:00:00Z').next[0]?.key).toBe('c/first/email/1');
  });
});

describe('what users asked for elsewhere', () => {
  const paid = (minor: number): CaseEvent => ({
    type: 'payment',
    at: timestamp('2026-06-10T08:00:00Z'),
    amount: money(100_00 - minor, 'EUR'),
    outstanding: money(minor, 'EUR'),
  });
  const at = '2026-06-11T09:00:00Z';

  it('no reminder after payment', () => {
    expect(plan([paid(0)], at).steps.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('a hold, with or without an end', () => {
    const on = (until?: string): CaseEvent => ({
      type: 'hold',
      at: timestamp('2026-06-10T08:00:00Z'),
      ...(until === undefined ? {} : { until: plainDate(until) }),
    });
    expect(plan([on()], at).next).toEqual([]);
    expect(plan([on('2026-07-31')], at).next[0]?.earliest.local).toBe('2026-08-01T09:00');
  });

  it('a part-dispute pauses all, or goes on with the rest where the policy says so', () => {
    const dispute: CaseEvent = {
      type: 'dispute',
      at: timestamp('2026-06-10T08:00:00Z'),
      undisputed: money(60_00, 'EUR'),
    };
    expect(plan([dispute], at).next).toEqual([]);
    const goesOn = defineDunningPolicy({
      id: 'p',
      version: '1',
      partDispute: 'continue',
      ladders: [{ id: 'l', steps }],
    });
    expect(plan([dispute], at, berlin, goesOn).next).toHaveLength(1);
  });

  it('a promise to pay: nothing until its day and the bank’s days are over', () => {
    const promise: CaseEvent = {
      type: 'promise',
      at: timestamp('2026-06-10T08:00:00Z'),
      amount: money(100_00, 'EUR'),
      until: plainDate('2026-06-26'),
    };
    expect(plan([promise], at).next[0]?.earliest.local).toBe('2026-06-29T09:00');
    expect(plan([promise, paid(0)], at).next).toEqual([]);
  });

  it('a new deadline with each reminder', () => {
    const used = defineDunningPolicy({
      id: 'p',
      version: '1',
      ladders: [
        {
          id: 'l',
          steps: [
            { id: 'a', days: 7, channels: ['email'], template: 't', deadlineDays: 7 },
            { id: 'b', days: 21, channels: ['email'], template: 't', deadlineDays: 7 },
          ],
        },
      ],
    });
    const deadlines = plan([], '2026-06-02T07:00:00Z', berlin, used).steps.map(({ deadline }) => deadline);
    expect(deadlines).toEqual(['2026-06-16', '2026-06-30']);
  });

  it('holidays by region: Corpus Christi is one in Munich and none in Berlin', () => {
    const at = '2026-06-03T20:00:00Z';
    const due = { ...claim(), due: plainDate('2026-05-28') };
    const first = (region: string): string | undefined => {
      const calendar = createCalendar({ zone: 'Europe/Berlin', country: 'DE', region, ...years });
      return planContacts(due, policy, { at: timestamp(at), calendar }).value.next[0]?.earliest.local;
    };
    expect([first('BY'), first('BE')]).toEqual(['2026-06-05T09:00', '2026-06-04T09:00']);
  });

  it('a phone step whose calls are exported as a list', () => {
    const used = defineDunningPolicy({
      id: 'p',
      version: '1',
      ladders: [{ id: 'l', steps: [{ id: 'call', days: 7, channels: ['phone'], template: 't' }] }],
    });
    const options = { at: timestamp(at), policy: used, calendarOf: berlin, locale: 'en' } as const;
    const [entry, ...others] = selectCallList([claim()], { callIsNext: true }, options);
    expect([entry?.caseId, others]).toEqual(['c', []]);
    expect(formatCallListCsv(entry ? [entry] : []).split('\r\n')[1]).toMatch(/^c,k,/);
  });
});
