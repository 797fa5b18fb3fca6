export { mrzCheckDigit } from './check-digit.js';
export { type CheckMrzOptions, checkMrz, RULES_VERSION } from './check-mrz.js';
export { type DrawMrzOptions, drawMrz } from './draw-mrz.js';
export { findMrz, type MrzPlace } from './find-mrz.js';
export type { MrzComparedField, MrzComparedWith, MrzFinding } from './findings.js';
export type { MrzStatement } from './internal/compare.js';
export type { MrzDate } from './internal/mrz-date.js';
export type {
  MrzAlphabet,
  MrzCheckedField,
  MrzCheckLayout,
  MrzFieldLayout,
  MrzFieldName,
  MrzFormat,
  MrzLayout,
  MrzRange,
} from './layout.js';
export { MRZ_LAYOUTS } from './layouts.js';
export { messages } from './messages/index.js';
export type { MrzMessageable } from './messages/words.js';
export type { NationalNumber } from './national-number.js';
export { type MrzError, type ParseMrzOptions, parseMrz } from './parse-mrz.js';
export { defineMrzPolicy, type MrzPolicy, mrzPolicySchema } from './policy.js';
export { type ReadMrzOptions, readMrz } from './read-mrz.js';
export { type MrzLineReading, readMrzLine } from './read-mrz-line.js';
export type {
  MrzCell,
  MrzCheckDigit,
  MrzDetail,
  MrzDoubt,
  MrzFieldProblem,
  MrzFields,
  MrzReading,
  MrzRepair,
  MrzSight,
} from './reading.js';
export { isMrzState } from './states.js';
export { type NameFitsOptions, nameFitsMrz, transliterateForMrz } from './transliterate.js';
