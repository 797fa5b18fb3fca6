import { type MessageFormat, parsePlainDate } from '@dossierkit/core';
import type { TimeForm } from '../findings.js';

/** A day, a month or a year as people write it. */
export function writeTime(value: string, form: TimeForm, format: MessageFormat): string {
  if (form === 'year') return value;
  const day = parsePlainDate(form === 'month' ? `${value}-01` : value);
  if (!day.ok) return value;
  return form === 'day' ? format.date(day.value) : writeMonth(day.value, format);
}

/** `2026-05` as "May 2026". */
export function writeMonth(day: string, { locale }: Pick<MessageFormat, 'locale'>): string {
  const tag = locale === 'en' ? 'en-GB' : locale === 'ar' ? 'ar-u-nu-latn' : locale;
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(tag, options).format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));
}
