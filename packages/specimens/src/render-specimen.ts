import { DossierkitError, type PlainDate, type Point } from '@dossierkit/core';
import sharp from 'sharp';
import { type Defect, strengthOf } from './defect.js';
import { ACCENTS } from './internal/decoration.js';
import { drawPdf, type PdfPage } from './internal/draw-pdf.js';
import { pickTypeface } from './internal/fonts.js';
import type { Paper } from './internal/paper.js';
import { type Captured, capture } from './internal/pixels/capture.js';
import { rasterisePdf } from './internal/rasterise.js';
import { linesOfSheet, type TruthLine } from './internal/truth-lines.js';
import { kindEntry, type SpecimenKind } from './kinds.js';
import { createPerson, DEFAULT_AT, type PartialPerson, type Person, type SpecimenCountry } from './person.js';
import { createRandom, type Random } from './random.js';

export type SpecimenMedium = 'pdf' | 'scan' | 'photo';
export type PictureFormat = 'jpeg' | 'png' | 'tiff' | 'webp';

/** What {@link renderSpecimen} renders. */
export interface RenderSpecimenOptions {
  /** Decides everything that the other options leave open. */
  readonly seed: number;
  readonly medium: SpecimenMedium;
  /** Whose paper, for kinds of every state (`passport`, `id-card-front` …). Default: by seed. */
  readonly country?: SpecimenCountry;
  /** What is known of the holder; the seed makes up the rest. */
  readonly person?: PartialPerson;
  /** Values of the truth that are set instead of made up, normalised as in {@link SpecimenTruth.fields}. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The day on which the paper is handed in: it is recent and valid then. Default: {@link DEFAULT_AT}. */
  readonly at?: PlainDate;
  /** The day of issue. Default: such that the paper is recent and valid on `at`. */
  readonly issuedOn?: PlainDate;
  /** What is wrong with the scan or the photo; a `pdf` has none. Default: nothing. */
  readonly defects?: readonly Defect[];
  /** The format of a scan or a photo. Default: `jpeg`. */
  readonly format?: PictureFormat;
  /** The width of a scan or a photo. Default: 1600; 3024 is a phone's 12 megapixels. */
  readonly widthPx?: number;
}

/** A rendered paper and what is true about it. */
export interface Specimen {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mimeType: string;
  readonly truth: SpecimenTruth;
}

/** What is true about a specimen, whatever its picture looks like. Plain JSON. */
export interface SpecimenTruth {
  readonly kind: SpecimenKind;
  readonly country: SpecimenCountry;
  readonly medium: SpecimenMedium;
  readonly seed: number;
  /** What the paper says: days as `YYYY-MM-DD`, amounts as `1234.50`, numbers without spaces, names as the person writes them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The lines of the machine-readable zone, on papers that have one on this side. */
  readonly mrz?: readonly string[];
  /**
   * Where the paper's own upper left, upper right, lower right and lower left corners are, in fractions of the picture. They
   * lie outside 0 to 1 where the picture cuts the paper off.
   */
  readonly corners: readonly [Point, Point, Point, Point];
  readonly defects: readonly Defect[];
  /** How many pages the file has. */
  readonly pages: number;
  /** What is printed on the pages in the file, with boxes in fractions of the flat, upright paper. */
  readonly lines: readonly TruthLine[];
}

/**
 * Renders a synthetic paper: a fictional person's, marked SPECIMEN, in a layout that the seed chooses.
 *
 * The same kind and options give the same bytes, for pictures with the same version of sharp.
 *
 * @throws {DossierkitError} `specimens/option-invalid` for a seed, width or strength that is no number in range
 * @example
 * const { bytes, truth } = await renderSpecimen('passport', { seed: 7, medium: 'photo' });
 */
export async function renderSpecimen(kind: SpecimenKind, options: RenderSpecimenOptions): Promise<Specimen> {
  checkOptions(options);
  const { seed, medium } = options;
  const random = createRandom(seed, 'paper');
  const country = countryOf(kind, options, random);
  const { paper, fields } = draw(kind, country, options, random);
  const pages = paper.sheets.map((sheet) => pageOf(sheet, paper, medium, random));
  const pdf = await drawPdf(pages, {
    title: paper.title,
    createdOn: fields.issueDate ?? options.at ?? DEFAULT_AT,
    language: LANGUAGES[country],
  });
  const common = {
    kind,
    country,
    medium,
    seed,
    fields,
    ...(paper.mrz ? { mrz: paper.mrz } : {}),
    defects: medium === 'pdf' ? [] : (options.defects ?? []),
  };
  const name = `${kind}-${seed}`;
  if (medium === 'pdf') {
    const lines = paper.sheets.flatMap(linesOfSheet);
    const truth: SpecimenTruth = {
      ...common,
      corners: cornersOnPage(pages[0] as PdfPage),
      pages: pages.length,
      lines,
    };
    return { bytes: pdf, fileName: `${name}.pdf`, mimeType: 'application/pdf', truth };
  }
  const shot = await shoot(pages[0] as PdfPage, paper, pdf, options, random.fork(`${kind}/${medium}`));
  const { format = 'jpeg' } = options;
  const lines = linesOfSheet(paper.sheets[0] as Paper['sheets'][number], 0);
  const truth: SpecimenTruth = { ...common, corners: cornersOnPicture(shot), pages: 1, lines };
  return {
    bytes: await encode(shot, options),
    fileName: `${name}.${EXTENSIONS[format]}`,
    mimeType: `image/${format}`,
    truth,
  };
}

