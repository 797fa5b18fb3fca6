import type { PlainDate } from '@dossierkit/core';
import type { Person } from '../person.js';
import type { Random } from '../random.js';
import type { Typeface } from './fonts.js';
import type { Sheet } from './sheet.js';

/** What a paper is drawn from. */
export interface PaperContext {
  readonly random: Random;
  readonly person: Person;
  /** The day on which the paper is handed in. */
  readonly at: PlainDate;
  /** The day of issue that the caller asks for. */
  readonly issuedOn?: PlainDate;
  readonly typeface: Typeface;
  /** The colour of the issuer. */
  readonly accent: string;
  /** A value of the truth: the caller's, else the one that is made here. It is remembered under its name. */
  field(name: string, make: () => string): string;
}

/** A drawn paper. */
export interface Paper {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly mrz?: readonly string[];
  /** The sheet that carries the zone, counted from 0. Default: 0. */
  readonly mrzPage?: number;
  /** A card is copied onto a larger page; a letter fills its page. */
  readonly form: 'letter' | 'card';
  /** Radius of the corners, in millimetres. */
  readonly cornerMm?: number;
}

export type DrawPaper = (context: PaperContext) => Paper;
