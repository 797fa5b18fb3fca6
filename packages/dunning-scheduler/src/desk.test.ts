import { money, plainDate, timestamp } from '@dossierkit/core';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.js';
import { selectCallList } from './call-list.js';
import type { CaseEvent, ClaimCase } from './contact-case.js';
import { drawComparison } from './draw-comparison.js';
import { formatCallListCsv } from './format-call-list.js';
import { planContacts } from './plan-contacts.js';
import { planCustomer } from './plan-customer.js';
import { planRows } from './plan-rows.js';
import { defineDunningPolicy } from './policy.js';
import { statutoryPresets } from './presets.js';
import { settleUnfinished } from './settle-unfinished.js';
import { simulatePolicy } from './simulate-policy.js';
import { createMemoryPlanStore, planStoreContract } from './testing.js';
import { formatCallListXlsx } from './xlsx.js';

const calendar = createCalendar({ zone: 'Europe/Berlin', country: 'DE', fromYear: 2026, toYear: 2027 });
const reachable = { reachable: true };
const claim = (
  id: string,
  minor: number,
  events: readonly CaseEvent[] = [],
  due = '2026-06-01',
): ClaimCase => ({
  kind: 'claim',
  id,
  customer: { id: 'k', segment: 'consumer', channels: { email: reachable, phone: reachable } },
  due: plainDate(due),
  outstanding: money(minor, 'EUR'),
  events,
});
const policy = defineDunningPolicy({
  id: 'gentle',
  version: '1',
  ladders: [
    {
      id: 'l',
      steps: [
        { id: 'mail', days: 5, channels: ['email'], template: 't' },
        { id: 'mail-2', days: 12, channels: ['email'], template: 't' },
      ],
    },
  ],
  caps: [{ id: 'weekly', max: 1, days: 7 }],
});
const at = timestamp('2026-06-20T08:00:00Z');

describe('bundling', () => {
  it('puts what is near together, at the time of the last', () => {
    const cases = [claim('a', 100), claim('b', 200, [], '2026-06-02'), claim('c', 300, [], '2026-06-29')];
    const { next } = planCustomer(cases, policy, { at: timestamp('2026-06-02T08:00:00Z'), calendar });
    expect(
      next.map(({ earliest, about }) => [earliest.local, about.map(({ caseId }) => caseId).join()]),
    ).toEqual([
      ['2026-06-08T09:00', 'a,b'],
      ['2026-07-04T09:00', 'c'],
    ]);
  });

  it('holds caps over all cases of the customer', () => {
    const cases = [claim('a', 100), claim('b', 200, [], '2026-06-05')];
    const { next } = planCustomer(cases, policy, { at: timestamp('2026-06-02T08:00:00Z'), calendar });
    expect(next.map(({ earliest }) => earliest.local)).toEqual(['2026-06-06T09:00', '2026-06-13T09:00']);
  });

  it('counts what one case has behind it for the others, also where only its delivery is known', () => {
    const delivered: CaseEvent = {
      type: 'delivered',
      step: 'mail',
      channel: 'email',
      at: timestamp('2026-06-06T08:00:00Z'),
    };
    const cases = [claim('a', 100, [delivered]), claim('b', 200, [], '2026-06-02')];
    const { next } = planCustomer(cases, policy, { at: timestamp('2026-06-07T08:00:00Z'), calendar });
    expect(next[0]?.earliest.local).toBe('2026-06-13T09:00');
  });
});

describe('call list', () => {
  const paid: CaseEvent = {
    type: 'payment',
    at: timestamp('2026-06-10T08:00:00Z'),
    amount: money(900, 'EUR'),
    outstanding: money(0, 'EUR'),
  };
  const silent: CaseEvent = {
    type: 'sent',
    step: 'mail',
    channel: 'email',
    at: timestamp('2026-06-06T08:00:00Z'),
  };
  const cases = [
    claim('small', 10_00, [silent]),
    claim('paid', 900_00, [silent, paid]),
    claim('=large', 500_00, [silent]),
    claim('new', 700_00, [], '2026-06-19'),
  ];
  const options = { at, policy, calendarOf: calendar, locale: 'en' } as const;
  const list = selectCallList(cases, { ageDaysAtLeast: 10, failedChannels: ['email'] }, options);

  it('has whom it should, the largest first', () => {
    expect(list.map(({ caseId, from }) => [caseId, from.local])).toEqual([
      ['=large', '2026-06-20T10:00'],
      ['small', '2026-06-20T10:00'],
    ]);
    expect(list[0]?.talkingPoints).toContain('€500.00 are open since 1 June 2026.');
  });

  it('is a CSV that no spreadsheet runs', () => {
    const [head, first] = formatCallListCsv(list).split('\r\n');
    expect(head).toMatch(/^case,customer,segment/);
    expect(first).toMatch(/^'=large,k,consumer,19,500,EUR/);
  });

  it('is a workbook', async () => {
    const files = unzipSync(await formatCallListXlsx(list));
    const text = new TextDecoder().decode(files['xl/sharedStrings.xml'] ?? files['xl/worksheets/sheet1.xml']);
    expect(text).toContain('=large');
    expect(new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])).not.toContain('<f>');
  });

  it('takes the outcome of a call back as an event', () => {
    const called: CaseEvent = { type: 'called', outcome: 'conversation', at };
    const quiet = { ...policy, channels: { ...policy.channels, ...presetPhone() } };
    const again = selectCallList([claim('a', 500_00, [called])], {}, { ...options, policy: quiet });
    expect(again[0]?.from.local).toBe('2026-06-27T09:00');
  });
});

