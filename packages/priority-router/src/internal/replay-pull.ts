import { type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import { type AnswerRecord, describeAnswer } from '../metrics/answers.js';
import { createRouter } from '../router.js';
import type { History, Policy } from '../simulate/replay.js';
import { createAgenda } from './agenda.js';

/** How often advisors who have nothing to do look again, for messages that have moved on by themselves. */
const LOOK_MS = 5 * 60_000;
/** A replay ends when nothing was answered for this long. */
const GIVE_UP_MS = 30 * 86_400_000;

type Entry =
  | { readonly kind: 'arrival'; readonly index: number }
  | { readonly kind: 'done'; readonly item: string; readonly advisor: string }
  | { readonly kind: 'look' };

export interface ReplayedAnswers {
  readonly answers: readonly AnswerRecord[];
  readonly unanswered: readonly string[];
}

/** Whoever is free takes what the router gives them. */
export function replayPull(history: History, policy: Policy, calendar: BusinessCalendar): ReplayedAnswers {
  const router = createRouter({ strategy: policy.strategy, calendar });
  const start = history.messages[0]?.at ?? ('1970-01-01T00:00:00.000Z' as Timestamp);
  for (const team of history.teams ?? []) router.apply({ type: 'team-set', at: start, ...team });
  for (const advisor of history.advisors) router.apply({ type: 'advisor-set', at: start, ...advisor });
  for (const leave of history.leaves) router.apply({ type: 'leave-planned', at: start, ...leave });
  const services = new Map(history.messages.map(({ message, serviceMs }) => [message.item, serviceMs]));
  const agenda = createAgenda<Entry>();
  const idle = new Set(history.advisors.map(({ advisor }) => advisor));
  const answers: AnswerRecord[] = [];
  let looks = false;
  let lastAnswerMs = timestampMs(start);
  history.messages.forEach(({ at }, index) => {
    agenda.add(timestampMs(at), { kind: 'arrival', index });
  });

  const give = (advisor: string, at: Timestamp): boolean => {
    const item = router.next(advisor, { at });
    if (item === null || !idle.delete(advisor)) return false;
    router.apply({ type: 'taken', at, item, advisor });
    const done = calendar.add(at, services.get(item) ?? 0);
    agenda.add(timestampMs(done), { kind: 'done', item, advisor });
    return true;
  };
  const lookLater = (atMs: number, at: Timestamp): void => {
    if (looks || router.size === 0 || idle.size === 0) return;
    looks = true;
    const next = calendar.isOpen(at) ? atMs + LOOK_MS : timestampMs(calendar.nextOpen(at));
    agenda.add(next, { kind: 'look' });
  };

  for (let next = agenda.take(); next; next = agenda.take()) {
    const { atMs, entry } = next;
    if (atMs - lastAnswerMs > GIVE_UP_MS && entry.kind === 'look') break;
    const at = timestampFromMs(atMs);
    if (entry.kind === 'look') looks = false;
    if (entry.kind === 'arrival') {
      const row = history.messages[entry.index];
      if (row) router.apply({ type: 'message-arrived', at, ...row.message });
    }
    if (entry.kind === 'done') {
      const view = router.item(entry.item);
      if (view) answers.push(describeAnswer(view, { advisor: entry.advisor, at, calendar }));
      router.apply({ type: 'answered', at, item: entry.item, advisor: entry.advisor });
      idle.add(entry.advisor);
      lastAnswerMs = atMs;
    }
    if (calendar.isOpen(at)) {
      if (entry.kind === 'done') give(entry.advisor, at);
      else if (entry.kind === 'look') for (const advisor of [...idle]) give(advisor, at);
      else {
        const owner = history.messages[entry.index]?.message.owner;
        if (!(owner !== undefined && idle.has(owner) && give(owner, at))) {
          for (const advisor of [...idle]) if (give(advisor, at)) break;
        }
      }
    }
    lookLater(atMs, at);
  }
  return { answers, unanswered: router.items() };
}
