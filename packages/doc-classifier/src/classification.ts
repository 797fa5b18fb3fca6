import type { Box, JsonValue, Place } from '@dossierkit/core';
import type { Age } from './age/age-rule.js';

/** One reason for or against a kind. */
export interface Evidence {
  /** The words as they were read; for a cue its name. */
  readonly text: string;
  /** What it says for the kind, in nats; negative: against it. */
  readonly weight: number;
  /**
   * `title`: words that stand out as a title does. `mention`: title words in running text. `words`: words that count
   * wherever they stand. `against`: words of another kind. `cue`: layout, a machine-readable zone, a seal. `model`: a
   * word that the trained model weighs.
   */
  readonly by: 'title' | 'mention' | 'words' | 'against' | 'cue' | 'model';
  readonly where?: Place;
}

/** A kind that was considered. */
export interface Candidacy {
  readonly kind: string;
  /** 0 to 1; all kinds together with `unknown` make 1. */
  readonly probability: number;
  readonly evidence: readonly Evidence[];
}

/** A value that was read from the document. */
export interface Field {
  readonly name: string;
  /** Normalised plain JSON: a day as `YYYY-MM-DD`, money in minor units, a period as `{ from, to }`. */
  readonly value: JsonValue;
  /** As it stands on the document. */
  readonly raw: string;
  readonly where: Place & { readonly box: Box };
  /** 0 to 1. */
  readonly confidence: number;
  /** For identifiers that have them: whether the check digits agree. */
  readonly checkDigits?: boolean;
}

/** One document found in the file; a file may hold several. */
export interface FoundDocument {
  /** The kind, or `unknown`. */
  readonly kind: string;
  readonly probability: number;
  /** Whether the probability reaches the policy's limit. */
  readonly confident: boolean;
  /** Pages, counted from 0. */
  readonly pages: readonly number[];
  /** The part of the page, where two documents share one. */
  readonly region?: Box;
  /** Why it is this kind, the strongest reason first. */
  readonly evidence: readonly Evidence[];
  /** The kind that came next, and what it lacked. */
  readonly runnerUp?: Candidacy & {
    /** What speaks for the winner and not for this one. */
    readonly lostFor: readonly Evidence[];
  };
  readonly fields: readonly Field[];
  readonly age?: Age;
}

/** What the classifier learned about a file. */
export interface Classification extends FoundDocument {
  /** Every document in the file, in page order; the one that the rest of this object is about is among them. */
  readonly documents: readonly FoundDocument[];
  /** How much had to be read. */
  readonly reading: readonly PageReading[];
}

/** What was read of one page. */
export interface PageReading {
  readonly page: number;
  readonly source: 'file' | 'ocr' | 'none';
  /** How much of the page's height was read, 0 to 1. */
  readonly share: number;
}
