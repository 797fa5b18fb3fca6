import type { PlainDate, Timestamp } from '@dossierkit/core';
import type { AuthorityProblem, SealFinding, SealSigner } from '../findings.js';
import { fromBase64 } from '../internal/bytes.js';
import { checkRevocation } from '../internal/check-revocation.js';
import { type Resolution, resolveCertificates } from '../internal/resolve-key.js';
import { TEST_AUTHORITY, TEST_KEYS } from '../internal/test-authority.js';
import { verifyEcdsa } from '../internal/verify-ecdsa.js';
import { isValidOn } from '../internal/x509.js';
import { type AuthenticityPolicy, defineAuthenticityPolicy } from '../policy.js';
import type { TrustStore } from '../trust/trust-store.js';
import type { Seal } from './seal.js';

/** Options of {@link verifySeal}. */
export interface VerifySealOptions {
  readonly trust: TrustStore;
  /** The day that revocation and the age of trust lists are judged on. A timestamp counts as its day in UTC. */
  readonly at: Timestamp | PlainDate;
  /** Default: `defineAuthenticityPolicy()`. */
  readonly policy?: AuthenticityPolicy;
  /** Passed on to the source of revocation lists. */
  readonly signal?: AbortSignal;
}

/** What is known about a seal after it was verified. */
export interface SealVerification {
  /**
   * `verified`: the signature holds, under a certificate of a trusted authority that was valid on that day, and nothing
   * says that it was revoked. `refuted`: one of these is known to be wrong. `inconclusive`: one of them cannot be told.
   */
  readonly status: 'verified' | 'refuted' | 'inconclusive';
  readonly findings: readonly SealFinding[];
}

/**
 * Verifies a seal: signature (ECDSA on P-256, P-384 or P-521, through WebCrypto), the certificate it names, the authority
 * behind it, validity on the day of signature, and revocation as known now.
 *
 * It says that the *fields in the seal* are as their issuer signed them. The page around the seal may still be altered:
 * see `compareSealWithFields`.
 *
 * @returns never throws on a bad seal. Missing or stale trust material gives `inconclusive`
 * @example
 * const { status } = await verifySeal(seal, { trust, at });
 */
export async function verifySeal(seal: Seal, options: VerifySealOptions): Promise<SealVerification> {
  const policy = options.policy ?? defineAuthenticityPolicy();
  const today = options.at.slice(0, 10) as PlainDate;
  const findings =
    seal.family === '2d-doc' && seal.authority === TEST_AUTHORITY
      ? await testFindings(seal, policy)
      : await trustFindings(seal, { ...options, policy, today });
  if (seal.signedOn && seal.signedOn > today) {
    findings.push({
      code: 'doc-authenticity/seal-from-future',
      outcome: 'failed',
      severity: 'warning',
      params: { signedOn: seal.signedOn },
    });
  }
  return { status: statusOf(findings), findings: [...findings, ...contentFindings(seal)] };
}

function statusOf(findings: readonly SealFinding[]): SealVerification['status'] {
  const weighty = findings.filter((finding) => finding.severity !== 'info');
  if (weighty.some((finding) => finding.outcome === 'failed')) return 'refuted';
  return weighty.some((finding) => finding.outcome === 'inconclusive') ? 'inconclusive' : 'verified';
}

async function testFindings(seal: Seal, policy: AuthenticityPolicy): Promise<SealFinding[]> {
  const signer = signerOf(seal);
  const spki = Object.hasOwn(TEST_KEYS, seal.certificate) ? TEST_KEYS[seal.certificate] : undefined;
  const accepted = policy.acceptTestAuthority;
  const findings: SealFinding[] = [
    {
      code: 'doc-authenticity/seal-test-authority',
      outcome: accepted ? 'inconclusive' : 'failed',
      severity: accepted ? 'info' : 'warning',
      params: signer,
    },
  ];
  if (!accepted) return [...findings, authorityFinding(signer, 'test-authority')];
  const key = spki === undefined ? undefined : fromBase64(spki);
  return [...findings, signatureFinding(seal, key ? await holds(seal, key) : 'unknown')];
}

interface Context extends VerifySealOptions {
  readonly policy: AuthenticityPolicy;
  readonly today: PlainDate;
}

