import {
  type CheckReport,
  createCheckReport,
  digestJson,
  type PlainDate,
  type Sha256,
  type Timestamp,
  timestamp,
} from '@dossierkit/core';
import type { MrzFinding } from './findings.js';
import { compare, type MrzStatement } from './internal/compare.js';
import { dateFindings } from './internal/date-findings.js';
import { formFindings } from './internal/form-findings.js';
import { parseMrz } from './parse-mrz.js';
import { defineMrzPolicy, type MrzPolicy } from './policy.js';
import type { MrzReading } from './reading.js';

/** The version of the rules that decide. */
export const RULES_VERSION = '1.0.0';

/** Options of {@link checkMrz}. */
export interface CheckMrzOptions {
  /** The day that expiry and age are judged on. A day counts as its beginning in UTC. */
  readonly at: Timestamp | PlainDate;
  /** What the person typed. Default: not compared. */
  readonly form?: MrzStatement;
  /** What the readable part of the document says. Default: not compared. */
  readonly visualZone?: MrzStatement;
  /** The digest of the file. Default: that of the zone's lines. */
  readonly subject?: Sha256;
  /** Default: `defineMrzPolicy()`. */
  readonly policy?: MrzPolicy;
}

/**
 * Judges a zone: check digits, fields, dates, repairs and doubts of the reading, agreement with form and visual zone.
 *
 * The verdict is `accept` only where every check digit holds, nothing is malformed, and no character of a picture is in
 * doubt. It says that the zone is consistent, not that the document is genuine.
 *
 * @param zone a reading of `readMrz` or `parseMrz`, the text itself, or nothing where no zone was found
 * @returns the report; its value is the reading, or `null` where there is none
 * @example
 * const report = checkMrz(readMrz(picture, { at }), { at, form: { surname: 'Eriksson' } });
 * @see ICAO Doc 9303, 8th edition, part 3
 */
export function checkMrz(
  zone: MrzReading | string | readonly string[] | undefined,
  options: CheckMrzOptions,
): CheckReport<MrzReading | null, MrzFinding> {
  const { at, policy = defineMrzPolicy() } = options;
  const today = at.slice(0, 10) as PlainDate;
  const reading = readingOf(zone, at);
  const findings: MrzFinding[] = [
    {
      code: 'mrz-check/zone-found',
      outcome: reading ? 'passed' : 'inconclusive',
      severity: 'warning',
      params: {},
    },
  ];
  if (reading) {
    findings.push(...formFindings(reading, policy), ...dateFindings(reading, today, policy));
    if (options.form) findings.push(...compare(reading, options.form, 'form'));
    if (options.visualZone) findings.push(...compare(reading, options.visualZone, 'visual-zone'));
  }
  return createCheckReport({
    check: 'mrz-check',
    version: RULES_VERSION,
    subject: options.subject ?? digestJson(reading ? [...reading.lines] : []),
    at: at.length === 10 ? timestamp(`${at}T00:00:00Z`) : (at as Timestamp),
    findings,
    value: reading ?? null,
  });
}

function readingOf(zone: MrzReading | string | readonly string[] | undefined, at: Timestamp | PlainDate) {
  if (zone === undefined) return undefined;
  if (typeof zone === 'object' && 'checkDigits' in zone) return zone;
  const parsed = parseMrz(zone, { at });
  return parsed.ok ? parsed.value : undefined;
}
