import assert from 'node:assert/strict';
import { addDays, daysBetween, type PlainDate, plainDateAt, type Timestamp } from '@dossierkit/core';
import fc from 'fast-check';
import {
  type ContactCase,
  type ContactPlan,
  type CustomerPlan,
  channelOfRow,
  type DunningPolicy,
  planContacts,
  planCustomer,
  planMany,
  WEEKDAYS,
  type WeeklyHours,
} from '../src/index.js';
import { closedPlace, contactCase, instant, type Place, place, policy } from './arbitraries.js';

/** A law that must hold for every case, policy, place and moment. */
export interface Law {
  readonly name: string;
  /** Its share of the runs. */
  readonly share: number;
  readonly property: fc.IProperty<unknown[]>;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local weekday and clock as `Intl` tells them, without the tables of the calendar. */
function localClock(at: Timestamp, zone: string): { weekday: number; minute: number } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]),
  );
  return {
    weekday: WEEKDAYS.indexOf(String(part.weekday).toLowerCase() as (typeof WEEKDAYS)[number]),
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether a local weekday and minute lie in weekly hours, windows past midnight included. */
function liesIn(hours: WeeklyHours, { weekday, minute }: { weekday: number; minute: number }): boolean {
  const own = (hours[WEEKDAYS[weekday] as 'mon'] ?? []).some(([from, to]) => {
    const [first, last] = [minutes(from), minutes(to)];
    return minute >= first && (minute <= last || last < first);
  });
  const before = (hours[WEEKDAYS[(weekday + 6) % 7] as 'mon'] ?? []).some(([from, to]) => {
    return minutes(to) < minutes(from) && minute <= minutes(to);
  });
  return own || before;
}

function plan(item: ContactCase, used: DunningPolicy, at: Timestamp, { calendar }: Place): ContactPlan {
  return planContacts(item, used, { at, calendar }).value;
}

const anything = [contactCase(), policy(), instant(), place()] as const;
/** Up to four cases of one customer. */
const customer = [
  fc.array(contactCase(), { minLength: 1, maxLength: 4 }).map((drafts) =>
    drafts.map((item, index) => {
      const { contacts: _, ...own } = item.customer;
      return { ...item, id: `case-${index}`, customer: own };
    }),
  ),
  policy(),
  instant(),
  place(),
] as const;

function checkTimes(planned: ContactPlan, used: DunningPolicy, at: Timestamp, where: Place): void {
  let last = '';
  for (const step of planned.steps) {
    for (const contact of step.contacts) {
      const when = contact.earliest.at;
      const local = localClock(when, where.zone);
      assert.ok(when >= at, 'not in the past');
      assert.ok(liesIn(where.hours, local), 'in hours');
      const own = used.channels[contact.channel].hours;
      assert.ok(!own || liesIn(own, local), 'in the hours of the channel');
      assert.ok(!where.calendar.isClosedDay(plainDateAt(when, where.zone)), 'not on a closed day');
      assert.ok(contact.latest.at >= when, 'ends after it begins');
      assert.equal(contact.earliest.local.slice(0, 10), plainDateAt(when, where.zone));
    }
    const first = step.contacts[0]?.earliest.at;
    if (first === undefined) continue;
    assert.ok(first >= last, 'steps in order');
    last = first;
  }
}

/** Counts contacts in the window that ends with each planned one. */
function checkCaps(
  planned: ContactPlan,
  item: ContactCase,
  used: DunningPolicy,
  at: Timestamp,
  where: Place,
): void {
  const past = item.events.flatMap((event) => {
    if (event.at > at) return [];
    if (event.type === 'called')
      return [{ day: plainDateAt(event.at, where.zone), channel: 'phone', own: true }];
    return event.type === 'sent'
      ? [{ day: plainDateAt(event.at, where.zone), channel: event.channel, own: true }]
      : [];
  });
  const others = (item.customer.contacts ?? [])
    .filter((contact) => contact.at <= at)
    .map((contact) => ({ day: plainDateAt(contact.at, where.zone), channel: contact.channel, own: false }));
  const all: { day: PlainDate; channel: string; own: boolean }[] = [...past, ...others];
  for (const { contacts } of planned.steps) {
    for (const { earliest, channel } of contacts) {
      const day = plainDateAt(earliest.at, where.zone);
      for (const cap of used.caps) {
        if (cap.channels && !cap.channels.includes(channel)) continue;
        const from = addDays(day, 1 - cap.days);
        const before = all.filter(
          (each) =>
            each.day >= from &&
            each.day <= day &&
            (cap.per === 'customer' || each.own) &&
            (!cap.channels || (cap.channels as string[]).includes(each.channel)),
        );
        assert.ok(before.length < cap.max, `cap ${cap.id}`);
      }
      all.push({ day, channel, own: true });
    }
  }
}

function checkLadder(planned: ContactPlan, item: ContactCase, used: DunningPolicy, at: Timestamp): void {
  const steps = used.ladders[0]?.steps ?? [];
  let blocked = false;
  const fees = new Set<string>();
  const keys = new Set<string>();
  for (const [index, step] of planned.steps.entries()) {
    const rule = steps[index];
    if (step.contacts.length > 0) assert.ok(!blocked, 'no step is skipped');
    if (['waiting', 'held', 'never', 'stopped'].includes(step.status) && !rule?.optional) blocked = true;
    if (step.fee) {
      assert.ok(!fees.has(step.fee.code), 'each fee once');
      fees.add(step.fee.code);
    }
    const sentOver = (channel: string): boolean =>
      item.events.some(
        (event) =>
          event.type === 'sent' && event.step === step.step && event.channel === channel && event.at <= at,
      );
    const failed = item.events.some(
      (event) => (event.type === 'bounced' || event.type === 'called') && event.step === step.step,
    );
    const reopened = item.events.some(({ type }) => type === 'chargeback' || type === 'item-refused');
    if (!failed && !reopened) {
      assert.ok(
        !step.contacts.some(({ channel }) => sentOver(channel)),
        'nothing is sent twice over a channel',
      );
      const isSent = rule?.channels.some(sentOver);
      if (isSent && rule?.deliver === 'first')
        assert.deepEqual(step.contacts, [], 'a sent step is not sent again');
    }
    for (const { key } of step.contacts) {
      assert.ok(!keys.has(key), 'each contact has a key of its own');
      keys.add(key);
    }
    if (rule?.kind === 'measure' && step.contacts.length > 0) checkWarned(planned, steps, index);
  }
}

function checkWarned(
  planned: ContactPlan,
  steps: DunningPolicy['ladders'][number]['steps'],
  index: number,
): void {
  const at = steps.slice(0, index).findLastIndex(({ kind }) => kind === 'warning');
  const warning = planned.steps[at];
  assert.ok(warning && (warning.status === 'sent' || warning.contacts.length > 0), 'a measure was announced');
  const day = planned.steps[index]?.contacts[0]?.earliest.local.slice(0, 10) as PlainDate;
  const given = (warning.contacts[0]?.earliest.local.slice(0, 10) ?? warning.day) as PlainDate;
  assert.ok(daysBetween(given, day) > (steps[index]?.graceDays ?? 0), 'the grace period ran');
  if (warning.deadline !== null) assert.ok(day > warning.deadline, 'the deadline passed');
}

/** Every window of every cap per customer, over the past of all cases and every planned contact. */
function checkCustomerCaps(
  { contacts }: CustomerPlan,
  items: readonly ContactCase[],
  used: DunningPolicy,
  at: Timestamp,
  { zone }: Place,
): void {
  const past = items.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.at > at || (event.type !== 'sent' && event.type !== 'called')) return [];
      return [{ day: plainDateAt(event.at, zone), channel: event.type === 'sent' ? event.channel : 'phone' }];
    }),
  );
  const planned = contacts.map(({ earliest, channel }) => ({ day: plainDateAt(earliest.at, zone), channel }));
  for (const cap of used.caps) {
    if (cap.per !== 'customer') continue;
    const counts = ({ channel }: { channel: string }): boolean =>
      !cap.channels || (cap.channels as string[]).includes(channel);
    const all = [...past, ...planned].filter(counts);
    for (const { day } of planned.filter(counts)) {
      const from = addDays(day, 1 - cap.days);
      const inWindow = all.filter((each) => each.day >= from && each.day <= day).length;
      const before = past.filter(counts).filter((each) => each.day >= from && each.day <= day).length;
      // What is past may have been too much already; nothing is added to that.
      assert.ok(inWindow <= Math.max(cap.max, before), `cap ${cap.id} over all cases`);
    }
  }
}

