import { type CheckReport, createCheckReport, digestBytes, type Timestamp } from '@dossierkit/core';
import { checkAnchor } from './anchor-check.js';
import { leafBytes } from './audit-trail.js';
import { type AuditBundle, type BundledDossier, readBundle, sealText } from './bundle.js';
import { checkChain } from './check-chain.js';
import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import type { HashOptions } from './entry.js';
import type { AuditFinding } from './findings.js';
import { fromBase64, utf8 } from './internal/bytes.js';
import { isConsistent, isIncluded } from './merkle-proof.js';
import { importSubjectKey, openPersonalData } from './personal-data.js';
import { verifyNote } from './signer.js';

/** The version of these rules. */
const RULES_VERSION = '1';

/** Entries one after the other, and how well they are protected. */
export interface AuditRange {
  readonly from: number;
  readonly to: number;
  /**
   * `anchored`: under a signed checkpoint that an outside witness saw. `signed`: under a signed checkpoint. `unanchored`:
   * only the chain and the exporter's seal protect them. `broken`: not what was recorded.
   */
  readonly protection: 'anchored' | 'signed' | 'unanchored' | 'broken';
  /** When the checkpoint was made. */
  readonly checkpointAt?: Timestamp | undefined;
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
  const checkpoints = await checkCheckpoints(bundle, verifiers, findings, options);
  const dossiers: BundleSummary['dossiers'][number][] = [];
  for (const dossier of bundle.dossiers)
    dossiers.push(await checkDossier(dossier, bundle, checkpoints, findings, options));
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

type CheckedCheckpoint = (Checkpoint & { readonly isAnchored: boolean }) | undefined;

async function checkCheckpoints(
  bundle: AuditBundle,
  verifiers: readonly string[],
  findings: AuditFinding[],
  options: HashOptions,
): Promise<CheckedCheckpoint[]> {
  const checked: CheckedCheckpoint[] = [];
  let before: Checkpoint | undefined;
  for (const [index, { note, consistency, receipts }] of bundle.checkpoints.entries()) {
    const parsed = parseCheckpoint(note);
    const isSigned =
      parsed?.checkpoint.origin === bundle.origin && (await verifyNote(parsed.note, verifiers));
    findings.push(either(Boolean(isSigned), 'checkpoint-signature', { index }));
    if (!parsed || !isSigned) {
      checked.push(undefined);
      continue;
    }
    const { checkpoint } = parsed;
    if (before) {
      const proof = consistency.map(fromBase64);
      const holds =
        proof.every((hash) => hash !== undefined) &&
        isConsistent({ from: before, to: checkpoint, proof }, options);
      findings.push(either(holds, 'checkpoint-consistency', { index }));
    }
    before = checkpoint;
    let isAnchored = false;
    for (const receipt of receipts) {
      const outcome = await checkAnchor(receipt, note);
      findings.push({
        code: 'audit-trail/anchor',
        outcome,
        severity: outcome === 'failed' ? 'critical' : 'info',
        params: { index, anchor: receipt.anchor },
      });
      isAnchored ||= outcome !== 'failed';
    }
    checked.push({ ...checkpoint, isAnchored });
  }
  return checked;
}

async function checkDossier(
  bundled: BundledDossier,
  bundle: AuditBundle,
  checkpoints: readonly CheckedCheckpoint[],
  findings: AuditFinding[],
  options: HashOptions,
): Promise<BundleSummary['dossiers'][number]> {
  const { dossier, entries, inclusions, length } = bundled;
  const least = Math.max(length, ...inclusions.map(({ sequence }) => sequence));
  const chain = checkChain(dossier, entries, { ...options, length: least });
  findings.push(...chain);
  if (bundled.hash !== entries.at(-1)?.hash && chain[0]?.outcome === 'passed') {
    findings.push(failed('link-broken', { dossier, sequence: entries.length }));
  }
  const covered = new Map<number, Checkpoint & { isAnchored: boolean }>();
  for (const { sequence, leaf, checkpoint: index, proof } of inclusions) {
    const checkpoint = checkpoints[index];
    const entry = entries.find((each) => each.sequence === sequence);
    const hashes = proof.map(fromBase64);
    const holds =
      checkpoint !== undefined &&
      entry !== undefined &&
      hashes.every((hash) => hash !== undefined) &&
      isIncluded(
        {
          leaf: leafBytes({ ...entry, dossier }),
          index: leaf,
          size: checkpoint.size,
          root: checkpoint.root,
          proof: hashes,
        },
        options,
      );
    findings.push(either(holds, 'inclusion', { dossier, sequence, checkpoint: index }));
    if (holds) covered.set(sequence, checkpoint);
  }
  const broken =
    chain[0]?.outcome === 'failed' ? Math.min(...chain.map(sequenceOf)) : Number.POSITIVE_INFINITY;
  const ranges = rangesOf(entries.length, covered, broken);
  for (const { from, to, protection } of ranges) {
    if (protection !== 'unanchored') continue;
    findings.push({
      code: 'audit-trail/unanchored',
      outcome: 'inconclusive',
      severity: 'info',
      params: { dossier, from, to },
    });
  }
  return {
    dossier,
    entries: entries.length,
    ranges,
    erased: await checkPersonalData(bundled, bundle.keys, findings),
  };
}

/** A checkpoint protects everything up to the entry it covers; from the first broken entry on nothing is. */
function rangesOf(
  length: number,
  covered: ReadonlyMap<number, Checkpoint & { isAnchored: boolean }>,
  broken: number,
): AuditRange[] {
  const ranges: AuditRange[] = [];
  let from = 1;
  const add = (to: number, protection: AuditRange['protection'], checkpointAt?: Timestamp): void => {
    if (to >= from) ranges.push({ from, to, protection, checkpointAt });
    from = Math.max(from, to + 1);
  };
  for (const [sequence, { at, isAnchored }] of [...covered].sort(([a], [b]) => a - b)) {
    add(Math.min(sequence, broken - 1, length), isAnchored ? 'anchored' : 'signed', at);
  }
  add(Math.min(length, broken - 1), 'unanchored');
  add(length, 'broken');
  return ranges;
}

function sequenceOf(finding: AuditFinding): number {
  return 'sequence' in finding.params ? finding.params.sequence : Number.POSITIVE_INFINITY;
}

async function checkPersonalData(
  { dossier, entries, sealed }: BundledDossier,
  keys: AuditBundle['keys'],
  findings: AuditFinding[],
): Promise<number[]> {
  const erased = new Set<number>();
  for (const { sequence, sealed: refs } of entries) {
    for (const ref of refs) {
      const disclosed = Object.hasOwn(keys, ref.subject) ? keys[ref.subject] : undefined;
      const key = disclosed === undefined ? undefined : await importSubjectKey(disclosed);
      const ciphertext = Object.hasOwn(sealed, ref.digest) ? sealed[ref.digest] : undefined;
      const { state } = await openPersonalData(ref, ciphertext, key);
      const params = { dossier, sequence, name: ref.name };
      if (state === 'changed') findings.push(failed('sealed-changed', params));
      if (state !== 'erased') continue;
      erased.add(sequence);
      findings.push({ code: 'audit-trail/erased', outcome: 'inconclusive', severity: 'info', params });
    }
  }
  return [...erased];
}

type Suffix<Code> = Code extends `audit-trail/${infer Rest}` ? Rest : never;
type ParamsOf<S> = Extract<AuditFinding, { code: `audit-trail/${S & string}` }>['params'];

function failed<S extends Suffix<AuditFinding['code']>>(suffix: S, params: ParamsOf<S>): AuditFinding {
  return either(false, suffix, params);
}

function either<S extends Suffix<AuditFinding['code']>>(
  holds: boolean,
  suffix: S,
  params: ParamsOf<S>,
): AuditFinding {
  const outcome = holds ? 'passed' : 'failed';
  return { code: `audit-trail/${suffix}`, outcome, severity: 'critical', params } as AuditFinding;
}
