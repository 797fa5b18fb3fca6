import type { RouterEvent, RouterEventType } from '../../events.js';
import type { RouterFinding } from '../../findings.js';
import { advance } from '../advance.js';
import { readInstant } from '../instants.js';
import { unreadableField } from '../readable.js';
import type { RouterState } from '../state.js';
import { advisorHandlers } from './advisors.js';
import { delegationHandlers } from './delegations.js';
import type { Handler, Handlers } from './handler.js';
import { messageHandlers } from './messages.js';
import { personalHandlers } from './personal.js';
import { strategyHandlers } from './strategies.js';

const handlers: Handlers<RouterEventType> = {
  ...messageHandlers,
  ...advisorHandlers,
  ...personalHandlers,
  ...delegationHandlers,
  ...strategyHandlers,
};

/** Applies one event to the state. */
export function applyTo(state: RouterState, event: RouterEvent): readonly RouterFinding[] {
  const field = Object.hasOwn(handlers, event.type) ? unreadableField(event) : 'type';
  if (field !== null) {
    const params = { row: 0, field };
    return [{ code: 'priority-router/event-unreadable', outcome: 'failed', severity: 'warning', params }];
  }
  const { seq } = event;
  if (seq !== undefined) {
    if (seq <= state.lastSeq) {
      return [
        { code: 'priority-router/event-duplicate', outcome: 'failed', severity: 'info', params: { seq } },
      ];
    }
    state.lastSeq = seq;
  }
  const atMs = readInstant(event.at);
  const lateMs = state.now - atMs;
  advance(state, atMs);
  const handler = handlers[event.type] as Handler<RouterEventType>;
  const findings = handler(state, event, atMs);
  if (lateMs <= 0) return findings;
  return [
    { code: 'priority-router/event-late', outcome: 'failed', severity: 'info', params: { lateMs } },
    ...findings,
  ];
}
