import type { FindingsOf } from '@dossierkit/core';
import type { KindRef } from '@dossierkit/doc-classifier';

/** Why a file was not examined to its end. None of it says anything about the document. */
export type NotExaminedReason =
  /** A step broke down. */
  | 'crashed'
  /** It took more memory than one file may. */
  | 'out-of-memory'
  /** It took longer than one file may. */
  | 'timed-out'
  /** As many files as policy allows were waiting. */
  | 'too-busy';

/** What the intake itself notices; everything else comes from the checks. */
export type IntakeFinding = FindingsOf<{
  /** The customer was asked as often as policy allows: it is taken as it is, for a person to look at. */
  'document-intake/asked-enough': { readonly times: number };
  /** Only the first pages were judged as pictures. */
  'document-intake/pages-not-judged': { readonly pages: number; readonly limit: number };
  /** The examination ended early; what was learned until then is in the report. Always inconclusive. */
  'document-intake/not-examined': { readonly reason: NotExaminedReason };
  /** Whether parts that belong together say the same: the two sides of a card, the payslips of one job. */
  'document-intake/parts-agree': {
    readonly parts: 'card-sides' | 'payslips';
    readonly about: 'document-number' | 'name' | 'birth-date' | 'employer';
  };
  /** Only one side of a card was handed in. */
  'document-intake/side-missing': { readonly side: 'front' | 'back' };
  /** The same file was handed in more than once. Files are counted from 1. */
  'document-intake/sent-twice': { readonly first: number; readonly again: number };
  /** Whether all pages of a letter are there, by the numbers printed on them. Inconclusive where there are none. */
  'document-intake/pages-complete': { readonly missing: readonly number[]; readonly of: number };
  /** Whether a document that is wanted is among those that were handed in. */
  'document-intake/document-missing': { readonly wanted: string; readonly expected: readonly KindRef[] };
}>;
