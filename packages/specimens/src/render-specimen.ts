import { DossierkitError } from '@dossierkit/core';
import { ACCENTS } from './internal/decoration.js';
import { drawPdf, type PdfPage } from './internal/draw-pdf.js';
import { encodePicture, fileTypeOf } from './internal/encode.js';
import { pickTypeface } from './internal/fonts.js';
import type { Paper } from './internal/paper.js';
import { type Captured, capture } from './internal/pixels/capture.js';
import { type RgbRaster, rasterisePdf } from './internal/rasterise.js';
import { linesOfSheet } from './internal/truth-lines.js';
import { kindEntry, type SpecimenKind } from './kinds.js';
import { createPerson, DEFAULT_AT, type SpecimenCountry } from './person.js';
import { createRandom, type Random } from './random.js';
import type { RenderSpecimenOptions, Specimen, SpecimenTruth } from './specimen.js';

/**
 * Renders a synthetic paper: a fictional person's, marked SPECIMEN, in a layout that the seed chooses.
 *
 * The same kind and options give the same bytes, for pictures with the same version of sharp. Papers of one seed and country
 * are the same person's, and the two sides of a card belong together.
 *
 * @throws {DossierkitError} `specimens/option-invalid` for a seed, width, page or strength that is out of range
 * @example
 * const { bytes, truth } = await renderSpecimen('passport', { seed: 7, medium: 'photo' });
 */
export async function renderSpecimen(kind: SpecimenKind, options: RenderSpecimenOptions): Promise<Specimen> {
  checkOptions(options);
  const { seed, medium } = options;
  const random = createRandom(seed, 'paper');
  const country = countryOf(kind, options, random);
  const drawn = draw(kind, country, options, random);
  const { paper, fields } = drawn;
  const page = medium === 'pdf' ? undefined : (options.page ?? 0);
  if (page !== undefined && !(page in paper.sheets)) throw invalid('page');
  const shows = paper.mrz && (page === undefined || page === (paper.mrzPage ?? 0));
  const truth = { kind, country, medium, seed, fields, ...(shows && paper.mrz ? { mrz: paper.mrz } : {}) };
  return page === undefined ? bornDigital(drawn, truth) : pictured(drawn, truth, options, page);
}

const LANGUAGES = { FR: 'fr-FR', DE: 'de-DE', GB: 'en-GB' } as const;

function invalid(option: string): DossierkitError {
  const message = `The option "${option}" is not in range`;
  return new DossierkitError('specimens/option-invalid', message, { context: { option } });
}

function checkOptions({ seed, widthPx = 1600, defects = [] }: RenderSpecimenOptions): void {
  if (!Number.isSafeInteger(seed)) throw invalid('seed');
  if (!Number.isInteger(widthPx) || widthPx < 64 || widthPx > 8000) throw invalid('widthPx');
  for (const defect of defects) {
    const [value, limit] = defect.kind === 'rotate' ? [Math.abs(defect.degrees), 360] : [defect.strength, 1];
    if (!(value >= 0 && value <= limit)) throw invalid(`defects.${defect.kind}`);
  }
}

function countryOf(kind: SpecimenKind, options: RenderSpecimenOptions, random: Random): SpecimenCountry {
  const { country } = kindEntry(kind);
  if (country !== 'any') return country;
  return options.country ?? random.fork('country').pick(['FR', 'DE', 'GB'] as const);
}

interface Drawn {
  readonly paper: Paper;
  readonly fields: Readonly<Record<string, string>>;
  readonly random: Random;
  /** Draws these sheets as a PDF. */
  readonly pdfOf: (pages: readonly PdfPage[]) => Promise<Uint8Array>;
}

function draw(
  kind: SpecimenKind,
  country: SpecimenCountry,
  options: RenderSpecimenOptions,
  random: Random,
): Drawn {
  const { at = DEFAULT_AT, issuedOn } = options;
  const person = { ...createPerson(options.seed, { country, at }), ...options.person };
  const fields: Record<string, string> = {};
  const look = random.fork(`look/${kind}`);
  const paper = kindEntry(kind).draw({
    random,
    person,
    at,
    typeface: pickTypeface(look),
    accent: look.pick(ACCENTS),
    ...(issuedOn ? { issuedOn } : {}),
    field(name, make) {
      fields[name] ??= options.fields?.[name] ?? make();
      return fields[name];
    },
  });
  const info = { title: paper.title, createdOn: fields.issueDate ?? at, language: LANGUAGES[country] };
  return { paper, fields, random, pdfOf: (pages) => drawPdf(pages, info) };
}

