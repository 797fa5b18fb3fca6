import { daysInMonth, type PlainDate, partsOfDate, plainDateFrom } from '@dossierkit/core';
import { type LineText, type Scene, spanOf } from '../text/scene.js';
import type { Candidate } from './candidate.js';
import { monthOf } from './months.js';

/** A time span on paper, from its first to its last day. A month is one as well. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly [key: string]: string;
}

/** All dates, and all periods (ranges and bare months), of a text. */
export interface Dates {
  readonly days: readonly Candidate<PlainDate>[];
  readonly periods: readonly Candidate<Period>[];
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly day?: PlainDate;
  readonly month?: Period;
  readonly certainty: number;
}

// Every quantifier is bounded, so that each pattern takes linear time.
const NUMERIC = /(?<![\d.,/]|[\d.,/]-)(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d|[.,/]\d)/g;
const ISO = /(?<![\d.,/-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const SPACED = /(?<![\d.,/-] ?)(\d{2})[ \t](\d{2})[ \t](\d{4})(?! ?\d)/g;
const DAY_NAME_YEAR =
  /(?<![\d.,/])(\d{1,2})(?:er|\.|st|nd|rd|th)? ?(?:of |de )?([a-z]{3,11})[.,]? ?(\d{4}|'?\d{2})(?!\d)/g;
const NAME_DAY_YEAR = /(?<![a-z])([a-z]{3,11})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/g;
const NAME_YEAR = /(?<![a-z\d])([a-z]{3,11})[.,]? ?(\d{4}|'?\d{2})(?![\d.,/])/g;
const MONTH_YEAR = /(?<![\d.,/-] ?)(\d{1,2}) ?[./-] ?((?:19|20)\d{2})(?![\d/]|[.,]\d)/g;

/** Finds every date and period; a two-digit year is taken to be the one nearest to `today`, at most 20 years ahead. */
export function scanDates(scene: Scene, today: PlainDate): Dates {
  const days: Candidate<PlainDate>[] = [];
  const periods: Candidate<Period>[] = [];
  for (const line of scene.lineTexts) {
    if (!/\d/.test(line.digits)) continue;
    const found = foundIn(line, partsOfDate(today).year);
    for (const { from, to, day, month, certainty } of found) {
      const span = spanOf(line, from, to);
      if (day) days.push({ ...span, value: day, certainty });
      if (month) periods.push({ ...span, value: month, certainty });
    }
    periods.push(...rangesOf(line, found));
  }
  return { days, periods };
}

function foundIn(line: LineText, thisYear: number): Found[] {
  const found: Found[] = [];
  const isFree = (from: number, to: number): boolean => found.every((f) => to <= f.from || from >= f.to);
  const add = (match: RegExpMatchArray, value: Omit<Found, 'from' | 'to'> | undefined): void => {
    const from = match.index as number;
    const to = from + match[0].length;
    if (value && isFree(from, to)) found.push({ from, to, ...value });
  };
  const { digits } = line;
  for (const m of digits.matchAll(ISO)) add(m, dayOf(Number(m[1]), Number(m[2]), Number(m[3]), 1));
  for (const m of digits.matchAll(NUMERIC)) {
    add(m, numericDay(Number(m[1]), Number(m[3]), yearOf(m[4] as string, thisYear), m[4]?.length === 2));
  }
  for (const m of digits.matchAll(DAY_NAME_YEAR)) {
    const month = monthOf(m[2] as string);
    if (month) add(m, dayOf(yearOf(m[3] as string, thisYear), month, Number(m[1]), 1));
  }
  for (const m of digits.matchAll(NAME_DAY_YEAR)) {
    const month = monthOf(m[1] as string);
    if (month) add(m, dayOf(Number(m[3]), month, Number(m[2]), 1));
  }
  for (const m of digits.matchAll(SPACED)) add(m, dayOf(Number(m[3]), Number(m[2]), Number(m[1]), 0.5));
  for (const m of digits.matchAll(NAME_YEAR)) {
    const month = monthOf(m[1] as string);
    if (month) add(m, monthSpan(yearOf(m[2] as string, thisYear), month, 0.9));
  }
  for (const m of digits.matchAll(MONTH_YEAR)) add(m, monthSpan(Number(m[2]), Number(m[1]), 0.8));
  return found.sort((a, b) => a.from - b.from);
}

/** Day before month, as in Europe; the other order only where nothing else can be meant. */
function numericDay(
  first: number,
  second: number,
  year: number,
  short: boolean,
): Omit<Found, 'from' | 'to'> | undefined {
  const certainty = short ? 0.8 : 1;
  return dayOf(year, second, first, certainty) ?? dayOf(year, first, second, certainty * 0.6);
}

function dayOf(
  year: number,
  month: number,
  day: number,
  certainty: number,
): Omit<Found, 'from' | 'to'> | undefined {
  if (year < 1900 || year > 2200) return undefined;
  const date = plainDateFrom(year, month, day);
  return date && { day: date, certainty };
}

function monthSpan(year: number, month: number, certainty: number): Omit<Found, 'from' | 'to'> | undefined {
  const from = year >= 1900 && year <= 2200 ? plainDateFrom(year, month, 1) : undefined;
  const to = from && plainDateFrom(year, month, daysInMonth(year, month));
  return from && to && { month: { from, to }, certainty };
}

function yearOf(text: string, thisYear: number): number {
  const digits = text.replace("'", '');
  if (digits.length === 4) return Number(digits);
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + Number(digits);
  return year > thisYear + 20 ? year - 100 : year;
}

const BETWEEN = /^[ \t]*(?:au|a|bis|bis zum|to|until|-|–|—|et|und|and)[ \t]*$/;

/** Two dates with "au", "bis", "to" or a dash between them. */
function rangesOf(line: LineText, found: readonly Found[]): Candidate<Period>[] {
  return found.flatMap((start, at) => {
    const stop = found[at + 1];
    const from = start.day ?? start.month?.from;
    const to = stop?.day ?? stop?.month?.to;
    if (!stop || !from || !to || from > to || !BETWEEN.test(line.text.slice(start.to, stop.from))) return [];
    return [{ ...spanOf(line, start.from, stop.to), value: { from, to }, certainty: 1 }];
  });
}
