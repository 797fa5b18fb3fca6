import type { FindingsOf } from '@dossierkit/core';

/** What the intake itself notices; everything else comes from the checks. */
export type IntakeFinding = FindingsOf<{
  /** The customer was asked as often as policy allows: it is taken as it is, for a person to look at. */
  'document-intake/asked-enough': { readonly times: number };
  /** Only the first pages were judged as pictures. */
  'document-intake/pages-not-judged': { readonly pages: number; readonly limit: number };
}>;
