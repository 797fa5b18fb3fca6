import type { PlainDate } from '@dossierkit/core';
import type { MrzComparedField, MrzComparedWith, MrzFinding } from '../findings.js';
import type { MrzFields, MrzReading } from '../reading.js';
import { nameFitsMrz } from '../transliterate.js';

/** What a form or the visual zone says, in its own spelling and script. What is absent is not compared. */
export interface MrzStatement {
  readonly surname?: string;
  /** A form may leave out further given names. */
  readonly givenNames?: string;
  readonly birthDate?: PlainDate;
  readonly expiryDate?: PlainDate;
  readonly documentNumber?: string;
  /** ICAO or ISO alpha-3 code; `DEU` is `D`. */
  readonly nationality?: string;
  readonly issuingState?: string;
  readonly sex?: 'female' | 'male' | 'unspecified';
}

type Comparison = (fields: MrzFields, said: MrzStatement) => boolean | undefined;

const COMPARISONS: Readonly<Record<MrzComparedField, Comparison>> = {
  surname: (fields, { surname }) =>
    surname === undefined
      ? undefined
      : nameFitsMrz(surname, fields.surname, cut(fields, fields.givenNames === '')),
  givenNames: (fields, { givenNames }) =>
    givenNames === undefined ? undefined : givenNamesAgree(fields, givenNames),
  birthDate: (fields, { birthDate }) => sameDay(birthDate, fields.birthDate?.date),
  expiryDate: (fields, { expiryDate }) => sameDay(expiryDate, fields.expiryDate?.date),
  documentNumber: (fields, { documentNumber }) =>
    documentNumber === undefined ? undefined : plain(documentNumber) === plain(fields.documentNumber),
  nationality: (fields, { nationality }) => sameState(nationality, fields.nationality),
  issuingState: (fields, { issuingState }) => sameState(issuingState, fields.issuingState),
  sex: (fields, { sex }) => (sex === undefined || fields.sex === undefined ? undefined : sex === fields.sex),
};

/** One finding for each thing that both say. */
export function compare(reading: MrzReading, said: MrzStatement, against: MrzComparedWith): MrzFinding[] {
  const findings: MrzFinding[] = [];
  for (const [field, agree] of Object.entries(COMPARISONS) as [MrzComparedField, Comparison][]) {
    const agrees = agree(reading.fields, said);
    if (agrees === undefined) continue;
    findings.push({
      code: 'mrz-check/agrees',
      outcome: agrees ? 'passed' : 'failed',
      // A form has typing errors. A document that contradicts itself has been altered or misread.
      severity: against === 'form' || reading.sight ? 'warning' : 'critical',
      params: { field, with: against },
    });
  }
  return findings;
}

const cut = (fields: MrzFields, touchesEnd: boolean): { mayBeCut: boolean } => ({
  mayBeCut: fields.nameMayBeCut && touchesEnd,
});

/** One-letter names with a filler between them, in the longest name field. */
const MOST_WORDS = 20;

/** All given names, or the first ones of either side. */
function givenNamesAgree(fields: MrzFields, said: string): boolean {
  const options = cut(fields, true);
  if (nameFitsMrz(said, fields.givenNames, options)) return true;
  const printed = fields.givenNames.split(' ');
  for (let count = 1; count < printed.length; count++) {
    if (nameFitsMrz(said, printed.slice(0, count).join(' '))) return true;
  }
  // No zone has room for more words; a form may send any number.
  const words = said.trim().split(/\s+/u, MOST_WORDS + 1);
  for (let count = 1; count < words.length; count++) {
    if (nameFitsMrz(words.slice(0, count).join(' '), fields.givenNames)) return true;
  }
  return false;
}

const sameDay = (said: PlainDate | undefined, printed: PlainDate | undefined): boolean | undefined =>
  said === undefined || printed === undefined ? undefined : said === printed;

const plain = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '');

function sameState(said: string | undefined, printed: string | undefined): boolean | undefined {
  if (said === undefined || printed === undefined) return undefined;
  const code = (state: string): string => (state.toUpperCase() === 'DEU' ? 'D' : state.toUpperCase());
  return code(said) === code(printed);
}
