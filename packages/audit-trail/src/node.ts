import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { codedError, err, ok, type Sha256 } from '@dossierkit/core';
import type { Anchor } from './anchor.js';

/** SHA-256 by Node's own library: several times faster than the portable one. */
export function nodeDigest(bytes: Uint8Array): Sha256 {
  return hash('sha256', bytes, 'hex') as Sha256;
}

/**
 * An anchor that appends each checkpoint to a file and has it on the disk before it answers. Worth something where the file
 * lies out of reach of whoever runs the trail: another machine, a write-once medium.
 *
 * Its error: `audit-trail/anchor-not-written`.
 */
export function createFileAnchor(path: string): Anchor {
  return {
    name: 'file',
    async anchor(note, { at, signal }) {
      const failure = codedError('audit-trail/anchor-not-written', {});
      if (signal?.aborted) return err(failure);
      try {
        await using file = await open(path, 'a');
        await file.appendFile(`${note}\n`);
        await file.sync();
      } catch {
        return err(failure);
      }
      return ok({ anchor: 'file', at, token: hash('sha256', note, 'base64') });
    },
  };
}
