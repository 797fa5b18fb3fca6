import type { JsonObject, Verdict } from '@dossierkit/core';

/** What is said about one file. */
export interface FileOutcome {
  readonly verdict: Verdict;
  /** A few words: what it is. */
  readonly summary: string;
  /** What did not pass, the gravest first: what is wrong, and what to do now. */
  readonly messages: readonly { readonly text: string; readonly advice: string }[];
  /** What was verified. */
  readonly verified: readonly string[];
  /** What was read. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** For `--json`: the reports as they are. */
  readonly json: JsonObject;
}

/** The file's row, with what only the program knows. */
export interface Row extends FileOutcome {
  readonly path: string;
  readonly milliseconds: number;
}
