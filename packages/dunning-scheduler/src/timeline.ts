import { type Locale, type PlainDate, renderMessage, type Timestamp } from '@dossierkit/core';
import type { Calendar, LocalTime } from './calendar.js';
import type { CaseEvent, ContactCase } from './contact-case.js';
import { messages } from './messages/index.js';
import { timelineWords } from './messages/timeline-words.js';
import { channelWords } from './messages/words.js';
import type { ContactPlan, PlannedStep } from './plan-contacts.js';

/** One line of a case's history or future. */
export interface TimelineEntry {
  /** `past`: it happened. `next`: the contact that comes first. `later`: expected, and may change. `open`: no date yet. */
  readonly when: 'past' | 'next' | 'later' | 'open';
  /** Absent where there is no date yet. */
  readonly time?: LocalTime | undefined;
  /** The ladder step it belongs to. */
  readonly step?: string | undefined;
  /** What happened or will happen, in the customer's language. */
  readonly text: string;
  /** The day by which the customer is asked to act. */
  readonly deadline?: PlainDate | undefined;
}

/** What {@link timelineOf} needs beside case and plan. */
export interface TimelineOptions {
  readonly calendar: Calendar;
  readonly locale: Locale;
  /** The moment of the plan: later events are not shown. */
  readonly at: Timestamp;
}

/** Everything that happened and everything that is planned in one list, oldest first, in words a customer understands. */
export function timelineOf(item: ContactCase, plan: ContactPlan, options: TimelineOptions): TimelineEntry[] {
  const past = item.events
    .filter(({ at }) => at <= options.at)
    .map((event) => pastEntry(event, options))
    .sort((a, b) => ((a.time?.at ?? '') < (b.time?.at ?? '') ? -1 : 1));
  const future = plan.steps.flatMap((step) => futureEntries(step, plan, options));
  return [...past, ...future];
}

function pastEntry(event: CaseEvent, { calendar, locale }: TimelineOptions): TimelineEntry {
  const channel = 'channel' in event ? channelWords[locale][event.channel] : '';
  const step = 'step' in event ? event.step : undefined;
  const text = timelineWords[locale].events[event.type]?.replace('{channel}', channel) ?? event.type;
  return { when: 'past', time: calendar.localTime(event.at), ...(step === undefined ? {} : { step }), text };
}

function futureEntries(step: PlannedStep, plan: ContactPlan, { locale }: TimelineOptions): TimelineEntry[] {
  const words = timelineWords[locale];
  const deadline = step.deadline === null ? {} : { deadline: step.deadline };
  if (step.status === 'due' || step.status === 'planned') {
    return step.contacts.map((contact) => ({
      when: plan.next.includes(contact) ? 'next' : 'later',
      time: contact.earliest,
      step: step.step,
      text: words[step.kind].replace('{channel}', channelWords[locale][contact.channel]),
      ...deadline,
    }));
  }
  if (step.status !== 'waiting' && step.status !== 'held' && step.status !== 'never') return [];
  const reason = step.reasons.at(-1);
  const text = reason ? renderMessage(messages, reason, locale).text : '';
  return [{ when: 'open', step: step.step, text }];
}
