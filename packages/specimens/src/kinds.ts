import type { DrawPaper } from './internal/paper.js';
import { drawFrenchBankDetails } from './internal/papers/fr-bank-details.js';
import { drawFrenchElectricityBill } from './internal/papers/fr-electricity-bill.js';
import { drawFrenchTaxDeclaration } from './internal/papers/fr-tax-declaration.js';
import { drawFrenchTaxNotice } from './internal/papers/fr-tax-notice.js';
import { drawIdCardBack, drawIdCardFront } from './internal/papers/id-card.js';
import { drawPassport } from './internal/papers/passport.js';
import type { SpecimenCountry } from './person.js';

interface KindEntry {
  readonly draw: DrawPaper;
  /** Whose paper it is; `any` for papers of every state. */
  readonly country: SpecimenCountry | 'any';
}

export const KINDS = {
  passport: { draw: drawPassport, country: 'any' },
  'id-card-front': { draw: drawIdCardFront, country: 'any' },
  'id-card-back': { draw: drawIdCardBack, country: 'any' },
  'fr-tax-notice': { draw: drawFrenchTaxNotice, country: 'FR' },
  'fr-tax-declaration': { draw: drawFrenchTaxDeclaration, country: 'FR' },
  'fr-bank-details': { draw: drawFrenchBankDetails, country: 'FR' },
  'fr-electricity-bill': { draw: drawFrenchElectricityBill, country: 'FR' },
} as const satisfies Record<string, KindEntry>;

/** The kinds of papers that can be rendered. */
export type SpecimenKind = keyof typeof KINDS;

/** All kinds, identity papers first. */
export function listKinds(): SpecimenKind[] {
  return Object.keys(KINDS) as SpecimenKind[];
}

export const kindEntry = (kind: SpecimenKind): KindEntry => KINDS[kind];
