import { type Result, type Timestamp, timestamp, timestampFromMs, unwrap } from '@dossierkit/core';
import type { StoreError } from '../errors.js';
import type { AuditRow, Commit, JourneyStore, TenantStore } from '../store.js';

/** One thing that every driver must do. */
export interface ContractCase {
  readonly name: string;
  /**
   * @param store an open store
   * @param tenant a name that nothing was kept under before
   */
  run(store: JourneyStore, tenant: string): Promise<void>;
}

/** Noon of the day on which the suite plays. */
export const AT: Timestamp = timestamp('2026-05-04T12:00:00Z');

/** Some minutes after {@link AT}. */
export function minutes(count: number): Timestamp {
  return timestampFromMs(Date.parse(AT) + count * 60_000);
}

/** A small commit of one event. */
export function commitOf(stream: string, expectedVersion: number, more: Partial<Commit> = {}): Commit {
  const version = expectedVersion + 1;
  return {
    stream,
    expectedVersion,
    events: [{ id: `e${version}`, type: 'happened', at: AT, body: { version } }],
    snapshot: { value: { version }, kind: 'dossier', state: 'collecting', since: AT, labels: [] },
    ...more,
  };
}

/** An entry of an audit chain, with a hash that is easy to name. */
export function entry(sequence: number, previous: string): AuditRow {
  return { sequence, previous, hash: String(sequence).padStart(64, 'a') };
}

/** How a call ended, without the package's name. */
export function codeOf(result: Result<unknown, StoreError>): string {
  return result.ok ? 'ok' : result.error.code.replace('journey-store/', '');
}

/** Everything in the feed of a tenant. */
export async function wholeFeed(
  store: TenantStore,
  limit = 7,
): Promise<{ ids: string[]; cursor: string | undefined }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = unwrap(await store.feed({ limit, ...(cursor === undefined ? {} : { after: cursor }) }));
    ids.push(...page.events.map(({ stream, version }) => `${stream}@${version}`));
    ({ cursor } = page);
    if (page.events.length < limit) return { ids, cursor };
  }
}
