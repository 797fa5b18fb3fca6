import {
  createMessageFormat,
  formatMoney,
  type JsonValue,
  type Locale,
  parsePlainDate,
} from '@dossierkit/core';
import type { IntakeChecks } from '@dossierkit/document-intake';
import type { Texts } from '../texts/texts.js';

/** What was read, the zone's fields first, as people write it; the same value once. */
export function fieldRows(
  { zone, kind }: IntakeChecks,
  locale: Locale,
  texts: Texts,
): { label: string; value: string }[] {
  const fromZone = Object.entries(zone?.value?.fields ?? {}).map(([name, value]) => ({
    name,
    value: zoneValue(value),
  }));
  const fromText = (kind?.value.fields ?? []).map(({ name, value, raw }) => ({
    name,
    value: fieldValue(value, raw),
  }));
  const seen = new Set<string>();
  return [...fromZone, ...fromText].flatMap(({ name, value }) => {
    // What has no name in the reader's language is of no use to them.
    const label = texts.fields[name];
    if (label === undefined) return [];
    const key = `${label}\n${value}`;
    if (value === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ label, value: name === 'sex' ? (texts.sexes[value] ?? value) : written(value, locale) }];
  });
}

function zoneValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { date } = value as { date?: unknown };
  return typeof date === 'string' ? date : '';
}

function fieldValue(value: JsonValue, raw: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value) {
    const { amountMinor, currency } = value;
    if (typeof amountMinor === 'number' && typeof currency === 'string')
      return formatMoney({ amountMinor, currency }, 'fr');
  }
  return raw;
}

/** Days in the reader's language; everything else as it stands. */
function written(value: string, locale: Locale): string {
  const day = parsePlainDate(value);
  return day.ok ? createMessageFormat(locale).date(day.value) : value;
}