async function trustFindings(seal: Seal, context: Context): Promise<SealFinding[]> {
  const { trust, policy, today, signal } = context;
  const signer = signerOf(seal);
  const { leaf, issuer, problem, verdict } = await keyOf(seal, await resolveCertificates(seal, trust, today));
  if (!leaf || !issuer) return [signatureFinding(seal, 'unknown'), authorityFinding(signer, problem)];
  const chain = verdict === 'wrong-key' ? 'wrong-key' : problem;
  const inTime = seal.signedOn && isValidOn(leaf, seal.signedOn) && isValidOn(issuer, seal.signedOn);
  const asked = { authority: seal.authority, today, ...(signal && { signal }) };
  const revocation = await checkRevocation(leaf, issuer, trust, asked);
  return [
    signatureFinding(seal, verdict),
    authorityFinding(signer, chain),
    {
      code: 'doc-authenticity/seal-certificate-valid',
      outcome: inTime === null ? 'inconclusive' : inTime ? 'passed' : 'failed',
      severity: 'warning',
      params: { ...signer, signedOn: seal.signedOn },
    },
    {
      code: 'doc-authenticity/seal-revoked',
      outcome: revocation === null ? 'passed' : revocation === 'revoked' ? 'failed' : 'inconclusive',
      severity: revocation === 'revoked' ? 'critical' : policy.revocation === 'required' ? 'warning' : 'info',
      params: { ...signer, problem: revocation },
    },
  ];
}

/** Among certificates of one name, the one under which the signature holds; else the first. */
async function keyOf(seal: Seal, candidates: readonly [Resolution, ...Resolution[]]) {
  let first: (Resolution & { readonly verdict: SignatureVerdict }) | undefined;
  for (const one of candidates) {
    const verdict = one.leaf ? await holds(seal, one.leaf.publicKey.rawData) : 'unknown';
    if (verdict === true) return { ...one, verdict };
    first ??= { ...one, verdict };
  }
  return first ?? { ...candidates[0], verdict: 'unknown' as const };
}

type SignatureVerdict = boolean | 'wrong-key' | 'unknown';

async function holds(
  seal: Seal,
  spki: Uint8Array<ArrayBuffer> | ArrayBuffer,
): Promise<boolean | 'wrong-key'> {
  const signature = fromBase64(seal.signature);
  const data = fromBase64(seal.signedBytes);
  return signature && data ? verifyEcdsa(spki, signature, data) : false;
}

function signatureFinding(seal: Seal, verdict: SignatureVerdict): SealFinding {
  return {
    code: 'doc-authenticity/seal-signature',
    outcome: verdict === 'unknown' ? 'inconclusive' : verdict === true ? 'passed' : 'failed',
    severity: verdict === 'unknown' ? 'warning' : 'critical',
    params: { ...signerOf(seal), family: seal.family },
  };
}

/** Known to be wrong; everything else is a gap in the trust material. */
const REFUTING: readonly AuthorityProblem[] = ['authority-withdrawn', 'wrong-key'];

function authorityFinding(signer: SealSigner, problem: AuthorityProblem | null): SealFinding {
  return {
    code: 'doc-authenticity/seal-authority',
    outcome: problem === null ? 'passed' : REFUTING.includes(problem) ? 'failed' : 'inconclusive',
    severity: 'warning',
    params: { ...signer, problem },
  };
}

function contentFindings(seal: Seal): SealFinding[] {
  const findings: SealFinding[] = [];
  for (const { id, known, wellFormed } of seal.fields) {
    const params = { id };
    if (!wellFormed) {
      const code = 'doc-authenticity/seal-field-malformed';
      findings.push({ code, outcome: 'failed', severity: 'info', params });
    } else if (!known && seal.encoding === 'text') {
      const code = 'doc-authenticity/seal-field-unknown';
      findings.push({ code, outcome: 'inconclusive', severity: 'info', params });
    }
  }
  if (seal.unsignedFields.length > 0) {
    findings.push({
      code: 'doc-authenticity/seal-unsigned-fields',
      outcome: 'inconclusive',
      severity: 'info',
      params: { ids: seal.unsignedFields.map((field) => field.id) },
    });
  }
  return findings;
}

function signerOf({ authority, certificate }: Seal): SealSigner {
  return { authority, certificate };
}
