import type { Confusion } from './findings.js';

/** What is handed in (`found`) where something else is asked for (`expected`), often enough to deserve its own words. */
const CONFUSIONS: readonly (readonly [expected: string, found: string, confusion: Confusion])[] = [
  ['fr-tax-notice', 'fr-tax-declaration', 'tax-declaration-for-notice'],
  ['fr-tax-notice', 'fr-tax-declaration-statement', 'tax-statement-for-notice'],
  ['fr-tax-notice', 'fr-property-tax', 'property-tax-for-income-tax'],
  ['fr-tax-notice', 'fr-housing-tax', 'property-tax-for-income-tax'],
  ['fr-tax-declaration', 'fr-tax-notice', 'tax-notice-for-declaration'],
  ['de-tax-notice', 'de-tax-declaration', 'tax-declaration-for-notice'],
  ['de-tax-notice', 'de-tax-prepayment-notice', 'tax-prepayment-for-notice'],
  ['de-tax-declaration', 'de-tax-notice', 'tax-notice-for-declaration'],
  ['invoice', 'order-confirmation', 'order-for-invoice'],
  ['invoice', 'quote', 'quote-for-invoice'],
  ['id-card-back', 'id-card-front', 'card-front-for-back'],
  ['id-card-front', 'id-card-back', 'card-back-for-front'],
  ['fr-bank-details', 'fr-bank-statement', 'statement-for-bank-details'],
  ['fr-bank-statement', 'fr-bank-details', 'bank-details-for-statement'],
  ['fr-payslip', 'fr-annual-payslip', 'annual-for-payslip'],
  ['de-payslip', 'de-annual-payslip', 'annual-for-payslip'],
  ['gb-payslip', 'gb-annual-payslip', 'annual-for-payslip'],
  ['fr-annual-payslip', 'fr-payslip', 'payslip-for-annual'],
  ['de-annual-payslip', 'de-payslip', 'payslip-for-annual'],
  ['gb-annual-payslip', 'gb-payslip', 'payslip-for-annual'],
  ['fr-company-extract', 'fr-sirene-notice', 'sirene-for-extract'],
];

/** The known confusion of `found` with one of the expected kinds. */
export function confusionOf(
  expected: readonly string[],
  found: string,
): { readonly expected: string; readonly confusion: Confusion } | undefined {
  for (const [wanted, other, confusion] of CONFUSIONS) {
    if (other === found && expected.includes(wanted)) return { expected: wanted, confusion };
  }
  return undefined;
}
