import { daysInMonth, parseTimestamp, type Timestamp, timestampMs } from '@dossierkit/core';

/** Years that the business calendar reaches, with room for the longest promise. */
const FIRST_YEAR = 1950;
const END_YEAR = 2150;
/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

/**
 * An instant as it came from outside, in ms, or NaN where it is none or lies beyond the business calendar. Instants in the
 * form that this house writes them in are read digit by digit: a million rows are many.
 */
export function readInstant(text: unknown): number {
  if (typeof text !== 'string') return Number.NaN;
  const quick = text.length === 24 ? readCanonical(text) : Number.NaN;
  if (!Number.isNaN(quick)) return quick;
  if (!(text >= String(FIRST_YEAR) && text < String(END_YEAR)) || !parseTimestamp(text).ok) return Number.NaN;
  return timestampMs(text as Timestamp);
}

/** `2026-05-03T10:15:00.000Z`, or NaN where it is written in another way, or is no instant. */
function readCanonical(text: string): number {
  const marks =
    text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':';
  if (!marks || text[19] !== '.' || text[23] !== 'Z') return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const ms = digits(text, 20, 3);
  // Comparisons with NaN are false, so one digit that is none refuses the whole.
  const isDay =
    year >= FIRST_YEAR &&
    year < END_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  if (!(isDay && hour <= 23 && minute <= 59 && second <= 59 && ms <= 999)) return Number.NaN;
  return ((daysFrom1970(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + ms;
}

/** Counted from March, so that the leap day is the last of its year. */
function daysFrom1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - DAYS_TO_1970;
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
