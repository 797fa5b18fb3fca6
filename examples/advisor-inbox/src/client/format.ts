import { type Locale, plainDateAt, type Timestamp, timestampMs } from '@dossierkit/core';
import { calendar, colleagues, OPENING } from '../office/branch.js';

const TODAY = plainDateAt(OPENING, calendar.hours.zone);

/** Times, lengths and shares as the reader writes them. */
export interface Format {
  /** The time of day, with the weekday where it is not today. */
  time(at: Timestamp): string;
  /** 95 minutes as "1 h 35". */
  length(ms: number): string;
  percent(share: number, digits?: number): string;
  points(points: number): string;
}

export function createFormat(locale: Locale): Format {
  const tag = locale === 'en' ? 'en-GB' : locale === 'ar' ? 'ar-u-nu-latn' : locale;
  const timeZone = calendar.hours.zone;
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', hourCycle: 'h23', timeZone });
  const otherDay = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const short = (value: number, unit: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  return {
    time: (at) => (plainDateAt(at, timeZone) === TODAY ? time : otherDay).format(timestampMs(at)),
    length(ms) {
      const minutes = Math.round(Math.abs(ms) / 60_000);
      if (minutes < 60) return short(minutes, 'minute');
      const rest = minutes % 60;
      return rest === 0
        ? short(Math.floor(minutes / 60), 'hour')
        : `${short(Math.floor(minutes / 60), 'hour')} ${short(rest, 'minute')}`;
    },
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(tag, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    points: (points) =>
      new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(points),
  };
}

/** The name of somebody who answers, also of a team or somebody outside. */
export function nameOf(id: string | null): string {
  return colleagues.find(({ advisor }) => advisor === id)?.name ?? id ?? '';
}
