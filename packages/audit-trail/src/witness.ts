import type { Outcome, Timestamp } from '@dossierkit/core';
import type { AnchorReceipt } from './anchor.js';

/** What a witness says of a checkpoint. */
export interface Testimony {
  /** Passed: it saw this checkpoint. Inconclusive: it cannot be told. */
  readonly outcome: Outcome;
  /** When it saw it, where its own word on that can be relied on. */
  readonly at?: Timestamp | undefined;
}

/**
 * The other side of an `Anchor`: whoever can tell whether a receipt is worth anything. A receipt alone is not: whoever can
 * rewrite a trail can write a receipt.
 */
export interface Witness {
  /** The kind of receipts that it knows: `rfc3161`, `file`, or one of your own. */
  readonly name: string;
  check(receipt: AnchorReceipt, note: string): Promise<Testimony>;
}

/**
 * The witness behind `createFileAnchor`: what the file held, fetched from where it is out of the trail's reach.
 *
 * @param contents the whole file
 */
export function createFileWitness(contents: string): Witness {
  return {
    name: 'file',
    async check(_, note) {
      return { outcome: `\n${contents}`.includes(`\n${note}\n`) ? 'passed' : 'failed' };
    },
  };
}
