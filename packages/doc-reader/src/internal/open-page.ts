import { type Box, DossierkitError, type PageOrigin, type PageText, type Result } from '@dossierkit/core';
import { type GreyRaster, mapBox, type Raster } from '@dossierkit/doc-raster';
import type { Page, PagePicture, ReadPageTextOptions, ReadRasterOptions } from '../document.js';
import type { ReadError } from '../findings.js';
import type { ReadLimits } from '../limits.js';
import { cancelled, fail, toResult, unlessAborted } from './failure.js';
import { cutAndScale, type Ocr, readByOcr } from './ocr.js';
import type { PageSource, Size } from './page-source.js';
import { RasterCache } from './raster-cache.js';
import { rasterSource } from './raster-source.js';
import { withinRegion } from './text-layout.js';

/** Pixels along the longer side that make letters of an A4 page comfortable to read: 200 dpi. */
const OCR_SIDE_PX = 2339;
/** Enlarging further adds no detail, only time. */
const OCR_MAX_SCALE = 2;
const OCR_DPI = 200;

export interface PageContext {
  readonly cache: RasterCache;
  readonly ocr: Ocr;
  readonly limits: ReadLimits;
  /** Aborted when the document is closed. */
  readonly closed: AbortSignal;
}

/** A page over what its format offers: sizes, sharing, choice of the text's source, cancelling. */
export class OpenPage implements Page {
  readonly index: number;
  readonly origin: PageOrigin;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi?: number;
  readonly hasTextLayer: boolean;
  readonly toFilePage?: (box: Box) => Box;
  readonly #source: PageSource;
  readonly #context: PageContext;

  constructor(index: number, source: PageSource, context: PageContext, toFilePage?: (box: Box) => Box) {
    this.index = index;
    this.origin = source.origin;
    this.widthPx = source.widthPx;
    this.heightPx = source.heightPx;
    if (source.dpi !== undefined) this.dpi = source.dpi;
    this.hasTextLayer = source.hasTextLayer;
    if (toFilePage) this.toFilePage = toFilePage;
    this.#source = source;
    this.#context = context;
  }

  readRaster(options: ReadRasterOptions & { readonly grey: true }): Promise<Result<GreyRaster, ReadError>>;
  readRaster(options?: ReadRasterOptions): Promise<Result<Raster, ReadError>>;
  readRaster(options: ReadRasterOptions = {}): Promise<Result<Raster, ReadError>> {
    this.#refuseClosed();
    const { grey = false, signal } = options;
    const size = this.#sizeFor(options);
    return toResult(() => this.#raster(size, grey, signal));
  }

  readText(options: ReadPageTextOptions = {}): Promise<Result<PageText, ReadError>> {
    this.#refuseClosed();
    const { layer = 'auto' } = options;
    const fromFile = layer === 'file' || (layer === 'auto' && this.hasTextLayer);
    return toResult(() => (fromFile ? this.#fileText(layer === 'file', options) : this.#ocrText(options)));
  }

  withRaster({ raster, toOriginal }: PagePicture): Page {
    this.#refuseClosed();
    const { toFilePage = (box) => box } = this;
    const back = (box: Box): Box => toFilePage(toOriginal ? mapBox(toOriginal, box) : box);
    const context = { ...this.#context, cache: new RasterCache(this.#context.limits.maxCacheBytes) };
    return new OpenPage(this.index, rasterSource(raster, this.origin), context, back);
  }

  async #raster(size: Size, grey: boolean, signal: AbortSignal | undefined): Promise<Raster> {
    const { cache, closed } = this.#context;
    if (signal?.aborted) throw cancelled();
    const key = `${this.index} ${size.widthPx}x${size.heightPx} ${grey ? 'grey' : 'rgb'}`;
    const decoding = cache.get(key, async () => {
      const data = await this.#source.draw(size, grey);
      return { ...size, channels: grey ? 1 : 3, data };
    });
    return unlessAborted(unlessAborted(decoding, closed), signal);
  }

  #sizeFor({ maxSidePx, dpi }: ReadRasterOptions): Size {
    for (const value of [maxSidePx, dpi]) {
      if (value !== undefined && !(value >= 1)) {
        throw new DossierkitError('doc-reader/invalid-size', 'maxSidePx and dpi are at least 1');
      }
    }
    const own = this.#source;
    const { widthPx, heightPx } = dpi !== undefined && own.sizeAt ? own.sizeAt(dpi) : own;
    const scale = Math.min(1, (maxSidePx ?? Number.POSITIVE_INFINITY) / Math.max(widthPx, heightPx));
    const side = (px: number) => Math.max(1, Math.round(px * scale));
    return { widthPx: side(widthPx), heightPx: side(heightPx) };
  }

  async #fileText(hidden: boolean, { region, signal }: ReadPageTextOptions): Promise<PageText> {
    const { readLayer } = this.#source;
    if (!readLayer) throw fail('doc-reader/no-text-layer', {});
    const reading = unlessAborted(readLayer(this.index, hidden), this.#context.closed);
    const text = await unlessAborted(reading, signal);
    if (hidden && text.blocks.length === 0) throw fail('doc-reader/no-text-layer', {});
    return region ? { ...text, region, blocks: withinRegion(text.blocks, region) } : text;
  }

  async #ocrText({ region, languages, onProgress, signal }: ReadPageTextOptions): Promise<PageText> {
    const { closed, ocr } = this.#context;
    const ends = signal ? AbortSignal.any([signal, closed]) : closed;
    const size = this.#ocrSize();
    const whole = (await this.#raster(size, true, ends)) as GreyRaster;
    const scale = this.#source.sizeAt
      ? 1
      : Math.min(OCR_MAX_SCALE, Math.max(1, OCR_SIDE_PX / Math.max(whole.widthPx, whole.heightPx)));
    const picture = await unlessAborted(cutAndScale(whole, region, scale), ends);
    return readByOcr(ocr, {
      page: this.index,
      picture,
      dpi: OCR_DPI,
      signal: ends,
      ...(region ? { region } : {}),
      ...(languages ? { languages } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
  }

  #ocrSize(): Size {
    return this.#source.sizeAt
      ? this.#sizeFor({ dpi: OCR_DPI, maxSidePx: 2 * OCR_SIDE_PX })
      : this.#sizeFor({ maxSidePx: OCR_SIDE_PX });
  }

  #refuseClosed(): void {
    if (this.#context.closed.aborted) {
      throw new DossierkitError('doc-reader/closed', 'The document was closed before this read');
    }
  }
}
