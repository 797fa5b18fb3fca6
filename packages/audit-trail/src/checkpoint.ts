import { parseTimestamp, type Timestamp } from '@dossierkit/core';
import { fromBase64, toBase64 } from './internal/bytes.js';
import { parseNote, type SignedNote, type Signer, signNote } from './signer.js';

/** The state of the whole trail at an instant: one hash over every dossier. */
export interface Checkpoint {
  /** Whose trail it is, for example `example.com/dossiers`. */
  readonly origin: string;
  /** How many leaves the tree had. */
  readonly size: number;
  /** The root of the tree. */
  readonly root: Uint8Array;
  readonly at: Timestamp;
}

/**
 * Writes a checkpoint and signs it: a few lines of text that can be printed in a newspaper.
 *
 * @see C2SP tlog-checkpoint, https://c2sp.org/tlog-checkpoint
 */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  const { origin, size, root, at } = checkpoint;
  return signNote(`${origin}\n${size}\n${toBase64(root)}\nat ${at}\n`, signer);
}

/** Reads a checkpoint, or gives `undefined` where the text is none. Says nothing about its signatures. */
export function parseCheckpoint(text: string): { checkpoint: Checkpoint; note: SignedNote } | undefined {
  const note = parseNote(text);
  if (!note) return undefined;
  const [origin, size = '', rootText = '', extension = ''] = note.text.split('\n');
  const root = fromBase64(rootText);
  const at = parseTimestamp(extension.replace(/^at /, ''));
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== 32 || !at.ok) return undefined;
  return { checkpoint: { origin, size: Number(size), root, at: at.value }, note };
}
