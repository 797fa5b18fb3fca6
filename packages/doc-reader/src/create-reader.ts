import { DossierkitError, digestBytes, type Result } from '@dossierkit/core';
import type { Document } from './document.js';
import type { DocumentFormat, ReadError, ReadFinding } from './findings.js';
import { collectBytes } from './internal/collect-bytes.js';
import { cancelled, fail, toResult, unlessAborted } from './internal/failure.js';
import { namedFormat } from './internal/named-format.js';
import type { Ocr } from './internal/ocr.js';
import { OcrPool } from './internal/ocr-pool.js';
import { OpenPage } from './internal/open-page.js';
import type { DocumentSource } from './internal/page-source.js';
import { openPdf } from './internal/pdf.js';
import { Pdfium } from './internal/pdfium.js';
import { openPicture } from './internal/picture.js';
import { RasterCache } from './internal/raster-cache.js';
import { secondFormat, sniff } from './internal/sniff.js';
import { defineReadLimits, type ReadLimits } from './limits.js';

/** Bytes, the path of a file, or anything that gives chunks of bytes (a request body, an upload, a `File`). */
export type DocumentInput = Uint8Array | string | AsyncIterable<Uint8Array> | Blob;

/** What is known of one file beside its bytes. */
export interface OpenOptions {
  /** The name it came with; only to notice that it promises something else. Never kept. */
  readonly name?: string;
  /** The MIME type it came with; likewise. */
  readonly mimeType?: string;
  /** Opens a protected PDF. */
  readonly password?: string;
  readonly signal?: AbortSignal;
}

/** How a reader works. */
export interface ReaderOptions {
  /** How many pages are read by OCR at the same time, each in a thread with about 300 MB. Default 2. */
  readonly ocrWorkers?: number;
  /** Languages of OCR where a read names none, the likeliest first. Fewer are faster. Default `['fra', 'deu', 'eng']`. */
  readonly languages?: readonly string[];
  /** A folder with `<code>.traineddata` or `<code>.traineddata.gz` for other languages than French, German and English. */
  readonly ocrDataFolder?: string;
  readonly limits?: Partial<ReadLimits>;
}

/** Opens files, and owns what that takes: OCR threads and the PDF thread, both started when they are needed first. */
export interface Reader {
  /** What a file may cost, complete. */
  readonly limits: ReadLimits;
  open(input: DocumentInput, options?: OpenOptions): Promise<Result<Document, ReadError>>;
  /** Closes every document and ends every thread. Reads under way end as `doc-reader/cancelled`. Can be called twice. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Creates a reader. Make one for the life of the host, and close it at the end.
 *
 * @throws {DossierkitError} `core/policy-invalid` for a limit that is no positive whole number; `doc-reader/invalid-option`
 * @example
 * await using reader = createReader({ languages: ['fra'] });
 * const opened = await reader.open('bill.pdf');
 * if (opened.ok) console.log(opened.value.pages.length);
 */
export function createReader(options: ReaderOptions = {}): Reader {
  const { ocrWorkers = 2, languages = ['fra', 'deu', 'eng'], ocrDataFolder } = options;
  if (!Number.isInteger(ocrWorkers) || ocrWorkers < 1 || languages.length === 0) {
    throw new DossierkitError('doc-reader/invalid-option', 'A reader needs an OCR worker and a language');
  }
  const limits = defineReadLimits(options.limits);
  const pool = new OcrPool(ocrWorkers, limits.ocrTimeoutMs);
  return new OpenReader(limits, { pool, languages, dataFolder: ocrDataFolder });
}

class OpenReader implements Reader {
  readonly limits: ReadLimits;
  readonly #ocr: Ocr;
  readonly #pdfium: Pdfium;
  readonly #documents = new Set<OpenDocument>();
  readonly #closed = new AbortController();

  constructor(limits: ReadLimits, ocr: Ocr) {
    this.limits = limits;
    this.#ocr = ocr;
    this.#pdfium = new Pdfium(limits);
  }

