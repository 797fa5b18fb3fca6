import type { Severity } from '@dossierkit/core';
import type { MrzFinding } from '../findings.js';
import type { MrzFormat } from '../layout.js';
import type { MrzPolicy } from '../policy.js';
import type { MrzReading } from '../reading.js';
import { isSpecimenState } from '../states.js';

const FIRST_LETTERS: Readonly<Record<MrzFormat, RegExp>> = {
  TD1: /^[ACI]/,
  TD2: /^[ACIP]/,
  TD3: /^P/,
  'MRV-A': /^V/,
  'MRV-B': /^V/,
  'FRENCH-CNI': /^ID/,
  'SWISS-DL': /^FA/,
  'FRENCH-DL': /^[ABD]\d/,
};

/** Whether the zone is well-formed: check digits, fields, document code, and what the picture left in doubt. */
export function formFindings(reading: MrzReading, policy: MrzPolicy): MrzFinding[] {
  const { format, fields } = reading;
  const findings: MrzFinding[] = [...checkDigitFindings(reading)];
  for (const { name, problem } of reading.details) {
    if (!problem) continue;
    const params = { field: name, problem };
    findings.push({ code: 'mrz-check/field-malformed', outcome: 'failed', severity: 'warning', params });
  }
  findings.push({
    code: 'mrz-check/document-code',
    outcome: FIRST_LETTERS[format].test(fields.documentCode) ? 'passed' : 'failed',
    severity: 'warning',
    params: { documentCode: fields.documentCode, format },
  });
  if (isSpecimenState(fields.issuingState)) {
    const severity = ({ accept: 'info', review: 'warning', reject: 'critical' } as const)[policy.specimens];
    findings.push({
      code: 'mrz-check/specimen',
      outcome: 'failed',
      severity,
      params: { state: fields.issuingState },
    });
  }
  if (fields.nationalNumber) {
    const { name, valid } = fields.nationalNumber;
    findings.push({
      code: 'mrz-check/national-number',
      outcome: valid ? 'passed' : 'failed',
      severity: 'info', // specimens and old numbers break the rule, and the zone's own check digits protect it already
      params: { name, state: fields.issuingState },
    });
  }
  return [...findings, ...sightFindings(reading)];
}

function checkDigitFindings({ format, checkDigits, sight }: MrzReading): MrzFinding[] {
  if (checkDigits.length === 0) {
    return [
      {
        code: 'mrz-check/no-check-digits',
        outcome: 'inconclusive',
        severity: 'warning',
        params: { format },
      },
    ];
  }
  // What a picture shows may be misread; a person looks. A text is what it is.
  const severity: Severity = sight ? 'warning' : 'critical';
  return checkDigits.map(({ of, line, at, holds }) => ({
    code: 'mrz-check/check-digit',
    outcome: holds ? 'passed' : 'failed',
    severity,
    params: { of, line: line + 1, column: at + 1 },
  }));
}

function sightFindings({ format, sight }: MrzReading): MrzFinding[] {
  if (!sight) return [];
  const repairs: MrzFinding[] = sight.repairs.map(({ line, at, seen, taken, because }) => ({
    code: 'mrz-check/repaired',
    outcome: 'failed',
    severity: 'info',
    params: { line: line + 1, column: at + 1, seen, taken, because },
  }));
  const doubts: MrzFinding[] = sight.doubts.map(({ line, at, taken, or }) => ({
    code: 'mrz-check/doubtful',
    outcome: 'inconclusive',
    severity: 'warning',
    params: { line: line + 1, column: at + 1, taken, or },
  }));
  if (!sight.orFormat) return [...repairs, ...doubts];
  const params = { format, or: sight.orFormat };
  return [
    ...repairs,
    ...doubts,
    { code: 'mrz-check/format-doubtful', outcome: 'inconclusive', severity: 'warning', params },
  ];
}
