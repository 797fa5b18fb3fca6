import type { Box, PageText, TextBlock, TextWord } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import sharp from 'sharp';
import { joinCells, type OcrCell } from './join-cells.js';
import { findLanguages } from './ocr-languages.js';
import type { OcrPool } from './ocr-pool.js';
import type { OcrBlock, OcrLine, OcrWord } from './ocr-thread.js';
import { blocksOf } from './text-layout.js';
import { withoutRules } from './without-rules.js';

/** Reads pictures of pages with one pool and one set of defaults. */
export interface Ocr {
  readonly pool: OcrPool;
  readonly languages: readonly string[];
  readonly dataFolder: string | undefined;
}

export interface OcrRequest {
  readonly page: number;
  /** The page, or the part of it that `region` names. */
  readonly picture: GreyRaster;
  readonly region?: Box;
  readonly dpi: number;
  readonly languages?: readonly string[];
  readonly onProgress?: (progress: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Tesseract's page segmentation. Of the whole page it is asked for sparse text (11): cells and columns, each by itself. The single
 * column (4) and the automatic one (3) put an address and a table beside it into lines that are half of each, and lose both. For
 * a cell or a few words the uniform block (6) is the better one.
 */
const SEGMENTATION = { page: '11', part: '6' };
/** A region of this share of the page's width is read like a page. */
const PAGE_WIDE = 0.6;
const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

export async function readByOcr(ocr: Ocr, request: OcrRequest): Promise<PageText> {
  const { page, picture, region, dpi, signal } = request;
  const languages = await findLanguages(request.languages ?? ocr.languages, ocr.dataFolder);
  const job = {
    languages,
    picture: pgmOf(withoutRules(picture)),
    dpi,
    pageSegmentation: SEGMENTATION[region && region.width < PAGE_WIDE ? 'part' : 'page'],
  };
  const blocks = await ocr.pool.recognise(job, request.onProgress ?? (() => {}), signal);
  return {
    page,
    source: 'ocr',
    ...(region ? { region } : {}),
    blocks: toBlocks(blocks, picture, region ?? WHOLE),
  };
}

/** The plainest picture file: the pixels behind a line of text, so that nothing is compressed only to be unpacked. */
function pgmOf({ widthPx, heightPx, data }: GreyRaster): Uint8Array {
  const header = Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`, 'latin1');
  return Buffer.concat([header, asBytes(data)]);
}

function asBytes({ buffer, byteOffset, byteLength }: GreyRaster['data']): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The engine makes a block of each cell; lines across cells, and white space between blocks, part a page better. */
function toBlocks(blocks: readonly OcrBlock[], picture: GreyRaster, region: Box): TextBlock[] {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return blocksOf(joinCells(lines.map((line) => toCell(line, picture, region))));
}

/** A base line of so much of the picture's width tells its slope. */
const LEVEL_WIDTH = 0.12;

function toCell({ words, baseline }: OcrLine, picture: GreyRaster, region: Box): OcrCell {
  const { x0, y0, x1, y1 } = baseline;
  const isLong = x1 - x0 >= LEVEL_WIDTH * picture.widthPx;
  const slope =
    (((y1 - y0) / picture.heightPx) * region.height) / (((x1 - x0) / picture.widthPx) * region.width);
  return {
    words: words.flatMap((word) => toWord(word, picture, region)),
    ...(isLong ? { slope } : {}),
  };
}

function toWord({ text, confidence, bbox }: OcrWord, picture: GreyRaster, region: Box): TextWord[] {
  const clean = text.trim();
  const { x0, y0, x1, y1 } = bbox;
  if (clean === '' || x1 <= x0 || y1 <= y0) return [];
  const x = region.x + (Math.max(0, x0) / picture.widthPx) * region.width;
  const y = region.y + (Math.max(0, y0) / picture.heightPx) * region.height;
  const right = region.x + (Math.min(picture.widthPx, x1) / picture.widthPx) * region.width;
  const bottom = region.y + (Math.min(picture.heightPx, y1) / picture.heightPx) * region.height;
  const box = { x, y, width: right - x, height: bottom - y };
  return [{ text: clean, box, confidence: Math.min(1, Math.max(0, confidence / 100)) }];
}

/** Cuts a part out of a grey picture and brings it to another size. */
export async function cutAndScale(
  picture: GreyRaster,
  region: Box | undefined,
  scale: number,
): Promise<GreyRaster> {
  const { widthPx, heightPx, data } = picture;
  const left = Math.min(widthPx - 1, Math.floor((region?.x ?? 0) * widthPx));
  const top = Math.min(heightPx - 1, Math.floor((region?.y ?? 0) * heightPx));
  const width = Math.max(1, Math.min(widthPx - left, Math.round((region?.width ?? 1) * widthPx)));
  const height = Math.max(1, Math.min(heightPx - top, Math.round((region?.height ?? 1) * heightPx)));
  if (!region && scale === 1) return picture;
  let cut = sharp(asBytes(data), { raw: { width: widthPx, height: heightPx, channels: 1 } }).extract({
    left,
    top,
    width,
    height,
  });
  if (scale !== 1) {
    const size = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
    cut = cut.resize(size[0], size[1], { fit: 'fill', kernel: 'cubic' });
  }
  const out = await cut.greyscale().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { widthPx: out.info.width, heightPx: out.info.height, channels: 1, data: out.data };
}
