import type { PlainDate } from '@dossierkit/core';
import type { TrustStore } from '../trust/trust-store.js';
import { CRLDistributionPointsExtension, type X509Certificate, X509Crl } from './x509.js';

/** What is known about the revocation of a certificate. `null`: it is not revoked. */
export type RevocationProblem = 'revoked' | 'no-list' | 'list-not-usable' | 'list-stale' | null;

/** Asks the host for the authority's revocation list, checks the list itself, and looks the certificate up. */
export async function checkRevocation(
  leaf: X509Certificate,
  issuer: X509Certificate,
  trust: TrustStore,
  question: { readonly authority: string; readonly today: PlainDate; readonly signal?: AbortSignal },
): Promise<RevocationProblem> {
  const { authority, today, signal } = question;
  if (!trust.revocation) return 'no-list';
  let der: Uint8Array | null;
  try {
    der = await trust.revocation({ authority, urls: urlsOf(leaf), ...(signal && { signal }) });
  } catch {
    // A source that could not be asked is no answer; a caller who gave up is told so.
    signal?.throwIfAborted();
    return 'no-list';
  }
  if (!der) return 'no-list';
  const list = await readList(der, issuer);
  if (!list) return 'list-not-usable';
  // A revocation does not become undone by age, so it counts in a stale list as well.
  if (list.findRevoked(leaf)) return 'revoked';
  const next = list.nextUpdate?.toISOString().slice(0, 10);
  return next !== undefined && next >= today ? null : 'list-stale';
}

async function readList(der: Uint8Array, issuer: X509Certificate): Promise<X509Crl | undefined> {
  try {
    const list = new X509Crl(der as Uint8Array<ArrayBuffer>);
    return list.issuer === issuer.subject && (await list.verify({ publicKey: issuer })) ? list : undefined;
  } catch {
    return undefined;
  }
}

function urlsOf(leaf: X509Certificate): string[] {
  try {
    const points = leaf.getExtension(CRLDistributionPointsExtension)?.distributionPoints ?? [];
    return points.flatMap((point) =>
      (point.distributionPoint?.fullName ?? []).flatMap((name) => name.uniformResourceIdentifier ?? []),
    );
  } catch {
    return [];
  }
}
