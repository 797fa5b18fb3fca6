import type { MessageFormat } from '@dossierkit/core';
import type { StepParams } from '../findings.js';

/** What a requirement is called in the message's language, else in any, else by its id. */
export function nameOf({ label, requirement }: StepParams, { locale }: MessageFormat): string {
  return label[locale] ?? label.en ?? Object.values(label)[0] ?? requirement;
}

/** `2026-03` as March 2026. */
export function monthName(month: string, { locale }: MessageFormat): string {
  const tag = locale === 'en' ? 'en-GB' : locale === 'ar' ? 'ar-u-nu-latn' : locale;
  return new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
