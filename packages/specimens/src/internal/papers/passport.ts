import { td3 } from '../../mrz.js';
import { markSpecimen, signature } from '../decoration.js';
import { slashDate, spaceDate } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { portrait } from '../portrait.js';
import { guilloche, rosette } from '../security-print.js';
import { createSheet, type Sheet } from '../sheet.js';
import {
  type CardLook,
  cardLook,
  documentNumber,
  type Issuer,
  issuerOf,
  labelled,
  validity,
  writeMrz,
} from './card-parts.js';
import { type Holder, holderOf } from './holder.js';

const TITLE = { fr: 'PASSEPORT', de: 'REISEPASS', en: 'PASSPORT' } as const;

/** The data page of a passport: TD3, 125 × 88 mm. @see ICAO 9303-4 */
export const drawPassport: DrawPaper = (context) => {
  const { random, field } = context;
  const issuer = issuerOf(context);
  const holder = holderOf(context, issuer.code);
  const number = field('documentNumber', () => documentNumber(random.fork('number'), issuer, 'passport'));
  const { issueDate, expiryDate } = validity(context, 10);
  const optional = random.chance(0.4) ? random.digits(random.int(6, 14)) : undefined;
  const mrz = td3({
    documentCode: 'P',
    issuingState: issuer.code,
    documentNumber: number,
    nationality: holder.nationality,
    familyName: holder.familyName,
    givenNames: holder.givenNames.split(' '),
    birthDate: holder.birthDate,
    sex: holder.sex,
    expiryDate,
    ...(optional ? { optional } : {}),
  });
  const sheet = createSheet(125, 88);
  drawBackground(context, sheet);
  const facts: Facts = { number, issueDate, expiryDate, holder, issuer };
  drawFace(context, sheet, facts);
  markSpecimen(sheet, random, true);
  sheet.rect(0, 65.5, 125, 22.5, { fill: '#ffffff', opacity: 0.55 });
  writeMrz(sheet, (125 - 44 * 2.54) / 2, 74.4, mrz, 6.35);
  return { title: TITLE[issuer.language], sheets: [sheet], mrz, form: 'card', cornerMm: 3 };
};

interface Facts {
  readonly number: string;
  readonly issueDate: string;
  readonly expiryDate: string;
  readonly holder: Holder;
  readonly issuer: Issuer;
}

function drawBackground({ random, accent }: PaperContext, sheet: Sheet): void {
  const own = random.fork('background');
  const tints = own.shuffle(['#c9d8ea', '#e6d2dc', '#d3e5d4', '#efe3c4', '#d9d3ea']);
  sheet.rect(0, 0, 125, 88, { fill: own.pick(['#f3f0ea', '#eef2f5', '#f4eef0', '#eff3ec']) });
  guilloche(
    sheet,
    own,
    { x: 0, y: 0, width: 125, height: 88 },
    [tints[0] as string, tints[1] as string, accent],
    0.45,
  );
  rosette(sheet, own, own.between(70, 100), own.between(25, 45), own.between(14, 22), {
    stroke: tints[2] as string,
    lineWidth: 0.15,
  });
}

function drawFace(context: PaperContext, sheet: Sheet, facts: Facts): void {
  const { random, typeface, accent } = context;
  const own = random.fork('face');
  const { holder, issuer, number } = facts;
  const look = cardLook(context, issuer, own.between(7.4, 8.6));
  const left = own.between(5, 8);
  sheet.text(left, 8, TITLE[issuer.language], { font: typeface.body, bold: true, size: 10, color: accent });
  sheet.text(own.pick([44, 52]), 8, issuer.state, {
    font: typeface.body,
    bold: true,
    size: 9.5,
    color: accent,
    maxWidth: 66,
  });
  portrait(
    sheet,
    random.fork('portrait'),
    { x: left, y: own.between(16, 21), width: 33, height: 42 },
    own.chance(0.3),
    holder.sex,
  );
  const x = left + own.between(37, 40);
  labelled(sheet, look, x, 13, 'type', 'P', { field: 'none', maxWidth: 13 });
  labelled(sheet, look, x + 15, 13, 'code', issuer.code, { field: 'issuingState' });
  labelled(sheet, look, x + 41, 13, 'passportNumber', number);
  drawRows(sheet, look, x, facts, own.chance(0.5) ? spaceDate : slashDate, own.pick([0, 1]));
  signature(sheet, own, x + 45, 62, `${holder.givenNames.split(' ')[0]} ${holder.familyName}`, 28);
}

function drawRows(
  sheet: Sheet,
  look: CardLook,
  x: number,
  facts: Facts,
  date: (day: string) => string,
  order: number,
): void {
  const { holder, issuer } = facts;
  const [wide, half] = [74, 36];
  const second = x + 40;
  labelled(sheet, look, x, 20.5, 'familyName', holder.familyName.toUpperCase(), { maxWidth: wide });
  labelled(sheet, look, x, 28, 'givenNames', holder.givenNames.toUpperCase(), { maxWidth: wide });
  labelled(sheet, look, x, 35.5, 'nationality', issuer.nationality[holder.sex], { maxWidth: half });
  labelled(sheet, look, second, 35.5, 'sex', holder.sex, { maxWidth: 9 });
  labelled(sheet, look, x, 43, 'birthDate', date(holder.birthDate), { maxWidth: half });
  labelled(sheet, look, second, 43, 'birthPlace', holder.birthPlace.toUpperCase(), { maxWidth: half });
  const dates = [
    ['issueDate', facts.issueDate],
    ['expiryDate', facts.expiryDate],
  ] as const;
  const [first, last] = order === 0 ? dates : [dates[1], dates[0]];
  labelled(sheet, look, x, 50.5, first[0], date(first[1]), { maxWidth: half });
  labelled(sheet, look, order === 0 ? x : second, order === 0 ? 58 : 50.5, last[0], date(last[1]), {
    maxWidth: half,
  });
  labelled(
    sheet,
    look,
    order === 0 ? second : x,
    order === 0 ? 50.5 : 58,
    'authority',
    issuer.authority[0] as string,
    { maxWidth: half, field: 'issuer' },
  );
}
