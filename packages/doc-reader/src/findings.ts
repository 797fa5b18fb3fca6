import type { CodedErrorsOf, FindingsOf, NoParams } from '@dossierkit/core';

/** The formats that can be read. */
export type DocumentFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'bmp' | 'heic' | 'pdf';

/** What a file that cannot be read seems to be, so that a person can be told what to do instead. */
export type ForeignFormat = 'office' | 'archive' | 'avif' | 'svg' | 'web-page' | 'video' | 'text' | 'unknown';

/** Which limit ran out of time. */
export type ReadStep = 'open' | 'pixels' | 'text' | 'ocr';

/** Why a file, or one page of it, cannot be read. All of it is about the file; mistakes of the program throw. */
export type ReadError = CodedErrorsOf<{
  /** There are no bytes. */
  'doc-reader/empty-file': NoParams;
  /** The path or stream gave no bytes; `reason` is the system's code (`ENOENT`), or `stream`. */
  'doc-reader/unreadable-source': { readonly reason: string };
  /** By its content, the file is none of the formats that can be read. */
  'doc-reader/unsupported-format': { readonly looksLike: ForeignFormat };
  /** The file begins as its format asks and then breaks the format's rules, or is cut off. */
  'doc-reader/damaged': { readonly format: DocumentFormat };
  /** The PDF opens with a password only, and none was given. */
  'doc-reader/encrypted': NoParams;
  /** The PDF does not open with the password that was given. */
  'doc-reader/wrong-password': NoParams;
  /** The PDF is protected in a way that no free reader opens. */
  'doc-reader/unsupported-protection': NoParams;
  /** The PDF is well formed and has no page. */
  'doc-reader/no-pages': NoParams;
  /** More bytes than the limit. The file was not read to its end, so its size is not known. */
  'doc-reader/too-many-bytes': { readonly limitBytes: number };
  /** More pixels than the limit. */
  'doc-reader/too-many-pixels': {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly limitPixels: number;
  };
  /** The file needs more memory than it may have. */
  'doc-reader/too-much-memory': { readonly format: DocumentFormat };
  /** The optional package that decodes HEIC is not installed. */
  'doc-reader/heic-support-missing': { readonly packageName: string };
  /** A step took longer than it may. */
  'doc-reader/timed-out': { readonly step: ReadStep; readonly limitMs: number };
  /** The caller's signal was aborted, or the document was closed meanwhile. */
  'doc-reader/cancelled': NoParams;
  /** No OCR data for a wanted language. */
  'doc-reader/language-missing': { readonly language: string };
  /** The OCR engine failed on this page, also when tried again. */
  'doc-reader/ocr-failed': NoParams;
  /** The page has no text layer, and only that was asked for. */
  'doc-reader/no-text-layer': NoParams;
}>;

/** What was noticed about a file that can be read. */
export type ReadFinding = FindingsOf<{
  /** The name or MIME type promises another format than the content has. A note among picture formats, else a warning. */
  'doc-reader/type-mismatch': {
    readonly by: 'name' | 'mime-type';
    readonly claimed: string;
    readonly format: DocumentFormat;
  };
  /** The file has more pages than the limit; the others were left out. */
  'doc-reader/pages-left-out': { readonly pages: number; readonly limit: number };
  /** The file is a second thing at the same time (a picture that is also an archive): reason for a person to look. */
  'doc-reader/second-format': {
    readonly format: DocumentFormat;
    readonly second: 'pdf' | 'archive' | 'web-page';
  };
  /** A page so large that it is drawn at less than its own resolution. */
  'doc-reader/page-scaled-down': { readonly dpi: number };
  /** One page is damaged; the others can be read. */
  'doc-reader/page-damaged': NoParams;
  /** The page is a scan with an invisible text layer, which is not trusted: it is read by OCR unless asked otherwise. */
  'doc-reader/text-layer-hidden': NoParams;
  /** The page's text cannot be copied (its fonts do not say which letters they draw): it is read by OCR. */
  'doc-reader/text-layer-unreadable': NoParams;
}>;
