/** What the evaluation of one area on labelled cases found. */
export interface EvaluationOutcome {
  /** One line a metric. */
  readonly lines: readonly string[];
  /** The figure that stands behind `<area>: ` on the last line. */
  readonly figure: string;
  /** Every case, for `--json`. */
  readonly cases: readonly object[];
}

/**
 * Grades a package on the labelled cases at `path`. A package offers its areas as `export const areas: Areas` in
 * `bench/evaluate.ts`. A case that crashes is that case's failure; a case of unknown kind counts as unsupported.
 */
export type Evaluate = (path: string, progress: (message: string) => void) => Promise<EvaluationOutcome>;

export type Areas = Readonly<Record<string, Evaluate>>;
