import { addDays, type PlainDate } from '@dossierkit/core';
import { mrvA, mrvB } from '../../mrz.js';
import { markSpecimen } from '../decoration.js';
import { dotDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { portrait } from '../portrait.js';
import { guilloche, rosette } from '../security-print.js';
import { createSheet } from '../sheet.js';
import { issuerOf, writeMrz } from './card-parts.js';
import { holderOf } from './holder.js';

/** A visa sticker: MRV-A (120 × 80 mm, 2 × 44) or MRV-B (105 × 74 mm, 2 × 36). @see ICAO 9303-7 */
export const drawVisa: DrawPaper = (context) => {
  const { random, field, typeface, accent, at, issuedOn } = context;
  const own = random.fork('visa');
  const format = field('format', () => own.pick(['MRV-A', 'MRV-B']));
  const [width, height] = format === 'MRV-A' ? [120, 80] : [105, 74];
  const issuer = issuerOf(context);
  const holder = holderOf(context, own.pick(['UTO', 'XOM', 'UTO']) === issuer.code ? 'XXA' : 'UTO');
  const issueDate = field('issueDate', () => issuedOn ?? addDays(at, -own.int(5, 80))) as PlainDate;
  const validFrom = field('validFrom', () => addDays(issueDate, own.int(3, 20))) as PlainDate;
  const expiryDate = field('expiryDate', () => addDays(validFrom, own.pick([90, 180, 365]))) as PlainDate;
  const number = field('documentNumber', () => `${own.pick([...'CDFRZ'])}${own.digits(8)}`);
  const passport = field('passportNumber', () => `L${own.digits(7)}`);
  const mrz = (format === 'MRV-A' ? mrvA : mrvB)({
    documentCode: own.pick(['V', 'VC', 'VD']),
    issuingState: issuer.code,
    documentNumber: number,
    nationality: holder.nationality,
    familyName: holder.familyName,
    givenNames: holder.givenNames.split(' '),
    birthDate: holder.birthDate,
    sex: holder.sex,
    expiryDate,
    ...(own.chance(0.5) ? { optional: `${passport}` } : {}),
  });
  const sheet = createSheet(width, height);
  sheet.rect(0, 0, width, height, { fill: own.pick(['#eaf3ea', '#eef0f7', '#f4efe6']) });
  guilloche(sheet, own, { x: 0, y: 0, width, height }, ['#b9d6bd', '#c3cbe8', accent], 0.5);
  rosette(sheet, own, width * 0.78, height * 0.34, 15, { stroke: '#a9c3b0', lineWidth: 0.14 });
  const label = { font: typeface.body, size: 5, color: '#37474f' };
  const value = { font: typeface.typed, size: 7.6, bold: own.chance(0.6) };
  portrait(sheet, random.fork('portrait'), { x: 4, y: 20, width: 26, height: 33 }, false, holder.sex);
  sheet.text(35, 9, 'VISA', { font: typeface.body, bold: true, size: 16, color: accent });
  sheet.text(width - 4, 8, issuer.state, {
    font: typeface.body,
    bold: true,
    size: 8,
    color: accent,
    align: 'right',
    maxWidth: 55,
  });
  sheet.text(width - 4, 14, number, {
    ...value,
    size: 9,
    align: 'right',
    color: '#a01020',
    field: 'documentNumber',
  });
  const put = (x: number, y: number, name: string, text: string, key: string): void => {
    sheet.text(x, y, name, label);
    sheet.text(x, y + 3.6, text, { ...value, field: key, maxWidth: x > 70 ? width - x - 3 : 36 });
  };
  put(35, 15, 'VALID FOR / VALABLE POUR', issuer.state, 'none');
  put(35, 23, 'FROM / DU', dotDate(validFrom), 'validFrom');
  put(72, 23, 'UNTIL / AU', dotDate(expiryDate), 'expiryDate');
  put(35, 31, 'TYPE OF VISA', own.pick(['C', 'D', 'A']), 'none');
  put(55, 31, 'NUMBER OF ENTRIES', own.pick(['01', '02', 'MULT']), 'none');
  put(80, 31, 'DURATION OF STAY', `${own.pick([15, 30, 90])} DAYS`, 'none');
  put(35, 39, 'ISSUED IN / DÉLIVRÉ À', own.pick(['ZENITH', 'ERIKSSON', 'MODELTOWN']), 'issuer');
  put(72, 39, 'ON / LE', dotDate(issueDate), 'issueDate');
  put(35, 47, 'PASSPORT No.', passport, 'passportNumber');
  put(
    60,
    47,
    'SURNAME, NAME',
    `${holder.familyName.toUpperCase()}, ${holder.givenNames.toUpperCase()}`,
    'holder',
  );
  field('holder', () => `${holder.givenNames} ${holder.familyName}`);
  markSpecimen(sheet, random, true);
  const [columns, firstLine] = format === 'MRV-A' ? [44, height - 13.6] : [36, height - 12.5];
  sheet.rect(0, firstLine - 6, width, height - firstLine + 6, { fill: '#ffffff', opacity: 0.6 });
  writeMrz(sheet, (width - columns * 2.54) / 2, firstLine, mrz, 6.35);
  return { title: 'Visa', sheets: [sheet], mrz, form: 'card' };
};
