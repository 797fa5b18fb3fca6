import { defineKindProfile, type KindProfile } from '../profile.js';
import { BANK } from './bank.js';
import { BRITISH_PAYSLIPS } from './british-payslips.js';
import { COMPANIES } from './companies.js';
import { DWELLINGS } from './dwellings.js';
import { FRENCH_PAYSLIPS } from './french-payslips.js';
import { FRENCH_TAX } from './french-tax.js';
import { GERMAN_PAYSLIPS } from './german-payslips.js';
import { GERMAN_TAX } from './german-tax.js';
import { IDENTITY_CARDS } from './identity-cards.js';
import { PASSPORTS_AND_VISAS } from './passports-and-visas.js';
import { PERMITS } from './permits.js';
import { SALES } from './sales.js';
import { STUDIES } from './studies.js';
import { UTILITY_BILLS } from './utility-bills.js';
import { WORK_AND_PENSION } from './work-and-pension.js';

/**
 * The kinds of documents that are built in, as data. To add your own, make a list of these and yours:
 * `[...KIND_PROFILES, defineKindProfile({ … })]`.
 */
export const KIND_PROFILES: readonly KindProfile[] = [
  ...PASSPORTS_AND_VISAS,
  ...IDENTITY_CARDS,
  ...PERMITS,
  ...FRENCH_TAX,
  ...GERMAN_TAX,
  ...FRENCH_PAYSLIPS,
  ...GERMAN_PAYSLIPS,
  ...BRITISH_PAYSLIPS,
  ...WORK_AND_PENSION,
  ...STUDIES,
  ...BANK,
  ...UTILITY_BILLS,
  ...DWELLINGS,
  ...SALES,
  ...COMPANIES,
].map((profile) => defineKindProfile(profile));
