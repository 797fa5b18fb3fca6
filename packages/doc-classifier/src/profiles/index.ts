import { defineKindProfile, type KindProfile } from '../profile.js';
import { BANK } from './bank.js';
import { COMPANIES } from './companies.js';
import { FRENCH_TAX } from './french-tax.js';
import { GERMAN_TAX } from './german-tax.js';
import { HOMES } from './homes.js';
import { IDENTITY } from './identity.js';
import { INCOME } from './income.js';

/**
 * The kinds of documents that are built in, as data. To add your own, make a list of these and yours:
 * `[...KIND_PROFILES, defineKindProfile({ … })]`.
 */
export const KIND_PROFILES: readonly KindProfile[] = [
  ...IDENTITY,
  ...FRENCH_TAX,
  ...GERMAN_TAX,
  ...INCOME,
  ...BANK,
  ...HOMES,
  ...COMPANIES,
].map((profile) => defineKindProfile(profile));
