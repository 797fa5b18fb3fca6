import type { AuditBundle } from '../bundle.js';
import { type Checkpoint, parseCheckpoint } from '../checkpoint.js';
import type { HashOptions } from '../entry.js';
import type { AuditFinding } from '../findings.js';
import { isConsistent } from '../merkle-proof.js';
import { verifyNote } from '../signer.js';
import type { Testimony, Witness } from '../witness.js';
import { fromBase64 } from './bytes.js';
import { checkAnchor } from './check-anchor.js';
import { either } from './finding-of.js';

/** A checkpoint whose signature holds, with the word of an outside witness on it or on one that continues it. */
export interface CheckedCheckpoint extends Checkpoint {
  readonly testimony?: Testimony | undefined;
  /** Whether it was proved to continue the one before it. */
  readonly continues: boolean;
}

/** What it takes to check checkpoints. */
interface Means extends HashOptions {
  readonly verifiers: readonly string[];
  readonly witnesses: readonly Witness[];
}

/** Checks every checkpoint of a bundle; one that is not to be relied on is left out as `undefined`. */
export async function checkCheckpoints(
  bundle: AuditBundle,
  findings: AuditFinding[],
  means: Means,
): Promise<(CheckedCheckpoint | undefined)[]> {
  const checked: (CheckedCheckpoint | undefined)[] = [];
  let before: Checkpoint | undefined;
  for (const [index, { note, consistency, receipts }] of bundle.checkpoints.entries()) {
    const parsed = parseCheckpoint(note);
    const isSigned =
      parsed?.checkpoint.origin === bundle.origin && (await verifyNote(parsed.note, means.verifiers));
    findings.push(either(Boolean(isSigned), 'checkpoint-signature', { index }));
    if (!parsed || !isSigned) {
      checked.push(undefined);
      continue;
    }
    const { checkpoint } = parsed;
    let continues = false;
    if (before) {
      const proof = consistency.map(fromBase64);
      continues =
        proof.every((hash) => hash !== undefined) &&
        isConsistent({ from: before, to: checkpoint, proof }, means);
      findings.push(either(continues, 'checkpoint-consistency', { index }));
    }
    before = checkpoint;
    let testimony: Testimony | undefined;
    for (const receipt of receipts) {
      const heard = await checkAnchor(receipt, note, means.witnesses);
      findings.push(anchorFinding(index, receipt.anchor, heard));
      if (heard.outcome === 'passed') testimony ??= heard;
    }
    checked.push({ ...checkpoint, testimony, continues });
  }
  return withLaterTestimony(checked);
}

/** Whoever saw a checkpoint has seen all that it continues. */
function withLaterTestimony(
  checkpoints: readonly (CheckedCheckpoint | undefined)[],
): (CheckedCheckpoint | undefined)[] {
  let later: CheckedCheckpoint | undefined;
  return checkpoints
    .toReversed()
    .map((checkpoint) => {
      const testimony = checkpoint?.testimony ?? (later?.continues ? later.testimony : undefined);
      later = checkpoint && { ...checkpoint, testimony };
      return later;
    })
    .reverse();
}

function anchorFinding(index: number, anchor: string, { outcome, at }: Testimony): AuditFinding {
  const params = { index, anchor, ...(at === undefined ? {} : { at }) };
  const severity = outcome === 'failed' ? 'critical' : 'info';
  return { code: 'audit-trail/anchor', outcome, severity, params };
}
