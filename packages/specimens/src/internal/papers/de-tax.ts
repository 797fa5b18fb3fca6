import { addDays, type PlainDate, partsOfDate } from '@dossierkit/core';
import { markSpecimen, signature } from '../decoration.js';
import { decimal, dotDate, germanAmount, germanDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, germanEagle, issuedWithin } from './letter-parts.js';

interface Values {
  readonly issueDate: PlainDate;
  readonly year: string;
  readonly taxId: string;
  readonly taxNumber: string;
  readonly office: string;
  readonly name: string;
}

function commonValues(context: PaperContext, fromDays: number, toDays: number, yearsBack: number): Values {
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

function letterhead(context: PaperContext, sheet: Sheet, left: number, values: Values): void {
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

/** Einkommensteuerbescheid: what the tax office decided. */
export const drawGermanTaxNotice: DrawPaper = (context) => {
  const { random, field, accent } = context;
  const own = random.fork('bescheid');
  const values = commonValues(context, 10, 300, 1);
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
  letterhead(context, sheet, left, values);
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

/** Vorauszahlungsbescheid: what is to be paid in advance. It says nothing about a year that is over. */
export const drawGermanPrepaymentNotice: DrawPaper = (context) => {
  const { random, field, accent } = context;
  const own = random.fork('vorauszahlung');
  const values = commonValues(context, 10, 200, 0);
  const quarter = own.int(200, 3200) * 100;
  const amount = field('amountDue', () => decimal(quarter));
  const sheet = createLetter(context);
  const left = own.between(16, 22);
  letterhead(context, sheet, left, values);
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

/** Einkommensteuererklärung, form ESt 1 A: what the taxpayer stated. */
export const drawGermanTaxDeclaration: DrawPaper = (context) => {
  const { random, field, person, accent, typeface } = context;
  const own = random.fork('erklaerung');
  const values = commonValues(context, 5, 150, 1);
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
