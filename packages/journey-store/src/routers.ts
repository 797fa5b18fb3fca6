import type { Result } from '@dossierkit/core';

/** Somebody else has written since: the router's own code, so that the store passes for its port. */
export interface RouterConflict {
  readonly code: 'priority-router/store-conflict';
  readonly params: { readonly version: number };
}

/**
 * What is kept of one router: its events in order, and its newest snapshot. It has the shape of `RouterStore` of
 * `@dossierkit/priority-router` and passes its contract. A failure of the database rejects with this package's codes.
 */
export interface RouterLog<Event, State> {
  append(
    version: number,
    events: readonly Event[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<Result<number, RouterConflict>>;
  read(version: number, options?: { readonly signal?: AbortSignal }): Promise<readonly Event[]>;
  saveSnapshot(version: number, snapshot: State, options?: { readonly signal?: AbortSignal }): Promise<void>;
  loadSnapshot(options?: {
    readonly signal?: AbortSignal;
  }): Promise<{ readonly version: number; readonly snapshot: State } | null>;
}
