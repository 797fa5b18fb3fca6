import { markSpecimen } from '../decoration.js';
import { decimal, germanAmount } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { germanTaxHead, germanTaxValues } from './de-tax-parts.js';
import { createLetter, footer } from './letter-parts.js';

/** Vorauszahlungsbescheid: what is to be paid in advance. It says nothing about a year that is over. */
export const drawGermanPrepaymentNotice: DrawPaper = (context) => {
  const { random, field, accent } = context;
  const own = random.fork('vorauszahlung');
  const values = germanTaxValues(context, 10, 200, 0);
  const quarter = own.int(200, 3200) * 100;
  const amount = field('amountDue', () => decimal(quarter));
  const sheet = createLetter(context);
  const left = own.between(16, 22);
  germanTaxHead(context, sheet, left, values);
  sheet.text(left, 88, `Vorauszahlungsbescheid für ${values.year}`, { size: 14, bold: true });
  sheet.text(left, 95, 'über Einkommensteuer und Solidaritätszuschlag', { size: 12, bold: true });
  sheet.paragraph(
    left,
    106,
    172,
    'Für die Einkommensteuer werden nach § 37 EStG Vorauszahlungen festgesetzt. Sie bemessen sich grundsätzlich nach der Steuer, die sich bei der letzten Veranlagung ergeben hat.',
    { size: 9 },
  );
  const y = sheet.table({
    x: left,
    y: 122,
    columns: [{ width: 90 }, { width: 45, align: 'right' }, { width: 37, align: 'right' }],
    look: 'lines',
    accent,
    head: ['fällig am', 'Einkommensteuer €', 'Solidaritätszuschlag €'],
    rows: ['10.03.', '10.06.', '10.09.', '10.12.'].map((day) => [
      `${day}${values.year}`,
      { text: germanAmount(amount), field: 'amountDue' },
      '0,00',
    ]),
  });
  sheet.paragraph(
    left,
    y + 10,
    172,
    'Gegen diesen Bescheid ist der Einspruch gegeben. Ein Antrag auf Anpassung der Vorauszahlungen kann jederzeit gestellt werden.',
    { size: 8.8 },
  );
  markSpecimen(sheet, own);
  footer(sheet, `${values.office}. SPECIMEN – ohne Rechtswirkung.`, 'Seite 1 von 2');
  return { title: `Vorauszahlungsbescheid für ${values.year}`, sheets: [sheet], form: 'letter' };
};
