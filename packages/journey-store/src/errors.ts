import type { CodedErrorsOf, NoParams } from '@dossierkit/core';

/** What a caller of a store must expect. */
export type StoreError = CodedErrorsOf<{
  /** Somebody else was faster: load again and decide again. Nothing was written. */
  'journey-store/version-conflict': { readonly expected: number; readonly actual: number };
  /** The audit entries do not continue the chain that is kept. Nothing was written. */
  'journey-store/audit-conflict': { readonly sequence: number };
  /** The database cannot be reached or is too busy. Nothing was written. */
  'journey-store/unavailable': { readonly reason: string };
  /** The connection broke while committing. Send the same command again under its key: it is written once. */
  'journey-store/outcome-unknown': NoParams;
  /** There is no space left. Nothing was written. */
  'journey-store/disk-full': NoParams;
  /** The database was made by a newer version of this package. */
  'journey-store/schema-newer': { readonly found: number; readonly known: number };
}>;
