import { DossierkitError, dayNumber, type PlainDate } from '@dossierkit/core';
import HolidayData from 'date-holidays';

/** The names of the public holidays of a place, in its own language, by day number; substitute days as well: both are closed. */
export function readHolidays(place: {
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly bankHolidays: boolean;
  readonly fromYear: number;
  readonly toYear: number;
}): ReadonlyMap<number, string> {
  const { country, region, bankHolidays, fromYear, toYear } = place;
  const holidays = new Map<number, string>();
  if (country === undefined) return holidays;
  const source = new HolidayData();
  const known = country in source.getCountries() && (!region || region in (source.getStates(country) ?? {}));
  if (!known) {
    throw new DossierkitError(
      'dunning-scheduler/unknown-region',
      'No holidays are known for this country or region',
      { context: { country, region } },
    );
  }
  if (region) source.init(country, region);
  else source.init(country);
  for (let year = fromYear; year <= toYear; year++) {
    for (const { date, name, type } of source.getHolidays(year)) {
      if (type !== 'public' && !(bankHolidays && type === 'bank')) continue;
      const day = dayNumber(date.slice(0, 10) as PlainDate);
      if (!holidays.has(day)) holidays.set(day, name);
    }
  }
  return holidays;
}
