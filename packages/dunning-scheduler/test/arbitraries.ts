import { addDays, type PlainDate, plainDate, type Timestamp, timestampFromMs } from '@dossierkit/core';
import fc from 'fast-check';
import {
  type Calendar,
  type CaseEvent,
  CHANNELS,
  type Channel,
  type ContactCase,
  createCalendar,
  type DunningPolicy,
  type DunningPolicyInput,
  defineDunningPolicy,
  WEEKDAYS,
  type WeeklyHours,
} from '../src/index.js';

/** A calendar, and the hours it was made of, for judging it from outside. */
export interface Place {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly hours: WeeklyHours;
}

const ZONES: readonly (readonly [zone: string, country?: string, region?: string])[] = [
  ['Europe/Berlin', 'DE', 'BY'],
  ['Europe/Paris', 'FR'],
  ['America/New_York', 'US', 'NY'],
  ['Australia/Lord_Howe', 'AU', 'NSW'],
  ['Asia/Kathmandu'],
  ['Africa/Casablanca', 'MA'],
  ['Pacific/Apia'],
  ['America/St_Johns', 'CA', 'NL'],
];

const SHAPES: readonly WeeklyHours[] = [
  Object.fromEntries(WEEKDAYS.slice(0, 6).map((day) => [day, [['08:00', '20:00']]])),
  Object.fromEntries(
    WEEKDAYS.slice(0, 5).map((day) => [
      day,
      [
        ['10:00', '12:59'],
        ['14:00', '19:59'],
      ],
    ]),
  ),
  Object.fromEntries(WEEKDAYS.map((day) => [day, [['22:00', '03:30']]])),
  { wed: [['02:15', '02:45']] },
  { sun: [['00:00', '23:59']] },
];

const years = { fromYear: 2024, toYear: 2029 };

/** Places are made once; a plan picks among them. */
export const places: readonly Place[] = ZONES.flatMap(([zone, country, region], index) =>
  [0, index % SHAPES.length].map((shape) => {
    const hours = SHAPES[shape] as WeeklyHours;
    return { calendar: createCalendar({ zone, country, region, hours, ...years }), zone, hours };
  }),
);

/** A place where nothing is ever open. */
export const closedPlace: Place = {
  calendar: createCalendar({ zone: 'UTC', hours: {}, ...years }),
  zone: 'UTC',
  hours: {},
};

const START = plainDate('2025-11-01');
const day = (): fc.Arbitrary<PlainDate> => fc.nat({ max: 500 }).map((days) => addDays(START, days));
export const instant = (): fc.Arbitrary<Timestamp> =>
  fc
    .integer({ min: Date.parse('2025-11-01') / 60_000, max: Date.parse('2027-06-01') / 60_000 })
    .map((minute) => timestampFromMs(minute * 60_000));
