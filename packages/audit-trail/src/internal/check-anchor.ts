import type { AnchorReceipt } from '../anchor.js';
import type { Testimony, Witness } from '../witness.js';
import { fromBase64, sameBytes, utf8 } from './bytes.js';
import { imprintOf } from './timestamp-token.js';

/**
 * What a receipt is worth. One that names another checkpoint is false; one that names this checkpoint proves something only
 * where its witness is asked.
 */
export async function checkAnchor(
  receipt: AnchorReceipt,
  note: string,
  witnesses: readonly Witness[],
): Promise<Testimony> {
  if ((await isAboutIt(receipt, note)) === false) return { outcome: 'failed' };
  const own = witnesses.filter(({ name }) => name === receipt.anchor);
  let best: Testimony = { outcome: 'inconclusive' };
  for (const witness of own) {
    const testimony = await witness.check(receipt, note);
    if (testimony.outcome === 'passed') return testimony;
    if (testimony.outcome === 'failed') best = testimony;
  }
  return best;
}

/** Whether the receipt names the digest of the checkpoint; `undefined` for receipts of a kind that is not known here. */
async function isAboutIt({ anchor, token }: AnchorReceipt, note: string): Promise<boolean | undefined> {
  if (anchor !== 'file' && anchor !== 'rfc3161') return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(note)));
  const bytes = fromBase64(token);
  const named = anchor === 'file' ? bytes : imprintOf(bytes ?? new Uint8Array());
  return named !== undefined && sameBytes(named, digest);
}
