import type { CodedErrorsOf, Timestamp } from '@dossierkit/core';

/** One authority that a list of trusted services names. */
export interface TrustedService {
  /** As seals name it: `FR01`. */
  readonly authority: string;
  readonly operator: string;
  /** The certificate of the authority: DER in base64. */
  readonly certificate: string;
  /** `granted` where the list says that the service is in accord; anything else is not trusted. */
  readonly status: 'granted' | 'withdrawn';
  /** Since when it has that status. */
  readonly since: Timestamp;
  /** Where the authority publishes its certificates. Not fetched by this package. */
  readonly publishedAt: string | null;
}

/** A list of trusted services. Plain JSON: a host may cache it. */
export interface TrustList {
  readonly sequence: number;
  readonly territory: string;
  readonly issuedAt: Timestamp;
  readonly nextUpdate: Timestamp | null;
  /** `verified` only from `verifyTrustList`: the list's own signature holds and its signer is one the host trusts. */
  readonly signature: 'verified' | 'not-checked';
  readonly services: readonly TrustedService[];
}

/** Why a list cannot be used. */
export type TrustListError = CodedErrorsOf<{
  /** Not a list, too large, or with a document type or entities in it, which are refused. */
  'doc-authenticity/trust-list-malformed': {
    readonly problem: 'not-xml' | 'too-large' | 'document-type' | 'not-a-list' | 'incomplete';
  };
  /** The list's signature does not hold, or its signer is not one the host trusts. */
  'doc-authenticity/trust-list-signature': {
    readonly problem:
      | 'missing'
      | 'unsupported'
      | 'broken'
      | 'not-whole'
      | 'signer-unknown'
      | 'signer-not-valid';
  };
}>;
