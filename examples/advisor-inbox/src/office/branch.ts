import { timestamp } from '@dossierkit/core';
import {
  type Advisor,
  type ArrivalModel,
  type BusinessCalendar,
  createBusinessCalendar,
  defineBusinessHours,
  type Leave,
  type StrategyInput,
} from '@dossierkit/priority-router';

const open = [['09:00', '17:30']] as [string, string][];

/** A branch in Luxembourg, where customers write in three languages. 23 June is the national holiday. */
export const calendar: BusinessCalendar = createBusinessCalendar(
  defineBusinessHours({
    zone: 'Europe/Luxembourg',
    weekly: { mon: open, tue: open, wed: open, thu: open, fri: open },
    holidays: ['2026-06-23'],
  }),
);

/** What everybody works on; mail that came over night lies there when the doors open. */
export const OPENING = timestamp('2026-06-02T07:00:00Z');
export const CLOSING = timestamp('2026-06-02T15:30:00Z');

export interface Colleague extends Advisor {
  readonly name: string;
}

const counter = ['fraud', 'card', 'account'];

export const colleagues: readonly Colleague[] = [
  {
    advisor: 'ana',
    name: 'Ana Costa',
    teams: ['branch'],
    skills: [...counter, 'loan'],
    languages: ['en', 'fr'],
    capacity: 3,
    backup: 'claire',
  },
  {
    advisor: 'ben',
    name: 'Ben Okafor',
    teams: ['branch'],
    skills: counter,
    languages: ['en', 'de'],
    capacity: 3,
    backup: 'claire',
  },
  {
    advisor: 'claire',
    name: 'Claire Martin',
    teams: ['branch'],
    skills: [...counter, 'estate'],
    languages: ['en', 'fr'],
    capacity: 3,
    backup: 'eva',
  },
  {
    advisor: 'daniel',
    name: 'Daniel Weiss',
    teams: ['branch'],
    skills: [...counter, 'estate'],
    languages: ['en', 'de'],
    capacity: 3,
    backup: 'eva',
  },
  {
    advisor: 'eva',
    name: 'Eva Lindqvist',
    teams: ['branch'],
    skills: counter,
    languages: ['en', 'fr', 'de'],
    capacity: 3,
    backup: 'farid',
  },
  {
    advisor: 'farid',
    name: 'Farid Haddad',
    teams: ['branch'],
    skills: [...counter, 'loan'],
    languages: ['en', 'fr'],
    capacity: 3,
  },
  {
    advisor: 'grace',
    name: 'Grace Kim',
    teams: ['branch', 'loan desk'],
    skills: [...counter, 'loan', 'estate'],
    languages: ['en', 'fr', 'de'],
    capacity: 3,
  },
  {
    advisor: 'hugo',
    name: 'Hugo Leroy',
    teams: ['branch', 'loan desk'],
    skills: [...counter, 'loan'],
    languages: ['en', 'fr'],
    capacity: 3,
  },
];

/** Ben is away all day, and his backup stands in; Daniel has named somebody for his hours away. */
export const leaves: readonly Leave[] = [
  { advisor: 'ben', from: OPENING, until: CLOSING },
  {
    advisor: 'daniel',
    from: timestamp('2026-06-02T09:00:00Z'),
    until: timestamp('2026-06-02T12:00:00Z'),
    substitute: 'ana',
  },
];

/** How much mail comes, of which kinds. */
export const model: ArrivalModel = {
  seed: 7,
  from: timestamp('2026-06-01T07:00:00Z'),
  days: 2,
  advisors: colleagues.length,
  load: 0.93,
  absence: 0.1,
  overnight: 0.2,
  variation: 0.1,
  skillsPerAdvisor: 3,
  reasons: [
    { reason: 'fraud', share: 0.06, minutes: 12 },
    { reason: 'card', share: 0.3, minutes: 8 },
    { reason: 'account', share: 0.34, minutes: 11 },
    { reason: 'loan', share: 0.2, minutes: 18 },
    { reason: 'estate', share: 0.1, minutes: 26 },
  ],
};

/** The company's order of the day: what may not wait, then who has waited longest, and owners before others. */
export const strategy: StrategyInput = {
  id: 'branch',
  version: '1',
  order: 'weighted',
  weights: {
    reasons: { fraud: 12, estate: 1 },
    profiles: { premium: 2 },
    flags: { angry: 2, vulnerable: 3 },
    interaction: 0.5,
    waitingHour: 1,
    lateHour: 2,
  },
  service: Object.fromEntries(model.reasons.map(({ reason, minutes }) => [reason, { minutes }])),
  promises: [
    { reason: 'fraud', minutes: 60 },
    { reason: 'card', minutes: 150 },
    { reason: 'account', minutes: 240 },
    { reason: 'loan', minutes: 300 },
  ],
  defaultPromiseMinutes: 420,
  overflowShare: 0.5,
  relaxing: [{ share: 0.25, drop: 'language' }],
  personal: { maxPinned: 3, maxPoints: 20, reach: 'never-late', reserveMinutes: 30 },
};
