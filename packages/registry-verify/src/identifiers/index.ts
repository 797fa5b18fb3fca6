export { type AustrianFn, formatAustrianFn, parseAustrianFn } from './austrian-fn.js';
export { type Bic, parseBic } from './bic.js';
export {
  formatGermanRegisterNumber,
  type GermanRegisterNumber,
  type GermanRegisterPart,
  parseGermanRegisterNumber,
} from './german-register-number.js';
export { formatIban, type Iban, parseIban } from './iban.js';
export type { IdentifierError, IdentifierScheme } from './identifier-error.js';
export { type Lei, parseLei } from './lei.js';
export { formatNumeroFiscal, type NumeroFiscal, parseNumeroFiscal } from './numero-fiscal.js';
export { parseReferenceAvis, type ReferenceAvis } from './reference-avis.js';
export { formatSiren, parseSiren, type Siren } from './siren.js';
export { formatSiret, parseSiret, type Siret } from './siret.js';
export { formatSwissUid, parseSwissUid, type SwissUid } from './swiss-uid.js';
export { parseUkCompanyNumber, type UkCompanyNumber } from './uk-company-number.js';
export { formatVatNumber, parseVatNumber, type VatNumber } from './vat.js';
export type { VatCountry } from './vat-rules.js';
