export { type AddressReason, matchAddress } from './addresses/match-address.js';
export type { PostalAddress } from './addresses/parse-address.js';
export type { Agreement, Answer, Compared, FieldMatch, Subject } from './agreement.js';
export { type CompanyReason, matchCompany } from './companies/match-company.js';
export type { MatchFinding } from './findings.js';
export { type AmountReason, type AmountTolerance, matchAmount } from './match-amount.js';
export { type BirthDateReason, matchBirthDate } from './match-birth-date.js';
export { type IbanReason, matchIban } from './match-iban.js';
export { type CustomerRecord, type DocumentField, type MatchOptions, matchRecord } from './match-record.js';
export { messages } from './messages/index.js';
export {
  type DocumentName,
  matchName,
  type NameMatch,
  type PersonName,
} from './names/match-name.js';
export type { NameReason } from './names/name-reason.js';
export { defineMatchPolicy, type MatchPolicy, type MatchPolicyInput } from './policy.js';
