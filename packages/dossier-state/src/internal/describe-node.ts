import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** An arrow of a machine, as plain data. */
export interface Arrow {
  readonly event: string;
  readonly guard: string;
  readonly target: string;
}

/** A state of a machine with what leads out of it, as plain data. */
export interface NodeDescription {
  readonly key: string;
  readonly type: string;
  readonly arrows: readonly Arrow[];
  readonly states: readonly NodeDescription[];
}

/** XState's own `definition` leaves out transitions without an event, which are what routing consists of. */
export function describeNode(node: AnyStateNode): NodeDescription {
  const on = [...node.transitions.values()].flat();
  return {
    key: node.key,
    type: node.type,
    arrows: [...(node.always ?? []), ...on].map(arrowOf),
    states: Object.values(node.states).map(describeNode),
  };
}

function arrowOf({ eventType, guard, target }: AnyTransitionDefinition): Arrow {
  return {
    event: eventType,
    guard: typeof guard === 'string' ? guard : '',
    target: target?.[0]?.key ?? '',
  };
}
