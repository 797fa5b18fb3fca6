import { type PlainDate, partsOfDate } from '@dossierkit/core';
import { dotDate, spaced } from '../format.js';
import type { PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { addressBlock, letterName } from './holder.js';
import { facts, germanEagle, issuedWithin } from './letter-parts.js';

/** What every letter of a tax office names. */
export interface GermanTaxValues {
  readonly issueDate: PlainDate;
  readonly year: string;
  readonly taxId: string;
  readonly taxNumber: string;
  readonly office: string;
  readonly name: string;
}

export function germanTaxValues(
  context: PaperContext,
  fromDays: number,
  toDays: number,
  yearsBack: number,
): GermanTaxValues {
  const { random, field, person } = context;
  const own = random.fork('german-tax');
  const issueDate = issuedWithin(context, fromDays, toDays);
  return {
    issueDate,
    year: field('incomeYear', () => String(partsOfDate(issueDate).year - yearsBack)),
    taxId: field('taxNumber', () => person.taxNumber),
    taxNumber: field('taxOfficeNumber', () => `${own.digits(2)}/${own.digits(3)}/${own.digits(5)}`),
    office: field(
      'issuer',
      () => `Finanzamt ${own.pick(['Musterstadt', 'Beispielhausen', 'Musterstadt-Nord', 'Vorlagen am See'])}`,
    ),
    name: letterName(context, { F: 'Frau', M: 'Herrn' }),
  };
}

export function germanTaxHead(
  context: PaperContext,
  sheet: Sheet,
  left: number,
  values: GermanTaxValues,
): void {
  const { random, typeface } = context;
  const own = random.fork('german-head');
  if (own.chance(0.6)) germanEagle(sheet, left, 10, 11);
  sheet.text(left + 15, 17, values.office, { size: 14, bold: true });
  sheet.lines(128, 17, [values.office, 'Steuerallee 1', '99999 Musterstadt', 'Telefon 0999 / 000-0'], {
    size: 7.6,
  });
  sheet.text(left, 44, `${values.office} · Steuerallee 1 · 99999 Musterstadt`, { size: 6, color: '#555555' });
  sheet.lines(left, 50, addressBlock(context, values.name), { size: 10, font: typeface.typed, maxWidth: 85 });
  facts(
    sheet,
    125,
    44,
    70,
    [
      { label: 'Datum', value: dotDate(values.issueDate), field: 'issueDate' },
      { label: 'Steuernummer', value: values.taxNumber, field: 'taxOfficeNumber' },
      { label: 'Identifikationsnummer', value: spaced(values.taxId, 2, 3, 3, 3), field: 'taxNumber' },
      { label: 'Bearbeiter/in', value: own.pick(['Frau Beispiel', 'Herr Muster', 'Frau Vorlage']) },
    ],
    { size: 8 },
  );
}
