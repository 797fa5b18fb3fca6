import type { FindingsOf, PlainDate } from '@dossierkit/core';
import type { AppearanceFinding } from './appearance/findings.js';
import type { SealFamily } from './seals/seal.js';
import type { SealError, SealProblem } from './seals/seal-error.js';
import type { ComparedField } from './seals/visible-fields.js';
import type { PdfTraceFinding, PictureTraceFinding } from './traces/findings.js';
import type { TrustListError } from './trust/trust-list.js';

/** By what a seal names its signer. */
export interface SealSigner {
  readonly authority: string;
  readonly certificate: string;
}

/** What is noticed about seals. Params never hold what a seal says about a person. */
export type SealFinding = FindingsOf<{
  /** Whether the document carries a seal. Inconclusive where none was found: the picture may be poor. */
  'doc-authenticity/seal-found': { readonly count: number };
  /** A code begins like a seal and then breaks the specification. */
  'doc-authenticity/seal-unreadable': { readonly problem: SealProblem };
  /** Whether the signature over the sealed fields holds. Inconclusive where no key is known to hold it against. */
  'doc-authenticity/seal-signature': SealSigner & { readonly family: SealFamily };
  /**
   * Whether the certificate comes from an authority that the host trusts. Inconclusive where the trust material at hand
   * does not tell.
   */
  'doc-authenticity/seal-authority': SealSigner & { readonly problem: AuthorityProblem | null };
  /** Whether the certificates were valid on the day of the signature. Inconclusive where the seal has no such day. */
  'doc-authenticity/seal-certificate-valid': SealSigner & { readonly signedOn: PlainDate | null };
  /** Whether the certificate has been revoked. Inconclusive where no usable revocation list is at hand. */
  'doc-authenticity/seal-revoked': SealSigner & {
    readonly problem: 'revoked' | 'no-list' | 'list-not-usable' | 'list-stale' | null;
  };
  /** The seal names the public test authority, with whose keys everybody can seal. */
  'doc-authenticity/seal-test-authority': SealSigner;
  /** The seal says that it was signed on a day that has not come yet. */
  'doc-authenticity/seal-from-future': { readonly signedOn: PlainDate };
  /** A field that this version does not know. Its value is kept. */
  'doc-authenticity/seal-field-unknown': { readonly id: string };
  /** A field that does not have the length its specification asks for. */
  'doc-authenticity/seal-field-malformed': { readonly id: string };
  /** The seal carries fields behind its signature. They prove nothing. */
  'doc-authenticity/seal-unsigned-fields': { readonly ids: readonly string[] };
  /** Whether a sealed field and what the page or the form says agree. Inconclusive where only part of it can be told. */
  'doc-authenticity/seal-agrees': { readonly field: ComparedField };
}>;

/** Why nothing vouches for a seal's certificate. */
export type AuthorityProblem =
  | 'authority-unknown'
  | 'authority-withdrawn'
  | 'certificate-unknown'
  | 'certificate-not-issued'
  | 'list-not-verified'
  | 'list-stale'
  | 'wrong-key'
  | 'test-authority';

/** Everything that has a message. */
export type AuthenticityMessageable = SealMessageable | TraceMessageable | AppearanceFinding;

/** What has a message about seals. */
export type SealMessageable = SealFinding | SealError | TrustListError;

/** What has a message about traces. */
export type TraceMessageable = PdfTraceFinding | PictureTraceFinding;
