export { canonicalJson } from './canonical-json.js';
export { type CheckReport, createCheckReport } from './check-report.js';
export { createTextFold, type TextFold } from './create-text-fold.js';
export { digestBytes, digestBytesSync, digestJson, isSha256, type Sha256 } from './digest.js';
export {
  type CodedError,
  type CodedErrorsOf,
  codedError,
  DossierkitError,
  type DossierkitErrorOptions,
  isDossierkitError,
  type NoParams,
  unwrap,
} from './errors.js';
export type { Finding, FindingsOf, Measurement, Outcome, Severity } from './finding.js';
export {
  addFractions,
  compareFractions,
  type DecimalError,
  type Fraction,
  fraction,
  multiplyFractions,
  parseDecimal,
  type Rounding,
  roundFraction,
} from './fraction.js';
export { type Box, boxAround, type Place, type Point } from './geometry.js';
export type { JsonObject, JsonValue } from './json.js';
export {
  createMessageFormat,
  directionOf,
  LOCALES,
  type Locale,
  type Message,
  type Messageable,
  type MessageCatalogue,
  type MessageFormat,
  type MessagesFor,
  type MessageText,
  matchLocale,
  type PluralWords,
  renderMessage,
} from './messages.js';
export {
  allocateMoney,
  formatMoney,
  type Money,
  minorUnitDigits,
  money,
  moneyFromFraction,
  sumMoney,
} from './money.js';
export { parsePolicy, type RuleSource } from './policy.js';
export { type Err, err, type Ok, ok, type Result } from './result.js';
export {
  linesOf,
  type PageOrigin,
  type PageText,
  plainTextOf,
  type ReadTextOptions,
  type TextBlock,
  type TextLine,
  type TextPage,
  type TextWord,
  wordsOf,
} from './text.js';
export {
  addDays,
  addMonths,
  type Clock,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  type PlainDate,
  parsePlainDate,
  parseTimestamp,
  partsOfDate,
  plainDate,
  plainDateAt,
  plainDateFrom,
  type TimeError,
  type Timestamp,
  timestamp,
  timestampFromMs,
  timestampMs,
  weekdayOf,
} from './time.js';
export { combineVerdicts, deriveVerdict, type Verdict } from './verdict.js';
