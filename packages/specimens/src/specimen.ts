import type { PlainDate, Point } from '@dossierkit/core';
import type { Defect } from './defect.js';
import type { TruthLine } from './internal/truth-lines.js';
import type { SpecimenKind } from './kinds.js';
import type { PartialPerson, SpecimenCountry } from './person.js';

/** `pdf`: born digital, with real text. `scan`: flat on a scanner. `photo`: by hand, with a phone. */
export type SpecimenMedium = 'pdf' | 'scan' | 'photo';

/** The file format of a scan or a photo; `pdf` is a PDF whose page is the picture, without text. */
export type PictureFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'pdf';

/** What a specimen is rendered from. */
export interface RenderSpecimenOptions {
  /** Decides everything that the other options leave open: a whole number. */
  readonly seed: number;
  readonly medium: SpecimenMedium;
  /** Whose paper, for kinds that every country has (`passport`, `receipt` …). Default: by seed. */
  readonly country?: SpecimenCountry;
  /** What is known of the holder; the seed makes up the rest. */
  readonly person?: PartialPerson;
  /** Values that are set instead of made up, normalised as in {@link SpecimenTruth.fields}. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The day on which the paper is handed in: it is recent and valid then. Default: `2026-06-15`. */
  readonly at?: PlainDate;
  /** The day of issue. Default: such that the paper is recent and valid on `at`. */
  readonly issuedOn?: PlainDate;
  /** What is wrong with the scan or the photo; a `pdf` has none. Default: nothing. */
  readonly defects?: readonly Defect[];
  /** The format of a scan or a photo. Default: `jpeg`. */
  readonly format?: PictureFormat;
  /** The page or side that is scanned or photographed, counted from 0. Default: 0. A `pdf` has them all. */
  readonly page?: number;
  /** The width of a scan or a photo: 64 to 8000. Default: 1600. A phone's 12 megapixels are 3024 upright, 4032 across. */
  readonly widthPx?: number;
  /**
   * How the pixels of a JPEG lie, as the EXIF tag counts: 1 to 8. Viewers turn the picture back; the truth speaks of the
   * turned one. Default: no tag.
   */
  readonly exifOrientation?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

/** A rendered paper and what is true about it. */
export interface Specimen {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mimeType: string;
  readonly truth: SpecimenTruth;
}

/** What is true about a specimen, whatever its picture looks like. Plain JSON. */
export interface SpecimenTruth {
  readonly kind: SpecimenKind;
  /** Where the holder lives. Whose paper it is stands in `fields.issuingState`. */
  readonly country: SpecimenCountry;
  readonly medium: SpecimenMedium;
  readonly seed: number;
  /**
   * What the paper says: days as `YYYY-MM-DD`, months as `YYYY-MM`, amounts as `1234.50`, numbers without spaces, names as the
   * person writes them (the paper may print capitals).
   */
  readonly fields: Readonly<Record<string, string>>;
  /** The lines of the machine-readable zone, where the file shows one. */
  readonly mrz?: readonly string[];
  /**
   * Where the paper's own upper left, upper right, lower right and lower left corners are, in fractions of the picture. They
   * lie outside 0 to 1 where the picture cuts the paper off.
   */
  readonly corners: readonly [Point, Point, Point, Point];
  readonly defects: readonly Defect[];
  /** How many pages the file has. */
  readonly pages: number;
  /** What is printed on the file's pages, with boxes in fractions of the flat, upright paper. */
  readonly lines: readonly TruthLine[];
}
