import { markSpecimen, signature } from '../decoration.js';
import { dotDate, germanDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { germanTaxValues } from './de-tax-parts.js';
import { createLetter, footer } from './letter-parts.js';

/** Einkommensteuererklärung, form ESt 1 A: what the taxpayer stated. */
export const drawGermanTaxDeclaration: DrawPaper = (context) => {
  const { random, field, person, accent, typeface } = context;
  const own = random.fork('erklaerung');
  const values = germanTaxValues(context, 5, 150, 1);
  const sheet = createLetter(context);
  const left = own.between(12, 18);
  const width = 210 - 2 * left;
  sheet.text(left, 18, `Einkommensteuererklärung ${values.year}`, { size: 17, bold: true, color: accent });
  sheet.text(
    left,
    24,
    own.pick(['Hauptvordruck ESt 1 A', 'Hauptvordruck – unbeschränkte Steuerpflicht (ESt 1 A)']),
    { size: 9.5 },
  );
  sheet.text(210 - left, 16, values.year, { size: 20, bold: true, align: 'right', color: '#888888' });
  sheet.lines(
    left + 2,
    34,
    [
      '[X] Einkommensteuererklärung',
      '[  ] Antrag auf Festsetzung der Arbeitnehmer-Sparzulage',
      '[  ] Erklärung zur Festsetzung der Kirchensteuer auf Kapitalerträge',
    ],
    { size: 8.6, leading: 1.6 },
  );
  const { given, family, street, postcode, town, birth } = personalEntries(context);
  const boxes: readonly (readonly [string, string, string?])[] = [
    ['Steuernummer', values.taxNumber, 'taxOfficeNumber'],
    ['An das Finanzamt', values.office.replace('Finanzamt ', '')],
    ['Identifikationsnummer', spaced(values.taxId, 2, 3, 3, 3), 'taxNumber'],
    ['Geburtsdatum', dotDate(birth), 'birthDate'],
    ['Name', family, 'familyName'],
    ['Vorname', given, 'givenNames'],
    ['Straße und Hausnummer', street, 'addressLine1'],
    ['Postleitzahl, Wohnort', `${postcode} ${town}`, 'town'],
    ['Ausgeübter Beruf', own.pick(['Kauffrau', 'Elektriker', 'Lehrerin', 'Softwareentwickler'])],
    [
      'IBAN (inländisches Geldinstitut)',
      spaced(
        field('iban', () => person.iban),
        4,
        4,
        4,
        4,
        4,
      ),
      'iban',
    ],
  ];
  sheet.rect(left, 52, width, 6.5, { fill: accent, opacity: 0.18 });
  sheet.text(left + 2, 56.6, 'Allgemeine Angaben – steuerpflichtige Person', { size: 9, bold: true });
  boxes.forEach(([label, value, key], at) => {
    const y = 64 + at * 11;
    sheet.text(left + 8, y, label, { size: 6.6, color: '#444444' });
    sheet.text(left, y + 4.5, String(at + 7), { size: 7, color: '#777777' });
    sheet.rect(left + 8, y + 1, width - 8, 6.6, { stroke: '#8aa08a', lineWidth: 0.2 });
    sheet.text(left + 10, y + 5.8, value, { size: 10, font: typeface.typed, ...(key ? { field: key } : {}) });
  });
  sheet.rect(left, 178, width, 6.5, { fill: accent, opacity: 0.18 });
  sheet.text(left + 2, 182.6, 'Einkünfte im Kalenderjahr aus folgenden Einkunftsarten', {
    size: 9,
    bold: true,
  });
  sheet.lines(
    left + 2,
    190,
    [
      '[X] nichtselbständiger Arbeit laut Anlage N',
      '[  ] Gewerbebetrieb laut Anlage G',
      `${own.chance(0.5) ? '[X]' : '[  ]'} Kapitalvermögen laut Anlage KAP`,
      '[  ] Vermietung und Verpachtung laut Anlage V',
      '[X] Vorsorgeaufwand laut Anlage Vorsorgeaufwand',
    ],
    { size: 8.8, leading: 1.6 },
  );
  sheet.paragraph(
    left + 2,
    226,
    width - 4,
    'Die mit der Steuererklärung angeforderten Daten werden aufgrund der §§ 149, 150 und 181 Abs. 2 der Abgabenordnung sowie der §§ 25, 46 des Einkommensteuergesetzes erhoben.',
    { size: 7.6 },
  );
  sheet.text(left + 2, 248, `${town}, ${germanDate(values.issueDate)}`, { size: 9, field: 'issueDate' });
  signature(sheet, own, 120, 249, family, 36);
  sheet.text(left + 2, 254, 'Datum, Unterschrift(en)', { size: 6.6, color: '#444444' });
  markSpecimen(sheet, own);
  footer(
    sheet,
    `${values.year}ESt1A011 – Angaben der steuerpflichtigen Person, kein Steuerbescheid. SPECIMEN.`,
    '1',
  );
  return { title: `Einkommensteuererklärung ${values.year}`, sheets: [sheet], form: 'letter' };
};

function personalEntries({ field, person }: PaperContext) {
  return {
    given: field('givenNames', () => person.givenNames.join(' ')),
    family: field('familyName', () => person.familyName),
    street: field('addressLine1', () => person.address.line1),
    postcode: field('postcode', () => person.address.postcode),
    town: field('town', () => person.address.town),
    birth: field('birthDate', () => person.birthDate),
  };
}