const LANGUAGES = { FR: 'fr-FR', DE: 'de-DE', GB: 'en-GB' } as const;
const EXTENSIONS = { jpeg: 'jpg', png: 'png', tiff: 'tif', webp: 'webp' } as const;

function checkOptions({ seed, widthPx = 1600, defects = [] }: RenderSpecimenOptions): void {
  const invalid = (option: string): never => {
    throw new DossierkitError('specimens/option-invalid', `The option "${option}" is not in range`, {
      context: { option },
    });
  };
  if (!Number.isSafeInteger(seed)) invalid('seed');
  if (!Number.isInteger(widthPx) || widthPx < 64 || widthPx > 8000) invalid('widthPx');
  for (const defect of defects) {
    const value = defect.kind === 'rotate' ? defect.degrees : defect.strength;
    if (!Number.isFinite(value) || (defect.kind !== 'rotate' && (value < 0 || value > 1)))
      invalid(`defects.${defect.kind}`);
  }
}

function countryOf(kind: SpecimenKind, options: RenderSpecimenOptions, random: Random): SpecimenCountry {
  const { country } = kindEntry(kind);
  if (country !== 'any') return country;
  return options.country ?? random.fork('country').pick(['FR', 'DE', 'GB'] as const);
}

function draw(
  kind: SpecimenKind,
  country: SpecimenCountry,
  options: RenderSpecimenOptions,
  random: Random,
): { paper: Paper; fields: Record<string, string> } {
  const at = options.at ?? DEFAULT_AT;
  const person: Person = { ...createPerson(options.seed, { country, at }), ...options.person };
  const fields: Record<string, string> = {};
  const look = random.fork(`look/${kind}`);
  const paper = kindEntry(kind).draw({
    random,
    person,
    at,
    typeface: pickTypeface(look),
    accent: look.pick(ACCENTS),
    ...(options.issuedOn ? { issuedOn: options.issuedOn } : {}),
    field(name, make) {
      fields[name] ??= options.fields?.[name] ?? make();
      return fields[name];
    },
  });
  return { paper, fields };
}

/** A letter fills its page. A card in a PDF is a copy on A4, as people make them. */
function pageOf(
  sheet: Paper['sheets'][number],
  paper: Paper,
  medium: SpecimenMedium,
  random: Random,
): PdfPage {
  if (paper.form === 'letter' || medium !== 'pdf')
    return { widthMm: sheet.width, heightMm: sheet.height, sheet, left: 0, top: 0 };
  const own = random.fork('copy');
  const left = own.between(20, 190 - sheet.width);
  return { widthMm: 210, heightMm: 297, sheet, left, top: own.between(18, 120) };
}

function shoot(
  page: PdfPage,
  paper: Paper,
  pdf: Uint8Array,
  options: RenderSpecimenOptions,
  random: Random,
): Promise<Captured> {
  const { medium, defects = [], widthPx = 1600 } = options;
  return capture(random, {
    size: { widthMm: page.widthMm, heightMm: page.heightMm, cornerMm: paper.cornerMm ?? 0 },
    medium: medium === 'scan' ? 'scan' : 'photo',
    defects,
    widthPx,
    draw: (width) => rasterisePdf(pdf, 0, width),
  });
}

function encode(
  { picture }: Captured,
  { format = 'jpeg', defects = [] }: RenderSpecimenOptions,
): Promise<Uint8Array> {
  const { widthPx, heightPx, data } = picture;
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  const quality = Math.round(88 - 84 * strengthOf(defects, 'jpeg'));
  if (format === 'png') return image.png({ compressionLevel: 6 }).toBuffer();
  if (format === 'tiff') return image.tiff({ compression: 'lzw' }).toBuffer();
  return (format === 'webp' ? image.webp({ quality }) : image.jpeg({ quality })).toBuffer();
}

type Corners = SpecimenTruth['corners'];

function cornersOnPicture({ view }: Captured): Corners {
  return view.corners.map(([x, y]) => ({
    x: round(x / view.widthPx),
    y: round(y / view.heightPx),
  })) as unknown as Corners;
}

function cornersOnPage({ widthMm, heightMm, sheet, left, top }: PdfPage): Corners {
  const [x0, y0, x1, y1] = [
    left / widthMm,
    top / heightMm,
    (left + sheet.width) / widthMm,
    (top + sheet.height) / heightMm,
  ].map(round) as [number, number, number, number];
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;
