import {
  type Box,
  type CodedError,
  linesOf,
  type PageText,
  type TextLine,
  type TextPage,
} from '@dossierkit/core';
import type { PageReading } from './classification.js';
import type { ClassifierPolicy } from './policy.js';

/** What was read so far says whether reading on is worth while, and in which languages. */
export type Decide = (texts: readonly PageText[], page: number) => Decision;

export interface Decision {
  readonly enough: boolean;
  /** The languages of the likeliest kind, the likeliest first; none while there is no such kind. */
  readonly languages: readonly string[];
}

export interface ReadPages {
  readonly texts: readonly PageText[];
  readonly reading: readonly PageReading[];
  readonly errors: readonly { readonly page: number; readonly error: CodedError }[];
}

/** A scan is read in bands from the top: titles, dates and recipients stand in the first one. */
const CUTS = [0, 0.37, 0.69, 1];
/** Bands overlap by this much on both sides, so that no line is cut through for both. */
const OVERLAP = 0.02;

/** Reads pages as far as needed: text layers whole, scans from the top down until `decide` has enough. */
export async function readPages(
  pages: readonly TextPage[],
  policy: ClassifierPolicy,
  firstLook: readonly string[],
  decide: Decide,
  signal: AbortSignal | undefined,
): Promise<ReadPages> {
  const texts: PageText[] = [];
  const reading: PageReading[] = [];
  const errors: { page: number; error: CodedError }[] = [];
  let ocrPages = 0;
  for (const page of pages.slice(0, policy.maxPages)) {
    signal?.throwIfAborted();
    const scan = !page.hasTextLayer;
    if (scan && ++ocrPages > policy.maxOcrPages) {
      reading.push({ page: page.index, source: 'none', share: 0 });
      continue;
    }
    const bands =
      scan && policy.read !== 'everything'
        ? CUTS.slice(1).map((to, at) => [CUTS[at] as number, to] as const)
        : [[0, 1] as const];
    let share = 0;
    let text: PageText | undefined;
    let languages = firstLook;
    for (const [from, to] of bands) {
      const part = await readBand(page, from, to, languages, signal);
      if (!part.ok) {
        errors.push({ page: page.index, error: part.error });
        break;
      }
      share = to;
      text = text ? { ...text, blocks: [...text.blocks, ...part.value.blocks] } : part.value;
      // After the last band there is nothing left to decide.
      if (to === 1) break;
      const { enough, languages: likely } = decide([...texts, text], page.index);
      if (enough) break;
      languages = nextLanguages(languages, likely);
    }
    if (text) texts.push(text);
    reading.push({ page: page.index, source: text?.source ?? 'none', share });
  }
  return { texts, reading, errors };
}

/** Another language only where the kind has it and the one before is none of its own: each change costs the reader time. */
function nextLanguages(before: readonly string[], likely: readonly string[]): readonly string[] {
  const [first] = likely;
  return first === undefined || before.some((language) => likely.includes(language)) ? before : [first];
}

async function readBand(
  page: TextPage,
  from: number,
  to: number,
  languages: readonly string[],
  signal: AbortSignal | undefined,
): ReturnType<TextPage['readText']> {
  const whole = from === 0 && to === 1;
  const top = Math.max(0, from - OVERLAP);
  const region: Box = { x: 0, y: top, width: 1, height: Math.min(1, to + OVERLAP) - top };
  const result = await page.readText({
    ...(whole ? {} : { region }),
    ...(languages.length > 0 ? { languages } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!result.ok || whole) return result;
  return { ok: true, value: { ...result.value, blocks: linesBetween(result.value, from, to) } };
}

/** The lines whose middle lies in the band: each line of the page belongs to one band. */
function linesBetween(text: PageText, from: number, to: number): PageText['blocks'] {
  const isIn = ({ box }: TextLine): boolean => {
    const middle = box.y + box.height / 2;
    return (middle >= from || from === 0) && (middle < to || to === 1);
  };
  if (linesOf(text).every(isIn)) return text.blocks;
  return text.blocks.flatMap((block) => {
    const lines = block.lines.filter(isIn);
    return lines.length > 0 ? [{ ...block, lines }] : [];
  });
}
