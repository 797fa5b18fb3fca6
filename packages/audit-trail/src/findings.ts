import type { CodedErrorsOf, FindingsOf, NoParams, PlainDate, Timestamp } from '@dossierkit/core';

interface InChain {
  readonly dossier: string;
  readonly sequence: number;
}

/** What the verification of a bundle, and the planning of retention, notice. */
export type AuditFinding = FindingsOf<{
  /** The file is no bundle that this version can read. */
  'audit-trail/bundle-unreadable': { readonly reason: string };
  /** The file is larger than the limit. */
  'audit-trail/bundle-too-large': { readonly limit: number };
  /** The seal over the whole file: whether any byte was changed since it was exported. */
  'audit-trail/bundle-seal': NoParams;
  /** The bundle was checked against the key that it brings along, because none was pinned. */
  'audit-trail/key-not-pinned': { readonly verifier: string };
  /** All entries of a dossier follow from each other. */
  'audit-trail/chain': { readonly dossier: string; readonly entries: number };
  /** What an entry says is not what was hashed. */
  'audit-trail/entry-changed': InChain;
  /** An entry is not there. */
  'audit-trail/entry-missing': InChain;
  /** There is more than one entry in this place, or one that belongs to another dossier. */
  'audit-trail/entry-added': InChain;
  /** An entry stands in another place. */
  'audit-trail/entry-reordered': InChain;
  /** An entry does not follow from the one before it, though both are whole by themselves. */
  'audit-trail/link-broken': InChain;
  /** A checkpoint: whether it can be read, and one of the keys signed it. */
  'audit-trail/checkpoint-signature': { readonly index: number };
  /** Whether a checkpoint continues the one before it, so that nothing was rewritten between them. */
  'audit-trail/checkpoint-consistency': { readonly index: number };
  /** Whether the chain of a dossier, up to this entry, stands under a checkpoint. */
  'audit-trail/inclusion': InChain & { readonly checkpoint: number };
  /** Whether an outside witness confirms to have seen this checkpoint; inconclusive where none was asked. */
  'audit-trail/anchor': {
    readonly index: number;
    readonly anchor: string;
    /** When, by its own clock. */
    readonly at?: Timestamp;
  };
  /** Entries since the last checkpoint: only the chain protects them. */
  'audit-trail/unanchored': { readonly dossier: string; readonly from: number; readonly to: number };
  /** Personal data was erased; the proof stands. */
  'audit-trail/erased': InChain & { readonly name: string };
  /** Personal data is not what the entry commits to. */
  'audit-trail/sealed-changed': InChain & { readonly name: string };
  /** A retention rule is not yet in force, or no longer. */
  'audit-trail/retention-rule-stale': {
    readonly rule: string;
    readonly validFrom: string;
    readonly validTo?: string;
  };
}>;

/** What a caller must expect. */
export type AuditError = CodedErrorsOf<{
  /** The record must still be kept. */
  'audit-trail/retention-running': { readonly erasableFrom: PlainDate; readonly rule: string };
  /** A time-stamping authority gave no answer. */
  'audit-trail/authority-unreachable': NoParams;
  /** A time-stamping authority refused, or answered about something else. */
  'audit-trail/authority-refused': NoParams;
  /** A checkpoint could not be brought to the disk. */
  'audit-trail/anchor-not-written': NoParams;
}>;

/** Everything that the package's catalogue words. */
export type AuditMessage = AuditFinding | AuditError;
