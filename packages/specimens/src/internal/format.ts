import { type PlainDate, partsOfDate } from '@dossierkit/core';

export const FRENCH_MONTHS: readonly string[] =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
export const GERMAN_MONTHS: readonly string[] =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
export const ENGLISH_MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** `03/05/2026` */
export const slashDate = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
/** `03.05.2026` */
export const dotDate = (day: string): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
/** `03 05 2026` */
export const spaceDate = (day: string): string => `${day.slice(8, 10)} ${day.slice(5, 7)} ${day.slice(0, 4)}`;

/** `3 mai 2026`, `1er août 2026` */
export function frenchDate(day: string): string {
  const { year, month, day: dayOfMonth } = partsOfDate(day as PlainDate);
  return `${dayOfMonth === 1 ? '1er' : dayOfMonth} ${FRENCH_MONTHS[month - 1]} ${year}`;
}

/** `3. Mai 2026` */
export function germanDate(day: string): string {
  const { year, month, day: dayOfMonth } = partsOfDate(day as PlainDate);
  return `${dayOfMonth}. ${GERMAN_MONTHS[month - 1]} ${year}`;
}

/** `3 May 2026` */
export function englishDate(day: string): string {
  const { year, month, day: dayOfMonth } = partsOfDate(day as PlainDate);
  return `${dayOfMonth} ${ENGLISH_MONTHS[month - 1]} ${year}`;
}

/** Minor units as the truth writes an amount: `1234.50`. */
export function decimal(minor: number): string {
  const cents = String(Math.abs(minor) % 100).padStart(2, '0');
  return `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${cents}`;
}

/** `1 234,50` from `1234.50`, with a no-break space. */
export const frenchAmount = (amount: string): string => grouped(amount, '\u00a0', ',');
/** `1.234,50` */
export const germanAmount = (amount: string): string => grouped(amount, '.', ',');
/** `1,234.50` */
export const britishAmount = (amount: string): string => grouped(amount, ',', '.');

function grouped(amount: string, between: string, point: string): string {
  const [whole = '', cents] = amount.split('.');
  const groups = whole.replace(/(?<=\d)(?=(\d{3})+$)/g, between);
  return cents === undefined ? groups : `${groups}${point}${cents}`;
}

/** Groups of digits from the left: `123 456 789`. */
export const spaced = (digits: string, ...sizes: readonly number[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts.filter(Boolean).join(' ');
};
