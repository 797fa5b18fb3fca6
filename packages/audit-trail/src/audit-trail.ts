import { canonicalJson, DossierkitError, type Timestamp } from '@dossierkit/core';
import type { Anchor, AnchorReceipt } from './anchor.js';
import type { AuditBundle, BundledDossier } from './bundle.js';
import { sealBundle } from './bundle.js';
import { signCheckpoint } from './checkpoint.js';
import { type AuditEntry, type AuditHead, createEntry, type EntryDraft, type HashOptions } from './entry.js';
import type { Erasure } from './erase-subject.js';
import { toBase64, utf8 } from './internal/bytes.js';
import { createMerkleTree } from './merkle-tree.js';
import { exportSubjectKey, type SubjectKeys } from './personal-data.js';
import type { Signer } from './signer.js';

/** A checkpoint that was made, with what proves that it continues the one before. */
export interface IssuedCheckpoint {
  /** The signed note. */
  readonly note: string;
  readonly size: number;
  readonly consistency: readonly string[];
  readonly receipts: readonly AnchorReceipt[];
}

/** Where the chain of a dossier stood when a checkpoint was made: one leaf of the tree. */
export interface HeadLeaf extends AuditHead {
  /** The index of the leaf in the tree. */
  readonly leaf: number;
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

/** The trail of all dossiers. Lives in memory; a store keeps what it gives back. */
export interface AuditTrail {
  /** Adds an entry to a dossier's chain, with the ciphertexts of the personal data that it commits to. */
  append(dossier: string, draft: EntryDraft, ciphertexts?: readonly string[]): AuditEntry;
  /** Takes over entries from a store, in the order of each chain. */
  restore(entries: Iterable<AuditEntry>): void;
  /** Puts every chain that grew since the last checkpoint under a new one, and shows it to the anchors. */
  checkpoint(options: {
    readonly at: Timestamp;
    readonly anchors?: readonly Anchor[];
    readonly signal?: AbortSignal;
  }): Promise<IssuedCheckpoint>;
  /** One file for a regulator or a court. */
  exportBundle(options: ExportOptions): Promise<string>;
}

interface Chain {
  readonly entries: AuditEntry[];
  readonly sealed: Record<string, string>;
  readonly leaves: HeadLeaf[];
}

/**
 * Makes an empty {@link AuditTrail}.
 *
 * @throws {DossierkitError} `audit-trail/chain-broken` when restored entries do not follow from each other
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
    restore(entries) {
      for (const entry of entries) {
        const before = chainOf(entry.dossier).entries.at(-1);
        const again = createEntry(before ?? entry.dossier, entry, options);
        if (again.hash !== entry.hash) {
          throw new DossierkitError('audit-trail/chain-broken', 'A restored entry does not follow', {
            context: { dossier: entry.dossier, sequence: entry.sequence },
          });
        }
        keep(entry);
      }
    },
    async checkpoint({ at, anchors = [], signal }) {
      for (const dossier of [...grown].sort()) {
        const chain = chainOf(dossier);
        const { sequence, hash } = chain.entries.at(-1) as AuditEntry;
        chain.leaves.push({
          dossier,
          sequence,
          hash,
          leaf: tree.append(leafBytes({ dossier, sequence, hash })),
        });
      }
      grown.clear();
      const { size } = tree;
      const before = checkpoints.at(-1)?.size ?? 0;
      const consistency = tree.consistencyProof(before, size).map(toBase64);
      const note = await signCheckpoint({ origin, size, root: tree.root(), at }, signer);
      const receipts: AnchorReceipt[] = [];
      for (const anchor of anchors) {
        const receipt = await anchor.anchor(note, signal ? { at, signal } : { at });
        if (receipt.ok) receipts.push(receipt.value);
      }
      const issued = { note, size, consistency, receipts };
      checkpoints.push(issued);
      return issued;
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

/** What stands in the tree for a chain: the dossier, how long it was, and its last hash. */
export function leafBytes({ dossier, sequence, hash }: AuditHead): Uint8Array {
  return utf8(canonicalJson({ dossier, sequence, hash }));
}

async function disclose(
  dossiers: readonly BundledDossier[],
  keys: SubjectKeys,
): Promise<Record<string, string>> {
  const subjects = new Set(
    dossiers.flatMap(({ entries }) => entries.flatMap(({ sealed }) => sealed.map(({ subject }) => subject))),
  );
  const disclosed: Record<string, string> = {};
  for (const subject of [...subjects].sort()) {
    const key = await keys.find(subject);
    if (key) disclosed[subject] = await exportSubjectKey(key);
  }
  return disclosed;
}
