import type { Anchor, AnchorReceipt } from '../anchor.js';
import type { IssuedCheckpoint } from '../audit-trail.js';

/** Shows a checkpoint to every anchor, one after the other. */
export async function showTo(
  anchors: readonly Anchor[],
  note: string,
  options: Parameters<Anchor['anchor']>[1],
): Promise<Pick<IssuedCheckpoint, 'receipts' | 'refusals'>> {
  const receipts: AnchorReceipt[] = [];
  const refusals: IssuedCheckpoint['refusals'][number][] = [];
  for (const anchor of anchors) {
    const receipt = await anchor.anchor(note, options);
    if (receipt.ok) receipts.push(receipt.value);
    else refusals.push({ anchor: anchor.name, error: receipt.error });
  }
  return { receipts, refusals };
}
