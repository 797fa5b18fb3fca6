import {
  canonicalJson,
  digestBytesSync,
  type JsonObject,
  type JsonValue,
  type Sha256,
  type Timestamp,
} from '@dossierkit/core';

/** Who did what an entry records. */
export interface AuditActor {
  readonly id: string;
  readonly kind: string;
}

/** Personal data that an entry commits to without holding it: the digest of its ciphertext. */
export interface SealedRef {
  /** What it is, for example `name`. Not personal itself. */
  readonly name: string;
  /** Whose key it is sealed under: a pseudonym. */
  readonly subject: string;
  /** The SHA-256 of the ciphertext. */
  readonly digest: Sha256;
}

/** What happened, before it has its place in a chain. */
export interface EntryDraft {
  readonly at: Timestamp;
  /** What kind of thing happened: `check`, `decision`, `handed-in`, … */
  readonly type: string;
  readonly by?: AuditActor | undefined;
  /** What was considered, measured and decided: codes, digests, rule and policy versions. Never personal data. */
  readonly facts: JsonObject;
  /** Personal data that belongs to it, see {@link sealPersonalData}. */
  readonly sealed?: readonly SealedRef[] | undefined;
}

/** One link of a dossier's chain. */
export interface AuditEntry {
  readonly dossier: string;
  /** The position in the dossier's chain, from 1 without a gap. */
  readonly sequence: number;
  readonly at: Timestamp;
  readonly type: string;
  readonly by?: AuditActor | undefined;
  readonly facts: JsonObject;
  readonly sealed: readonly SealedRef[];
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: Sha256;
  /** SHA-256 of the canonical JSON of everything above. */
  readonly hash: Sha256;
}

/** The end of a chain: enough to go on with it. */
export type AuditHead = Pick<AuditEntry, 'dossier' | 'sequence' | 'hash'>;

/** SHA-256 over bytes, as lower-case hexadecimal. */
export type DigestBytes = (bytes: Uint8Array) => Sha256;

/** Options of what hashes. */
export interface HashOptions {
  /** A faster SHA-256, such as `nodeDigest` of `@dossierkit/audit-trail/node`. Default: core's, in plain TypeScript. */
  readonly digest?: DigestBytes;
}

/** What the first entry of a chain has before it. */
export const NO_PREVIOUS: Sha256 = '0'.repeat(64) as Sha256;

const encoder = new TextEncoder();

/**
 * Adds a link to the chain of a dossier. Pure: keep the entry, and its head for the next one.
 *
 * @param before the head of the chain so far, or only the dossier's id where there is none yet
 * @throws {DossierkitError} `core/not-json` where the draft holds what JSON cannot carry
 * @see RFC 8785, JSON Canonicalization Scheme; FIPS 180-4, SHA-256
 */
export function createEntry(
  before: AuditHead | string,
  draft: EntryDraft,
  options: HashOptions = {},
): AuditEntry {
  const head = typeof before === 'string' ? { dossier: before, sequence: 0, hash: NO_PREVIOUS } : before;
  const { at, type, by, facts, sealed = [] } = draft;
  const body = {
    at,
    ...(by ? { by } : {}),
    dossier: head.dossier,
    facts,
    previous: head.hash,
    sealed,
    sequence: head.sequence + 1,
    type,
  };
  return { ...body, hash: hashOf(body, options.digest) };
}

/** The hash that an entry must have. */
export function entryHash(entry: AuditEntry, options: HashOptions = {}): Sha256 {
  const { hash, ...body } = entry;
  return hashOf(body, options.digest);
}

function hashOf(body: object, digest: DigestBytes = digestBytesSync): Sha256 {
  return digest(encoder.encode(canonicalJson(body as JsonValue)));
}
