import { dayFromNumber, timestamp } from '@dossierkit/core';
import { addDays, addMinutes, format, parseISO } from 'date-fns';
import HolidayData from 'date-holidays';
import { test } from 'vitest';
import {
  type ClaimCase,
  createCalendar,
  type DunningPolicy,
  defineDunningPolicy,
  hoursOn,
  planContacts,
  planMany,
  WEEKDAYS,
} from '../src/index.js';

const CASES = 200;
const places = (
  [
    ['Europe/Berlin', 'DE'],
    ['Europe/Paris', 'FR'],
    ['America/New_York', 'US'],
    ['Europe/London', 'GB'],
  ] as const
).map(([zone, country]) => ({
  zone,
  calendar: createCalendar({ zone, country }),
  holidays: new Set(
    [2024, 2025, 2026].flatMap((year) =>
      new HolidayData(country)
        .getHolidays(year)
        .filter(({ type }) => type === 'public' || type === 'bank')
        .map(({ date }) => date.slice(0, 10)),
    ),
  ),
}));
const policy: DunningPolicy = defineDunningPolicy({
  id: 'bench',
  version: '1',
  ladders: [
    {
      id: 'l',
      steps: [
        { id: 'a', days: 3, channels: ['email'], template: 't' },
        { id: 'b', days: 14, channels: ['sms', 'letter'], template: 't', deadlineDays: 7 },
        { id: 'c', days: 28, kind: 'warning', channels: ['letter'], template: 't', deadlineDays: 7 },
        { id: 'd', days: 42, kind: 'measure', graceDays: 7, channels: ['letter'], template: 't' },
      ],
    },
  ],
  caps: [{ id: 'weekly', max: 2, days: 7 }],
  channels: { email: { hours: hoursOn(WEEKDAYS.slice(0, 5), '09:00', '17:00') } },
});
const reachable = { reachable: true };
const channels = { email: reachable, sms: reachable, letter: reachable };

function* claims(count: number): Generator<ClaimCase> {
  for (let index = 0; index < count; index++) {
    yield {
      kind: 'claim',
      id: `c${index}`,
      customer: { id: `k${index}`, channels },
      due: dayFromNumber(19_800 + (index % 400)),
      outstanding: { amountMinor: 100_00, currency: 'EUR' },
      events: [],
    };
  }
}

const at = timestamp('2024-01-01T00:00:00Z');
const placeOf = (index: number) => places[index % places.length] as (typeof places)[number];
const clocks = new Map(
  places.map(({ zone }) => [
    zone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
);

/** How one would write it first: step by step through the quarter hours until the customer's clock shows an open one. */
function straightforward(count: number): number {
  let rows = 0;
  let index = 0;
  for (const { due } of claims(count)) {
    const { zone, holidays } = placeOf(index++);
    let previous = parseISO('2000-01-01');
    for (const [step, days] of [3, 14, 28, 42].entries()) {
      let when = addDays(parseISO(`${due}T06:00:00Z`), days);
      if (when < addDays(previous, 7)) when = addDays(previous, 7);
      for (;;) {
        const part = Object.fromEntries(
          (clocks.get(zone) as Intl.DateTimeFormat)
            .formatToParts(when)
            .map(({ type, value }) => [type, value]),
        );
        const day = `${part.year}-${part.month}-${part.day}`;
        const isClosed =
          holidays.has(day) || part.weekday === 'Sun' || (step === 0 && part.weekday === 'Sat');
        if (!isClosed && Number(part.hour) >= 9 && Number(part.hour) < 17) break;
        when = addMinutes(when, 15);
      }
      previous = when;
      rows += format(when, 'yyyy').length > 0 ? 1 : 0;
    }
  }
  return rows;
}

function many(count: number): number {
  let index = 0;
  let rows = 0;
  for (const chunk of planMany(claims(count), policy, { at, calendarOf: () => placeOf(index++).calendar }))
    rows += chunk.count;
  return rows;
}

test('many cases of 4 steps', async ({ bench }) => {
  await bench.compare(
    bench('straightforward, with date-fns and Intl (baseline), 200 cases', () => void straightforward(CASES)),
    bench('planMany, 200 cases', () => void many(CASES)),
  );
});

test('one case', async ({ bench }) => {
  const [item] = [...claims(1)];
  const { calendar } = placeOf(0);
  await bench('planContacts, with reasons and report', () => {
    planContacts(item as ClaimCase, policy, { at, calendar });
  }).run();
});