function presetPhone() {
  return { phone: { ...policy.channels.phone, ...statutoryPresets.US.channels.phone } };
}

describe('statutory presets', () => {
  it('fit into a policy', () => {
    for (const { channels, caps, sources } of Object.values(statutoryPresets)) {
      expect(() => defineDunningPolicy({ ...policy, channels, caps })).not.toThrow();
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('keep Reg F: seven calls in seven days, and quiet after a conversation', () => {
    const { channels, caps } = statutoryPresets.US;
    const calls = defineDunningPolicy({
      id: 'us',
      version: '1',
      ladders: [{ id: 'l', steps: [{ id: 'call', days: 1, channels: ['phone'], template: 't' }] }],
      channels,
      caps,
    });
    const tries = Array.from(
      { length: 7 },
      (_, index): CaseEvent => ({
        type: 'called',
        outcome: 'no-answer',
        at: timestamp(`2026-06-1${index}T10:00:00Z`),
      }),
    );
    const plan = planContacts(claim('a', 100, tries), calls, {
      at: timestamp('2026-06-16T12:00:00Z'),
      calendar,
    });
    expect(plan.value.next[0]?.earliest.local).toBe('2026-06-17T09:00');
  });
});

describe('simulation', () => {
  const population = Array.from({ length: 200 }, (_, index) => claim(`c${index}`, 100_00));
  const options = {
    calendar,
    from: plainDate('2026-06-01'),
    days: 60,
    model: { perContact: { email: 0.3, phone: 0.5 }, perDay: 0.005 },
    seed: 7,
  };

  it('is the same for the same seed, and better with reminders than without', () => {
    const none = defineDunningPolicy({
      id: 'none',
      version: '1',
      ladders: [{ id: 'l', steps: [{ id: 'late', days: 3000, channels: ['email'], template: 't' }] }],
    });
    const gentle = simulatePolicy(policy, population, options);
    expect(simulatePolicy(policy, population, options)).toEqual(gentle);
    expect(gentle.cured).toBeGreaterThan(simulatePolicy(none, population, options).cured);
    expect(gentle.contacts).toBe(gentle.contactsByChannel.email);
    expect(drawComparison([gentle])).toContain('gentle: ');
  });
});

describe('plan store', () => {
  it.each(planStoreContract.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    await each.run(createMemoryPlanStore());
  });

  it('settles what a crash left open by what the channel says of each key', async () => {
    const store = createMemoryPlanStore();
    const noon = timestamp('2026-06-08T12:00:00Z');
    const row = (caseId: string) => ({
      key: `${caseId}/mail/email/0`,
      caseId,
      step: 'mail',
      channel: 'email' as const,
      shard: 0,
      due: timestamp('2026-06-08T08:00:00Z'),
      until: timestamp('2026-06-08T18:00:00Z'),
    });
    await store.replace(
      ['took-it', 'never-saw-it', 'cannot-tell'].map((id) => ({ caseId: id, rows: [row(id)] })),
    );
    const range = { fromShard: 0, toShard: 1024, now: noon, leaseUntil: timestamp('2026-06-08T12:05:00Z') };
    await store.claim({ ...range, limit: 10, begin: true });
    const later = timestamp('2026-06-08T13:00:00Z');
    const ends = await settleUnfinished(store, {
      before: later,
      at: later,
      wasSent: async ({ caseId }) => (caseId === 'cannot-tell' ? undefined : caseId === 'took-it'),
    });
    expect(ends.map(({ outcome }) => outcome)).toEqual(['sent', 'failed', 'unknown']);
    const again = await store.claim({ ...range, now: later, leaseUntil: later, limit: 10 });
    expect(again.map(({ caseId, claim }) => [caseId, claim])).toEqual([['never-saw-it', 2]]);
  });

  it('keeps the next contacts of a plan', () => {
    const plan = planContacts(claim('a', 100), policy, { at, calendar }).value;
    expect(planRows(plan)).toMatchObject({
      caseId: 'a',
      rows: [{ key: 'a/mail/email/0', caseId: 'a', step: 'mail', channel: 'email' }],
    });
  });
});
