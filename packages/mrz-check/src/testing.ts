import { addDays, dayNumber, type PlainDate, plainDate } from '@dossierkit/core';
import fc from 'fast-check';
import { checkDigitOver, mrzCheckDigit } from './check-digit.js';
import type { MrzFormat } from './layout.js';
import { MRZ_LAYOUTS } from './layouts.js';

/** A made-up document as its issuer knows it. */
export interface MadeUpDocument {
  readonly format: 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';
  readonly issuingState: string;
  readonly nationality: string;
  readonly documentNumber: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly birthDate: PlainDate;
  readonly expiryDate: PlainDate;
  readonly sex: 'female' | 'male' | 'unspecified';
  readonly optionalData: string;
}

const CODES = { TD1: 'I<', TD2: 'I<', TD3: 'P<', 'MRV-A': 'V<', 'MRV-B': 'V<' } as const;
const SEXES = { female: 'F', male: 'M', unspecified: '<' } as const;

/** Writes the zone of a made-up document, with every check digit right. Names that are too long are cut. */
export function formatMrz(document: MadeUpDocument): string[] {
  const { format } = document;
  const layout = MRZ_LAYOUTS[format];
  const lines = layout.lengths.map((length) => '<'.repeat(length));
  const put = (line: number, at: number, text: string): void => {
    const old = lines[line] as string;
    lines[line] = old.slice(0, at) + text + old.slice(at + text.length);
  };
  const long = document.documentNumber.length > 9;
  const texts: Partial<Record<string, string>> = {
    documentCode: CODES[format],
    issuingState: document.issuingState,
    nationality: document.nationality,
    documentNumber: document.documentNumber.slice(0, 9),
    birthDate: yymmdd(document.birthDate),
    expiryDate: yymmdd(document.expiryDate),
    sex: SEXES[document.sex],
    name: `${document.surname}<<${document.givenNames}`.replaceAll(' ', '<'),
    optionalData: long
      ? `${document.documentNumber.slice(9)}${mrzCheckDigit(document.documentNumber)}`
      : document.optionalData,
  };
  for (const { name, line, start, end } of layout.fields)
    put(line, start, (texts[name] ?? '').slice(0, end - start));
  for (const { of, line, at, over } of layout.checks) {
    if (of === 'documentNumber' && long) continue;
    put(line, at, String(checkDigitOver(lines, over)));
  }
  return lines;
}

const yymmdd = (day: PlainDate): string => day.slice(2).replaceAll('-', '');

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const text = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(text(letters, 1, 8), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const day = (from: string, to: string): fc.Arbitrary<PlainDate> => {
  const first = plainDate(from);
  return fc
    .integer({ min: 0, max: dayNumber(plainDate(to)) - dayNumber(first) })
    .map((days) => addDays(first, days));
};

/** Made-up documents of a format (default: any), as they may be on 3 May 2026. Document numbers of TD1 may be long. */
export function madeUpDocument(format?: MadeUpDocument['format']): fc.Arbitrary<MadeUpDocument> {
  const state = fc.constantFrom('FRA', 'D', 'AUT', 'CHE', 'ITA', 'MAR', 'DZA', 'GBR', 'UNO', 'UTO');
  return fc
    .record({
      format: format ? fc.constant(format) : fc.constantFrom('TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'),
      issuingState: state,
      nationality: fc.oneof(state, fc.constantFrom('XXA', 'XXC', 'RKS')),
      documentNumber: text(`0123456789${letters}`, 6, 15),
      surname: words(2),
      givenNames: words(2),
      birthDate: day('1930-01-01', '2026-05-02'),
      expiryDate: day('2018-01-01', '2040-12-31'),
      sex: fc.constantFrom('female', 'male', 'unspecified'),
      optionalData: text(`0123456789${letters}`, 0, 7),
    })
    .map((document) => shortened(document as MadeUpDocument));
}

/**
 * Only TD1 has room for a long document number, and then none for optional data; ten characters cannot be told from nine.
 * The United Nations issue no visas.
 */
function shortened(document: MadeUpDocument): MadeUpDocument {
  const { format, documentNumber, optionalData } = document;
  if (format.startsWith('MRV') && document.issuingState === 'UNO') {
    return shortened({ ...document, issuingState: 'FRA' });
  }
  if (format === 'TD1' && documentNumber.length > 10) return { ...document, optionalData: '' };
  return { ...document, documentNumber: documentNumber.slice(0, 9), optionalData };
}

/** Formats that {@link formatMrz} can write. */
export const MADE_UP_FORMATS: readonly Extract<MrzFormat, MadeUpDocument['format']>[] = [
  'TD1',
  'TD2',
  'TD3',
  'MRV-A',
  'MRV-B',
];
