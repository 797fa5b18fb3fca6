import type { FindingsOf } from '@dossierkit/core';

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
}>;
