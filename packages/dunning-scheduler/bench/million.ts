// Plans a million cases of four steps with the built package, and tells what it took: `tsx bench/million.ts` after a build.
import { dayFromNumber, type PlainDate, timestamp } from '@dossierkit/core';
import {
  type CaseEvent,
  type ClaimCase,
  createCalendar,
  defineDunningPolicy,
  hoursOn,
  planMany,
  WEEKDAYS,
} from '@dossierkit/dunning-scheduler';

const places = (
  [
    ['Europe/Berlin', 'DE'],
    ['Europe/Paris', 'FR'],
    ['America/New_York', 'US'],
    ['Europe/London', 'GB'],
  ] as const
).map(([zone, country]) => createCalendar({ zone, country }));
const policy = defineDunningPolicy({
  id: 'million',
  version: '1',
  ladders: [
    {
      id: 'l',
      steps: [
        { id: 'a', days: 3, channels: ['email', 'letter'], template: 't' },
        { id: 'b', days: 14, channels: ['sms', 'letter'], template: 't', deadlineDays: 7 },
        { id: 'c', days: 28, kind: 'warning', channels: ['letter'], template: 't', deadlineDays: 7 },
        { id: 'd', days: 42, kind: 'measure', graceDays: 7, channels: ['letter'], template: 't' },
      ],
    },
  ],
  caps: [{ id: 'weekly', max: 2, days: 7 }],
  channels: { email: { hours: hoursOn(WEEKDAYS.slice(0, 5), '09:00', '17:00') } },
});
const days = Array.from({ length: 400 }, (_, index) => dayFromNumber(19_800 + index));
const channelSets = Array.from({ length: 8 }, (_, bits) => ({
  email: { reachable: (bits & 1) === 0 },
  sms: { reachable: (bits & 2) === 0 },
  letter: { reachable: true, ...((bits & 4) === 0 ? {} : { consent: 'given' as const }) },
}));
const history: readonly CaseEvent[] = [
  { type: 'sent', step: 'a', channel: 'email', at: timestamp('2023-12-20T09:00:00Z') },
  { type: 'delivered', step: 'a', channel: 'email', at: timestamp('2023-12-20T09:01:00Z') },
  { type: 'reply', at: timestamp('2023-12-21T10:00:00Z') },
];

/** Cases of eight shapes; one in `historyEvery` was written to before. */
function* claims(count: number, historyEvery: number): Generator<ClaimCase> {
  for (let index = 0; index < count; index++) {
    yield {
      kind: 'claim',
      id: `c${index}`,
      customer: { id: `k${index}`, channels: channelSets[index & 7] as ClaimCase['customer']['channels'] },
      due: days[index % days.length] as PlainDate,
      outstanding: { amountMinor: 100_00, currency: 'EUR' },
      events: index % historyEvery === 0 ? history : [],
    };
  }
}

function measure(name: string, work: () => number): void {
  const start = process.cpuUsage();
  const rows = work();
  const { user, system } = process.cpuUsage(start);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${name}: ${rows} rows, ${((user + system) / 1e6).toFixed(2)} s of CPU, peak ${peak.toFixed(0)} MB`,
  );
}

const at = timestamp('2024-01-01T00:00:00Z');
const plan = (historyEvery: number): number => {
  let index = 0;
  let rows = 0;
  const calendarOf = () => places[index++ % places.length] as (typeof places)[number];
  for (const chunk of planMany(claims(1_000_000, historyEvery), policy, { at, calendarOf }))
    rows += chunk.count;
  return rows;
};
const never = Number.POSITIVE_INFINITY;
measure('making the cases alone', () => {
  let count = 0;
  for (const { id } of claims(1_000_000, never)) count += id === '' ? 0 : 1;
  return count;
});
measure('none with a history', () => plan(never));
measure('one in ten with a history of three events', () => plan(10));
measure('all with a history of three events', () => plan(1));
