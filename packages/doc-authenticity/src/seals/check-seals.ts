import {
  type CheckReport,
  createCheckReport,
  type PlainDate,
  type Sha256,
  type Timestamp,
  timestamp,
} from '@dossierkit/core';
import type { SealFinding } from '../findings.js';
import { defineAuthenticityPolicy } from '../policy.js';
import { RULES_VERSION } from '../rules-version.js';
import { compareSealWithFields } from './compare-seal.js';
import type { FoundSeal } from './find-seals.js';
import type { Seal } from './seal.js';
import { type SealVerification, type VerifySealOptions, verifySeal } from './verify-seal.js';
import type { VisibleFields } from './visible-fields.js';

/** Options of {@link checkSeals}. */
export interface CheckSealsOptions extends VerifySealOptions {
  /** The digest of the file. */
  readonly subject: Sha256;
  /** What the page or the form says. Default: not compared. */
  readonly visible?: VisibleFields;
}

/** What the check of a document's seals learned. */
export interface SealsChecked {
  readonly seals: readonly { readonly seal: Seal; readonly status: SealVerification['status'] }[];
}

/**
 * Verifies every seal that was found on a document and compares it with what the page or the form says.
 *
 * The verdict is `accept` where every seal is verified and agrees; it says nothing about a document without a seal
 * unless the policy expects one.
 *
 * @param found what `findSeals` returned for all pages
 */
export async function checkSeals(
  found: readonly FoundSeal[],
  options: CheckSealsOptions,
): Promise<CheckReport<SealsChecked, SealFinding>> {
  const { at, subject, visible, policy = defineAuthenticityPolicy() } = options;
  const findings: SealFinding[] = [
    {
      code: 'doc-authenticity/seal-found',
      outcome: found.length > 0 ? 'passed' : 'inconclusive',
      severity: policy.sealExpected ? 'warning' : 'info',
      params: { count: found.length },
    },
  ];
  const seals: { seal: Seal; status: SealVerification['status'] }[] = [];
  for (const { seal, where } of found) {
    if (!seal.ok) {
      findings.push(...unreadable(seal.error, where));
      continue;
    }
    const verification = await verifySeal(seal.value, { ...options, policy });
    const compared = visible ? compareSealWithFields(seal.value, visible) : [];
    findings.push(...[...verification.findings, ...compared].map((finding) => ({ ...finding, where })));
    seals.push({ seal: seal.value, status: verification.status });
  }
  return createCheckReport<SealsChecked, SealFinding>({
    check: 'doc-authenticity',
    version: RULES_VERSION,
    subject,
    at: at.length === 10 ? timestamp(`${at as PlainDate}T00:00:00Z`) : (at as Timestamp),
    findings,
    value: { seals },
  });
}

function unreadable(
  error: Extract<FoundSeal['seal'], { ok: false }>['error'],
  where: FoundSeal['where'],
): SealFinding[] {
  if (error.code !== 'doc-authenticity/seal-malformed') return [];
  return [
    {
      code: 'doc-authenticity/seal-unreadable',
      outcome: 'failed',
      severity: 'warning',
      params: error.params,
      where,
    },
  ];
}
