import { markSpecimen, signature } from '../decoration.js';
import { dotDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { ellipsePath } from '../paths.js';
import { portrait } from '../portrait.js';
import { guilloche, rosette } from '../security-print.js';
import { createSheet } from '../sheet.js';
import { documentNumber, ID1, issuerOf, validity } from './card-parts.js';
import { holderOf } from './holder.js';

const TITLE = { fr: 'PERMIS DE CONDUIRE', de: 'FÜHRERSCHEIN', en: 'DRIVING LICENCE' } as const;
const LETTER: Readonly<Record<string, string>> = { FRA: 'F', D: 'D', GBR: 'UK', UTO: 'UTO' };

/** The front of a driving licence of the EU model: numbered fields, no machine-readable zone. @see Directive 2006/126/EC, annex I */
export const drawDrivingLicence: DrawPaper = (context) => {
  const { random, field, typeface } = context;
  const own = random.fork('licence');
  const issuer = issuerOf(context);
  const holder = holderOf(context, issuer.code);
  const { issueDate, expiryDate } = validity(context, 15);
  const number = field('documentNumber', () =>
    issuer.code === 'FRA' ? own.digits(12) : `${documentNumber(own, issuer, 'card')}${own.digits(2)}`,
  );
  const sheet = createSheet(ID1.width, ID1.height);
  sheet.rect(0, 0, ID1.width, ID1.height, {
    fill: own.pick(['#f6dfe6', '#f4e3ea', '#f2dce0']),
    radius: ID1.cornerMm,
  });
  guilloche(
    sheet,
    own,
    { x: 0.5, y: 0.5, width: 84.6, height: 52.9 },
    ['#e0a8bb', '#c9bfe0', '#e8c3a0'],
    0.55,
  );
  rosette(sheet, own, 60, 30, 14, { stroke: '#d59ab0', lineWidth: 0.12 });
  sheet.rect(4, 3.5, 11, 7.5, { fill: '#1d3f94' });
  sheet.path(ellipsePath(9.5, 7.2, 2.8, 2.8), { stroke: '#f3d54e', lineWidth: 0.4 });
  sheet.text(9.5, 8.1, LETTER[issuer.code] ?? issuer.code, {
    font: 'open-sans',
    bold: true,
    size: 5.4,
    color: '#ffffff',
    align: 'center',
  });
  sheet.text(19, 6.8, TITLE[issuer.language], { font: typeface.body, bold: true, size: 9, color: '#1d3f94' });
  sheet.text(19, 10.4, issuer.state, { font: typeface.body, size: 6, color: '#1d3f94' });
  portrait(
    sheet,
    random.fork('portrait'),
    { x: 4, y: 15, width: 22.5, height: 29 },
    own.chance(0.5),
    holder.sex,
  );
  const row = (y: number, point: string, text: string, key: string, x = 30): void => {
    sheet.text(x, y, point, { font: typeface.body, size: 5.6, color: '#444444' });
    sheet.text(x + 5, y, text, {
      font: typeface.typed,
      bold: true,
      size: 6.8,
      field: key,
      maxWidth: ID1.width - x - 9,
    });
  };
  row(16, '1.', holder.familyName.toUpperCase(), 'familyName');
  row(20.4, '2.', holder.givenNames, 'givenNames');
  row(24.8, '3.', `${dotDate(holder.birthDate)}  ${holder.birthPlace.toUpperCase()}`, 'birthDate');
  row(29.2, '4a.', dotDate(issueDate), 'issueDate');
  row(29.2, '4c.', own.pick(issuer.authority), 'issuer', 54);
  row(33.6, '4b.', dotDate(expiryDate), 'expiryDate');
  row(38, '5.', number, 'documentNumber');
  row(48.5, '9.', own.pick(['AM / B1 / B', 'B', 'A2 / B / BE', 'B / C1']), 'none');
  sheet.text(30, 43, '7.', { font: typeface.body, size: 5.6, color: '#444444' });
  signature(sheet, own, 36, 44, holder.familyName, 24);
  markSpecimen(sheet, random, true);
  return { title: TITLE[issuer.language], sheets: [sheet], form: 'card', cornerMm: ID1.cornerMm };
};
