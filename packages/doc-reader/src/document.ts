import type { Box, PageOrigin, PageText, ReadTextOptions, Result, Sha256, TextPage } from '@dossierkit/core';
import type { GreyRaster, Homography, Raster } from '@dossierkit/doc-raster';
import type { DocumentFormat, ReadError, ReadFinding } from './findings.js';

/** A file that was opened. Pixels and text are read on demand; the bytes must not be changed before `close()`. */
export interface Document {
  /** SHA-256 of the bytes, the subject of every report about this file. */
  readonly digest: Sha256;
  /** By content, never by name. */
  readonly format: DocumentFormat;
  readonly sizeBytes: number;
  readonly pages: readonly Page[];
  /** What was noticed when the file was opened; `where.page` names the page where it is about one. */
  readonly findings: readonly ReadFinding[];
  /** Lets go of pixels and of the file. Reads under way end as `doc-reader/cancelled`. Can be called twice. */
  close(): void;
  [Symbol.dispose](): void;
}

/** One upright page. */
export interface Page extends TextPage {
  readonly index: number;
  readonly origin: PageOrigin;
  /** Size of the raster that `readRaster()` gives without options: for a picture every pixel it has. */
  readonly widthPx: number;
  readonly heightPx: number;
  /**
   * Pixels per inch at that size. A PDF page always has it: 200, or the resolution of the picture it consists of (72 to
   * 300). A picture has it where the file states one; 72 and 96 are what cameras and editors write without meaning it,
   * and count as not stated.
   */
  readonly dpi?: number;
  /** Whether `readText()` takes the file's own text: it is visible, and its letters are known. */
  readonly hasTextLayer: boolean;
  /** The page's pixels: one channel where `grey`, else red, green, blue; transparent parts are white. Do not write into them. */
  readRaster(options: ReadRasterOptions & { readonly grey: true }): Promise<Result<GreyRaster, ReadError>>;
  readRaster(options?: ReadRasterOptions): Promise<Result<Raster, ReadError>>;
  /** The page's text with its places: the file's own where it is real text, else by OCR. */
  readText(options?: ReadPageTextOptions): Promise<Result<PageText, ReadError>>;
  /**
   * The same page over other pixels: turned, straightened, cut out of its background. `readRaster()` gives those pixels,
   * `readText()` reads them by OCR, and all boxes and regions are fractions of them; `toFilePage` takes a box back to this
   * page. Nothing is copied: do not write into the raster. Closing the document closes this page, too.
   *
   * @example
   * const straight = page.withRaster(straightenPage({ raster })); // straightenPage of `@dossierkit/doc-quality`
   * const text = await straight.readText();
   */
  withRaster(picture: PagePicture): Page;
}

/** Pixels that stand for a page, as `straightenPage` of `@dossierkit/doc-quality` gives them. */
export interface PagePicture {
  readonly raster: Raster;
  /** Takes a point of the raster to the same point of the page, both in fractions. Default: they are the same. */
  readonly toOriginal?: Homography;
}

/** How large, and in how many channels, a page is wanted. Each size is decoded once and shared. */
export interface ReadRasterOptions {
  /** The longer side is at most this long. A picture is never enlarged. */
  readonly maxSidePx?: number;
  /** Resolution to draw a PDF page in, instead of the page's own `dpi`. Pictures: no effect. */
  readonly dpi?: number;
  /** One channel of luma. Default: three channels. */
  readonly grey?: boolean;
  readonly signal?: AbortSignal;
}

/** How a page's text is to be read. */
export interface ReadPageTextOptions extends ReadTextOptions {
  /** Read only this part of the page; boxes are still fractions of the whole page. */
  readonly region?: Box;
  /**
   * `auto`: the file's own text where it is real, else OCR. `file`: the file's own text, also an invisible one. `ocr`: OCR in
   * any case. Default `auto`.
   */
  readonly layer?: 'auto' | 'file' | 'ocr';
  /** Called with 0 to 1 while OCR is under way. */
  readonly onProgress?: (progress: number) => void;
}
