import type { Place } from './geometry.js';

/**
 * Whether what was looked for holds. `inconclusive`: it could not be told, because the picture does not show it or a
 * source could not be asked. It is never a pass and never a fail.
 */
export type Outcome = 'passed' | 'failed' | 'inconclusive';

/** How much a finding matters when it does not pass: a note, a reason for a person to look, a reason to refuse. */
export type Severity = 'info' | 'warning' | 'critical';

/** A number that was measured, and the limit it was held against. */
export interface Measurement {
  readonly value: number;
  readonly limit?: number;
  /** `px`, `ratio`, `degrees`, `days`, … */
  readonly unit: string;
}

/**
 * One thing that a check noticed, as plain data. Sentences come later, from a message catalogue.
 *
 * `Finding<'a/x' | 'a/y'>` is a union with one member for each code.
 */
export type Finding<Code extends string = string, Params extends object = object> = Code extends string
  ? {
      /** `package/what`, for example `doc-quality/blurred`. Codes are only ever added, never given a new meaning. */
      readonly code: Code;
      readonly outcome: Outcome;
      readonly severity: Severity;
      /** What its message needs: plain JSON. */
      readonly params: Params;
      readonly measured?: Measurement;
      /** Where on the document it was seen. */
      readonly where?: Place;
    }
  : never;

/**
 * The union of findings that a table of parameters by code describes. The usual way for a package to declare its
 * findings:
 *
 * @example
 * type QualityFinding = FindingsOf<{ 'doc-quality/blurred': { corner: string }; 'doc-quality/blank': NoParams }>;
 */
export type FindingsOf<ParamsByCode extends object> = {
  [Code in keyof ParamsByCode & string]: Finding<Code, ParamsByCode[Code] & object>;
}[keyof ParamsByCode & string];
