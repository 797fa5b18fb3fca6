import type { CodedErrorsOf, Result } from '@dossierkit/core';
import type { RouterEvent } from '../events.js';
import type { RouterSnapshot } from '../internal/snapshot.js';
import { createRouter, type Router, type RouterOptions, restoreRouter } from '../router.js';

/** Somebody else has written since. */
export type StoreError = CodedErrorsOf<{ 'priority-router/store-conflict': { version: number } }>;

/** Options of every call of a {@link RouterStore}. */
export interface StoreOptions {
  readonly signal?: AbortSignal;
}

/** Where a host keeps a router: its events in order, and now and then a snapshot. A port; drivers run its contract suite. */
export interface RouterStore {
  /**
   * Adds events, all or none.
   *
   * @param version how many events the writer knows of; where there are more by now, nothing is written
   * @returns how many events there are then, or `store-conflict` with how many there are
   */
  append(
    version: number,
    events: readonly RouterEvent[],
    options?: StoreOptions,
  ): Promise<Result<number, StoreError>>;
  /** The events after the first `version` ones, oldest first. */
  read(version: number, options?: StoreOptions): Promise<readonly RouterEvent[]>;
  /** Keeps the state after the first `version` events, unless a newer one is kept; older ones may be forgotten. */
  saveSnapshot(version: number, snapshot: RouterSnapshot, options?: StoreOptions): Promise<void>;
  /** The newest snapshot, or nothing. */
  loadSnapshot(
    options?: StoreOptions,
  ): Promise<{ readonly version: number; readonly snapshot: RouterSnapshot } | null>;
}

/** Brings a router back: its newest snapshot, and every event since. Without either, it is a new one. */
export async function openRouter(
  store: RouterStore,
  options: RouterOptions & StoreOptions,
): Promise<{ readonly router: Router; readonly version: number }> {
  const kept = await store.loadSnapshot(options);
  const router = kept ? restoreRouter(kept.snapshot, options) : createRouter(options);
  const events = await store.read(kept?.version ?? 0, options);
  for (const event of events) router.apply(event);
  return { router, version: (kept?.version ?? 0) + events.length };
}
