import { addDays, type PlainDate } from '@dossierkit/core';
import { groupIban } from '../../identifiers.js';
import type { Random } from '../../random.js';
import { logo, markSpecimen } from '../decoration.js';
import { decimal, dotDate, germanAmount } from '../format.js';
import type { DrawPaper } from '../paper.js';
import type { Cell } from '../sheet.js';
import { GERMAN_COMPANIES } from './companies.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, issuedWithin } from './letter-parts.js';

const BANKS = [
  ['Musterbank eG', 'MUSTDE'],
  ['Sparkasse Beispielstadt', 'BSPADE'],
  ['Vorlagen-Bank AG', 'VORLDE'],
  ['Direktbank Specimen', 'SPECDE'],
] as const;

/** Kontoauszug: the movements of an account. */
export const drawGermanBankStatement: DrawPaper = (context) => {
  const { random, field, person, typeface, accent } = context;
  const own = random.fork('statement');
  const [bankMade, code] = own.pick(BANKS);
  const bank = field('issuer', () => bankMade);
  const issueDate = issuedWithin(context, 2, 75);
  const iban = field('iban', () => person.iban);
  const bic = field('bic', () => `${code}${own.pick(['FF', 'BE', 'M1'])}${own.pick(['', 'XXX'])}`);
  const periodStart = field('periodStart', () => addDays(issueDate, -30)) as PlainDate;
  const sheet = createLetter(context);
  const left = own.between(14, 20);
  logo(sheet, own, left, 11, 13, accent);
  sheet.text(left + 17, 20, bank, { size: 15, bold: true, color: accent });
  sheet.lines(left, 48, addressBlock(context, letterName(context, { F: 'Frau', M: 'Herrn' })), {
    size: 10,
    font: typeface.typed,
    maxWidth: 80,
  });
  const number = `${Number(issueDate.slice(5, 7))}/${issueDate.slice(0, 4)}`;
  sheet.text(left, 84, `${own.pick(['Kontoauszug', 'Kontoauszug Nr.', 'Kontoauszug Nummer'])} ${number}`, {
    size: 15,
    bold: true,
  });
  facts(
    sheet,
    118,
    44,
    76,
    [
      { label: 'Datum', value: dotDate(issueDate), field: 'issueDate' },
      { label: 'IBAN', value: groupIban(iban), field: 'iban' },
      { label: 'BIC', value: bic, field: 'bic' },
      {
        label: 'Auszugszeitraum',
        value: `${dotDate(periodStart)} – ${dotDate(issueDate)}`,
        field: 'periodStart',
      },
      { label: 'Kontoart', value: 'Girokonto' },
      { label: 'Währung', value: 'EUR' },
    ],
    { size: 7.4 },
  );
  const opening = own.int(20_000, 900_000);
  const movements = movementsOf(own, issueDate);
  const closing = opening + movements.reduce((sum, { minor }) => sum + minor, 0);
  const signed = (minor: number): string =>
    `${germanAmount(decimal(Math.abs(minor)))} ${minor < 0 ? own.pick(['-', '-']) : '+'}`;
  field('openingBalance', () => decimal(opening));
  field('closingBalance', () => decimal(closing));
  const rows: Cell[][] = movements.map(({ day, text, minor }) => [
    dotDate(day).slice(0, 6),
    dotDate(day).slice(0, 6),
    text,
    signed(minor),
  ]);
  const end = sheet.table({
    x: left,
    y: 92,
    columns: [
      { width: 18 },
      { width: 18 },
      { width: 174 - 2 * (left - 14) - 70 },
      { width: 34, align: 'right' },
    ],
    rowHeight: 7.4,
    accent,
    look: own.pick(['lines', 'zebra', 'plain', 'grid']),
    head: ['Buchung', 'Wert', 'Vorgang / Buchungsinformation', 'Betrag EUR'],
    text: { size: 8 },
    rows: [
      [
        '',
        '',
        { text: `Alter Kontostand vom ${dotDate(addDays(periodStart, -1))}`, bold: true },
        { text: signed(opening), bold: true, field: 'openingBalance' },
      ],
      ...rows,
      [
        '',
        '',
        { text: `Neuer Kontostand vom ${dotDate(issueDate)}`, bold: true },
        { text: signed(closing), bold: true, field: 'closingBalance' },
      ],
    ],
  });
  sheet.paragraph(
    left,
    end + 9,
    172,
    'Bitte prüfen Sie die Buchungen und Berechnungen. Einwendungen gegen Rechnungsabschlüsse sind innerhalb von sechs Wochen nach Zugang zu erheben. Der angegebene Kontostand berücksichtigt nicht die Wertstellung der einzelnen Buchungen.',
    { size: 7.6 },
  );
  markSpecimen(sheet, own);
  footer(
    sheet,
    `${bank}, Musterplatz 1, 99999 Musterstadt. Gutschriften von Schecks erfolgen unter Vorbehalt. SPECIMEN.`,
    'Blatt 1 von 1',
  );
  return { title: `Kontoauszug ${number}`, sheets: [sheet], form: 'letter' };
};

const PAYEES = [
  'Kartenzahlung Supermarkt Kornblume',
  'Lastschrift Stadtwerke Musterstadt',
  'Dauerauftrag Miete',
  'Lastschrift Rundfunkbeitrag',
  'Kartenzahlung Apotheke am Markt',
  'Überweisung Zahnarztpraxis',
  'Lastschrift Versicherung Vorlage AG',
  'Bargeldauszahlung Automat',
  'Kartenzahlung Bäckerei Sonnenkorn',
] as const;

function movementsOf(random: Random, until: PlainDate): { day: PlainDate; text: string; minor: number }[] {
  const days = Array.from({ length: random.int(9, 16) }, () => -random.int(1, 28)).sort((a, b) => a - b);
  const salaryAt = random.int(0, days.length - 1);
  return days.map((back, at) => {
    const salary = at === salaryAt;
    const text = salary ? `Lohn/Gehalt ${random.pick(GERMAN_COMPANIES)}` : random.pick(PAYEES);
    return {
      day: addDays(until, back),
      text,
      minor: salary ? random.int(180_000, 420_000) : -random.int(390, 92_000),
    };
  });
}
