import type { Timestamp } from '@dossierkit/core';
import { commonNameOf, readCertificate, type X509Certificate } from '../internal/x509.js';
import type { TrustList } from './trust-list.js';

/** What is asked of a source of revocation lists. */
export interface RevocationQuestion {
  readonly authority: string;
  /** Where the certificate says that the list is published. */
  readonly urls: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * The port through which revocation lists come: the host fetches, caches and passes on the bytes (DER), or `null` where
 * there is none. What it returns is not trusted: its signature and its dates are checked here.
 */
export type RevocationSource = (question: RevocationQuestion) => Promise<Uint8Array | null>;

/** What a host knows and trusts. Cached by the host; nothing is fetched. */
export interface TrustMaterial {
  /** Lists of trusted services, from `verifyTrustList`. */
  readonly lists?: readonly TrustList[];
  /** Authorities trusted without a list: their certificates, DER or PEM. Named by their common name. */
  readonly authorities?: readonly (Uint8Array | string)[];
  /** Certificates of issuers, as the authorities publish them: DER or PEM, in any order. */
  readonly certificates?: readonly (Uint8Array | string)[];
  readonly revocation?: RevocationSource;
}

/** An authority, and why it is trusted. */
export interface TrustedAuthority {
  readonly certificate: X509Certificate;
  /** The list that names it; `null` where the host itself does. */
  readonly list: Pick<TrustList, 'signature' | 'nextUpdate'> | null;
  readonly status: 'granted' | 'withdrawn';
  readonly since: Timestamp | null;
}

/** Trust material, read and indexed. */
export interface TrustStore {
  authoritiesOf(id: string): readonly TrustedAuthority[];
  certificatesNamed(name: string): readonly X509Certificate[];
  readonly revocation: RevocationSource | undefined;
}

/**
 * Reads and indexes trust material once, for many seals. What cannot be read is left out: a seal that needs it is then
 * inconclusive, never refused and never taken.
 *
 * @example
 * const trust = createTrustStore({ lists: [list], certificates: [der] });
 */
export function createTrustStore(material: TrustMaterial = {}): TrustStore {
  const authorities = new Map<string, TrustedAuthority[]>();
  const leaves = new Map<string, X509Certificate[]>();
  for (const list of material.lists ?? []) {
    for (const service of list.services) {
      const certificate = readCertificate(service.certificate);
      if (!certificate) continue;
      const { status, since } = service;
      push(authorities, commonNameOf(certificate), { certificate, list, status, since });
    }
  }
  for (const data of material.authorities ?? []) {
    const certificate = readCertificate(data);
    if (!certificate) continue;
    push(authorities, commonNameOf(certificate), { certificate, list: null, status: 'granted', since: null });
  }
  for (const data of material.certificates ?? []) {
    const certificate = readCertificate(data);
    if (certificate) push(leaves, commonNameOf(certificate), certificate);
  }
  return {
    authoritiesOf: (id) => authorities.get(id) ?? [],
    certificatesNamed: (name) => leaves.get(name) ?? [],
    revocation: material.revocation,
  };
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
