export { type AnswerCache, createMemoryAnswerCache } from './client/answer-cache.js';
export { type ClientPolicy, type ClientPolicyInput, defineClientPolicy } from './client/client-policy.js';
export type { RegisterOptions } from './client/create-register.js';
export type { Fetch } from './client/fetch-answer.js';
export {
  createMemoryRateLimitStore,
  type RateLimit,
  type RateLimitStore,
  type Sleep,
} from './client/rate-limit.js';
export {
  createRegisterClient,
  type RegisterClient,
  type RegisterClientOptions,
} from './client/register-client.js';
export type { RegistryFinding } from './findings.js';
export {
  type AustrianFn,
  type Bic,
  formatAustrianFn,
  formatGermanRegisterNumber,
  formatIban,
  formatNumeroFiscal,
  formatSiren,
  formatSiret,
  formatSwissUid,
  formatVatNumber,
  type GermanRegisterNumber,
  type GermanRegisterPart,
  type Iban,
  type IdentifierError,
  type IdentifierScheme,
  type Lei,
  type NumeroFiscal,
  parseAustrianFn,
  parseBic,
  parseGermanRegisterNumber,
  parseIban,
  parseLei,
  parseNumeroFiscal,
  parseReferenceAvis,
  parseSiren,
  parseSiret,
  parseSwissUid,
  parseUkCompanyNumber,
  parseVatNumber,
  type ReferenceAvis,
  type Siren,
  type Siret,
  type SwissUid,
  type UkCompanyNumber,
  type VatCountry,
  type VatNumber,
} from './identifiers/index.js';
export { messages } from './messages/index.js';
export type { Asked } from './questions/ask.js';
export type { CompanyClaim, PersonClaim } from './questions/claims.js';
export type { VerifyOptions } from './questions/options.js';
export {
  type AddressClaim,
  type AddressOptions,
  type AddressVerification,
  verifyAddress,
} from './questions/verify-address.js';
export { type CompanyVerification, verifyCompany } from './questions/verify-company.js';
export {
  type RepresentativeClaim,
  type RepresentativeOptions,
  type RepresentativeVerification,
  verifyRepresentative,
} from './questions/verify-representative.js';
export {
  type TaxNoticeClaim,
  type TaxNoticeVerification,
  verifyTaxNotice,
} from './questions/verify-tax-notice.js';
export { type VatClaim, type VatVerification, verifyVatNumber } from './questions/verify-vat-number.js';
export type { ApiEntrepriseCredentials } from './registers/api-entreprise.js';
export {
  createApiEntreprise,
  createApiParticulier,
  createBaseAdresseNationale,
  createCompaniesHouse,
  createGleif,
  createRechercheEntreprises,
  createRne,
  createSirene,
  createSvair,
  createVies,
  createZefix,
} from './registers/create.js';
export type {
  AddressCandidate,
  AddressFacts,
  BeneficialOwner,
  CompanyFacts,
  CompanyRepresentative,
  CompanyState,
  EstablishmentFacts,
  Evidence,
  PersonName,
  PersonRepresentative,
  Representative,
  SigningPower,
  TaxNoticeFacts,
  VatFacts,
} from './registers/evidence.js';
export {
  createGermanRegister,
  type GermanExtract,
  type GermanOfficer,
  type GermanRegisterOptions,
} from './registers/german-register.js';
export { parseRegisterAnswer, REGISTER_IDS, type RegisterId } from './registers/parse-register-answer.js';
export type { CompanyId, Question, QuestionKind } from './registers/question.js';
export type { RawAnswer } from './registers/reading.js';
export type { Inconclusive, InconclusiveReason, Register, RegisterAnswer } from './registers/register.js';
export type { RneCredentials } from './registers/rne.js';
export type { ZefixCredentials } from './registers/zefix.js';
