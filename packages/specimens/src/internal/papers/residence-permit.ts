import { td1 } from '../../mrz.js';
import { markSpecimen, signature } from '../decoration.js';
import { dotDate, spaceDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { portrait } from '../portrait.js';
import { createSheet } from '../sheet.js';
import { cardLook, documentNumber, ID1, issuerOf, labelled, validity, writeMrz } from './card-parts.js';
import { holderOf } from './holder.js';
import { drawBackground } from './id-card.js';

const TITLE = { fr: 'TITRE DE SÉJOUR', de: 'AUFENTHALTSTITEL', en: 'RESIDENCE PERMIT' } as const;
const TYPES = {
  fr: ['SALARIÉ', 'VIE PRIVÉE ET FAMILIALE', 'ÉTUDIANT', 'CARTE DE RÉSIDENT'],
  de: ['AUFENTHALTSERLAUBNIS', 'NIEDERLASSUNGSERLAUBNIS', 'BLAUE KARTE EU'],
  en: ['WORK', 'STUDENT', 'SETTLEMENT'],
} as const;

/** A residence permit: page 1 is the front, page 2 the back with the TD1 zone. @see Regulation (EU) 2017/1954 */
export const drawResidencePermit: DrawPaper = (context) => {
  const { random, field, typeface, accent } = context;
  const own = random.fork('permit');
  const issuer = issuerOf(context);
  const holder = holderOf(context, own.pick(['UTO', 'XOM', 'UTO']) === issuer.code ? 'XXA' : 'UTO');
  const number = field('documentNumber', () => documentNumber(own, issuer, 'card'));
  const { issueDate, expiryDate } = validity(context, own.pick([2, 4, 10]));
  const date = own.pick([dotDate, spaceDate]);
  const look = cardLook(context, issuer, 6.4);
  const mrz = td1({
    documentCode: own.pick(['AR', 'IR', 'RP']),
    issuingState: issuer.code,
    documentNumber: number,
    nationality: holder.nationality,
    familyName: holder.familyName,
    givenNames: holder.givenNames.split(' '),
    birthDate: holder.birthDate,
    sex: holder.sex,
    expiryDate,
  });
  const front = createSheet(ID1.width, ID1.height);
  drawBackground(context, front);
  front.text(30, 6, TITLE[issuer.language], { font: typeface.body, bold: true, size: 8, color: accent });
  front.text(4, 6, issuer.code, { font: typeface.body, bold: true, size: 9, color: accent });
  front.text(82, 6, number, { ...look.valueStyle, align: 'right', field: 'documentNumber' });
  portrait(
    front,
    random.fork('portrait'),
    { x: 4, y: 10, width: 25, height: 33 },
    own.chance(0.3),
    holder.sex,
  );
  labelled(front, look, 32, 11, 'familyName', holder.familyName.toUpperCase(), { maxWidth: 50 });
  labelled(front, look, 32, 18, 'givenNames', holder.givenNames.toUpperCase(), { maxWidth: 50 });
  labelled(front, look, 32, 25, 'sex', holder.sex, { maxWidth: 9 });
  labelled(front, look, 42, 25, 'nationality', holder.nationality, { maxWidth: 17 });
  labelled(front, look, 60, 25, 'birthDate', date(holder.birthDate), { maxWidth: 23 });
  labelled(front, look, 32, 32, 'permitType', own.pick(TYPES[issuer.language]), { maxWidth: 50 });
  labelled(front, look, 32, 39, 'expiryDate', date(expiryDate), { maxWidth: 24 });
  signature(front, own, 58, 49, holder.familyName, 22);
  markSpecimen(front, random, true);
  const back = createSheet(ID1.width, ID1.height);
  drawBackground({ ...context, random: own }, back);
  labelled(back, look, 5, 7, 'issueDate', date(issueDate), { maxWidth: 30 });
  labelled(back, look, 38, 7, 'authority', own.pick(issuer.authority), { field: 'issuer', maxWidth: 40 });
  labelled(back, look, 5, 15, 'birthPlace', holder.birthPlace.toUpperCase(), { maxWidth: 40 });
  labelled(back, look, 5, 23, 'remarks', own.pick(['—', 'SPECIMEN']), { field: 'none' });
  markSpecimen(back, random, true);
  back.rect(0, 33, ID1.width, ID1.height - 33, { fill: '#ffffff', opacity: 0.6 });
  writeMrz(back, (ID1.width - 30 * 2.54) / 2, 39.4, mrz, 5);
  return {
    title: TITLE[issuer.language],
    sheets: [front, back],
    mrz,
    mrzPage: 1,
    form: 'card',
    cornerMm: ID1.cornerMm,
  };
};
