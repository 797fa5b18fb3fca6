import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  type PlainDate,
  plainDateFrom,
} from '@dossierkit/core';
import type { MrzFinding } from '../findings.js';
import type { MrzPolicy } from '../policy.js';
import type { MrzReading } from '../reading.js';

/** Passports are issued for ten years; the United Kingdom added up to nine months of the old one. */
const LONGEST_PASSPORT_MONTHS = 10 * 12 + 9;

/** Expiry and age on the day, and dates that cannot be together. */
export function dateFindings(reading: MrzReading, today: PlainDate, policy: MrzPolicy): MrzFinding[] {
  const findings: MrzFinding[] = [];
  const birth = reading.fields.birthDate?.date;
  const expiry = lastDayOf(reading);
  if (expiry) findings.push(expiredFinding(expiry, today, policy));
  else if (reading.format !== 'SWISS-DL') {
    findings.push({
      code: 'mrz-check/expiry-unknown',
      outcome: 'inconclusive',
      severity: 'info',
      params: {},
    });
  }
  if (birth && policy.minimumAge !== undefined) {
    findings.push({
      code: 'mrz-check/too-young',
      outcome: ageOn(birth, today) >= policy.minimumAge ? 'passed' : 'failed',
      severity: 'critical',
      params: { minimumAge: policy.minimumAge },
      measured: { value: ageOn(birth, today), limit: policy.minimumAge, unit: 'years' },
    });
  }
  if (birth && expiry && expiry < birth) findings.push(impossible('expires-before-birth'));
  if (reading.format === 'TD3' && expiry && expiry > addMonths(today, LONGEST_PASSPORT_MONTHS)) {
    findings.push(impossible('valid-too-long'));
  }
  return findings;
}

function expiredFinding(expiry: PlainDate, today: PlainDate, policy: MrzPolicy): MrzFinding {
  return {
    code: 'mrz-check/expired',
    outcome: addDays(expiry, policy.expiredForDays) < today ? 'failed' : 'passed',
    severity: 'critical',
    params: { on: expiry },
    measured: { value: daysBetween(expiry, today), limit: policy.expiredForDays, unit: 'days' },
  };
}

const impossible = (rule: 'expires-before-birth' | 'valid-too-long'): MrzFinding => ({
  code: 'mrz-check/dates-impossible',
  outcome: 'failed',
  severity: 'warning',
  params: { rule },
});

/** The last day on which the document is valid, where it prints one or the law sets it. */
function lastDayOf({ format, fields }: MrzReading): PlainDate | undefined {
  if (format === 'FRENCH-CNI') return lastDayOfFrenchCard(fields.issueMonth, fields.birthDate?.date);
  return fields.expiryDate?.date;
}

/**
 * The old French card prints its month of issue only. Ten years; fifteen where an adult got it from 2004 to 2013.
 *
 * @see Décret n° 2013-1188 du 18 décembre 2013, https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000028345518
 */
function lastDayOfFrenchCard(
  issueMonth: string | undefined,
  birth: PlainDate | undefined,
): PlainDate | undefined {
  const yy = Number(issueMonth?.slice(0, 2));
  const month = Number(issueMonth?.slice(2));
  if (Number.isNaN(yy) || !(month >= 1 && month <= 12)) return undefined;
  const year = yy >= 80 ? 1900 + yy : 2000 + yy;
  const issued = plainDateFrom(year, month, daysInMonth(year, month)) as PlainDate;
  const prolonged = year >= 2004 && year <= 2013 && birth !== undefined && ageOn(birth, issued) >= 18;
  return addMonths(issued, prolonged ? 180 : 120);
}

/** Completed years. */
function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
