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
const CUTS = [0.37, 0.69, 1];
/** Two bands have up to this much in common on each side of a cut, so that each line is whole in one of them. */
const OVERLAP = 0.02;
/** A line that ends so near the edge may go on beyond it. */
const SLACK = 0.003;
/** So much of the paper above a line is read with it: OCR errs in letters that touch the edge of the picture. */
const MARGIN = 0.008;

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
    const cuts = scan && policy.read !== 'everything' ? CUTS : [1];
    let share = 0;
    let from = 0;
    let text: PageText | undefined;
    let languages = firstLook;
    for (const to of cuts) {
      const band = await readBand(page, from, to, languages, signal);
      if (!band.ok) {
        errors.push({ page: page.index, error: band.error });
        break;
      }
      share = to;
      const { whole, next } = splitAtEdge(band.value, to);
      text = text ? { ...text, blocks: [...text.blocks, ...newBlocks(whole, text)] } : whole;
      // After the last band there is nothing left to decide.
      if (to === 1) break;
      const { enough, languages: likely } = decide([...texts, text], page.index);
      if (enough) break;
      languages = nextLanguages(languages, likely);
      from = next;
    }
    if (text) texts.push(text);
    reading.push({ page: page.index, source: text?.source ?? 'none', share });
  }
  return { texts, reading, errors };
}

/** Where the first look was in all of the reader's languages, the kind's own is enough for the rest. */
function nextLanguages(before: readonly string[], likely: readonly string[]): readonly string[] {
  return before.length === 0 ? likely.slice(0, 1) : before;
}

async function readBand(
  page: TextPage,
  from: number,
  to: number,
  languages: readonly string[],
  signal: AbortSignal | undefined,
): ReturnType<TextPage['readText']> {
  const region: Box = { x: 0, y: from, width: 1, height: edgeOf(to) - from };
  return page.readText({
    ...(from === 0 && to === 1 ? {} : { region }),
    ...(languages.length > 0 ? { languages } : {}),
    ...(signal ? { signal } : {}),
  });
}

const edgeOf = (to: number): number => Math.min(1, to + OVERLAP);

/** The lines that the lower edge of a band did not cut through, and where the next band is to begin to have the others whole. */
function splitAtEdge(text: PageText, to: number): { readonly whole: PageText; readonly next: number } {
  if (to === 1) return { whole: text, next: 1 };
  const edge = edgeOf(to);
  const highest = to - OVERLAP;
  const isCut = (line: TextLine): boolean => {
    const { top, bottom } = extentOf(line);
    // Of a line that is cut in two, OCR may read what is left as letters that end well above the edge.
    return bottom > edge - Math.max(SLACK, (bottom - top) / 2) && top > highest;
  };
  const lines = linesOf(text);
  const lowest = Math.max(0, ...lines.filter((line) => !isCut(line)).map((line) => extentOf(line).bottom));
  const tops = lines.filter(isCut).map((line) => extentOf(line).top - MARGIN);
  const next = Math.max(highest, Math.min(lowest, edge - SLACK, ...tops));
  // The region is how the text came about, not what it is; rounded so that the same page is always asked for the same.
  const { region: _, ...rest } = text;
  const whole = { ...rest, blocks: withLines(text.blocks, (line) => !isCut(line)) };
  return { whole, next: Math.round(next * 1000) / 1000 };
}

/** What the band above has not given yet: columns are not cut at one height. */
function newBlocks(band: PageText, above: PageText): PageText['blocks'] {
  const known = linesOf(above);
  return withLines(band.blocks, (line) => !known.some((other) => areOne(line, other)));
}

function areOne(a: TextLine, b: TextLine): boolean {
  const [x, y] = [extentOf(a), extentOf(b)];
  const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
  const wide = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
  return (
    high > 0.5 * Math.min(x.bottom - x.top, y.bottom - y.top) &&
    wide > 0.5 * Math.min(a.box.width, b.box.width)
  );
}

/** The height of a line by its middle word: a speck that was taken for a letter does not count. */
function extentOf({ words, box }: TextLine): { readonly top: number; readonly bottom: number } {
  const byBottom = words.toSorted((a, b) => a.box.y + a.box.height - b.box.y - b.box.height);
  const { y, height } = byBottom[words.length >> 1]?.box ?? box;
  return { top: y, bottom: y + height };
}

function withLines(blocks: PageText['blocks'], isKept: (line: TextLine) => boolean): PageText['blocks'] {
  return blocks.flatMap((block) => {
    const lines = block.lines.filter(isKept);
    return lines.length > 0 ? [{ ...block, lines }] : [];
  });
}
