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
  const lines = ['  direction TB', '  state routing <<choice>>', '  [*] --> routing'];
  for (const node of describeNode(dossierMachine.root).states) {
    lines.push(...linesOfGroup(node), ...edgesOf(node));
    if (node.type === 'final') lines.push(`  ${name(node.key)} --> [*]`);
  }
  return lines;
}

/** The states inside a group, and where `routing` leads: in Mermaid a group must not point into itself. */
function linesOfGroup({ key, states }: NodeDescription): string[] {
  const routing = states.find((state) => state.key === 'routing');
  if (!routing) return [];
  const inside = states.filter((state) => state !== routing);
  const targets = new Set(routing.arrows.map(({ target }) => target));
  return [
    `  state ${key} {`,
    ...inside.map((state) => `    ${name(state.key)}`),
    '  }',
    ...[...targets].map((target) => `  routing --> ${name(target)}`),
  ];
}

const MAX_LABELS = 4;

/** One arrow for each pair of states, with the events that lead from one to the other. */
function edgesOf({ key, arrows }: NodeDescription): string[] {
  const byTarget = Map.groupBy(
    arrows.filter(({ target }) => target !== ''),
    ({ target }) => target,
  );
  return [...byTarget].map(([target, labelled]) => {
    const labels = new Set(
      labelled.map(({ event, guard }) => (event === 'timer-fired' && guard ? words(guard) : event)),
    );
    // A long list of events would cover the states.
    const told = labels.size > MAX_LABELS ? 'any other event' : [...labels].join(', ');
    return `  ${name(key)} --> ${name(target)}: ${told}`;
  });
}

function linesOfLife(life: readonly AuditFact[]): string[] {
  const [first] = life;
  if (!first) return [];
  const lines = [`  [*] --> ${name(first.to)}: ${stepLabel(first)}`];
  for (const fact of life.slice(1)) {
    if (fact.from !== fact.to) lines.push(`  ${name(fact.from)} --> ${name(fact.to)}: ${stepLabel(fact)}`);
  }
  const last = life.at(-1) as AuditFact;
  if (last.to === 'archived') lines.push(`  ${name(last.to)} --> [*]`);
  return [...lines, `  class ${name(last.to)} now`, '  classDef now font-weight:bold,stroke-width:3px'];
}

function stepLabel({ sequence, type, at }: AuditFact): string {
  return `${sequence}. ${type} (${at.slice(0, 10)})`;
}

/** Mermaid takes a hyphen in a state's name for the beginning of an arrow. */
function name(state: DossierState | string): string {
  return state.replaceAll('-', '_');
}

/** A timer by its guard: `isApprovalEnd` as `approval end`. */
function words(guard: string): string {
  return guard
    .replace(/^is/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