const channel = (): fc.Arbitrary<Channel> => fc.constantFrom(...CHANNELS);
const clock = (): fc.Arbitrary<string> =>
  fc
    .nat({ max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

const STEP_IDS = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;
type Steps = DunningPolicyInput['ladders'][number]['steps'];

/** Ladders that the schema accepts: a measure comes after its warning. */
const ladder = (): fc.Arbitrary<Steps> =>
  fc
    .array(
      fc.record({
        days: fc.integer({ min: -10, max: 60 }),
        from: fc.constantFrom('start' as const, 'previous' as const, 'deadline' as const),
        count: fc.constantFrom(
          'days' as const,
          'days' as const,
          'working-days' as const,
          'end-of-month' as const,
        ),
        at: clock(),
        channels: fc.uniqueArray(channel(), { minLength: 1, maxLength: 3 }),
        deliver: fc.constantFrom('first' as const, 'all' as const),
        graceDays: fc.nat({ max: 14 }),
        deadlineDays: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
        optional: fc.boolean(),
        lapseDays: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
        kind: fc.constantFrom('reminder' as const, 'reminder' as const, 'warning' as const),
        measureAfter: fc.boolean(),
        fee: fc.option(fc.constantFrom('fee-a', 'fee-b'), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((drafts) => {
      const steps: Steps[number][] = [];
      for (const { measureAfter, fee, ...draft } of drafts) {
        const from = steps.length === 0 && draft.from === 'previous' ? 'start' : draft.from;
        const days =
          from === 'previous' || draft.count === 'working-days' ? Math.abs(draft.days) : draft.days;
        const optional = draft.kind === 'warning' ? false : draft.optional;
        const id = STEP_IDS[steps.length] ?? 's9';
        const charged = fee === undefined ? {} : { fee: { code: fee, amountMinor: 250 } };
        steps.push({ ...draft, ...charged, id, from, days, optional, template: 't' });
        if (draft.kind === 'warning' && measureAfter && steps.length < STEP_IDS.length) {
          const graceDays = Math.max(1, draft.graceDays);
          steps.push({
            id: STEP_IDS[steps.length] as string,
            kind: 'measure',
            days: Math.abs(days),
            from: 'previous',
            channels: draft.channels,
            graceDays,
            template: 't',
          });
        }
      }
      return steps;
    });

export const policy = (): fc.Arbitrary<DunningPolicy> =>
  fc
    .record({
      steps: ladder(),
      caps: fc.array(
        fc.record({
          per: fc.constantFrom('case' as const, 'customer' as const),
          max: fc.integer({ min: 1, max: 3 }),
          days: fc.integer({ min: 1, max: 30 }),
          channels: fc.option(fc.uniqueArray(channel(), { minLength: 1, maxLength: 3 }), { nil: undefined }),
        }),
        { maxLength: 2 },
      ),
      narrow: fc.boolean(),
      quiet: fc.nat({ max: 7 }),
      partPayment: fc.constantFrom('restart' as const, 'keep' as const),
    })
    .map(({ steps, caps, narrow, quiet, partPayment }) =>
      defineDunningPolicy({
        id: 'p',
        version: '1',
        partPayment,
        ladders: [{ id: 'l', steps }],
        caps: caps.map((cap, index) => ({ id: `cap-${index}`, ...cap })),
        channels: {
          phone: { quietDaysAfterConversation: quiet },
          ...(narrow
            ? { sms: { hours: Object.fromEntries(WEEKDAYS.map((each) => [each, [['09:00', '11:30']]])) } }
            : {}),
        },
      }),
    );

const money = (): fc.Arbitrary<{ amountMinor: number; currency: string }> =>
  fc.record({ amountMinor: fc.nat({ max: 20_000 }), currency: fc.constant('EUR') });
const stepId = (): fc.Arbitrary<string> => fc.constantFrom(...STEP_IDS, 'elsewhere');

export const event = (): fc.Arbitrary<CaseEvent> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        at: instant(),
        type: fc.constantFrom(
          'sent' as const,
          'sent' as const,
          'delivered' as const,
          'opened' as const,
          'bounced' as const,
        ),
        step: stepId(),
        channel: channel(),
      }),
    },
    fc.record({
      at: instant(),
      type: fc.constant('called' as const),
      step: stepId(),
      outcome: fc.constantFrom(
        'conversation' as const,
        'voicemail' as const,
        'no-answer' as const,
        'wrong-number' as const,
      ),
    }),
    fc.record({
      at: instant(),
      type: fc.constant('payment' as const),
      amount: money(),
      outstanding: money(),
    }),
    fc.record({ at: instant(), type: fc.constant('chargeback' as const), outstanding: money() }),
    fc.record({ at: instant(), type: fc.constant('promise' as const), until: day(), amount: money() }),
    fc.record({
      at: instant(),
      type: fc.constantFrom(
        'reply' as const,
        'reply-handled' as const,
        'dispute' as const,
        'dispute-closed' as const,
        'hold' as const,
        'hold-lifted' as const,
        'complaint' as const,
        'complaint-closed' as const,
      ),
    }),
    fc.record({
      at: instant(),
      type: fc.constantFrom(
        'consent' as const,
        'objection' as const,
        'address-unknown' as const,
        'address-found' as const,
      ),
      channel: channel(),
    }),
    fc.record({
      at: instant(),
      type: fc.constantFrom('item-received' as const, 'item-refused' as const),
      item: fc.constantFrom('income', 'identity'),
    }),
  );

export const contactCase = (
  events: fc.Arbitrary<CaseEvent[]> = fc.array(event(), { maxLength: 8 }),
): fc.Arbitrary<ContactCase> =>
  fc
    .record({
      isClaim: fc.boolean(),
      start: day(),
      deadline: fc.option(fc.nat({ max: 90 }), { nil: undefined }),
      events,
      usable: fc.uniqueArray(channel(), { maxLength: 7 }),
      agreed: fc.uniqueArray(channel(), { maxLength: 7 }),
      preferredChannel: fc.option(channel(), { nil: undefined }),
      preferredTime: fc.option(clock(), { nil: undefined, freq: 5 }),
      contacts: fc.option(fc.array(fc.record({ at: instant(), channel: channel() }), { maxLength: 3 }), {
        nil: undefined,
        freq: 4,
      }),
    })
    .map(({ isClaim, start, deadline, usable, agreed, ...rest }) => {
      const channels = Object.fromEntries(
        usable.map((each) => [
          each,
          { reachable: true, ...(agreed.includes(each) ? { consent: 'given' as const } : {}) },
        ]),
      );
      const { events: history, ...customer } = rest;
      const base = { id: 'case', customer: { id: 'k', channels, ...customer }, events: history };
      return isClaim
        ? {
            ...base,
            kind: 'claim' as const,
            due: start,
            outstanding: { amountMinor: 10_000, currency: 'EUR' },
          }
        : {
            ...base,
            kind: 'dossier' as const,
            stoppedOn: start,
            missing: ['income', 'identity'],
            ...(deadline === undefined ? {} : { deadline: addDays(start, deadline) }),
          };
    });

export const place = (): fc.Arbitrary<Place> => fc.constantFrom(...places);
