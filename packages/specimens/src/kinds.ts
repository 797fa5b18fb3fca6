import type { DrawPaper } from './internal/paper.js';
import { drawGermanBankStatement } from './internal/papers/de-bank-statement.js';
import { drawGermanPayslip } from './internal/papers/de-payslip.js';
import { drawGermanRegistrationCertificate } from './internal/papers/de-registration-certificate.js';
import { drawGermanTaxDeclaration } from './internal/papers/de-tax-declaration.js';
import { drawGermanTaxNotice } from './internal/papers/de-tax-notice.js';
import { drawGermanPrepaymentNotice } from './internal/papers/de-tax-prepayment-notice.js';
import { drawDrivingLicence } from './internal/papers/driving-licence.js';
import { drawFrenchBankDetails } from './internal/papers/fr-bank-details.js';
import { drawFrenchCompanyExtract } from './internal/papers/fr-company-extract.js';
import { drawFrenchElectricityBill } from './internal/papers/fr-electricity-bill.js';
import { drawOldFrenchIdCard } from './internal/papers/fr-id-card-old.js';
import { drawFrenchPayslip } from './internal/papers/fr-payslip.js';
import { drawFrenchTaxDeclaration } from './internal/papers/fr-tax-declaration.js';
import { drawFrenchDeclarationStatement } from './internal/papers/fr-tax-declaration-statement.js';
import { drawFrenchTaxNotice } from './internal/papers/fr-tax-notice.js';
import { drawBritishUtilityBill } from './internal/papers/gb-utility-bill.js';
import { drawIdCardBack, drawIdCardFront } from './internal/papers/id-card.js';
import { drawInvoice, drawOrderConfirmation } from './internal/papers/invoice.js';
import { drawBlank, drawLetter } from './internal/papers/letter.js';
import { drawPassport } from './internal/papers/passport.js';
import { drawReceipt } from './internal/papers/receipt.js';
import { drawResidencePermit } from './internal/papers/residence-permit.js';
import { drawVisa } from './internal/papers/visa.js';
import type { SpecimenCountry } from './person.js';

const SPECIMEN_KINDS = [
  'passport',
  'id-card-front',
  'id-card-back',
  'fr-id-card-old',
  'visa',
  'residence-permit',
  'driving-licence',
  'fr-tax-notice',
  'fr-tax-declaration',
  'fr-tax-declaration-statement',
  'fr-bank-details',
  'fr-payslip',
  'fr-electricity-bill',
  'fr-company-extract',
  'de-tax-notice',
  'de-tax-declaration',
  'de-tax-prepayment-notice',
  'de-bank-statement',
  'de-payslip',
  'de-registration-certificate',
  'gb-utility-bill',
  'invoice',
  'order-confirmation',
  'receipt',
  'letter',
  'blank',
] as const;

/** The kinds of papers that can be rendered. The last five are what people hand in by mistake. */
export type SpecimenKind = (typeof SPECIMEN_KINDS)[number];

/** All kinds: identity papers, then letters by country, then what people hand in by mistake. */
export function listKinds(): SpecimenKind[] {
  return [...SPECIMEN_KINDS];
}

interface KindEntry {
  readonly draw: DrawPaper;
  /** Whose paper it is; `any` for papers that every country has. */
  readonly country: SpecimenCountry | 'any';
}

const KINDS: Readonly<Record<SpecimenKind, KindEntry>> = {
  passport: { draw: drawPassport, country: 'any' },
  'id-card-front': { draw: drawIdCardFront, country: 'any' },
  'id-card-back': { draw: drawIdCardBack, country: 'any' },
  'fr-id-card-old': { draw: drawOldFrenchIdCard, country: 'FR' },
  visa: { draw: drawVisa, country: 'any' },
  'residence-permit': { draw: drawResidencePermit, country: 'any' },
  'driving-licence': { draw: drawDrivingLicence, country: 'any' },
  'fr-tax-notice': { draw: drawFrenchTaxNotice, country: 'FR' },
  'fr-tax-declaration': { draw: drawFrenchTaxDeclaration, country: 'FR' },
  'fr-tax-declaration-statement': { draw: drawFrenchDeclarationStatement, country: 'FR' },
  'fr-bank-details': { draw: drawFrenchBankDetails, country: 'FR' },
  'fr-payslip': { draw: drawFrenchPayslip, country: 'FR' },
  'fr-electricity-bill': { draw: drawFrenchElectricityBill, country: 'FR' },
  'fr-company-extract': { draw: drawFrenchCompanyExtract, country: 'FR' },
  'de-tax-notice': { draw: drawGermanTaxNotice, country: 'DE' },
  'de-tax-declaration': { draw: drawGermanTaxDeclaration, country: 'DE' },
  'de-tax-prepayment-notice': { draw: drawGermanPrepaymentNotice, country: 'DE' },
  'de-bank-statement': { draw: drawGermanBankStatement, country: 'DE' },
  'de-payslip': { draw: drawGermanPayslip, country: 'DE' },
  'de-registration-certificate': { draw: drawGermanRegistrationCertificate, country: 'DE' },
  'gb-utility-bill': { draw: drawBritishUtilityBill, country: 'GB' },
  invoice: { draw: drawInvoice, country: 'any' },
  'order-confirmation': { draw: drawOrderConfirmation, country: 'any' },
  receipt: { draw: drawReceipt, country: 'any' },
  letter: { draw: drawLetter, country: 'any' },
  blank: { draw: drawBlank, country: 'any' },
};

export const kindEntry = (kind: SpecimenKind): KindEntry => KINDS[kind];
