import { addDays, type PlainDate, plainDate } from '@dossierkit/core';
import { oldFrenchCard, oldFrenchNumber } from '../../mrz.js';
import { markSpecimen, signature } from '../decoration.js';
import { dotDate, slashDate } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { portrait } from '../portrait.js';
import { guilloche, rosette } from '../security-print.js';
import { createSheet, type Sheet } from '../sheet.js';
import { writeMrz } from './card-parts.js';
import { holderOf } from './holder.js';

/** The last of these cards were issued in the summer of 2021. */
const LAST_ISSUE = plainDate('2021-07-31');

/** The front of the French identity card until 2021: 105 × 74 mm, laminated, with a zone of 2 × 36 of its own kind. */
export const drawOldFrenchIdCard: DrawPaper = (context) => {
  const { random, field, typeface, accent, person, at, issuedOn } = context;
  const own = random.fork('old-card');
  const holder = holderOf(context, 'FRA');
  const newest = at < LAST_ISSUE ? at : LAST_ISSUE;
  const issueDate = field('issueDate', () => issuedOn ?? addDays(newest, -own.int(20, 2600))) as PlainDate;
  const data = {
    familyName: holder.familyName,
    givenNames: holder.givenNames.split(' '),
    birthDate: holder.birthDate,
    sex: holder.sex,
    issueDate,
    department: person.address.postcode.startsWith('97')
      ? '974'
      : `0${person.address.postcode.slice(0, 2)}`.slice(-3),
    ...(own.chance(0.75) ? { office: `${own.int(1, 9)}0${own.int(1, 9)}` } : {}),
    serial: own.digits(5),
  };
  const number = field('documentNumber', () => oldFrenchNumber(data));
  field('issuingState', () => 'FRA');
  const mrz = oldFrenchCard(data);
  const sheet = createSheet(105, 74);
  drawBackground(context, sheet);
  const value = { font: typeface.typed, size: own.between(7.4, 8.4), bold: own.chance(0.5) };
  const label = { font: typeface.body, size: 6.6, color: '#333344' };
  sheet.text(10, 7.5, 'RÉPUBLIQUE FRANÇAISE', { font: typeface.body, bold: true, size: 8.5, color: accent });
  sheet.text(10, 12.5, 'CARTE NATIONALE D’IDENTITÉ N° :', label);
  sheet.text(51, 12.5, number, { ...value, field: 'documentNumber' });
  sheet.text(101, 12.5, 'Nationalité Française', { ...label, align: 'right', maxWidth: 22 });
  portrait(
    sheet,
    random.fork('portrait'),
    { x: 7, y: own.between(15.5, 17.5), width: 26, height: 33 },
    own.chance(0.6),
    holder.sex,
  );
  const x = 38;
  const date = own.pick([dotDate, slashDate]);
  const row = (y: number, name: string, text: string, key: string, left = x): void => {
    const width = sheet.text(left, y, name, label);
    sheet.text(left + Math.max(width + 2, 14), y, text, { ...value, field: key, maxWidth: 48 });
  };
  row(20, 'Nom :', holder.familyName.toUpperCase(), 'familyName');
  row(26.5, 'Prénom(s) :', holder.givenNames.split(' ').join(', ').toUpperCase(), 'givenNames');
  row(33, 'Sexe :', holder.sex, 'sex');
  row(33, 'Né(e) le :', date(holder.birthDate), 'birthDate', x + 22);
  row(39.5, 'à :', `${holder.birthPlace.toUpperCase()} (${data.department.slice(1)})`, 'birthPlace');
  row(46, 'Taille :', `${(person.heightCm / 100).toFixed(2).replace('.', ',')} m`, 'none');
  sheet.text(71, 44, 'Signature', label);
  signature(sheet, own, 72, 52, holder.familyName, 26);
  markSpecimen(sheet, random, true);
  sheet.rect(0, 55, 105, 19, { fill: '#ffffff', opacity: 0.5 });
  writeMrz(sheet, (105 - 36 * 2.54) / 2, 63, mrz, 6.35);
  return { title: 'Carte nationale d’identité', sheets: [sheet], mrz, form: 'card', cornerMm: 3 };
};

function drawBackground({ random }: PaperContext, sheet: Sheet): void {
  const own = random.fork('old-card-background');
  sheet.rect(0, 0, 105, 74, { fill: own.pick(['#dfe9f3', '#e3ecef', '#dde6f0']), radius: 3 });
  guilloche(sheet, own, { x: 0.5, y: 0.5, width: 104, height: 73 }, ['#9db8d6', '#b7c6e2', '#a9c9cf'], 0.6);
  rosette(sheet, own, 80, 34, 15, { stroke: '#94aacb', lineWidth: 0.12, opacity: 0.7 });
}
