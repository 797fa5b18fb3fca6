import { canonicalJson, digestBytes, type JsonValue, type Sha256, type Timestamp } from '@dossierkit/core';
import * as z from 'zod/mini';
import type { AnchorReceipt } from './anchor.js';
import type { AuditEntry } from './entry.js';
import type { Erasure } from './erase-subject.js';
import { utf8 } from './internal/bytes.js';
import { parseNote, type SignedNote, type Signer, signNote } from './signer.js';

/** That a chain stood under a checkpoint when it had so many entries. */
export interface BundledInclusion {
  readonly sequence: number;
  readonly leaf: number;
  /** The index of the checkpoint in the bundle. */
  readonly checkpoint: number;
  /** Base64. */
  readonly proof: readonly string[];
}

/** One dossier in a bundle. */
export interface BundledDossier {
  readonly dossier: string;
  /** How many entries there were at the export, and the hash of the last. */
  readonly length: number;
  readonly hash?: Sha256 | undefined;
  readonly entries: readonly AuditEntry[];
  /** Ciphertexts of personal data, by the digest that entries commit to. */
  readonly sealed: Readonly<Record<string, string>>;
  readonly inclusions: readonly BundledInclusion[];
}

/** A trail in one file: everything that it takes to verify it without asking anybody. */
export interface AuditBundle {
  readonly format: 'dossierkit/audit-bundle';
  readonly version: 1;
  readonly origin: string;
  readonly exportedAt: Timestamp;
  /** The exporter's public key. Pin it: a forger would put their own here. */
  readonly verifier: string;
  readonly dossiers: readonly BundledDossier[];
  /** Every checkpoint of the trail, in order. */
  readonly checkpoints: readonly {
    readonly note: string;
    readonly consistency: readonly string[];
    readonly receipts: readonly AnchorReceipt[];
  }[];
  /** The disclosed keys of persons, base64. */
  readonly keys: Readonly<Record<string, string>>;
  readonly erasures: readonly Erasure[];
}

const text = z.string().check(z.maxLength(1_000_000));
const whole = z.int().check(z.minimum(0));
const hash = z.string().check(z.length(64));
/** More hashes than a proof in the largest tree has. */
const proof = z.array(text).check(z.maxLength(128));

const entry = z.looseObject({
  dossier: text,
  sequence: whole,
  at: text,
  type: text,
  facts: z.looseObject({}),
  sealed: z.array(z.strictObject({ name: text, subject: text, digest: hash })),
  previous: hash,
  hash,
});

const bundleSchema = z.strictObject({
  format: z.literal('dossierkit/audit-bundle'),
  version: z.literal(1),
  origin: text,
  exportedAt: text,
  verifier: text,
  dossiers: z.array(
    z.strictObject({
      dossier: text,
      length: whole,
      hash: z.optional(hash),
      entries: z.array(entry),
      sealed: z.record(text, text),
      inclusions: z.array(z.strictObject({ sequence: whole, leaf: whole, checkpoint: whole, proof })),
    }),
  ),
  checkpoints: z.array(
    z.strictObject({
      note: text,
      consistency: proof,
      receipts: z.array(z.strictObject({ anchor: text, at: text, token: text })),
    }),
  ),
  keys: z.record(text, text),
  erasures: z.array(z.strictObject({ subject: text, at: text, reason: text })),
});

/** Writes the file: one line of canonical JSON, then a signed note over its digest. */
export async function sealBundle(bundle: AuditBundle, signer: Signer): Promise<string> {
  const line = `${canonicalJson(bundle as unknown as JsonValue)}\n`;
  return line + (await signNote(await sealText(line), signer));
}

/** What the exporter signs. */
export async function sealText(line: string): Promise<string> {
  return `dossierkit audit bundle\n${await digestBytes(utf8(line))}\n`;
}

/** A file taken apart. */
export interface ReadBundle {
  readonly bundle: AuditBundle;
  /** The bytes that the seal is about. */
  readonly line: string;
  readonly seal: SignedNote | undefined;
}

/** Takes a file apart and checks its shape; gives the reason where that fails. Verifies nothing. */
export function readBundle(file: string): ReadBundle | string {
  const end = file.indexOf('\n') + 1;
  if (end === 0) return 'there is no line break';
  const line = file.slice(0, end);
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'the first line is not JSON';
  }
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.map(String).join('.')}: ${issue?.code}`;
  }
  return { bundle: parsed.data as unknown as AuditBundle, line, seal: parseNote(file.slice(end)) };
}
