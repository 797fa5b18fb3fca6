import type { RouterEventOf, RouterEventType } from '../../events.js';
import type { RouterFinding } from '../../findings.js';
import type { RouterState } from '../state.js';

/** Applies one event, or says why it cannot be. What it refuses leaves the state as it was. */
export type Handler<Type extends RouterEventType> = (
  state: RouterState,
  event: RouterEventOf<Type>,
  atMs: number,
) => readonly RouterFinding[];

export type Handlers<Type extends RouterEventType> = { readonly [Each in Type]: Handler<Each> };

export const done: readonly RouterFinding[] = [];

export function itemUnknown(item: string): readonly RouterFinding[] {
  return [{ code: 'priority-router/item-unknown', outcome: 'failed', severity: 'warning', params: { item } }];
}

export function advisorUnknown(advisor: string): readonly RouterFinding[] {
  return [
    { code: 'priority-router/advisor-unknown', outcome: 'failed', severity: 'warning', params: { advisor } },
  ];
}

export function wrongState(item: string, state: string): readonly RouterFinding[] {
  return [
    { code: 'priority-router/item-state', outcome: 'failed', severity: 'warning', params: { item, state } },
  ];
}
