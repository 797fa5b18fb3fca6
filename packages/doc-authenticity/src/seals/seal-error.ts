import type { CodedErrorsOf, NoParams } from '@dossierkit/core';

/** What is wrong with the structure of a seal. */
export type SealProblem =
  | 'header'
  | 'version'
  | 'signature-missing'
  | 'signature-length'
  | 'signature-encoding'
  | 'trailing-data'
  | 'message'
  | 'too-long';

/** Why there is no seal. */
export type SealError = CodedErrorsOf<{
  /** The content of the code is something else. */
  'doc-authenticity/not-a-seal': NoParams;
  /** It begins like a seal, and then breaks the specification. */
  'doc-authenticity/seal-malformed': { readonly problem: SealProblem };
}>;
