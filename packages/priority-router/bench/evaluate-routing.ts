import { addDays, plainDate, timestamp } from '@dossierkit/core';
import type { Router } from '../src/index.js';
import { arrive, before, join, NOW, router, TEAM } from './evaluate-kit.js';
import { type ItemRow, MINUTES_A_YEAR, order, pointsOf, tiersOf } from './evaluate-order.js';

/** One routing case, as `routing-cases.json` writes it. */
export interface RoutingCase {
  readonly id: string;
  readonly rule: string;
  readonly input: Input;
  readonly expected: unknown;
}

interface AgentRow {
  readonly id: string;
  readonly online?: boolean;
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly capacity?: number;
  readonly open?: number;
}

type Input = Readonly<Record<string, unknown>>;

/** The field that tells what is asked. */
const QUESTIONS: readonly (readonly [string, (input: Input, expected: unknown) => unknown])[] = [
  ['calls', rotation],
  ['contactManager', contactManager],
  ['substitutes', substitutes],
  ['sequence', inTurn],
  ['weight', mostItems],
  ['count', withinLimit],
  ['open', fewestOpen],
];

/** Answers one case in the form of its label, by a router. `undefined`: no way to ask it is known. */
export function answerRouting({ input, expected }: RoutingCase): unknown {
  const question = QUESTIONS.find(([field]) => field in input);
  if (question) return question[1](input, expected);
  if (!Array.isArray(input.items)) return undefined;
  return has(expected, 'order') ? order(input.items as ItemRow[]) : handOut(input, expected);
}

/** Gives an advisor messages that are in hand already. */
function occupy(made: Router, advisor: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const item = `${advisor} has ${index}`;
    arrive(made, item, { owner: advisor });
    made.apply({ type: 'taken', at: NOW, item, advisor });
  }
}

/** Turns among those who are allowed: here, the ones who are available. */
function rotation({ members, calls }: Input): unknown {
  const made = router({ spread: 'round-robin' });
  const everybody = members as readonly string[];
  for (const member of everybody) join(made, member);
  const turns: string[] = [];
  const picked = (calls as readonly (readonly string[] | null)[]).map((allowed, index) => {
    for (const advisor of everybody) {
      const available = !allowed || allowed.includes(advisor);
      made.apply({ type: 'availability-changed', at: NOW, advisor, available });
    }
    arrive(made, `call ${index}`);
    const { advisor } = made.assign(`call ${index}`);
    if (advisor === null) return null;
    made.apply({ type: 'taken', at: NOW, item: `call ${index}`, advisor });
    turns.unshift(advisor);
    return advisor;
  });
  // The label writes the waiting line with whoever came last in front, and whoever was never asked in reverse.
  const queue = [...new Set([...turns, ...[...everybody].reverse()])];
  return { picked, queue };
}

function fewestOpen({ open, limit, online }: Input, expected: unknown): unknown {
  const made = router();
  const counts = Object.entries(open as Readonly<Record<string, number>>);
  const limits = (limit ?? {}) as Readonly<Record<string, number>>;
  for (const [advisor, count] of counts) {
    join(made, advisor, limits[advisor] === undefined ? {} : { capacity: limits[advisor] });
    occupy(made, advisor, count);
    const available = !Array.isArray(online) || online.includes(advisor);
    made.apply({ type: 'availability-changed', at: NOW, advisor, available });
  }
  arrive(made, 'new');
  const picked = made.assign('new').advisor;
  if (!has(expected, 'fallback')) return { picked };
  // Equal counts: whoever is asked next has to be whoever was asked longest ago.
  const least = Math.min(...counts.map(([, count]) => count));
  const equal = counts.filter(([, count]) => count === least).map(([advisor]) => advisor);
  return { fallback: equal.length > 1 && picked === equal[0] ? 'round_robin' : 'none' };
}

function contactManager({ contactManager: owner, online }: Input): unknown {
  const made = router({ overflowShare: 0.5 });
  const present = online as readonly string[];
  const manager = typeof owner === 'string' ? owner : undefined;
  for (const advisor of new Set([...(manager === undefined ? [] : [manager]), ...present])) {
    join(made, advisor);
    if (present.includes(advisor)) continue;
    const [from, until] = [NOW, timestamp(`${addDays(plainDate('2026-06-01'), 1)}T12:00:00Z`)];
    made.apply({ type: 'leave-planned', at: NOW, advisor, from, until });
  }
  arrive(made, 'new', manager === undefined ? {} : { owner: manager });
  return { picked: made.assign('new').advisor };
}

