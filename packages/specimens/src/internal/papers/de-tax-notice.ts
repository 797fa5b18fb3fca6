import { addDays } from '@dossierkit/core';
import { markSpecimen } from '../decoration.js';
import { decimal, dotDate, germanAmount } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { germanTaxHead, germanTaxValues } from './de-tax-parts.js';
import { createLetter, facts, footer } from './letter-parts.js';

/** Einkommensteuerbescheid: what the tax office decided. */
export const drawGermanTaxNotice: DrawPaper = (context) => {
  const { random, field, accent } = context;
  const own = random.fork('bescheid');
  const values = germanTaxValues(context, 10, 300, 1);
  const income = own.int(21_000, 96_000) * 100;
  const tax = Math.round(((income - 1_178_400) * 0.24) / 100) * 100;
  const paid = Math.round((tax * own.between(0.9, 1.1)) / 100) * 100;
  const balance = tax - paid;
  field('taxableIncome', () => decimal(income));
  field('taxAmount', () => decimal(tax));
  const dueDate = field('dueDate', () => addDays(values.issueDate, 33));
  const amount = field('amountDue', () => decimal(balance));
  const sheet = createLetter(context);
  const left = own.between(16, 22);
  germanTaxHead(context, sheet, left, values);
  sheet.text(left, 88, `Bescheid für ${values.year} über`, { size: 14, bold: true });
  sheet.text(
    left,
    95,
    own.pick([
      'Einkommensteuer, Solidaritätszuschlag und Kirchensteuer',
      'Einkommensteuer und Solidaritätszuschlag',
    ]),
    { size: 12, bold: true },
  );
  sheet.text(left, 105, 'Festsetzung', { size: 10.5, bold: true, color: accent });
  sheet.text(left, 110, `Der Bescheid ist nach § 165 Abs. 1 Satz 2 AO teilweise vorläufig.`, { size: 8.4 });
  const money = (minor: number): string => germanAmount(decimal(minor));
  let y = sheet.table({
    x: left,
    y: 114,
    columns: [{ width: 96 }, { width: 38, align: 'right' }, { width: 38, align: 'right' }],
    look: own.pick(['lines', 'grid', 'plain']),
    accent,
    rowHeight: 6.4,
    head: ['', 'Einkommensteuer €', 'Solidaritätszuschlag €'],
    rows: [
      ['Festgesetzt werden', { text: money(tax), bold: true, field: 'taxAmount' }, '0,00'],
      ['ab Steuerabzug vom Lohn', money(-paid).replace('-', '- '), '0,00'],
      ['verbleibende Beträge', money(balance), '0,00'],
      [
        { text: balance >= 0 ? 'Bitte zahlen Sie' : 'Erstattung', bold: true },
        { text: germanAmount(amount).replace('-', ''), bold: true, field: 'amountDue' },
        '',
      ],
    ],
  });
  y = sheet.paragraph(
    left,
    y + 9,
    172,
    balance >= 0
      ? `Bitte zahlen Sie den Betrag spätestens am ${dotDate(dueDate)} auf das unten angegebene Konto der Finanzkasse.`
      : `Der Erstattungsbetrag wird auf das von Ihnen angegebene Konto überwiesen. Die Auszahlung erfolgt bis zum ${dotDate(dueDate)}.`,
    { size: 8.8 },
  );
  sheet.text(left, y + 5, 'Besteuerungsgrundlagen', { size: 10.5, bold: true, color: accent });
  y = facts(
    sheet,
    left,
    y + 11,
    172,
    [
      { label: 'Bruttoarbeitslohn', value: money(income + 123_000 + 60_000) },
      { label: 'ab Arbeitnehmer-Pauschbetrag', value: money(123_000) },
      { label: 'Einkünfte aus nichtselbständiger Arbeit', value: money(income + 60_000) },
      { label: 'Gesamtbetrag der Einkünfte', value: money(income + 60_000) },
      { label: 'beschränkt abziehbare Sonderausgaben', value: money(60_000) },
      { label: 'zu versteuerndes Einkommen', value: money(income), field: 'taxableIncome' },
    ],
    { size: 8.8 },
  );
  sheet.text(left, y + 5, 'Rechtsbehelfsbelehrung', { size: 10.5, bold: true, color: accent });
  sheet.paragraph(
    left,
    y + 11,
    172,
    `Die Festsetzung kann mit dem Einspruch angefochten werden. Der Einspruch ist bei dem vorbezeichneten Finanzamt innerhalb eines Monats nach Bekanntgabe schriftlich einzureichen. Bei Zusendung durch einfachen Brief gilt die Bekanntgabe mit dem vierten Tag nach Aufgabe zur Post als bewirkt.`,
    { size: 8.2 },
  );
  markSpecimen(sheet, own);
  footer(
    sheet,
    `Finanzkasse: Landesbank Muster, IBAN DE02 9999 9999 0000 0000 00. ${values.office}, Sprechzeiten nach Vereinbarung. SPECIMEN – ohne Rechtswirkung.`,
    'Seite 1 von 4',
  );
  return { title: `Bescheid für ${values.year} über Einkommensteuer`, sheets: [sheet], form: 'letter' };
};
