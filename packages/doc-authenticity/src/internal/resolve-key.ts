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

/** Finds the certificate that `seal` names and the trusted authority that issued it. */
export async function resolveCertificate(
  seal: Seal,
  trust: TrustStore,
  today: PlainDate,
): Promise<Resolution> {
  const authorities = trust.authoritiesOf(seal.authority);
  const leaves = trust.certificatesNamed(seal.certificate);
  if (authorities.length === 0) return { leaf: null, issuer: null, problem: 'authority-unknown' };
  let best: Resolution = { leaf: null, issuer: null, problem: 'certificate-unknown' };
  for (const leaf of leaves) {
    for (const authority of authorities) {
      const { certificate: issuer } = authority;
      if (!(await isIssuedBy(leaf, issuer))) {
        if (best.leaf === null && namesIssuer(leaf, seal)) {
          best = { leaf: null, issuer: null, problem: 'certificate-not-issued' };
        }
        continue;
      }
      const problem = problemOf(authority, seal.signedOn, today);
      if (problem === null) return { leaf, issuer, problem };
      if (best.leaf === null) best = { leaf, issuer, problem };
    }
  }
  return best;
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
