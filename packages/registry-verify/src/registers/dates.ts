import { parsePlainDate } from '@dossierkit/core';

/** A calendar day from `2024-05-31`, `2024-05-31T05:29:58`, `31/05/2024` or `20240531`; `undefined` for anything else. */
export function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const candidate = french
    ? `${french[3]}-${french[2]}-${french[1]}`
    : compact
      ? `${compact[1]}-${compact[2]}-${compact[3]}`
      : text.slice(0, 10);
  const day = parsePlainDate(candidate);
  return day.ok ? day.value : undefined;
}

/** A birth as exact as the register says it: year, month or day. */
export function birthOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}$/.test(text) || /^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  return dayOf(text);
}

/**
 * A day from a number of seconds since 1970. API Entreprise stores midnight in Paris, which is 22 or 23 o'clock the day
 * before in UTC: half a day is added so that the calendar day stays the one that was meant.
 */
export function dayOfUnixSeconds(seconds: number | undefined): string | undefined {
  if (seconds === undefined || Math.abs(seconds) > 2e11) return undefined;
  return dayOf(new Date((seconds + 43_200) * 1000).toISOString());
}
