export type { Anchor, AnchorReceipt } from './anchor.js';
export {
  type AuditTrail,
  type AuditTrailOptions,
  type CheckpointRequest,
  createAuditTrail,
  type ExportOptions,
  type IssuedCheckpoint,
  type KeptTrail,
} from './audit-trail.js';
export type { AuditBundle, BundledDossier, BundledInclusion } from './bundle.js';
export {
  type AuditRange,
  type BundleSummary,
  type CheckBundleOptions,
  checkBundle,
  RULES_VERSION,
} from './check-bundle.js';
export { type CheckChainOptions, checkChain } from './check-chain.js';
export { type Checkpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
export {
  type AuditActor,
  type AuditEntry,
  type AuditHead,
  createEntry,
  type DigestBytes,
  type EntryDraft,
  entryHash,
  type HashOptions,
  NO_PREVIOUS,
  type SealedRef,
} from './entry.js';
export { type EraseOptions, type Erasure, eraseSubject, replayErasures } from './erase-subject.js';
export type { AuditError, AuditFinding, AuditMessage } from './findings.js';
export { formatTimeline, type TimelineOptions } from './format-timeline.js';
export { leafBytes } from './leaf-bytes.js';
export { type ConsistencyClaim, type InclusionClaim, isConsistent, isIncluded } from './merkle-proof.js';
export { createMerkleTree, type MerkleTree } from './merkle-tree.js';
export { messages } from './messages/index.js';
export {
  createMemoryKeys,
  exportSubjectKey,
  generateSubjectKey,
  importSubjectKey,
  type Opened,
  openPersonalData,
  type Sealed,
  type SubjectKeys,
  sealPersonalData,
} from './personal-data.js';
export {
  planRetention,
  RETENTION_RULES,
  type RetentionOptions,
  type RetentionPeriod,
  type RetentionRule,
} from './retention.js';
export {
  type CryptoKeys,
  createSigner,
  generateSigner,
  parseNote,
  type SignedNote,
  type Signer,
  signNote,
  verifyNote,
  type WebKey,
} from './signer.js';
export { createTimestampAnchor, type TimestampAnchorOptions } from './timestamp-anchor.js';
export { createFileWitness, type Testimony, type Witness } from './witness.js';
