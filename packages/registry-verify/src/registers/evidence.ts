import type { PlainDate, Sha256, Timestamp } from '@dossierkit/core';
import type { CompanyId } from './question.js';

/** `winding-up`: dissolved or in liquidation, exists until the liquidation is closed. `unknown`: the register does not say. */
export type CompanyState = 'active' | 'winding-up' | 'ceased' | 'unknown';

/** A place of business of a company, by its own number. */
export interface EstablishmentFacts {
  readonly siret: string;
  /** `not-listed`: the register knows the company, but no place with this number. */
  readonly state: 'open' | 'closed' | 'not-listed';
  readonly closedOn?: PlainDate;
}

/** What a register says about a company. What it does not say is absent; nothing is guessed. */
export interface CompanyFacts {
  readonly name?: string;
  /** Trade names, acronyms, former names. */
  readonly otherNames: readonly string[];
  readonly ids: readonly CompanyId[];
  readonly legalForm?: { readonly code?: string; readonly label?: string };
  readonly state: CompanyState;
  /** `YYYY-MM-DD`. */
  readonly since?: string;
  /** `YYYY-MM-DD`. */
  readonly ceasedOn?: string;
  readonly address?: AddressFacts;
  readonly activity?: string;
  /** The place whose SIRET was asked about: it may have closed while the company lives. */
  readonly establishment?: EstablishmentFacts;
}

/** A postal address as a register has it. */
export interface AddressFacts {
  /** In one line. */
  readonly text: string;
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1, or as the register writes it. */
  readonly country?: string;
}

/**
 * Whether a role lets its holder sign for the company: alone, only together with others, not at all, or not to be told
 * from the register.
 */
export type SigningPower = 'sole' | 'joint' | 'none' | 'unknown';

interface RoleFacts {
  /** In the register's words. */
  readonly role: string;
  readonly power: SigningPower;
  /** How many must sign, where `power` is `joint` and the register says so. */
  readonly signers?: number;
  /** Whether the role is that of a liquidator, beside whom other officers have no power. */
  readonly liquidator?: true;
  /** `YYYY-MM-DD`. */
  readonly since?: string;
  /** `YYYY-MM-DD`, or `true` where the register says that but not when. */
  readonly resigned?: string | true;
}

/** A person, as far as a register names one. Personal data. */
export interface PersonName {
  /** Birth name and name in use, where a register gives both. */
  readonly familyNames: readonly string[];
  readonly givenNames: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the register says it. */
  readonly birth?: string;
}

/** A natural person in an office of the company. */
export interface PersonRepresentative extends RoleFacts, PersonName {
  readonly kind: 'person';
  /** Whether the register hides who it is. */
  readonly masked?: true;
}

/** A company in an office of the company; its own representatives act for it. */
export interface CompanyRepresentative extends RoleFacts {
  readonly kind: 'company';
  readonly name?: string;
  readonly id?: CompanyId;
  /** The natural person whom it appointed to act in this office. */
  readonly permanentRepresentative?: PersonName;
}

/** Somebody who acts for a company: a person, or another company. */
export type Representative = PersonRepresentative | CompanyRepresentative;

/** What a register says about a VAT number. */
export interface VatFacts {
  readonly vat: string;
  readonly valid: boolean;
  readonly name?: string;
  readonly address?: string;
  /** Proof that the question was asked, where the requester was given. */
  readonly consultationNumber?: string;
}

/**
 * A person who in the end owns or controls a company, as the register of beneficial owners names one. Personal data, and
 * since 2024 not public: keep it only as long as the law asks for.
 */
export interface BeneficialOwner extends PersonName {
  readonly nationality?: string;
  /** Country of residence, as the register writes it. */
  readonly residence?: string;
  /** Share of the capital and of the votes, 0–1, direct and indirect together. */
  readonly capitalShare?: number;
  readonly votingShare?: number;
  /** Controls the company by other means than shares or votes, or stands in as its legal representative. */
  readonly controls?: true;
}

/** A place that an address register found. */
export interface AddressCandidate {
  readonly label: string;
  /** 0–1, as the register rates the likeness. */
  readonly score: number;
  /** How exact the place is. */
  readonly precision: 'housenumber' | 'street' | 'locality' | 'municipality' | 'other';
  readonly postcode?: string;
  readonly city?: string;
  readonly citycode?: string;
}

/** What the tax authority says about a notice. Amounts in whole euros, as on the notice. */
export interface TaxNoticeFacts {
  /** `YYYY` of the income, and of the tax. */
  readonly incomeYear?: string;
  readonly taxYear?: string;
  /** A newer notice replaces this one. */
  readonly superseded: boolean;
  /** The situation is that of a part of the year. */
  readonly partial: boolean;
  readonly declarants: readonly PersonName[];
  readonly referenceIncomeEuros?: number;
  readonly taxEuros?: number;
  readonly householdShares?: number;
  readonly address?: string;
}

/** What one register answered, and what proves it: plain JSON for a report or an audit trail. */
export interface Evidence {
  /** The id of the register that was asked. */
  readonly register: string;
  /** Method and path without values, for example `GET /api/companies/{siren}`. Never a secret, never personal data. */
  readonly endpoint: string;
  /** When the register answered. */
  readonly answeredAt: Timestamp;
  /** How old the answer was when it was used: more than 0 for one that was kept. */
  readonly ageMs: number;
  /** SHA-256 of the raw answer; of the digests, where it took several requests. */
  readonly digest: Sha256;
  /** Paths of the fields that the facts rest on. */
  readonly fieldsUsed: readonly string[];
  /** Paths of the fields that the register keeps to itself. */
  readonly maskedFields: readonly string[];
  /** Whether the register knows what it was asked for. */
  readonly found: boolean;
  readonly company?: CompanyFacts;
  readonly representatives?: readonly Representative[];
  readonly beneficialOwners?: readonly BeneficialOwner[];
  readonly vat?: VatFacts;
  readonly addresses?: readonly AddressCandidate[];
  readonly taxNotice?: TaxNoticeFacts;
}

/** The part of {@link Evidence} that an adapter reads out of an answer. */
export type Facts = Pick<
  Evidence,
  'company' | 'representatives' | 'beneficialOwners' | 'vat' | 'addresses' | 'taxNotice'
>;
