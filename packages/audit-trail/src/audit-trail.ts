import { type CodedError, DossierkitError, digestBytes, type Timestamp } from '@dossierkit/core';
import type { Anchor, AnchorReceipt } from './anchor.js';
import type { AuditBundle, BundledDossier } from './bundle.js';
import { sealBundle } from './bundle.js';
import { parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { type AuditEntry, type AuditHead, createEntry, type EntryDraft, type HashOptions } from './entry.js';
import type { Erasure } from './erase-subject.js';
import { fromBase64, sameBytes, toBase64 } from './internal/bytes.js';
import { disclose } from './internal/disclose.js';
import { showTo } from './internal/show-to.js';
import { leafBytes } from './leaf-bytes.js';
import { createMerkleTree } from './merkle-tree.js';
import type { SubjectKeys } from './personal-data.js';
import type { Signer } from './signer.js';

/** A checkpoint that was made, with what proves that it continues the one before. Plain JSON: keep it. */
export interface IssuedCheckpoint {
  /** The signed note. */
  readonly note: string;
  /** How many leaves the tree has with it. */
  readonly size: number;
  /** Where each chain that grew stood: the leaves that it added. */
  readonly heads: readonly AuditHead[];
  readonly consistency: readonly string[];
  readonly receipts: readonly AnchorReceipt[];
  /** Anchors that gave none, and why; show them the note again. */
  readonly refusals: readonly { readonly anchor: string; readonly error: CodedError }[];
}

/** What a store kept of a trail. */
export interface KeptTrail {
  /** All entries, each chain in its order. */
  readonly entries: Iterable<AuditEntry>;
  /** All checkpoints in their order. Default: none. */
  readonly checkpoints?: Iterable<IssuedCheckpoint>;
  /** Ciphertexts of personal data. Default: none. */
  readonly ciphertexts?: Iterable<string>;
}

/** Options of {@link createAuditTrail}. */
export interface AuditTrailOptions extends HashOptions {
  /** Whose trail it is: the first line of every checkpoint. */
  readonly origin: string;
  readonly signer: Signer;
}

/** What {@link AuditTrail.exportBundle} puts into the file. */
export interface ExportOptions {
  readonly at: Timestamp;
  /** Which dossiers. Default: all. */
  readonly dossiers?: readonly string[];
  /** The keys of persons, where their data is to be readable; data of those whose key is gone is reported as erased. */
  readonly keys?: SubjectKeys;
  /** What was erased, for the record. */
  readonly erasures?: readonly Erasure[];
}

/** What {@link AuditTrail.checkpoint} takes. */
export interface CheckpointRequest {
  readonly at: Timestamp;
  /** Who is to witness it. Default: nobody. */
  readonly anchors?: readonly Anchor[];
  readonly signal?: AbortSignal;
}

/** The trail of all dossiers. Lives in memory; a store keeps what it gives back. */
export interface AuditTrail {
  /** Adds an entry to a dossier's chain, with the ciphertexts of the personal data that it commits to. */
  append(dossier: string, draft: EntryDraft, ciphertexts?: readonly string[]): AuditEntry;
  /** Takes over what a store kept, into an empty trail. Goes on where that ended. */
  restore(kept: KeptTrail): Promise<void>;
  /** Puts every chain that grew since the last checkpoint under a new one, and shows it to the anchors. */
  checkpoint(request: CheckpointRequest): Promise<IssuedCheckpoint>;
  /** One file for a regulator or a court. */
  exportBundle(options: ExportOptions): Promise<string>;
}

interface Chain {
  readonly entries: AuditEntry[];
  readonly sealed: Record<string, string>;
  /** Where it stood under checkpoints. */
  readonly leaves: { readonly leaf: number; readonly sequence: number }[];
}

/**
 * Makes an empty {@link AuditTrail}.
 *
 * @throws {DossierkitError} `audit-trail/chain-broken` when restored entries do not follow from each other,
 * `audit-trail/checkpoint-broken` when restored checkpoints are not about them
 */
export function createAuditTrail(options: AuditTrailOptions): AuditTrail {
  const { origin, signer } = options;
  const chains = new Map<string, Chain>();
  const grown = new Set<string>();
  const tree = createMerkleTree(options);
  const checkpoints: IssuedCheckpoint[] = [];

  const chainOf = (dossier: string): Chain => {
    const chain = chains.get(dossier) ?? { entries: [], sealed: {}, leaves: [] };
    chains.set(dossier, chain);
    return chain;
  };
  const keep = (entry: AuditEntry): void => {
    chainOf(entry.dossier).entries.push(entry);
    grown.add(entry.dossier);
  };
  const bundled = (dossier: string): BundledDossier => {
    const { entries, sealed, leaves } = chainOf(dossier);
    const covered = leaves.map(({ leaf, sequence }) => {
      const checkpoint = checkpoints.findIndex(({ size }) => size > leaf);
      const proof = tree.inclusionProof(leaf, checkpoints[checkpoint]?.size as number);
      return { leaf, sequence, checkpoint, proof: proof.map(toBase64) };
    });
    const last = entries.at(-1);
    return { dossier, length: entries.length, hash: last?.hash, entries, sealed, inclusions: covered };
  };

  const cover = ({ dossier, sequence, hash }: AuditHead): void => {
    chainOf(dossier).leaves.push({ sequence, leaf: tree.append(leafBytes({ dossier, sequence, hash })) });
  };
  let last: Promise<unknown> = Promise.resolve();
  const issue = async ({ at, anchors = [], signal }: CheckpointRequest): Promise<IssuedCheckpoint> => {
    const heads = [...grown].sort().map((dossier): AuditHead => {
      const { sequence, hash } = chainOf(dossier).entries.at(-1) as AuditEntry;
      return { dossier, sequence, hash };
    });
    grown.clear();
    for (const head of heads) cover(head);
    const { size } = tree;
    const consistency = tree.consistencyProof(checkpoints.at(-1)?.size ?? 0, size).map(toBase64);
    const note = await signCheckpoint({ origin, size, root: tree.root(), at }, signer);
    const witnessed = await showTo(anchors, note, signal ? { at, signal } : { at });
    const issued = { note, size, heads, consistency, ...witnessed };
    checkpoints.push(issued);
    return issued;
  };

  return {
    append(dossier, draft, ciphertexts = []) {
      const { entries, sealed } = chainOf(dossier);
      const entry = createEntry(entries.at(-1) ?? dossier, draft, options);
      keep(entry);
      for (const [at, ciphertext] of ciphertexts.entries()) {
        const ref = entry.sealed[at];
        if (ref) sealed[ref.digest] = ciphertext;
      }
      return entry;
    },
    async restore({ entries, checkpoints: kept = [], ciphertexts = [] }) {
      for (const entry of entries) {
        const before = chainOf(entry.dossier).entries.at(-1);
        const again = createEntry(before ?? entry.dossier, entry, options);
        if (again.hash !== entry.hash) throw broken('chain-broken', entry);
        keep(entry);
      }
      for (const checkpoint of kept) {
        for (const head of checkpoint.heads) {
          const { entries: known } = chainOf(head.dossier);
          if (known[head.sequence - 1]?.hash !== head.hash) throw broken('checkpoint-broken', head);
          cover(head);
          if (known.length === head.sequence) grown.delete(head.dossier);
        }
        const root = parseCheckpoint(checkpoint.note)?.checkpoint.root;
        if (!root || tree.size !== checkpoint.size || !sameBytes(root, tree.root())) {
          throw new DossierkitError(
            'audit-trail/checkpoint-broken',
            'A restored checkpoint has another root',
            {
              context: { checkpoint: checkpoints.length },
            },
          );
        }
        checkpoints.push(checkpoint);
      }
      const byDigest = new Map<string, string>();
      for (const ciphertext of ciphertexts) {
        byDigest.set(await digestBytes(fromBase64(ciphertext) ?? new Uint8Array()), ciphertext);
      }
      for (const { entries: chain, sealed } of chains.values()) {
        for (const { digest } of chain.flatMap((entry) => entry.sealed)) {
          const ciphertext = byDigest.get(digest);
          if (ciphertext !== undefined) sealed[digest] = ciphertext;
        }
      }
    },
    checkpoint: (request) => {
      // One after the other, because each proves that it continues the one before.
      const next = last.then(() => issue(request));
      last = next.catch(() => undefined);
      return next;
    },
    async exportBundle({ at, dossiers = [...chains.keys()].sort(), keys, erasures = [] }) {
      const included = dossiers.filter((dossier) => chains.has(dossier)).map(bundled);
      const bundle: AuditBundle = {
        format: 'dossierkit/audit-bundle',
        version: 1,
        origin,
        exportedAt: at,
        verifier: signer.verifier,
        dossiers: included,
        checkpoints: checkpoints.map(({ note, consistency, receipts }) => ({ note, consistency, receipts })),
        keys: keys ? await disclose(included, keys) : {},
        erasures,
      };
      return sealBundle(bundle, signer);
    },
  };
}

function broken(
  what: 'chain-broken' | 'checkpoint-broken',
  { dossier, sequence }: AuditHead,
): DossierkitError {
  return new DossierkitError(`audit-trail/${what}`, 'What was kept does not fit together', {
    context: { dossier, sequence },
  });
}
