import { timestampFromMs, timestampMs } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';

/** A calendar's arithmetic on plain numbers: text for a million due times would cost more than the arithmetic. */
export interface CalendarMs {
  addMs(atMs: number, openMs: number): number;
  subtractMs(atMs: number, openMs: number): number;
  betweenMs(fromMs: number, toMs: number): number;
}

const known = new WeakMap<BusinessCalendar, CalendarMs>();

export function registerMs(calendar: BusinessCalendar, numbers: CalendarMs): void {
  known.set(calendar, numbers);
}

/** The arithmetic of any calendar; of one that a host wrote itself through its text interface. */
export function msOf(calendar: BusinessCalendar): CalendarMs {
  return (
    known.get(calendar) ?? {
      addMs: (atMs, openMs) => timestampMs(calendar.add(timestampFromMs(atMs), openMs)),
      subtractMs: (atMs, openMs) => timestampMs(calendar.subtract(timestampFromMs(atMs), openMs)),
      betweenMs: (fromMs, toMs) => calendar.between(timestampFromMs(fromMs), timestampFromMs(toMs)),
    }
  );
}
