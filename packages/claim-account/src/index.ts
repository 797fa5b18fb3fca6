export { type Allocation, allocatePayment, allocationOrder } from './allocate-payment.js';
export {
  type BalanceOptions,
  balanceOn,
  type ClaimBalance,
  type PromiseState,
  ruleFor,
} from './balance-on.js';
export type { AllocationOrder, Claim, ClaimEvent, FeeCode, Jurisdiction } from './claim.js';
export {
  computeInterest,
  type Interest,
  type InterestLine,
  type InterestRounding,
  type InterestTerms,
} from './compute-interest.js';
export { type DefaultFacts, type DefaultStart, defaultStart, movedDueDay } from './default-start.js';
export { drawEpcQr, drawSwissQr } from './draw-payment-code.js';
export { type EpcTransfer, encodeEpcQr, type ParsedEpcQr, parseEpcQr } from './epc-qr.js';
export { type BalanceLine, explainBalance } from './explain-balance.js';
export { allowedFee, type CollectionFee, type FeeCap, germanCollectionFee, lumpSum } from './fees.js';
export { type ClaimFinding, type PaymentCodeError, RULES_VERSION } from './findings.js';
export {
  type DayCount,
  type InterestRule,
  type InterestRuleId,
  interestRules,
  type RateBasis,
  type RatePeriod,
  ratePeriods,
} from './interest-rules.js';
export type { CreditLine, FeeLine, PaymentLine } from './internal/ledger.js';
export { messages } from './messages/index.js';
export { businessNotice, germanCollectionNotice, type NoticeBlock, type NoticeFacts } from './notices.js';
export { parseAmount } from './parse-amount.js';
export {
  consumerCreditSource,
  type Instalment,
  type InstalmentOptions,
  type InstalmentPlan,
  planInstalments,
} from './plan-instalments.js';
export { type RateOnDay, type RateTableData, type RateTableId, rateOn, rateTable } from './rate-table.js';
export { formatCreditorReference, parseCreditorReference } from './references/creditor-reference.js';
export { isQrIban, parseIban } from './references/iban.js';
export { formatQrReference, hasRecursiveCheckDigit, parseQrReference } from './references/qr-reference.js';
export {
  formatStructuredCommunication,
  parseStructuredCommunication,
} from './references/structured-communication.js';
export { encodeSwissQr, type SwissQrBill, type SwissQrParty } from './swiss-qr.js';
