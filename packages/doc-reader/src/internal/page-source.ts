import type { PageOrigin, PageText } from '@dossierkit/core';
import type { DocumentFormat, ReadFinding } from '../findings.js';

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A page as its format offers it; sizes, caching, OCR and cancelling are the same for all formats and live above. */
export interface PageSource extends Size {
  readonly origin: PageOrigin;
  readonly dpi?: number;
  readonly hasTextLayer: boolean;
  /** The size at a resolution, for pages that have no pixels of their own. */
  sizeAt?(dpi: number): Size;
  /** Upright pixels in a size between 1×1 and the page's own; 1 channel where grey, else 3. */
  draw(size: Size, grey: boolean): Promise<Uint8Array | Uint8ClampedArray>;
  /** The file's own text, with the invisible text where wanted. Only where the format has text. */
  readLayer?(index: number, hidden: boolean): Promise<PageText>;
}

/** A file as its format offers it. */
export interface DocumentSource {
  readonly format: DocumentFormat;
  readonly pages: readonly PageSource[];
  readonly findings: readonly ReadFinding[];
  close(): void;
}

export function pagesLeftOut(pages: number, limit: number): ReadFinding {
  return {
    code: 'doc-reader/pages-left-out',
    outcome: 'failed',
    severity: 'warning',
    params: { pages, limit },
    measured: { value: pages, limit, unit: 'pages' },
  };
}