/** What holds everything back while it lasts. */
function isPaused(item: ContactCase, at: Timestamp): boolean {
  const past = item.events.filter(
    (event) => event.at <= at && !('amount' in event && item.kind === 'dossier'),
  );
  const sorted = [...past].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = (a: string, b: string): string | undefined =>
    sorted.findLast(({ type }) => type === a || type === b)?.type;
  return (
    last('dispute', 'dispute-closed') === 'dispute' ||
    last('hold', 'hold-lifted') === 'hold' ||
    last('complaint', 'complaint-closed') === 'complaint'
  );
}

/** Everything that is promised of every plan. */
export const laws: readonly Law[] = [
  {
    name: 'contacts lie in open hours of the customer’s clock, on no closed day, in order, and not in the past',
    share: 0.26,
    property: fc.property(...anything, (item, used, at, where) =>
      checkTimes(plan(item, used, at, where), used, at, where),
    ),
  },
  {
    name: 'caps hold over every sliding window',
    share: 0.15,
    property: fc.property(...anything, (item, used, at, where) =>
      checkCaps(plan(item, used, at, where), item, used, at, where),
    ),
  },
  {
    name: 'no step is skipped or sent twice, each fee comes once, and a measure only after its warning',
    share: 0.25,
    property: fc.property(...anything, (item, used, at, where) =>
      checkLadder(plan(item, used, at, where), item, used, at),
    ),
  },
  {
    name: 'nothing is planned during a dispute, a hold or a complaint, nor after payment',
    share: 0.1,
    property: fc.property(...anything, (item, used, at, where) => {
      const planned = plan(item, used, at, where);
      if (isPaused(item, at)) assert.deepEqual(planned.next, []);
      const paid = {
        type: 'payment',
        at,
        amount: { amountMinor: 1, currency: 'EUR' },
        outstanding: { amountMinor: 0, currency: 'EUR' },
      } as const;
      if (item.kind !== 'claim') return;
      assert.deepEqual(plan({ ...item, events: [...item.events, paid] }, used, at, where).next, []);
    }),
  },
  {
    name: 'where every day is closed nothing is ever sent',
    share: 0.04,
    property: fc.property(contactCase(), policy(), instant(), (item, used, at) => {
      assert.deepEqual(plan(item, used, at, closedPlace).next, []);
    }),
  },
  {
    name: 'the same question has the same answer, whatever the order of the events',
    share: 0.03,
    property: fc.property(...anything, (item, used, at, where) => {
      const sorted = [...item.events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      if (new Set(item.events.map((event) => event.at)).size < item.events.length) return;
      const [a, b] = [plan(item, used, at, where), plan({ ...item, events: sorted }, used, at, where)];
      assert.deepEqual(a, b);
    }),
  },
  {
    name: 'the plan of many is the plan of each',
    share: 0.1,
    property: fc.property(
      fc.array(fc.oneof(contactCase(fc.constant([])), contactCase()), { maxLength: 4 }),
      policy(),
      instant(),
      place(),
      (items, used, at, where) => {
        const rows = [...planMany(items, used, { at, calendarOf: where.calendar, chunkRows: 3 })];
        const many = rows.flatMap((chunk) =>
          Array.from({ length: chunk.count }, (_, row) => [
            chunk.steps[row],
            channelOfRow(chunk, row),
            (chunk.earliest[row] as number) * 60_000,
          ]),
        );
        const each = items.flatMap((item) =>
          plan(item, used, at, where).steps.flatMap(({ contacts }, index) =>
            contacts.map(({ channel, earliest }) => [index, channel, Date.parse(earliest.at)]),
          ),
        );
        assert.deepEqual(many, each);
      },
    ),
  },
  {
    name: 'bundling loses no case, doubles none, and makes nothing earlier',
    share: 0.03,
    property: fc.property(...customer, (items, used, at, where) => {
      const { plans, contacts, next } = planCustomer(items, used, { at, calendar: where.calendar });
      const keys = plans.flatMap((each) => each.steps.flatMap((step) => step.contacts.map(({ key }) => key)));
      const bundled = contacts.flatMap(({ about }) => about.map(({ key }) => key));
      assert.deepEqual(bundled.toSorted(), keys.toSorted());
      assert.ok(next.every((contact) => contacts.includes(contact)));
      for (const [index, item] of items.entries()) {
        const alone = plan(item, used, at, where).next[0];
        const together = plans[index]?.next[0];
        if (alone && together && alone.key === together.key)
          assert.ok(together.earliest.at >= alone.earliest.at);
      }
    }),
  },
  {
    name: 'caps per customer hold over all that is planned for all cases',
    share: 0.04,
    property: fc.property(...customer, (items, used, at, where) =>
      checkCustomerCaps(planCustomer(items, used, { at, calendar: where.calendar }), items, used, at, where),
    ),
  },
];

/** Runs every law; `runs` are shared out among them. */
export function checkLaw({ property, share }: Law, runs: number, seed?: number): void {
  fc.assert(property, {
    numRuns: Math.max(1, Math.round(runs * share)),
    ...(seed === undefined ? {} : { seed }),
  });
}
