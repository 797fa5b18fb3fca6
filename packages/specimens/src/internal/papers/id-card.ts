import { td1 } from '../../mrz.js';
import { markSpecimen, signature } from '../decoration.js';
import { dotDate, slashDate, spaceDate } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { ellipsePath } from '../paths.js';
import { portrait } from '../portrait.js';
import { guilloche, rosette } from '../security-print.js';
import { createSheet, type Sheet } from '../sheet.js';
import { cardLook, documentNumber, ID1, issuerOf, labelled, validity, writeMrz } from './card-parts.js';
import { addressOf, holderOf } from './holder.js';

const TITLE = { fr: 'CARTE NATIONALE D’IDENTITÉ', de: 'PERSONALAUSWEIS', en: 'IDENTITY CARD' } as const;

/** The front of an identity card: ID-1, portrait and names; its zone is on the back. */
export const drawIdCardFront: DrawPaper = (context) => {
  const { random, field, typeface, accent } = context;
  const issuer = issuerOf(context);
  const holder = holderOf(context, issuer.code);
  const number = field('documentNumber', () => documentNumber(random.fork('number'), issuer, 'card'));
  const { expiryDate } = validity(context, 10);
  const own = random.fork('front');
  const sheet = createSheet(ID1.width, ID1.height);
  drawBackground(context, sheet);
  const flipped = own.chance(0.2);
  const x = flipped ? 4 : 31;
  sheet.text(4, 6, issuer.state, { font: typeface.body, bold: true, size: 6.6, color: accent, maxWidth: 42 });
  sheet.text(4, 9.4, TITLE[issuer.language], { font: typeface.body, bold: true, size: 6, color: accent });
  sheet.text(60, 6, 'IDENTITY CARD / CARTE D’IDENTITÉ', {
    font: typeface.body,
    size: 3.6,
    color: accent,
    maxWidth: 22,
  });
  const top = own.between(12, 14);
  portrait(
    sheet,
    random.fork('portrait'),
    { x: flipped ? 57 : 4, y: top, width: 24.5, height: 31.5 },
    own.chance(0.4),
    holder.sex,
  );
  const look = cardLook(context, issuer, own.between(6.2, 7));
  const date = own.pick([dotDate, spaceDate, slashDate]);
  labelled(sheet, look, x, 14, 'familyName', holder.familyName.toUpperCase(), { maxWidth: 48 });
  labelled(sheet, look, x, 20.6, 'givenNames', holder.givenNames.split(' ').join(own.pick([' ', ', '])), {
    maxWidth: 48,
  });
  labelled(sheet, look, x, 27.2, 'sex', holder.sex, { maxWidth: 9 });
  labelled(sheet, look, x + 10, 27.2, 'nationality', holder.nationality, { maxWidth: 20 });
  labelled(sheet, look, x + 30, 27.2, 'birthDate', date(holder.birthDate), { maxWidth: 20 });
  labelled(sheet, look, x, 33.8, 'birthPlace', holder.birthPlace.toUpperCase(), { maxWidth: 26 });
  labelled(sheet, look, x, 40.4, 'documentNumber', number, { maxWidth: 26 });
  labelled(sheet, look, x + 28, 40.4, 'expiryDate', date(expiryDate), { maxWidth: 22 });
  signature(sheet, own, x + 2, 51, `${holder.givenNames[0]}. ${holder.familyName}`, 26);
  markSpecimen(sheet, random, true);
  return { title: TITLE[issuer.language], sheets: [sheet], form: 'card', cornerMm: ID1.cornerMm };
};

/** The back of an identity card: TD1, three lines of 30. @see ICAO 9303-5 */
export const drawIdCardBack: DrawPaper = (context) => {
  const { random, field, person } = context;
  const issuer = issuerOf(context);
  const holder = holderOf(context, issuer.code);
  const own = random.fork('back');
  const number = field('documentNumber', () => documentNumber(random.fork('number'), issuer, 'card'));
  const { issueDate, expiryDate } = validity(context, 10);
  const mrz = td1({
    documentCode: issuer.code === 'UTO' ? own.pick(['I', 'ID']) : 'ID',
    issuingState: issuer.code,
    documentNumber: number,
    nationality: holder.nationality,
    familyName: holder.familyName,
    givenNames: holder.givenNames.split(' '),
    birthDate: holder.birthDate,
    sex: holder.sex,
    expiryDate,
    ...(own.chance(0.3) ? { optional: own.digits(own.int(5, 11)) } : {}),
  });
  const sheet = createSheet(ID1.width, ID1.height);
  drawBackground(context, sheet);
  const look = cardLook(context, issuer, own.between(6, 6.8));
  const { line1, line2, postcode, town } = addressOf(context);
  const date = own.pick([dotDate, spaceDate, slashDate]);
  const x = own.pick([5, 30]);
  const address = [line2, line1, `${postcode} ${town.toUpperCase()}`].filter(Boolean);
  sheet.text(x, 5.5, look.label('address'), look.labelStyle);
  sheet.lines(x, 8.6, address, { ...look.valueStyle, size: 5.6, maxWidth: 48 });
  labelled(sheet, look, x, 19, 'issueDate', date(issueDate), { maxWidth: 24 });
  labelled(sheet, look, x + 26, 19, 'authority', own.pick(issuer.authority), {
    maxWidth: 26,
    field: 'issuer',
  });
  labelled(sheet, look, x, 26, 'height', `${person.heightCm} cm`, { field: 'none' });
  drawChip(sheet, x === 5 ? 68 : 8, own.between(8, 12));
  markSpecimen(sheet, random, true);
  sheet.rect(0, 33, ID1.width, ID1.height - 33, { fill: '#ffffff', opacity: 0.6 });
  writeMrz(sheet, (ID1.width - 30 * 2.54) / 2, 39.4, mrz, 5);
  return { title: TITLE[issuer.language], sheets: [sheet], mrz, form: 'card', cornerMm: ID1.cornerMm };
};

function drawChip(sheet: Sheet, x: number, y: number): void {
  sheet.rect(x, y, 10.5, 9, { fill: '#d8b968', stroke: '#8a6d1d', lineWidth: 0.2, radius: 1.4 });
  for (const step of [3, 6])
    sheet.line(x, y + step, x + 10.5, y + step, { stroke: '#8a6d1d', lineWidth: 0.15 });
  sheet.path(ellipsePath(x + 5.25, y + 4.5, 2, 2), { stroke: '#8a6d1d', lineWidth: 0.2, fill: '#d8b968' });
}

export function drawBackground({ random, accent }: PaperContext, sheet: Sheet): void {
  const own = random.fork('background');
  const { width, height } = sheet;
  const tints = own.shuffle(['#bcd2ea', '#ecc9d6', '#c9e3cc', '#f0dfb0', '#d3caec', '#bfe3e6']);
  sheet.rect(0, 0, width, height, {
    fill: own.pick(['#eef4f8', '#f6f0f3', '#f1f5ee', '#f7f3e8']),
    radius: ID1.cornerMm,
  });
  guilloche(
    sheet,
    own,
    { x: 0.5, y: 0.5, width: width - 1, height: height - 1 },
    [tints[0] as string, tints[1] as string],
    0.55,
  );
  rosette(sheet, own, own.between(40, 65), own.between(18, 32), own.between(10, 17), {
    stroke: tints[2] as string,
    lineWidth: 0.13,
  });
  rosette(sheet, own, own.between(10, 75), own.between(10, 40), own.between(6, 10), {
    stroke: accent,
    lineWidth: 0.08,
    opacity: 0.5,
  });
}
