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
import { longestValidity } from './longest-validity.js';
import { isMonth } from './mrz-date.js';

/**
 * The card of the new format replaced the old French one everywhere by 2 August 2021.
 *
 * @see Décret n° 2021-279 du 13 mars 2021, https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043246706
 */
const LAST_OLD_FRENCH_CARD = '2021-08';

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
  const age = birth && ageOn(birth, today);
  const longest = longestValidity(reading.format, reading.fields.issuingState, age);
  if (longest && expiry && expiry > addMonths(today, longest)) findings.push(impossible('valid-too-long'));
  const issued = issueOf(reading);
  if (birth && issued && issued < birth) findings.push(impossible('issued-before-birth'));
  if (issued && issued.slice(0, 7) > LAST_OLD_FRENCH_CARD) findings.push(impossible('issued-too-late'));
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

type ImpossibleRule = Extract<MrzFinding, { readonly code: 'mrz-check/dates-impossible' }>['params']['rule'];

const impossible = (rule: ImpossibleRule): MrzFinding => ({
  code: 'mrz-check/dates-impossible',
  outcome: 'failed',
  severity: 'warning',
  params: { rule },
});

/** The last day on which the document is valid, where it prints one or the law sets it. */
function lastDayOf(reading: MrzReading): PlainDate | undefined {
  const { format, fields } = reading;
  if (format !== 'FRENCH-CNI') return fields.expiryDate?.date;
  const issued = issueOf(reading);
  return issued && lastDayOfFrenchCard(issued, fields.birthDate?.date);
}

/** The last day of the month of issue, which only the old French card prints. */
function issueOf({ fields: { issueMonth } }: MrzReading): PlainDate | undefined {
  if (issueMonth === undefined || !isMonth(issueMonth)) return undefined;
  const yy = Number(issueMonth.slice(0, 2));
  const month = Number(issueMonth.slice(2));
  // The first cards of this kind were made in the eighties.
  const year = yy >= 80 ? 1900 + yy : 2000 + yy;
  return plainDateFrom(year, month, daysInMonth(year, month));
}

/**
 * The old French card prints its month of issue only. Ten years; fifteen where an adult got it from 2004 to 2013.
 *
 * @see Décret n° 2013-1188 du 18 décembre 2013, https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000028345518
 */
function lastDayOfFrenchCard(issued: PlainDate, birth: PlainDate | undefined): PlainDate {
  const isProlonged =
    issued >= '2004' && issued < '2014' && birth !== undefined && ageOn(birth, issued) >= 18;
  return addMonths(issued, isProlonged ? 180 : 120);
}

/** Completed years. */
function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