type Facts = Omit<SpecimenTruth, 'corners' | 'defects' | 'pages' | 'lines'>;

async function bornDigital({ paper, random, pdfOf }: Drawn, facts: Facts): Promise<Specimen> {
  const pages = paper.sheets.map((sheet, at) => copyOf(sheet, paper, random.fork(`copy/${at}`)));
  const lines = paper.sheets.flatMap(linesOfSheet);
  const corners = cornersOnPage(pages[0] as PdfPage);
  const truth: SpecimenTruth = { ...facts, corners, defects: [], pages: pages.length, lines };
  const fileName = `${facts.kind}-${facts.seed}.pdf`;
  return { bytes: await pdfOf(pages), fileName, mimeType: 'application/pdf', truth };
}

/** A letter fills its page. A card in a PDF is a copy on A4, as people make them. */
function copyOf(sheet: Paper['sheets'][number], { form }: Paper, random: Random): PdfPage {
  if (form === 'letter') return { widthMm: sheet.width, heightMm: sheet.height, sheet, left: 0, top: 0 };
  const left = random.between(20, 190 - sheet.width);
  return { widthMm: 210, heightMm: 297, sheet, left, top: random.between(18, 270 - sheet.height) };
}

async function pictured(
  { paper, random, pdfOf }: Drawn,
  facts: Facts,
  options: RenderSpecimenOptions,
  page: number,
): Promise<Specimen> {
  const { format = 'jpeg', defects = [], widthPx = 1600 } = options;
  const sheet = paper.sheets[page] as Paper['sheets'][number];
  const [widthMm, heightMm] = [sheet.width, sheet.height];
  const pdf = await pdfOf([{ widthMm, heightMm, sheet, left: 0, top: 0 }]);
  const shot = await capture(random.fork(`${facts.kind}/${facts.medium}/${page}`), {
    size: { widthMm, heightMm, cornerMm: paper.cornerMm ?? 0 },
    medium: facts.medium === 'scan' ? 'scan' : 'photo',
    defects,
    widthPx,
    draw: (width) => rasterisePdf(pdf, 0, width),
    drawSecond: (width) => drawSecond(facts, options, page, width),
  });
  const { extension, mimeType } = fileTypeOf(format);
  const lines = linesOfSheet(sheet, 0);
  const truth: SpecimenTruth = { ...facts, corners: cornersOnPicture(shot), defects, pages: 1, lines };
  const fileName = `${facts.kind}-${facts.seed}.${extension}`;
  return { bytes: await encodePicture(shot.picture, options), fileName, mimeType, truth };
}

/** The same side of somebody else's paper of the same kind. */
async function drawSecond(
  { kind, country, seed }: Facts,
  { at, issuedOn }: RenderSpecimenOptions,
  page: number,
  widthPx: number,
): Promise<RgbRaster> {
  const other = {
    seed: seed + 1,
    medium: 'scan',
    ...(at ? { at } : {}),
    ...(issuedOn ? { issuedOn } : {}),
  } as const;
  const { paper, pdfOf } = draw(kind, country, other, createRandom(seed + 1, 'paper'));
  const sheet = paper.sheets[Math.min(page, paper.sheets.length - 1)] as Paper['sheets'][number];
  const pdf = await pdfOf([{ widthMm: sheet.width, heightMm: sheet.height, sheet, left: 0, top: 0 }]);
  return rasterisePdf(pdf, 0, widthPx);
}

type Corners = SpecimenTruth['corners'];

function cornersOnPicture({ view }: Captured): Corners {
  const [a, b, c, d] = view.corners.map(([x, y]) => ({
    x: round(x / view.widthPx),
    y: round(y / view.heightPx),
  }));
  return [a, b, c, d] as Corners;
}

function cornersOnPage({ widthMm, heightMm, sheet, left, top }: PdfPage): Corners {
  const [x0, y0] = [round(left / widthMm), round(top / heightMm)];
  const [x1, y1] = [round((left + sheet.width) / widthMm), round((top + sheet.height) / heightMm)];
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;
