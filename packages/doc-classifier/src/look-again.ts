import type { Box, PageText, TextPage } from '@dossierkit/core';
import type { Field } from './classification.js';
import { type Context, examine, fieldsOf, textWithin, textWithout, winnerOf } from './examine.js';
import type { FieldSpec } from './profile.js';
import { type IdentifierType, scanIdentifiers } from './scan/identifiers.js';
import { readingOf } from './text/reading.js';
import { placeOf, sceneOf } from './text/scene.js';

/** More tries than this on one page hardly ever help. */
const MOST = 4;
const CHECKED: readonly string[] = [
  'iban',
  'siren',
  'siret',
  'vat',
  'de-tax-id',
  'nir',
] satisfies IdentifierType[];

/** So many heights of the line above and below it are read with it the second time. */
const STRIP = 3;

/**
 * Reads numbers whose check digits disagree again, each alone and then with the lines around it: OCR that sees other surroundings
 * makes other mistakes. What has right check digits then takes the place of what was read before.
 */
export async function lookAgain(
  texts: readonly PageText[],
  pages: readonly TextPage[],
  context: Context,
  signal: AbortSignal | undefined,
): Promise<readonly PageText[]> {
  const looked: PageText[] = [];
  for (const text of texts) {
    const page = pages.find(({ index }) => index === text.page);
    looked.push(page && text.source === 'ocr' ? await lookAtPage(text, page, context, signal) : text);
  }
  return looked;
}

async function lookAtPage(
  text: PageText,
  page: TextPage,
  context: Context,
  signal: AbortSignal | undefined,
): Promise<PageText> {
  const examination = examine([text], context);
  const { kind } = winnerOf(examination);
  const profile = context.compiled.byKind.get(kind)?.profile;
  if (!profile) return text;
  const doubtful = fieldsOf(examination, kind, context).filter(({ checkDigits }) => checkDigits === false);
  let better = text;
  for (const field of doubtful.slice(0, MOST)) {
    const spec = profile.fields.find(({ name }) => name === field.name);
    if (spec && CHECKED.includes(spec.type)) {
      better = await lookAtField(better, field, spec, page, profile.languages.slice(0, 1), signal);
    }
  }
  return better;
}

async function lookAtField(
  text: PageText,
  { where }: Field,
  spec: FieldSpec,
  page: TextPage,
  languages: readonly string[],
  signal: AbortSignal | undefined,
): Promise<PageText> {
  const place = around(where.box);
  for (const region of [place, stripOf(where.box)]) {
    const read = await page.readText({ region, languages, ...(signal ? { signal } : {}) });
    if (!read.ok) continue;
    const scene = sceneOf(readingOf([read.value], 100));
    const found = scanIdentifiers(scene, spec.type as IdentifierType);
    if (!found.some((one) => one.checked && isBeside(placeOf(scene, one).box, where.box))) continue;
    return { ...text, blocks: [...textWithout(text, place).blocks, ...textWithin(read.value, place).blocks] };
  }
  return text;
}

/** Whether two boxes are on one line. */
function isBeside(a: Box, b: Box): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return shared > Math.min(a.height, b.height) / 2;
}

/** The lines around a number, over the whole width. */
function stripOf({ y, height }: Box): Box {
  const top = Math.max(0, y - STRIP * height);
  return { x: 0, y: top, width: 1, height: Math.min(1 - top, (2 * STRIP + 1) * height) };
}

/** The place of a number with half a line of paper above and below it. */
function around({ x, y, width, height }: Box): Box {
  const left = Math.max(0, x - height);
  const top = Math.max(0, y - height / 2);
  return {
    x: left,
    y: top,
    width: Math.min(1 - left, width + 2 * height),
    height: Math.min(1 - top, 2 * height),
  };
}
