import { type Money, parsePlainDate, parseTimestamp } from '@dossierkit/core';
import { CHANNELS } from '../channels.js';
import type { CaseEvent, ContactCase } from '../contact-case.js';
import { type CalendarTables, localDayAt } from './calendar-tables.js';
import type { CaseState } from './case-state.js';

/** An event with its place in the list, its instant and its local day. */
export interface DatedEvent {
  readonly event: CaseEvent;
  readonly index: number;
  readonly ms: number;
  readonly day: number;
}

/** The events that can be used, in order of time; the others are findings. */
export function datedEvents(
  item: ContactCase,
  tables: CalendarTables,
  atMs: number,
  state: CaseState,
  isKnownType: (type: string) => boolean,
): DatedEvent[] {
  const dated: DatedEvent[] = [];
  for (const [index, event] of item.events.entries()) {
    const type = String(event.type);
    const ms = readTime(event.at);
    if (ms === undefined || !isKnownType(type) || !isReadable(event)) {
      state.findings.push({
        code: 'dunning-scheduler/event-unreadable',
        outcome: 'failed',
        severity: 'warning',
        params: { type, index },
      });
    } else if (ms > atMs) {
      state.findings.push({
        code: 'dunning-scheduler/event-from-future',
        outcome: 'failed',
        severity: 'warning',
        params: { type, index },
      });
    } else if (!hasUsableAmounts(event, item)) {
      state.findings.push({
        code: 'dunning-scheduler/amount-unusable',
        outcome: 'failed',
        severity: 'warning',
        params: { type, index },
      });
    } else dated.push({ event, index, ms, day: localDayAt(tables, Math.floor(ms / 60_000)) });
  }
  return dated.sort((a, b) => a.ms - b.ms || a.index - b.index);
}

/** The form that `timestamp` writes, of days that every month has: most of all, and quickly read. */
const PLAIN_INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** An instant in milliseconds; `undefined` where the text is none. */
export function readTime(text: unknown): number | undefined {
  if (typeof text === 'string' && PLAIN_INSTANT.test(text)) return Date.parse(text);
  const parsed = typeof text === 'string' ? parseTimestamp(text) : undefined;
  return parsed?.ok ? Date.parse(parsed.value) : undefined;
}

function isReadable(event: CaseEvent): boolean {
  if ('channel' in event && !CHANNELS.includes(event.channel)) return false;
  if ('until' in event && event.until !== undefined && !parsePlainDate(String(event.until)).ok) return false;
  if ('due' in event && event.due !== undefined && !parsePlainDate(String(event.due)).ok) return false;
  return true;
}

/** Amounts that the claim's own currency can hold, as whole minor units and not below zero. */
function hasUsableAmounts(event: CaseEvent, item: ContactCase): boolean {
  const amounts = [
    'amount' in event ? event.amount : undefined,
    'outstanding' in event ? event.outstanding : undefined,
    'undisputed' in event ? event.undisputed : undefined,
  ].filter((amount): amount is Money => amount !== undefined);
  if (amounts.length > 0 && item.kind !== 'claim') return false;
  return amounts.every(
    ({ amountMinor, currency }) =>
      Number.isSafeInteger(amountMinor) &&
      amountMinor >= 0 &&
      item.kind === 'claim' &&
      currency === item.outstanding.currency,
  );
}
