import type { PageText, Place } from '@dossierkit/core';
import type { ReadFinding } from '../findings.js';
import type { ReadLimits } from '../limits.js';
import { fail, ReadFailure } from './failure.js';
import { type DocumentSource, type PageSource, pagesLeftOut, type Size } from './page-source.js';
import { layOutChars } from './pdf-text.js';
import type { Pdfium } from './pdfium.js';
import type { PdfPageFacts } from './pdfium-protocol.js';

const VECTOR_DPI = 200;
const PICTURE_DPI = { min: 72, max: 300 };
/** What a page is drawn in where nothing else is asked: A3 at 300 dpi has 17 million. */
const OWN_MAX_PIXELS = 20_000_000;
const MAX_SIDE_PX = 32_000;
/** A page that pictures cover to this share needs this many visible characters to count as text, not as a scan. */
const SCAN = { pictureShare: 0.5, minChars: 200 };
/** A picture smaller than this is a logo. */
const PICTURE_SHARE = 0.1;
const MAX_UNMAPPED_SHARE = 0.3;

export async function openPdf(
  bytes: Uint8Array,
  pdfium: Pdfium,
  limits: ReadLimits,
  password: string | undefined,
): Promise<DocumentSource> {
  const { id, pageCount } = await pdfium.open(bytes, password);
  try {
    if (pageCount === 0) throw fail('doc-reader/no-pages', {});
    const findings: ReadFinding[] = [];
    if (pageCount > limits.maxPages) findings.push(pagesLeftOut(pageCount, limits.maxPages));
    const pages: PageSource[] = [];
    for (let index = 0; index < Math.min(pageCount, limits.maxPages); index++) {
      const facts = await readFacts(pdfium, id, index, findings);
      const page = facts ? createPage(pdfium, id, index, facts, limits) : damagedPage();
      findings.push(...(facts ? findingsOf(facts, page, index) : []));
      pages.push(page);
    }
    if (pages.every((page) => page.sizeAt === undefined)) throw fail('doc-reader/damaged', { format: 'pdf' });
    return { format: 'pdf', pages, findings, close: () => pdfium.closeDocument(id) };
  } catch (error) {
    pdfium.closeDocument(id);
    throw error;
  }
}

/** A page that cannot be loaded does not make the others unreadable. */
async function readFacts(
  pdfium: Pdfium,
  id: number,
  index: number,
  findings: ReadFinding[],
): Promise<PdfPageFacts | undefined> {
  try {
    const facts = await pdfium.readPage(id, index);
    if (facts.widthPt > 0 && facts.heightPt > 0) return facts;
  } catch (error) {
    if (!(error instanceof ReadFailure) || error.error.code !== 'doc-reader/damaged') throw error;
  }
  findings.push(finding('doc-reader/page-damaged', 'warning', { page: index }));
  return undefined;
}

function damagedPage(): PageSource {
  return {
    widthPx: 1,
    heightPx: 1,
    origin: 'pdf-vector',
    hasTextLayer: false,
    draw: () => Promise.reject(fail('doc-reader/damaged', { format: 'pdf' })),
  };
}

function createPage(
  pdfium: Pdfium,
  id: number,
  index: number,
  facts: PdfPageFacts,
  limits: ReadLimits,
): PageSource {
  const { widthPt, heightPt } = facts;
  const text = hasRealText(facts);
  const isPicture = !text && facts.pictureShare >= PICTURE_SHARE;
  const wanted = isPicture
    ? Math.min(PICTURE_DPI.max, Math.max(PICTURE_DPI.min, facts.pictureDpi))
    : VECTOR_DPI;
  const most = Math.min(OWN_MAX_PIXELS, limits.maxPixels);
  const dpi = Math.min(wanted, 72 * Math.sqrt(most / (widthPt * heightPt)));
  const sizeAt = (at: number): Size => sizeOf(facts, at, limits.maxPixels);
  return {
    ...sizeAt(dpi),
    dpi,
    origin: isPicture ? 'pdf-picture' : 'pdf-vector',
    hasTextLayer: text,
    sizeAt,
    draw: (size, grey) => pdfium.render(id, index, size, grey),
    readLayer: async (page: number, hidden: boolean): Promise<PageText> => {
      const chars = await pdfium.readChars(id, index, hidden);
      return { page, source: 'file', blocks: layOutChars(chars) };
    },
  };
}

/** The size at a resolution, within the limit on pixels and never without any. */
function sizeOf({ widthPt, heightPt }: PdfPageFacts, dpi: number, maxPixels: number): Size {
  const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (widthPt * heightPt)));
  const side = (points: number) => Math.max(1, Math.floor(points * scale + 1e-6));
  return { widthPx: Math.min(side(widthPt), MAX_SIDE_PX), heightPx: Math.min(side(heightPt), MAX_SIDE_PX) };
}

function hasRealText(facts: PdfPageFacts): boolean {
  const { visibleChars, pictureShare } = facts;
  if (visibleChars === 0 || isUnreadable(facts)) return false;
  return pictureShare < SCAN.pictureShare || visibleChars >= SCAN.minChars;
}

function isUnreadable({ visibleChars, hiddenChars, unmappedChars }: PdfPageFacts): boolean {
  return unmappedChars > MAX_UNMAPPED_SHARE * (visibleChars + hiddenChars);
}

function findingsOf(facts: PdfPageFacts, page: PageSource, index: number): ReadFinding[] {
  const where = { page: index };
  const found: ReadFinding[] = [];
  if (isUnreadable(facts)) found.push(finding('doc-reader/text-layer-unreadable', 'info', where));
  else if (facts.hiddenChars > facts.visibleChars)
    found.push(finding('doc-reader/text-layer-hidden', 'info', where));
  if (page.dpi !== undefined && page.dpi < PICTURE_DPI.min) {
    const dpi = Math.round(page.dpi * 10) / 10;
    found.push({
      code: 'doc-reader/page-scaled-down',
      outcome: 'failed',
      severity: 'info',
      params: { dpi },
      measured: { value: dpi, limit: PICTURE_DPI.min, unit: 'dpi' },
      where,
    });
  }
  return found;
}

function finding(
  code: 'doc-reader/page-damaged' | 'doc-reader/text-layer-hidden' | 'doc-reader/text-layer-unreadable',
  severity: 'info' | 'warning',
  where: Place,
): ReadFinding {
  return { code, outcome: 'failed', severity, params: {}, where };
}
