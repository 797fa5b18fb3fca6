import { type Timestamp, timestamp } from '@dossierkit/core';
import {
  type BusinessCalendar,
  createBusinessCalendar,
  defineBusinessHours,
  type Pause,
} from '../src/index.js';

/** One question to the calendar, as `sla-business-hours.json` writes it. */
export interface HoursCase {
  readonly id: string;
  readonly op: string;
  readonly calendar: {
    readonly timezone: string;
    readonly hours: Parameters<typeof defineBusinessHours>[0]['weekly'];
    readonly breaks?: Record<string, [string, string][]>;
    readonly shifts?: Record<string, [string, string][]>;
    readonly holidays?: string[];
    readonly boundary?: 'closing' | 'next-opening';
  };
  readonly start: string;
  readonly end?: string;
  readonly seconds?: number;
  readonly days?: number;
  readonly pauses?: readonly (readonly [string, string | null])[];
  readonly expected: unknown;
}

const SECOND_MS = 1000;

/**
 * The labels were recorded from a scheduler that goes on to the next opening when a time runs out at closing; the one
 * label that shows it says so. That is this package's `next-opening`; its default is the other answer.
 */
const LABELS_BOUNDARY = 'next-opening';

/** Answers one case in the form of its label. `undefined`: the operation is not known. */
export function answerHours(question: HoursCase): unknown {
  const { timezone, hours, boundary = LABELS_BOUNDARY, ...days } = question.calendar;
  const calendar = createBusinessCalendar(
    defineBusinessHours({ zone: timezone, weekly: hours, boundary, ...days }),
  );
  const start = timestamp(question.start);
  const pauses: Pause[] = (question.pauses ?? []).map(([from, to]) => ({
    from: timestamp(from),
    ...(to ? { to: timestamp(to) } : {}),
  }));
  const openMs = (question.seconds ?? 0) * SECOND_MS;
  switch (question.op) {
    case 'add':
    case 'sub':
      return withoutMs(moved(calendar, start, question.op === 'add' ? openMs : -openMs, pauses));
    case 'add_days':
      return withoutMs(calendar.addDays(start, question.days ?? 0));
    case 'sub_days':
      // Minus zero keeps the direction of a subtraction of no days.
      return withoutMs(calendar.addDays(start, -(question.days ?? 0)));
    case 'within':
      // The labels know no length below nothing: a range that ends before it begins has none.
      return Math.max(0, calendar.between(start, timestamp(question.end ?? ''), { pauses })) / SECOND_MS;
    case 'in_hours':
      return calendar.isOpen(start);
    default:
      return undefined;
  }
}

/** Forward by so much open time, or back. Nothing where the clock stands still for good before that. */
function moved(
  calendar: BusinessCalendar,
  start: Timestamp,
  openMs: number,
  pauses: readonly Pause[],
): Timestamp | null {
  // Minus nothing is a way back as well.
  if (openMs < 0 || Object.is(openMs, -0)) return calendar.subtract(start, -openMs);
  const standsStill = pauses.find(({ to }) => to === undefined);
  const isDueBefore = !standsStill || calendar.between(start, standsStill.from, { pauses }) >= openMs;
  return isDueBefore ? calendar.add(start, openMs, { pauses }) : null;
}

const withoutMs = (instant: string | null): string | null => instant?.replace('.000Z', 'Z') ?? null;
