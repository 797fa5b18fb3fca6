import type { Timestamp } from '@dossierkit/core';
import type { ClaimedRow, PlanStore, SendEnd } from './plan-store.js';

/** What {@link settleUnfinished} needs beside the store. */
export interface SettleOptions {
  /** Only what was begun before this: a worker may still be at work on younger ones. */
  readonly before: Timestamp;
  /** When it is settled. */
  readonly at: Timestamp;
  /**
   * Asks the channel by the row's key whether it took the message. `undefined` where it cannot tell: then nothing is sent again
   * by itself.
   */
  wasSent(row: ClaimedRow): Promise<boolean | undefined>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Tells a crash before the message from one after it: asks the channel about each row that was begun and never finished. What
 * it took is `sent`; what it never saw is `failed`, and is claimed again; what it cannot tell is `unknown`, for a person.
 *
 * @returns how each was settled
 */
export async function settleUnfinished(
  store: PlanStore,
  options: SettleOptions,
): Promise<readonly SendEnd[]> {
  const { before, at, wasSent, signal } = options;
  const ends: SendEnd[] = [];
  for (const row of await store.unfinished(before, signal)) {
    const sent = await wasSent(row);
    ends.push({ row, outcome: sent === undefined ? 'unknown' : sent ? 'sent' : 'failed' });
  }
  await store.finish(ends, at, signal);
  return ends;
}
