import { type PlainDate, parsePlainDate } from '@dossierkit/core';
import type { Fields } from './fields.js';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/;

/**
 * A calendar day from `2024-05-31`, `2024-05-31T05:29:58`, `20240531`, or with the day first (`31/05/2024`, `31.5.2024`), as
 * European registers write it; `undefined` for anything else.
 */
export function dayOf(text: string | undefined): PlainDate | undefined {
  const [, year, , month, day] = YEAR_FIRST.exec(text ?? '') ?? [];
  const [, dayFirst, monthSecond, yearLast] = DAY_FIRST.exec(text ?? '') ?? [];
  return plainDay(year ?? yearLast, month ?? monthSecond, day ?? dayFirst);
}

function plainDay(year = '', month = '', day = ''): PlainDate | undefined {
  const parsed = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.ok ? parsed.value : undefined;
}

/** A birth as exact as the register says it: year, month (`1961-08`, `08/1961`) or day. */
export function birthOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}$/.test(text)) return text;
  const [, year, second] = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? [];
  const [, first, yearLast] = /^(\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  const month = plainDay(year ?? yearLast, second ?? first, '1');
  return month?.slice(0, 7) ?? dayOf(text);
}

/** A birth that a register writes as one text, or in its parts. */
export function birthAt(birth: Fields): string | undefined {
  const year = birth.text('annee') ?? birth.text('year');
  if (year === undefined) return birthOf(birth.text(''));
  const month = birth.text('mois') ?? birth.text('month');
  const day = birth.text('jour') ?? birth.text('day');
  const monthOnly = month === undefined ? undefined : birthOf(`${year}-${month}`);
  return plainDay(year, month, day) ?? monthOnly ?? birthOf(year);
}

/**
 * A day from a number of seconds since 1970. API Entreprise stores midnight in Paris, which is 22 or 23 o'clock the day
 * before in UTC: half a day is added so that the calendar day stays the one that was meant.
 */
export function dayOfUnixSeconds(seconds: number | undefined): PlainDate | undefined {
  if (seconds === undefined || Math.abs(seconds) > 2e11) return undefined;
  return dayOf(new Date((seconds + 43_200) * 1000).toISOString());
}
