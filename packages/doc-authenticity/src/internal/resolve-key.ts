import type { PlainDate } from '@dossierkit/core';
import type { AuthorityProblem } from '../findings.js';
import type { Seal } from '../seals/seal.js';
import type { TrustedAuthority, TrustStore } from '../trust/trust-store.js';
import { commonNameOf, isIssuedBy, type X509Certificate } from './x509.js';

/** The certificate that a seal names, and the authority that vouches for it as far as it can be told. */
export interface Resolution {
  readonly leaf: X509Certificate | null;
  readonly issuer: X509Certificate | null;
  readonly problem: AuthorityProblem | null;
}

/**
 * Finds the certificates that `seal` names, each with the trusted authority that issued it; those that nothing speaks
 * against come first. An authority may have renewed a certificate under the same name, so there can be several.
 *
 * @returns at least one; without a certificate where none is known
 */
export async function resolveCertificates(
  seal: Seal,
  trust: TrustStore,
  today: PlainDate,
): Promise<readonly [Resolution, ...Resolution[]]> {
  const authorities = trust.authoritiesOf(seal.authority);
  if (authorities.length === 0) return [{ leaf: null, issuer: null, problem: 'authority-unknown' }];
  const leaves = trust.certificatesNamed(seal.certificate);
  const found: Resolution[] = [];
  for (const leaf of leaves) {
    for (const authority of authorities) {
      const { certificate: issuer } = authority;
      if (!(await isIssuedBy(leaf, issuer))) continue;
      found.push({ leaf, issuer, problem: problemOf(authority, seal.signedOn, today) });
    }
  }
  const [first, ...others] = found.toSorted(
    (a, b) => Number(a.problem !== null) - Number(b.problem !== null),
  );
  if (first) return [first, ...others];
  const problem = leaves.some((leaf) => namesIssuer(leaf, seal))
    ? 'certificate-not-issued'
    : 'certificate-unknown';
  return [{ leaf: null, issuer: null, problem }];
}

/** A certificate of the same name from another authority is no forgery, only not the one that is looked for. */
function namesIssuer(leaf: X509Certificate, seal: Seal): boolean {
  return leaf.issuerName.getField('CN')[0] === seal.authority && commonNameOf(leaf) === seal.certificate;
}

function problemOf(
  { list, status, since }: TrustedAuthority,
  signedOn: PlainDate | null,
  today: PlainDate,
): AuthorityProblem | null {
  if (list?.signature === 'not-checked') return 'list-not-verified';
  // What was signed while the authority was in accord stays good; without a day nobody can tell.
  if (status === 'withdrawn' && (since === null || signedOn === null || signedOn >= since.slice(0, 10))) {
    return 'authority-withdrawn';
  }
  if (list?.nextUpdate && list.nextUpdate.slice(0, 10) < today) return 'list-stale';
  return null;
}