  open(input: DocumentInput, options: OpenOptions = {}): Promise<Result<Document, ReadError>> {
    if (this.#closed.signal.aborted) throw new DossierkitError('doc-reader/closed', 'This reader was closed');
    return toResult(() => this.#open(input, options));
  }

  async close(): Promise<void> {
    this.#closed.abort();
    for (const document of this.#documents) document.close();
    this.#ocr.pool.close();
    this.#pdfium.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #open(input: DocumentInput, options: OpenOptions): Promise<Document> {
    const closed = this.#closed.signal;
    const signal = options.signal ? AbortSignal.any([options.signal, closed]) : closed;
    const bytes = await collectBytes(input, this.limits.maxBytes, signal);
    const sniffed = sniff(bytes);
    if (!sniffed.format) throw fail('doc-reader/unsupported-format', { looksLike: sniffed.looksLike });
    const { format } = sniffed;
    const opening = this.#openFormat(bytes, format, options.password);
    // Aborted while the file is being opened: what comes of it must not stay open.
    opening.then(
      (source) => signal.aborted && source.close(),
      () => {},
    );
    const source = await unlessAborted(opening, signal);
    const digest = await digestBytes(bytes);
    if (signal.aborted) throw cancelled();
    const findings = [...typeFindings(bytes, format, options), ...source.findings];
    const facts = { digest, format, sizeBytes: bytes.length, findings };
    const document = new OpenDocument(facts, source, this.limits, this.#ocr, () =>
      this.#documents.delete(document),
    );
    this.#documents.add(document);
    return document;
  }

  #openFormat(
    bytes: Uint8Array,
    format: DocumentFormat,
    password: string | undefined,
  ): Promise<DocumentSource> {
    return format === 'pdf'
      ? openPdf(bytes, this.#pdfium, this.limits, password)
      : openPicture(bytes, format, this.limits);
  }
}

class OpenDocument implements Document {
  readonly digest: Document['digest'];
  readonly format: DocumentFormat;
  readonly sizeBytes: number;
  readonly findings: readonly ReadFinding[];
  readonly pages: Document['pages'];
  readonly #closed = new AbortController();
  readonly #release: () => void;

  constructor(
    facts: Pick<Document, 'digest' | 'format' | 'sizeBytes' | 'findings'>,
    source: DocumentSource,
    limits: ReadLimits,
    ocr: Ocr,
    onClose: () => void,
  ) {
    this.digest = facts.digest;
    this.format = facts.format;
    this.sizeBytes = facts.sizeBytes;
    this.findings = facts.findings;
    const cache = new RasterCache(limits.maxCacheBytes);
    const context = { cache, ocr, limits, closed: this.#closed.signal };
    this.pages = source.pages.map((page, index) => new OpenPage(index, page, context));
    this.#release = () => {
      cache.clear();
      source.close();
      onClose();
    };
  }

  close(): void {
    if (this.#closed.signal.aborted) return;
    this.#closed.abort();
    this.#release();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

function typeFindings(bytes: Uint8Array, format: DocumentFormat, options: OpenOptions): ReadFinding[] {
  const found: ReadFinding[] = [];
  for (const by of ['name', 'mime-type'] as const) {
    const claim = by === 'name' ? options.name : options.mimeType;
    const promised = claim === undefined ? undefined : namedFormat(by, claim);
    if (!promised || promised.formats.includes(format)) continue;
    // A PNG called .jpg is everyday; a PDF called .jpg, or a picture called .exe, is not.
    const harmless = format !== 'pdf' && promised.formats.some((other) => other !== 'pdf');
    found.push({
      code: 'doc-reader/type-mismatch',
      outcome: 'failed',
      severity: harmless ? 'info' : 'warning',
      params: { by, claimed: promised.claimed, format },
    });
  }
  const second = secondFormat(bytes, format);
  if (second) {
    found.push({
      code: 'doc-reader/second-format',
      outcome: 'failed',
      severity: 'warning',
      params: { format, second },
    });
  }
  return found;
}
