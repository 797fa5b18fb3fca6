import { plainDates } from '@dossierkit/core/testing';
import * as fc from 'fast-check';
import { type BusinessHours, defineBusinessHours, WEEKDAYS } from '../business-time/business-hours.js';

/** Opening hours of arbitrary branches: zones with and without summer time, breaks, holidays, extra shifts. */
export function businessHours(): fc.Arbitrary<BusinessHours> {
  const time = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const range = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 })
    .map((ends) => [time(Math.min(...ends)), time(Math.max(...ends))] as [string, string]);
  const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
  const day = plainDates(20_089, 20_820);
  return fc
    .record({
      zone: fc.constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Riyadh'),
      first: fc.constantFrom(...WEEKDAYS),
      firstRanges: ranges,
      weekly: fc.dictionary(fc.constantFrom(...WEEKDAYS), ranges),
      breaks: fc.dictionary(day, ranges, { maxKeys: 5 }),
      shifts: fc.dictionary(day, ranges, { maxKeys: 5 }),
      holidays: fc.array(day, { maxLength: 8 }),
      boundary: fc.constantFrom('closing' as const, 'next-opening' as const),
    })
    .map(({ first, firstRanges, weekly, ...rest }) =>
      defineBusinessHours({ ...rest, weekly: { ...weekly, [first]: firstRanges } }),
    );
}
