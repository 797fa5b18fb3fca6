import fontkit from '@pdf-lib/fontkit';
import {
  appendBezierCurve,
  beginText,
  closePath,
  concatTransformationMatrix,
  endText,
  fill,
  fillAndStroke,
  lineTo,
  moveTo,
  PDFDocument,
  type PDFFont,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setCharacterSpacing,
  setDashPattern,
  setFillingRgbColor,
  setFontAndSize,
  setGraphicsState,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  showText,
  stroke,
} from 'pdf-lib';
import { fontBytes } from '../assets.js';
import type { PathItem, Sheet, TextItem } from './sheet.js';

/** A page of the file: a sheet, and where it lies if the page is larger (a card copied onto A4). */
export interface PdfPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly sheet: Sheet;
  readonly left: number;
  readonly top: number;
}

export interface PdfInfo {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly createdOn: string;
  readonly language: string;
}

const POINTS_PER_MM = 72 / 25.4;

/** Draws pages as a vector PDF with real text. The same pages give the same bytes. */
export async function drawPdf(pages: readonly PdfPage[], info: PdfInfo): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const fonts = await embedFonts(pdf, pages);
  for (const page of pages) drawPage(pdf, page, fonts);
  const created = new Date(`${info.createdOn}T08:00:00Z`);
  pdf.setTitle(info.title);
  pdf.setSubject('SPECIMEN');
  pdf.setLanguage(info.language);
  pdf.setProducer('Dossierkit specimens');
  pdf.setCreator('Dossierkit specimens');
  pdf.setCreationDate(created);
  pdf.setModificationDate(created);
  return pdf.save();
}

async function embedFonts(pdf: PDFDocument, pages: readonly PdfPage[]): Promise<Map<string, PDFFont>> {
  const names = new Set<string>();
  for (const { sheet } of pages)
    for (const item of sheet.items) if (item.type === 'text') names.add(item.font);
  const fonts = new Map<string, PDFFont>();
  for (const name of names) fonts.set(name, await pdf.embedFont(fontBytes(name), { subset: true }));
  return fonts;
}

function drawPage(pdf: PDFDocument, page: PdfPage, fonts: ReadonlyMap<string, PDFFont>): void {
  const { widthMm, heightMm, sheet, left, top } = page;
  const target = pdf.addPage([widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM]);
  const resources = createResources(pdf, target);
  const k = POINTS_PER_MM;
  // One unit is a millimetre from here on, and y still points up.
  target.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(k, 0, 0, k, left * k, (heightMm - top) * k),
  );
  for (const item of sheet.items) {
    const operators =
      item.type === 'text' ? textOperators(item, fonts, resources) : pathOperators(item, resources);
    target.pushOperators(...operators);
  }
  target.pushOperators(popGraphicsState());
}

interface Resources {
  font(font: PDFFont): PDFName;
  opacity(opacity: number): PDFName;
}

function createResources(pdf: PDFDocument, page: PDFPage): Resources {
  const fonts = new Map<PDFFont, PDFName>();
  const states = new Map<number, PDFName>();
  return {
    font: (font) => remember(fonts, font, () => page.node.newFontDictionary(font.name, font.ref)),
    opacity: (opacity) =>
      remember(states, opacity, () =>
        page.node.newExtGState('GS', pdf.context.obj({ Type: 'ExtGState', ca: opacity, CA: opacity })),
      ),
  };
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function textOperators(
  item: TextItem,
  fonts: ReadonlyMap<string, PDFFont>,
  resources: Resources,
): PDFOperator[] {
  const font = fonts.get(item.font) as PDFFont;
  const size = item.size / POINTS_PER_MM;
  const angle = (item.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [red, green, blue] = rgb(item.color);
  return [
    pushGraphicsState(),
    ...(item.opacity < 1 ? [setGraphicsState(resources.opacity(item.opacity))] : []),
    setFillingRgbColor(red, green, blue),
    beginText(),
    setFontAndSize(resources.font(font), size),
    setCharacterSpacing(item.tracking),
    setTextMatrix(cos, -sin, sin, cos, item.x, -item.y),
    showText(font.encodeText(item.text)),
    endText(),
    popGraphicsState(),
  ];
}

function pathOperators(item: PathItem, resources: Resources): PDFOperator[] {
  const paint = item.fill ? (item.stroke ? fillAndStroke() : fill()) : stroke();
  const { opacity = 1 } = item;
  return [
    pushGraphicsState(),
    ...(opacity < 1 ? [setGraphicsState(resources.opacity(opacity))] : []),
    ...(item.fill ? [setFillingRgbColor(...rgb(item.fill))] : []),
    ...(item.stroke ? [setStrokingRgbColor(...rgb(item.stroke)), setLineWidth(item.lineWidth ?? 0.2)] : []),
    ...(item.dash ? [setDashPattern([...item.dash], 0)] : []),
    ...pathSteps(item.d),
    paint,
    popGraphicsState(),
  ];
}

/** Reads the part of SVG's path language that the sheets use: M, L, C and Z with absolute numbers. */
function pathSteps(d: string): PDFOperator[] {
  const steps: PDFOperator[] = [];
  for (const [, letter, body = ''] of d.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const v = body
      .trim()
      .split(/[\s,]+/)
      .map(Number) as [number, number, number, number, number, number];
    if (letter === 'M') steps.push(moveTo(v[0], -v[1]));
    else if (letter === 'L') steps.push(lineTo(v[0], -v[1]));
    else if (letter === 'C') steps.push(appendBezierCurve(v[0], -v[1], v[2], -v[3], v[4], -v[5]));
    else steps.push(closePath());
  }
  return steps;
}

export function rgb(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
