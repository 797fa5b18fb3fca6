import { type MessageFormat, parsePlainDate } from '@dossierkit/core';

/** A day as people write it; text that is no day as it is. */
export function writeDay(text: string, format: MessageFormat): string {
  const day = parsePlainDate(text);
  return day.ok ? format.date(day.value) : text;
}

/** An amount that was written as `minor CURRENCY`. */
export function writeAmount(text: string, format: MessageFormat): string {
  const [minor = '', currency = ''] = text.split(' ');
  return format.money({ amountMinor: Number(minor), currency });
}
