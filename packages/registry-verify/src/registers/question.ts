import type { VatCountry } from '../identifiers/vat-rules.js';

/** A number by which a register finds a company. */
export interface CompanyId {
  readonly scheme:
    | 'siren'
    | 'siret'
    | 'lei'
    | 'vat'
    | 'uk-company-number'
    | 'german-register-number'
    | 'swiss-uid'
    | 'austrian-fn';
  /** As the `parse…` function of the scheme returns it; a German register number as its `format…` function writes it. */
  readonly value: string;
}

/** What a register can be asked. Plain JSON; equal questions have equal JSON. */
export type Question =
  | { readonly kind: 'company'; readonly id: CompanyId }
  | { readonly kind: 'representatives'; readonly id: CompanyId }
  | { readonly kind: 'beneficial-owners'; readonly id: CompanyId }
  | {
      readonly kind: 'vat';
      readonly country: VatCountry;
      readonly number: string;
      /** Who asks: with it VIES gives a consultation number that proves the question. */
      readonly requester?: { readonly country: VatCountry; readonly number: string };
    }
  | { readonly kind: 'address'; readonly text: string; readonly postcode?: string }
  | { readonly kind: 'tax-notice'; readonly numeroFiscal: string; readonly referenceAvis: string };

/** What can be asked; each register says which of these it answers. */
export type QuestionKind = Question['kind'];
