import type { FindingsOf, PlainDate, Timestamp } from '@dossierkit/core';
import type { IdentifierError, IdentifierScheme } from './identifiers/identifier-error.js';
import type { CompanyState, EstablishmentFacts, SigningPower } from './registers/evidence.js';
import type { QuestionKind } from './registers/question.js';
import type { InconclusiveReason } from './registers/register.js';

/** What the checks of this package notice. No parameter holds a person's name, birth or tax number. */
export type RegistryFinding = FindingsOf<{
  /** A number of the claim cannot be right; nobody was asked about it. */
  'registry-verify/identifier-invalid': { scheme: IdentifierScheme; problem: IdentifierError['code'] };
  /** Two numbers of the claim belong to different companies. */
  'registry-verify/identifiers-disagree': { schemes: readonly IdentifierScheme[] };
  /** The key inside a French tax number does not fit. Anonymised specimens show this too. */
  'registry-verify/tax-number-key': Readonly<Record<never, never>>;
  /** A register gave no answer. A note where another one answered instead. */
  'registry-verify/register-not-answering': {
    register: string;
    reason: InconclusiveReason;
    retryAt?: Timestamp;
  };
  /** None of the registers that were passed in can be asked this. */
  'registry-verify/no-register': { question: QuestionKind };
  /** Two registers contradict each other: about existence, state, name or officers. */
  'registry-verify/registers-disagree': {
    registers: readonly [string, string];
    about: 'existence' | 'state' | 'name' | 'officers' | 'number';
  };
  /** Whether a register knows the company. */
  'registry-verify/company-registered': { register: string };
  /** Whether the company is active. */
  'registry-verify/company-active': { register: string; state: CompanyState; ceasedOn?: string };
  /** Whether the establishment of the SIRET is open: it may have closed, or never been entered, while the company lives. */
  'registry-verify/establishment-open': {
    register: string;
    state: EstablishmentFacts['state'] | 'unknown';
    closedOn?: PlainDate;
  };
  /** Whether the name is the one in the register. */
  'registry-verify/name-agrees': { register: string };
  /** Whether the address is the one in the register. */
  'registry-verify/address-agrees': { register: string };
  /** Whether the person holds an office in the company, or in one that acts for it. */
  'registry-verify/representative-listed': { register: string; role?: string };
  /** The person held an office and has left it. */
  'registry-verify/representative-resigned': { register: string; resignedOn?: string };
  /** Whether the officer of that name is this person, as far as the birth tells. */
  'registry-verify/representative-identity': {
    register: string;
    problem: 'none' | 'birth-differs' | 'birth-unknown' | 'given-name-unknown';
  };
  /** Whether the office lets the person sign. */
  'registry-verify/signing-power': { register: string; role: string; power: SigningPower };
  /** Whether enough of those who must sign together are there. */
  'registry-verify/joint-signature': { register: string; needed: number; present: number };
  /** Whether the person holds the role that was claimed. */
  'registry-verify/role-agrees': { register: string; role: string };
  /** The person acts for companies that act for the company. */
  'registry-verify/signs-through': { through: readonly string[] };
  /** A company in office could not be followed to the people who act for it. */
  'registry-verify/chain-unresolved': {
    reason: 'no-number' | 'too-long' | 'circular' | 'not-active' | 'register';
  };
  /** The register does not say who some of the officers are. */
  'registry-verify/officers-masked': { register: string; count: number };
  /** Whether the VAT number is valid today. */
  'registry-verify/vat-valid': { register: string };
  /** Whether the address exists: down to the house, or only the street or town. */
  'registry-verify/address-known': {
    register: string;
    precision: 'housenumber' | 'street' | 'locality' | 'municipality' | 'other' | 'none';
  };
  /** Whether the tax authority knows the notice. */
  'registry-verify/tax-notice-known': { register: string };
  /** Whether it is the latest, or was replaced by a newer one. */
  'registry-verify/tax-notice-latest': { register: string };
  /** The notice covers a part of the year only. */
  'registry-verify/tax-notice-partial': { register: string };
  /** Whether a figure or name on the notice is the authority's. */
  'registry-verify/tax-notice-agrees': {
    register: string;
    field: 'declarants' | 'reference-income' | 'tax' | 'income-year' | 'household-shares';
  };
}>;
