import { type CheckReport, createCheckReport, digestBytes, type Timestamp } from '@dossierkit/core';
import { readBundle, sealText } from './bundle.js';
import type { HashOptions } from './entry.js';
import type { AuditFinding } from './findings.js';
import { utf8 } from './internal/bytes.js';
import { checkCheckpoints } from './internal/check-checkpoints.js';
import { checkDossier } from './internal/check-dossier.js';
import { either, failed } from './internal/finding-of.js';
import { verifyNote } from './signer.js';
import type { Witness } from './witness.js';

/** The version of these rules; stands in every report. */
export const RULES_VERSION = '1.0.0';

/** Entries one after the other, and how well they are protected. */
export interface AuditRange {
  readonly from: number;
  readonly to: number;
  /**
   * `anchored`: under a signed checkpoint that an outside witness confirms to have seen. `signed`: under a signed checkpoint.
   * `unanchored`: only the chain and the exporter's seal protect them. `broken`: not what was recorded.
   */
  readonly protection: 'anchored' | 'signed' | 'unanchored' | 'broken';
  /** When the checkpoint was made. */
  readonly checkpointAt?: Timestamp | undefined;
  /** When the witness saw it, by the witness's own clock. */
  readonly anchoredAt?: Timestamp | undefined;
}

/** What a bundle holds, and how far it can be relied on. */
export interface BundleSummary {
  readonly origin: string;
  readonly exportedAt: string;
  /** The key that the seal was verified with. */
  readonly verifier?: string | undefined;
  readonly entries: number;
  readonly checkpoints: number;
  readonly dossiers: readonly {
    readonly dossier: string;
    readonly entries: number;
    readonly ranges: readonly AuditRange[];
    /** The entries with personal data that was erased. */
    readonly erased: readonly number[];
  }[];
}

/** Options of {@link checkBundle}. */
export interface CheckBundleOptions extends HashOptions {
  /** When the check is made; stands in the report. */
  readonly at: Timestamp;
  /** The keys that may have signed, pinned from a trusted place. Default: the key in the file, with a finding. */
  readonly verifiers?: readonly string[];
  /** Who can tell what receipts are worth. Default: nobody, so that nothing counts as anchored. */
  readonly witnesses?: readonly Witness[];
  /** Refuse files with more characters. Default 268,435,456. */
  readonly maxLength?: number;
}

/**
 * Verifies a bundle offline: the exporter's seal over every byte, each chain, each checkpoint's signature, that each
 * checkpoint continues the one before it, that each chain stands under its checkpoints, receipts of witnesses, and that
 * personal data is what the entries commit to. Everything that was changed is named.
 *
 * @returns a report; `reject` where anything was tampered with, `review` where no key was pinned. `value` is `undefined`
 * where the file cannot be read
 */
export async function checkBundle(
  file: string,
  options: CheckBundleOptions,
): Promise<CheckReport<BundleSummary | undefined, AuditFinding>> {
  const { at, maxLength = 2 ** 28 } = options;
  const report = async (value: BundleSummary | undefined, findings: readonly AuditFinding[]) => {
    const subject = await digestBytes(utf8(file.slice(0, maxLength)));
    return createCheckReport({ check: 'audit-trail', version: RULES_VERSION, subject, at, findings, value });
  };
  if (file.length > maxLength) return report(undefined, [failed('bundle-too-large', { limit: maxLength })]);
  const read = readBundle(file);
  if (typeof read === 'string') return report(undefined, [failed('bundle-unreadable', { reason: read })]);

  const { bundle, line, seal } = read;
  const verifiers = options.verifiers ?? [bundle.verifier];
  const findings: AuditFinding[] = [];
  const sealed = seal && seal.text === (await sealText(line)) ? await verifyNote(seal, verifiers) : undefined;
  findings.push(either(sealed !== undefined, 'bundle-seal', {}));
  if (!options.verifiers) {
    const params = { verifier: bundle.verifier };
    findings.push({
      code: 'audit-trail/key-not-pinned',
      outcome: 'inconclusive',
      severity: 'warning',
      params,
    });
  }
  const { witnesses = [] } = options;
  const checkpoints = await checkCheckpoints(bundle, findings, { ...options, verifiers, witnesses });
  const dossiers: BundleSummary['dossiers'][number][] = [];
  for (const dossier of bundle.dossiers) {
    dossiers.push(await checkDossier(dossier, findings, { ...options, checkpoints, keys: bundle.keys }));
  }
  const { origin, exportedAt } = bundle;
  const entries = dossiers.reduce((sum, dossier) => sum + dossier.entries, 0);
  const summary = {
    origin,
    exportedAt,
    verifier: sealed,
    entries,
    checkpoints: bundle.checkpoints.length,
    dossiers,
  };
  return report(summary, findings);
}
