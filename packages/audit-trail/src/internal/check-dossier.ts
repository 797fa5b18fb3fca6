import type { AuditBundle, BundledDossier } from '../bundle.js';
import type { AuditRange, BundleSummary } from '../check-bundle.js';
import { checkChain } from '../check-chain.js';
import type { HashOptions } from '../entry.js';
import type { AuditFinding } from '../findings.js';
import { leafBytes } from '../leaf-bytes.js';
import { isIncluded } from '../merkle-proof.js';
import { importSubjectKey, openPersonalData } from '../personal-data.js';
import { fromBase64 } from './bytes.js';
import type { CheckedCheckpoint } from './check-checkpoints.js';
import { either, failed } from './finding-of.js';

/** What is known beside the dossier itself. */
interface Known extends HashOptions {
  readonly checkpoints: readonly (CheckedCheckpoint | undefined)[];
  readonly keys: AuditBundle['keys'];
}

/** Checks one dossier of a bundle: its chain, that it stands under the checkpoints, and its personal data. */
export async function checkDossier(
  bundled: BundledDossier,
  findings: AuditFinding[],
  known: Known,
): Promise<BundleSummary['dossiers'][number]> {
  const { dossier, entries, inclusions, length } = bundled;
  const least = Math.max(length, ...inclusions.map(({ sequence }) => sequence));
  const chain = checkChain(dossier, entries, { ...known, length: least });
  findings.push(...chain);
  if (bundled.hash !== entries.at(-1)?.hash && chain[0]?.outcome === 'passed') {
    findings.push(failed('link-broken', { dossier, sequence: entries.length }));
  }
  const covered = checkInclusions(bundled, findings, known);
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
    erased: await checkPersonalData(bundled, known.keys, findings),
  };
}

/** The checkpoints that the chain was proved to stand under, by the entry up to which they reach. */
function checkInclusions(
  { dossier, entries, inclusions }: BundledDossier,
  findings: AuditFinding[],
  { checkpoints, ...options }: Known,
): ReadonlyMap<number, CheckedCheckpoint> {
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  const covered = new Map<number, CheckedCheckpoint>();
  for (const { sequence, leaf: index, checkpoint: at, proof } of inclusions) {
    const checkpoint = checkpoints[at];
    const entry = bySequence.get(sequence);
    const hashes = proof.map(fromBase64).filter((hash) => hash !== undefined);
    const holds =
      checkpoint !== undefined &&
      entry !== undefined &&
      hashes.length === proof.length &&
      isIncluded({ ...checkpoint, leaf: leafBytes({ ...entry, dossier }), index, proof: hashes }, options);
    findings.push(either(holds, 'inclusion', { dossier, sequence, checkpoint: at }));
    if (holds) covered.set(sequence, checkpoint);
  }
  return covered;
}

/** A checkpoint protects everything up to the entry it covers; from the first broken entry on nothing is. */
function rangesOf(
  length: number,
  covered: ReadonlyMap<number, CheckedCheckpoint>,
  broken: number,
): AuditRange[] {
  const ranges: AuditRange[] = [];
  let from = 1;
  const add = (to: number, range: Omit<AuditRange, 'from' | 'to'>): void => {
    if (to >= from) ranges.push({ from, to, ...range });
    from = Math.max(from, to + 1);
  };
  for (const [sequence, { at: checkpointAt, testimony }] of [...covered].sort(([a], [b]) => a - b)) {
    const to = Math.min(sequence, broken - 1, length);
    if (testimony) add(to, { protection: 'anchored', checkpointAt, anchoredAt: testimony.at });
    else add(to, { protection: 'signed', checkpointAt });
  }
  add(Math.min(length, broken - 1), { protection: 'unanchored' });
  add(length, { protection: 'broken' });
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
