import { addDays } from '@dossierkit/core';
import { markSpecimen, signature } from '../decoration.js';
import { dotDate, germanDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { rosette } from '../security-print.js';
import { addressBlock, addressOf, letterName } from './holder.js';
import { createLetter, facts, footer, germanEagle, issuedWithin } from './letter-parts.js';

/** Meldebescheinigung: where a person is registered. @see Bundesmeldegesetz (BMG) § 18 */
export const drawGermanRegistrationCertificate: DrawPaper = (context) => {
  const { random, field, person, typeface, accent } = context;
  const own = random.fork('meldung');
  const issueDate = issuedWithin(context, 2, 80);
  const { line1, postcode, town } = addressOf(context);
  const office = field(
    'issuer',
    () =>
      `${own.pick(['Stadt', 'Gemeinde', 'Landeshauptstadt'])} ${town} – ${own.pick(['Bürgeramt', 'Einwohnermeldeamt', 'Bürgerbüro'])}`,
  );
  const movedIn = field('moveInDate', () => addDays(issueDate, -own.int(40, 5000)));
  const birthDate = field('birthDate', () => person.birthDate);
  const sheet = createLetter(context, { size: 10 });
  const left = own.between(18, 25);
  germanEagle(sheet, own.pick([left, 96, 178]), 10, 13);
  sheet.text(left, 34, office, { size: 11, bold: true, color: accent, field: 'issuer', maxWidth: 165 });
  sheet.lines(left, 48, addressBlock(context, letterName(context, { F: 'Frau', M: 'Herrn' })), {
    size: 10.5,
    font: typeface.typed,
    maxWidth: 85,
  });
  sheet.text(190, 48, `Datum: ${own.chance(0.5) ? dotDate(issueDate) : germanDate(issueDate)}`, {
    align: 'right',
    field: 'issueDate',
  });
  sheet.text(190, 54, `Aktenzeichen: ${own.digits(2)}-${own.digits(6)}`, { align: 'right', size: 8.5 });
  sheet.text(
    left,
    92,
    own.pick(['Meldebescheinigung', 'Einfache Meldebescheinigung', 'Amtliche Meldebescheinigung']),
    { size: 18, bold: true },
  );
  sheet.text(left, 99, 'gemäß § 18 Abs. 1 Bundesmeldegesetz (BMG)', { size: 9.5 });
  sheet.paragraph(
    left,
    112,
    165,
    'Nach den Unterlagen des Melderegisters wird bescheinigt, dass die nachstehend aufgeführte Person wie folgt gemeldet ist:',
    { size: 10 },
  );
  facts(
    sheet,
    left,
    130,
    150,
    [
      { label: 'Familienname', value: field('familyName', () => person.familyName), field: 'familyName' },
      { label: 'Geburtsname', value: person.birthName ?? person.familyName },
      {
        label: 'Vornamen',
        value: field('givenNames', () => person.givenNames.join(' ')),
        field: 'givenNames',
      },
      { label: 'Geburtsdatum', value: dotDate(birthDate), field: 'birthDate' },
      { label: 'Geburtsort', value: field('birthPlace', () => person.birthPlace), field: 'birthPlace' },
      { label: 'Staatsangehörigkeit', value: 'deutsch' },
      {
        label: 'Anschrift (alleinige Wohnung)',
        value: `${line1}, ${postcode} ${town}`,
        field: 'addressLine1',
      },
      { label: 'Einzugsdatum', value: dotDate(movedIn), field: 'moveInDate' },
      { label: 'Tag der Anmeldung', value: dotDate(addDays(movedIn as typeof issueDate, own.int(1, 14))) },
    ],
    { size: 10.5 },
  );
  sheet.paragraph(
    left,
    196,
    165,
    own.pick([
      'Die Bescheinigung ist gebührenpflichtig. Gebühr: 9,00 Euro.',
      'Diese Bescheinigung wurde maschinell erstellt und ist auch ohne Unterschrift gültig.',
    ]),
    { size: 9 },
  );
  sheet.text(left, 222, 'Im Auftrag', { size: 10 });
  signature(sheet, own, left + 2, 236, own.pick(['B. Vorlage', 'H. Muster', 'K. Beispiel']), 36);
  rosette(sheet, own, 150, 228, 15, { stroke: '#3b4d8a', lineWidth: 0.25, opacity: 0.7 });
  sheet.text(150, 229, 'SPECIMEN', {
    size: 8,
    bold: true,
    color: '#3b4d8a',
    align: 'center',
    decoration: true,
  });
  markSpecimen(sheet, own);
  footer(
    sheet,
    `${office}. Auskunft über den Datenschutz erteilt die Meldebehörde. SPECIMEN – ohne Rechtswirkung.`,
    'Seite 1 von 1',
  );
  return { title: 'Meldebescheinigung', sheets: [sheet], form: 'letter' };
};
