import type { DossierState } from './dossier.js';
import type { AuditFact } from './effects.js';
import { describeNode, type NodeDescription } from './internal/describe-node.js';
import { dossierMachine } from './internal/machine.js';

/**
 * A picture of the machine as a Mermaid state diagram, or of one dossier's life: every state it was in, with the number,
 * the event and the day of each step.
 *
 * @param life the audit facts of a dossier, in order; absent: the machine
 * @see https://mermaid.js.org/syntax/stateDiagram.html
 */
export function toMermaid(life?: readonly AuditFact[]): string {
  return ['stateDiagram-v2', ...(life ? linesOfLife(life) : linesOfMachine()), ''].join('\n');
}

function linesOfMachine(): string[] {
  const { states } = describeNode(dossierMachine.root);
  const lines = ['  direction TB', ...states.flatMap(declarationOf)];
  const [first] = states;
  if (first) lines.push(`  [*] --> ${name(first.key)}`);
  for (const node of states) {
    lines.push(...linesOfGroup(node), ...edgesOf(node));
    if (node.type === 'final') lines.push(`  ${name(node.key)} --> [*]`);
  }
  return lines;
}

/** A name of several words is written apart from what it is called in the text. */
function declarationOf({ key, states }: NodeDescription): string[] {
  const own = key.includes('-') ? [`  state "${key.replaceAll('-', ' ')}" as ${name(key)}`] : [];
  return [...own, ...states.flatMap(declarationOf)];
}

/** The states inside a group: after each event it is decided anew which of them it is. */
function linesOfGroup({ key, states }: NodeDescription): string[] {
  const routing = states.find((state) => state.key === ROUTING);
  if (!routing) return [];
  const inside = new Set(states.map((state) => state.key));
  const { arrows } = routing;
  return [
    `  state ${key} {`,
    '    direction LR',
    `    state ${ROUTING} <<choice>>`,
    `    [*] --> ${ROUTING}: after each event`,
    ...arrows
      .filter(({ target }) => inside.has(target))
      .map(({ target, guard }) => `    ${ROUTING} --> ${name(target)}: ${words(guard) || 'else'}`),
    '  }',
    ...arrows
      .filter(({ target }) => !inside.has(target))
      .map(({ target, guard }) => `  ${key} --> ${name(target)}: ${words(guard)}`),
  ];
}

/** Where every way into the group leads first. */
const ROUTING = 'routing';

/** One arrow for each pair of states, with the events that lead from one to the other. */
function edgesOf({ key, arrows, states }: NodeDescription): string[] {
  const isInside = new Set(states.map((state) => state.key));
  const leaving = arrows.filter(({ target }) => target !== '' && !isInside.has(target));
  const byTarget = Map.groupBy(leaving, ({ target }) => (target === ROUTING ? OPEN : target));
  return [...byTarget].map(([target, labelled]) => {
    const labels = labelled.map(({ event, guard }) =>
      event === 'timer-fired' && guard ? words(guard) : event.replaceAll('-', ' '),
    );
    return `  ${name(key)} --> ${name(target)}: ${[...new Set(labels)].join(', ')}`;
  });
}

/** The group whose inside is decided by {@link ROUTING}. */
const OPEN = 'open';

function linesOfLife(life: readonly AuditFact[]): string[] {
  const [first] = life;
  if (!first) return [];
  const states = new Set(life.map(({ to }) => to));
  const named = [...states].filter((state) => state.includes('-'));
  const lines = named.map((state) => `  state "${state.replaceAll('-', ' ')}" as ${name(state)}`);
  lines.push(`  [*] --> ${name(first.to)}: ${stepLabel(first)}`);
  for (const fact of life.slice(1)) {
    if (fact.from !== fact.to) lines.push(`  ${name(fact.from)} --> ${name(fact.to)}: ${stepLabel(fact)}`);
  }
  const last = life.at(-1) as AuditFact;
  if (last.to === 'archived') lines.push(`  ${name(last.to)} --> [*]`);
  return [...lines, `  class ${name(last.to)} now`, '  classDef now font-weight:bold,stroke-width:3px'];
}

/** The day stands on a line of its own, which a narrow label does not tear apart. */
function stepLabel({ sequence, type, at }: AuditFact): string {
  return `${sequence}. ${type.replaceAll('-', ' ')}<br>${at.slice(0, 10)}`;
}

/** Mermaid takes a hyphen in a state's name for the beginning of an arrow. */
function name(state: DossierState | string): string {
  return state.replaceAll('-', '_');
}

/** A guard as words: `isApprovalEnd` as `approval end`, `needsRedo` as `needs redo`. */
function words(guard: string): string {
  return guard
    .replace(/^is/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
