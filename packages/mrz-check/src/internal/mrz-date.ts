import { daysInMonth, type PlainDate } from '@dossierkit/core';

/** A date as a zone prints it: two digits for the year, and fillers for what is not known. */
export interface MrzDate {
  /** As printed: `YYMMDD`. */
  readonly text: string;
  /** The day, where all parts are known. */
  readonly date?: PlainDate;
  /** With its century. */
  readonly year?: number;
  readonly month?: number;
}

/** Whether it is a date, perhaps an unknown one; what is none has its text only. */
export const isDate = ({ text, year }: MrzDate): boolean => year !== undefined || text === '<<<<<<';

/**
 * A birth date lies in the past: the latest year up to `today` with these two digits.
 *
 * @returns nothing where the calendar has no such day
 */
export function readBirthDate(text: string, today: PlainDate): MrzDate | undefined {
  return readDate(text, (yy, monthDay) => {
    const now = Number(today.slice(0, 4));
    const year = now - ((((now - yy) % 100) + 100) % 100);
    const later = year === now && monthDay > today.slice(5, 7) + today.slice(8, 10);
    return later ? year - 100 : year;
  });
}

/** An expiry date lies in the century around `today`: up to 50 years ago, up to 49 years ahead. */
export function readExpiryDate(text: string, today: PlainDate): MrzDate | undefined {
  return readDate(text, (yy) => {
    const first = Number(today.slice(0, 4)) - 50;
    return first + ((((yy - first) % 100) + 100) % 100);
  });
}

/** Whether `YYMM` names a month. */
export const isMonth = (text: string): boolean => /^\d\d(0[1-9]|1[0-2])$/.test(text);

function readDate(text: string, century: (yy: number, monthDay: string) => number): MrzDate | undefined {
  const yy = part(text, 0);
  const month = part(text, 2);
  const day = part(text, 4);
  if (yy === undefined || month === undefined || day === undefined) return undefined;
  if (yy < 0) return month < 0 && day < 0 ? { text } : undefined;
  const year = century(yy, month < 0 ? '0000' : day < 0 ? `${text.slice(2, 4)}00` : text.slice(2, 6));
  if (month < 0) return day < 0 ? { text, year } : undefined;
  if (month < 1 || month > 12) return undefined;
  if (day < 0) return { text, year, month };
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = `${year}-${text.slice(2, 4)}-${text.slice(4, 6)}` as PlainDate;
  return { text, date, year, month };
}

/** Two digits as a number, two fillers as -1, anything else as nothing. */
function part(text: string, at: number): number | undefined {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  if (a === 60 && b === 60) return -1;
  return a >= 48 && a <= 57 && b >= 48 && b <= 57 ? (a - 48) * 10 + b - 48 : undefined;
}
