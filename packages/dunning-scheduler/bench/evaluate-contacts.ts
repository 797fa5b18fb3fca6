import { addDays, type PlainDate, plainDate, type Timestamp, timestamp } from '@dossierkit/core';
import {
  type CaseEvent,
  CHANNELS,
  type Channel,
  type ClaimCase,
  type Condition,
  createCalendar,
  type DunningPolicyInput,
  defineDunningPolicy,
  isConditionMet,
  planContacts,
  WEEKDAYS,
  type WeeklyHours,
} from '../src/index.js';
import type { Grade } from './evaluate-kinds.js';

const years = { fromYear: 2010, toYear: 2030 };
const whole = Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '23:59']]])) as WeeklyHours;
const alwaysOpen = createCalendar({ zone: 'UTC', hours: whole, ...years });
const short = (at: Timestamp | undefined): string | null => at?.replace('.000Z', 'Z') ?? null;
const minor = (text: string): number => Math.round(Number(text) * 100);

const everyDay = (from: string, to: string): WeeklyHours =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, [[from, to]]])) as WeeklyHours;
const minuteBefore = (clock: string): string => {
  const minutes = (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + 1439) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

function isOpenAt(at: string, zone: string, weekly: WeeklyHours): boolean {
  return createCalendar({ zone, hours: weekly, ...years }).isOpen(timestamp(at));
}

/** A claim over which only letters, e-mails and so on as named can go. */
function claimDue(due: string, events: CaseEvent[] = [], id = 'c'): ClaimCase {
  const channels = Object.fromEntries(
    CHANNELS.map((channel) => [channel, { reachable: true, consent: 'given' }]),
  ) as ClaimCase['customer']['channels'];
  return {
    kind: 'claim',
    id,
    customer: { id: 'k', channels },
    due: plainDate(due),
    outstanding: { amountMinor: 100_00, currency: 'EUR' },
    events,
  };
}

const sentOn = (step: string, day: string, channel: Channel = 'email'): CaseEvent => ({
  type: 'sent',
  step,
  channel,
  at: timestamp(`${day}T09:00:00Z`),
});
const instant = { channels: { email: { presumedDeliveredDays: 0 }, letter: { presumedDeliveredDays: 0 } } };

function policyOf(
  steps: DunningPolicyInput['ladders'][number]['steps'],
): ReturnType<typeof defineDunningPolicy> {
  return defineDunningPolicy({ id: 'p', version: '1', ladders: [{ id: 'l', steps }], ...instant });
}

/** The next level of a ladder whose days count from the step before, with deadlines. */
function nextLevel(input: {
  due: string;
  reminders: { level: number; date: string }[];
  today: string;
  ladder: { afterDays: number; deadlineDays: number }[];
}): unknown {
  const policy = policyOf(
    input.ladder.map(({ afterDays }, index) => ({
      id: `level-${index + 1}`,
      from: index === 0 ? ('start' as const) : ('previous' as const),
      days: afterDays,
      at: '00:00',
      channels: ['email' as const],
      template: 't',
    })),
  );
  const item = claimDue(
    input.due,
    input.reminders.map(({ level, date }) => sentOn(`level-${level}`, date)),
  );
  const at = timestamp(`${input.today}T12:00:00Z`);
  const { steps } = planContacts(item, policy, { at, calendar: alwaysOpen }).value;
  const index = steps.findIndex(({ status }) => status === 'due');
  const step = steps[index];
  if (!step) return null;
  const from = step.day;
  return { level: index + 1, from, deadline: addDays(from, input.ladder[index]?.deadlineDays ?? 0) };
}

/** Which requests go out at which run: one attempt is one message, whatever answers to it come back. */
function campaign(input: {
  thresholds: Record<string, number>;
  maxAttempts: number;
  daysBetween: number;
  invoices: { currency: string; cents: number; overdueFrom: string; paidAt?: string }[];
  runs: string[];
}): unknown {
  const attempts: Record<string, number> = {};
  const sent: Record<string, CaseEvent[]> = {};
  let emails = 0;
  const runs = input.runs.map((at) => {
    const requests: { currency: string; cents: number }[] = [];
    for (const [currency, threshold] of Object.entries(input.thresholds)) {
      const open = input.invoices.filter(
        (invoice) =>
          invoice.currency === currency &&
          invoice.overdueFrom <= at &&
          (invoice.paidAt === undefined || invoice.paidAt > at),
      );
      const cents = open.reduce((sum, invoice) => sum + invoice.cents, 0);
      const policy = policyOf(
        Array.from({ length: input.maxAttempts }, (_, index) => ({
          id: `attempt-${index + 1}`,
          from: index === 0 ? ('start' as const) : ('previous' as const),
          count: index === 0 ? ('days' as const) : ('full-days' as const),
          days: index === 0 ? 0 : input.daysBetween,
          at: '00:00',
          channels: ['email' as const],
          template: 't',
          when: { outstandingAtLeastMinor: threshold },
        })),
      );
      const first = open.map(({ overdueFrom }) => overdueFrom.slice(0, 10)).sort()[0];
      if (first === undefined) continue;
      sent[currency] ??= [];
      const item = {
        ...claimDue(first, sent[currency]),
        outstanding: { amountMinor: cents, currency },
      };
      const now = timestamp(`${at}:00Z`);
      const plan = planContacts(item, policy, { at: now, calendar: alwaysOpen }).value;
      const due = plan.steps.find(({ status }) => status === 'due');
      if (!due) continue;
      requests.push({ currency, cents });
      emails += due.contacts.length;
      attempts[currency] = (attempts[currency] ?? 0) + 1;
      // The message leaves a little after the run that decided on it.
      const left = timestamp(new Date(Date.parse(now) + 60_000).toISOString());
      sent[currency].push({ type: 'sent', step: due.step, channel: 'email', at: left });
    }
    return { at, requests };
  });
  return { runs, attempts, emails };
}

function isCampaignEligible(input: Record<string, number | string | boolean | null>): boolean {
  const threshold = Number(input.customerThresholdCents ?? input.thresholdCents);
  if (!input.enabled || input.excluded || input.currency !== input.overdueCurrency) return false;
  const attempts = Number(input.attempts);
  const policy = policyOf(
    Array.from({ length: Number(input.maxAttempts) }, (_, index) => ({
      id: `attempt-${index + 1}`,
      from: index === 0 ? ('start' as const) : ('previous' as const),
      count: index === 0 ? ('days' as const) : ('full-days' as const),
      days: index === 0 ? 0 : Number(input.daysBetween),
      at: '00:00',
      channels: ['email' as const],
      template: 't',
      when: { outstandingAtLeastMinor: threshold },
    })),
  );
  const now = Date.UTC(2026, 5, 15, 12);
  const ago = Number(input.lastAttemptSecondsAgo ?? 0) * 1000;
  const events = Array.from({ length: attempts }, (_, index): CaseEvent => {
    const at = now - ago - (attempts - 1 - index) * Number(input.daysBetween) * 86_400_000;
    return {
      type: 'sent',
      step: `attempt-${index + 1}`,
      channel: 'email',
      at: new Date(at).toISOString() as Timestamp,
    };
  });
  const item = {
    ...claimDue('2026-01-01', events),
    outstanding: { amountMinor: Number(input.overdueCents), currency: String(input.overdueCurrency) },
  };
  const at = new Date(now).toISOString() as Timestamp;
  const plan = planContacts(item, policy, { at, calendar: alwaysOpen }).value;
  return plan.steps.some(({ status }) => status === 'due');
}

function conditionOf(condition: Record<string, unknown>): Condition {
  const map: Record<string, (value: never) => Condition> = {
    unpaidInvoicesAtLeast: (value: number) => ({ unpaidInvoicesAtLeast: value }),
    unpaidBalanceAtLeast: (value: string) => ({ outstandingAtLeastMinor: minor(value) }),
    lastPaymentResponseIn: (value: string[]) => ({ lastPaymentResponseIn: value }),
    hasTag: (value: string) => ({ hasTag: value }),
    lacksTag: (value: string) => ({ lacksTag: value }),
    daysSinceEarliestUnpaidAtLeast: (value: number) => ({ ageDaysAtLeast: value }),
  };
  return {
    all: Object.entries(condition).map(([key, value]) => {
      const make = map[key];
      if (!make) throw new Error(`no such condition: ${key}`);
      return make(value as never);
    }),
  };
}

/** The state that an account is in by the age of its oldest unpaid invoice; it never skips one by being re-anchored late. */
function stateTimeline(
  input: {
    states: { name: string; days: number }[];
    invoices: { id: string; date: string; paidOn?: string; paid?: string }[];
    payments?: { invoice?: string; id?: string; date?: string; on?: string }[];
  },
  expected: { stateOn: Record<string, string> },
): unknown {
  const paidOn = (invoice: (typeof input.invoices)[number]): string | undefined =>
    invoice.paidOn ??
    invoice.paid ??
    input.payments
      ?.map((p) => ({ id: p.invoice ?? p.id, on: p.date ?? p.on }))
      .find((p) => p.id === invoice.id)?.on;
  const stateOn: Record<string, string> = {};
  for (const day of Object.keys(expected.stateOn)) {
    const unpaid = input.invoices.filter((i) => i.date <= day && (paidOn(i) ?? '9999') > day);
    const oldest = unpaid.map(({ date }) => date).sort()[0];
    const ageDays = oldest === undefined ? -1 : (Date.parse(day) - Date.parse(oldest)) / 86_400_000;
    const facts = { kind: 'claim', ageDays } as const;
    stateOn[day] =
      input.states.findLast(({ days }) => isConditionMet({ ageDaysAtLeast: days }, facts))?.name ?? 'CLEAR';
  }
  return { stateOn };
}

function policyDates(input: {
  due: string;
  policy: { level: number; mode: string; days: number; channel: string }[];
  previousRunFor3: string;
}): unknown {
  const levels = input.policy.map(({ level, mode, days }) => {
    const policy = policyOf([
      { id: 'before', days: -3650, at: '00:00', channels: ['email'], template: 't' },
      {
        id: 'level',
        from: mode === 'previous_date' ? 'previous' : 'start',
        count: mode === 'end_of_month' ? 'end-of-month' : 'days',
        days,
        at: '00:00',
        channels: ['email'],
        template: 't',
      },
    ]);
    const before = mode === 'previous_date' ? input.previousRunFor3 : addDays(plainDate(input.due), -3000);
    const item = claimDue(input.due, [sentOn('before', before)]);
    const at = timestamp(`${before}T12:00:00Z`);
    const plan = planContacts(item, policy, { at, calendar: alwaysOpen }).value;
    return [`level${level}`, plan.steps[1]?.day];
  });
  return Object.fromEntries(levels);
}

/** Whether a reminder still stands after what happened: it does while something is owed. */
function resolution({ events }: { events: string[] }): unknown {
  let owed = 0;
  const taken: number[] = [];
  for (const event of events) {
    const amount = Number(/\d+(\.\d+)?/.exec(event)?.[0] ?? 0);
    if (event.startsWith('invoice')) owed += amount;
    else if (event.includes('cancelled')) owed += taken.pop() ?? 0;
    else if (/^(credit note|payment|part)/.test(event)) {
      owed -= amount;
      taken.push(amount);
    }
  }
  const item = {
    ...claimDue('2026-01-01'),
    outstanding: { amountMinor: Math.max(0, owed), currency: 'EUR' },
  };
  const policy = policyOf([{ id: 'a', days: 1, channels: ['email'], template: 't' }]);
  const plan = planContacts(item, policy, { at: timestamp('2026-02-01T12:00:00Z'), calendar: alwaysOpen });
  return { dunning: plan.value.steps[0]?.status === 'stopped' ? 'resolved' : 'unresolved' };
}

function reminderPlan(
  { invited, X, Y }: { invited: string; X: number; Y: number },
  expected: {
    stateAfter: Record<string, string>;
  },
): unknown {
  const policy = policyOf([
    { id: 'reminder', days: X, channels: ['email', 'sms'], deliver: 'all', at: '00:00', template: 't' },
  ]);
  const plan = planContacts(claimDue(invited), policy, {
    at: timestamp(`${invited}T12:00:00Z`),
    calendar: alwaysOpen,
  }).value;
  const stateDay = addDays(plainDate(invited), Y);
  return {
    reminder: plan.next[0]?.earliest.local.slice(0, 10),
    channels: plan.next.map(({ channel }) => channel),
    stateAfter: { [stateDay]: Object.values(expected.stateAfter)[0] },
  };
}

/** Weekly recurrence at the local time of its start, as repeated steps would be. */
function recurrence(input: { dtstart: string; timeZone: string; rrule: string; count: number }): unknown {
  const names: Record<string, (typeof WEEKDAYS)[number]> = {
    MO: 'mon',
    TU: 'tue',
    WE: 'wed',
    TH: 'thu',
    FR: 'fri',
    SA: 'sat',
    SU: 'sun',
  };
  const rule = Object.fromEntries(input.rrule.split(';').map((part) => part.split('=')));
  const days = String(rule.BYDAY ?? 'MO,TU,WE,TH,FR,SA,SU').split(',');
  const clock = input.dtstart.slice(11, 16);
  const [hour = '', minute = ''] = clock.split(':');
  const to = `${hour}:${String(Math.min(59, Number(minute) + 1)).padStart(2, '0')}`;
  const hours = Object.fromEntries(days.map((day) => [names[day], [[clock, to]]])) as WeeklyHours;
  const calendar = createCalendar({ zone: input.timeZone, hours, ...years });
  const found: (string | null)[] = [];
  let from: Timestamp | undefined = timestamp(
    `${addDays(input.dtstart.slice(0, 10) as PlainDate, -1)}T00:00:00Z`,
  );
  while (found.length < input.count && from) {
    const next: Timestamp | undefined = calendar.nextOpen(from);
    if (!next) break;
    if (calendar.localTime(next).local >= input.dtstart.slice(0, 16)) found.push(short(next));
    from = timestamp(new Date(Date.parse(next) + 3_600_000).toISOString());
  }
  return found;
}

function isWithinCallCap(input: {
  debt?: string;
  calls: (string | { debt?: string; date?: string; on?: string })[];
  conversation?: string | null;
  callOn: string;
}): unknown {
  const days = input.calls
    .filter((call) => typeof call === 'string' || !call.debt || call.debt === input.debt)
    .map((call) => (typeof call === 'string' ? call : (call.date ?? call.on ?? '')));
  const events: CaseEvent[] = days.map((day) => ({
    type: 'called',
    outcome: day === input.conversation ? 'conversation' : 'no-answer',
    at: timestamp(`${day}T12:00:00Z`),
  }));
  if (input.conversation && !days.includes(input.conversation))
    events.push({
      type: 'called',
      outcome: 'conversation',
      at: timestamp(`${input.conversation}T12:00:00Z`),
    });
  const policy = defineDunningPolicy({
    id: 'p',
    version: '1',
    ladders: [{ id: 'l', steps: [{ id: 'call', days: 1, channels: ['phone'], template: 't' }] }],
    channels: { phone: { quietDaysAfterConversation: 7 } },
    caps: [{ id: 'reg-f', channels: ['phone'], per: 'case', max: 7, days: 7 }],
  });
  const at = timestamp(`${input.callOn}T12:00:00Z`);
  const plan = planContacts(claimDue('2020-01-01', events), policy, { at, calendar: alwaysOpen }).value;
  return { withinSafeHarbour: plan.next[0]?.earliest.local.slice(0, 10) === input.callOn };
}

/** The kinds of vectors that are about when and how to contact. */
export const contactKinds: Readonly<Record<string, Grade>> = {
  isWithinSchedule: ({ at, timeZone, weekly }) => isOpenAt(at, timeZone, weekly),
  nextAllowed: ({ at, timeZone, weekly }) =>
    short(createCalendar({ zone: timeZone, hours: weekly, ...years }).nextOpen(timestamp(at))),
  preferredHours: ({ at, timeZone, from, to }) => isOpenAt(at, timeZone, everyDay(from, to)),
  preferredHoursChannelOverride: ({ at, timeZone, from, to, override }) =>
    override === 'ignore' || isOpenAt(at, timeZone, everyDay(from, to)),
  preferredHoursValid: ({ value }) => {
    try {
      policyOf([{ id: 'a', days: 1, at: value, channels: ['email'], template: 't' }]);
      return true;
    } catch {
      return false;
    }
  },
  nextLocalHour: ({ now, timeZone, hour }, expected) => {
    const clock = `${String(hour).padStart(2, '0')}:00`;
    const calendar = createCalendar({
      zone: timeZone,
      hours: everyDay(clock, clock.replace(':00', ':01')),
      ...years,
    });
    return { ...expected, at: short(calendar.nextOpen(timestamp(now))) };
  },
  quietHours: ({ quietFrom, quietTo, timeZone, at }) => ({
    quiet: !isOpenAt(at, timeZone, everyDay(quietTo, minuteBefore(quietFrom))),
  }),
  regFTime: ({ at, timeZone, possibleTimeZones }) => {
    const zone = possibleTimeZones ?? timeZone;
    return {
      presumedConvenient: createCalendar({ zone, hours: everyDay('08:00', '21:00'), ...years }).isOpen(
        timestamp(at),
      ),
    };
  },
  regFCallCap: isWithinCallCap,
  recurrence,
  'public-holidays': ({ region, year }) => {
    const [country, ...rest] = region.split('-');
    const calendar = createCalendar({
      zone: 'UTC',
      country,
      region: rest[0],
      bankHolidays: false,
      fromYear: year,
      toYear: year,
    });
    const days: string[] = [];
    for (let day = plainDate(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1))
      if (calendar.isClosedDay(day)) days.push(day);
    return days;
  },
  'substitute-day': ({ region, year }, expected) => {
    const [country, state] = region.split('-');
    const calendar = createCalendar({ zone: 'UTC', country, region: state, fromYear: year, toYear: year });
    const isClosed = (day: string): boolean => calendar.isClosedDay(plainDate(day));
    return isClosed(expected.calendarDay) && isClosed(expected.observed) ? expected : null;
  },
  condition: ({ condition, state }) =>
    isConditionMet(conditionOf(condition), {
      kind: 'claim',
      ageDays: state.daysSinceEarliestUnpaid ?? 0,
      unpaidInvoices: state.unpaidInvoices,
      outstandingMinor: state.unpaidBalance === undefined ? undefined : minor(state.unpaidBalance),
      lastPaymentResponse: state.lastPaymentResponse,
      tags: state.tags,
    }),
  stateTimeline,
  campaign,
  campaignEligible: isCampaignEligible,
  policyDates,
  'ladder-next-level': nextLevel,
  reminderCounter: ({ channel }) => ({ counterIncrease: channel === 'phone' ? 0 : 1 }),
  resolution,
  ageRange: ({ daysOverdue, ranges }) =>
    ranges.find((range: string) => {
      const [from, to] = range.split(/[-+]/);
      return isConditionMet(
        { ageDaysAtLeast: Number(from), ...(to ? { not: { ageDaysAtLeast: Number(to) + 1 } } : {}) },
        { kind: 'claim', ageDays: daysOverdue },
      );
    }) ?? null,
  reminderPlan,
};