function substitutes(input: Input): unknown {
  const made = router();
  const chain = input.substitutes as Readonly<Record<string, string>>;
  const items = Object.entries(input.items as Readonly<Record<string, string>>);
  const absent = input.absent as readonly string[];
  const everybody = new Set([...Object.entries(chain).flat(), ...absent, ...items.map(([, owner]) => owner)]);
  for (const advisor of everybody) join(made, advisor);
  const [from, until] = [NOW, timestamp('2026-06-02T12:00:00Z')];
  for (const advisor of absent) {
    const substitute = chain[advisor];
    made.apply({
      type: 'leave-planned',
      at: NOW,
      advisor,
      from,
      until,
      ...(substitute ? { substitute } : {}),
    });
  }
  for (const [item, owner] of items) arrive(made, item, { owner });
  return Object.fromEntries(items.map(([item]) => [item, made.assign(item).advisor ?? TEAM]));
}

/** One advisor; messages come in and are resolved in the order of the sequence. */
function inTurn({ capacity, sequence }: Input): unknown {
  const made = router();
  join(made, 'a', { capacity: capacity as number });
  const assignedAfter: string[] = [];
  let resolved = false;
  for (const step of sequence as readonly string[]) {
    if (step.startsWith('resolve')) {
      made.apply({ type: 'answered', at: NOW, item: `in${step.slice('resolve'.length)}`, advisor: 'a' });
      resolved = true;
    } else arrive(made, step);
    for (const { item } of made.planAssignments()) {
      made.apply({ type: 'taken', at: NOW, item, advisor: 'a' });
      if (resolved) assignedAfter.push(item);
    }
  }
  return { assignedAfter, waiting: made.items().filter((item) => made.item(item)?.state === 'waiting') };
}

function mostItems({ capacity, weight }: Input): unknown {
  const made = router({ channelLoad: { work: weight as number } });
  join(made, 'a', { capacity: capacity as number });
  for (let index = 0; index <= (capacity as number) / (weight as number); index++) {
    arrive(made, `w${index}`, { channel: 'work' });
  }
  return { maxItems: made.planAssignments().length };
}

/** No limit, or none above nothing, holds nobody back; without a window, a day counts. */
function withinLimit({ limit, windowSeconds, count }: Input): unknown {
  const windowMinutes = (Number(windowSeconds) || 86_400) / 60;
  const most = Number(limit);
  const made = router(most > 0 ? { assignmentLimit: { count: most, windowMinutes } } : {});
  join(made, 'a');
  occupy(made, 'a', Number(count));
  arrive(made, 'new');
  return { withinLimit: made.assign('new').advisor === 'a' };
}

/** Who gets each message when everything is handed out. */
function handOut(input: Input, expected: unknown): unknown {
  const flags = (input.excludedLabels as string[] | undefined) ?? [];
  const hours = input.excludeOlderThanHours as number | undefined;
  const items = (input.items as readonly (ItemRow | string)[]).map(
    (row): ItemRow => (typeof row === 'string' ? { id: row } : row),
  );
  const tiers = tiersOf(items);
  const made = router({
    weights: { valueTiers: tiers.map((points) => points * MINUTES_A_YEAR) },
    exclude: { flags, ...(hours === undefined ? {} : { olderThanHours: hours }) },
  });
  const rows = ((input.agents as readonly (AgentRow | string)[] | undefined) ?? ['any']).map(
    (row): AgentRow => (typeof row === 'string' ? { id: row } : row),
  );
  for (const { id, online = true, open = 0, capacity, skills, languages } of rows) {
    join(made, id, {
      capacity: capacity ?? 1000,
      ...(skills ? { skills } : {}),
      ...(languages ? { languages } : {}),
    });
    occupy(made, id, open);
    made.apply({ type: 'availability-changed', at: NOW, advisor: id, available: online });
  }
  for (const row of items) {
    const { id, labels, lastActivityHoursAgo = 0, skills, language } = row;
    const facts = {
      valueTier: tiers.indexOf(pointsOf(row, items)),
      ...(labels ? { flags: labels } : {}),
      ...(skills ? { skills } : {}),
      ...(language ? { language } : {}),
    };
    arrive(made, id, { receivedAt: before(lastActivityHoursAgo * 60), ...facts });
  }
  const plan = new Map(made.planAssignments().map(({ item, advisor }) => [item, advisor]));
  if (has(expected, 'assigned')) return { assigned: plan.size };
  return Object.fromEntries(items.map(({ id }) => [id, plan.get(id) ?? null]));
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}
