import { type Timestamp, timestampMs } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { AnswerRecord } from '../metrics/answers.js';
import type { History, HistoryMessage, Policy } from '../simulate/replay.js';
import { defineStrategy } from '../strategy.js';
import { newGroup, traitsOf, weighGroup } from './groups.js';
import type { ReplayedAnswers } from './replay-pull.js';

interface Pile {
  readonly advisor: string;
  /** When what lies on the pile will be worked off. */
  freeAt: Timestamp;
  /** When each message on the pile is done, oldest first. */
  readonly done: Timestamp[];
}

/** Each message goes to somebody present when it comes, and waits there for its turn. */
export function replayPush(
  history: History,
  policy: Policy & { readonly push: 'round-robin' | 'fewest-open' },
  calendar: BusinessCalendar,
): ReplayedAnswers {
  const promiseOf = promises(policy);
  const start = history.messages[0]?.at;
  if (!start) return { answers: [], unanswered: [] };
  const piles = history.advisors.map(({ advisor }): Pile => ({ advisor, freeAt: start, done: [] }));
  const branches = new Map(history.teams?.map(({ team, branch = '' }) => [team, branch]));
  const answers: AnswerRecord[] = [];
  const unanswered: string[] = [];
  let turn = 0;
  for (const { at, message, serviceMs } of history.messages) {
    const able = piles.filter(({ advisor }) => isAble(history, advisor, message, at));
    for (const pile of able) while (pile.done[0] !== undefined && pile.done[0] <= at) pile.done.shift();
    const pile =
      policy.push === 'round-robin'
        ? able[turn++ % Math.max(1, able.length)]
        : able.reduce<Pile | undefined>(
            (least, each) => (least && least.done.length <= each.done.length ? least : each),
            undefined,
          );
    if (!pile) {
      unanswered.push(message.item);
      continue;
    }
    const begin = presentFrom(history, pile.advisor, pile.freeAt > at ? pile.freeAt : at);
    const answeredAt = calendar.add(begin, serviceMs);
    pile.freeAt = answeredAt;
    pile.done.push(answeredAt);
    const { item, team, owner = null, reason = '', channel = '' } = message;
    const dueAt = message.dueAt ?? calendar.add(at, promiseOf(message));
    const responseMs = calendar.between(at, answeredAt);
    answers.push({
      item,
      advisor: pile.advisor,
      owner,
      team,
      branch: branches.get(team) ?? '',
      reason,
      channel,
      arrivedAt: at,
      dueAt,
      answeredAt,
      responseMs,
    });
  }
  return { answers, unanswered };
}

function isAble(
  history: History,
  advisor: string,
  message: HistoryMessage['message'],
  at: Timestamp,
): boolean {
  const { teams = [], skills = [] } = history.advisors.find((each) => each.advisor === advisor) ?? {};
  if (history.leaves.some((leave) => leave.advisor === advisor && leave.from <= at && at < leave.until))
    return false;
  return teams.includes(message.team) && (message.skills ?? []).every((skill) => skills.includes(skill));
}

/** Piles of the absent wait until they are back. */
function presentFrom(history: History, advisor: string, at: Timestamp): Timestamp {
  let from = at;
  for (const leave of history.leaves) {
    if (leave.advisor === advisor && leave.from <= from && from < leave.until) from = leave.until;
  }
  return timestampMs(from) > timestampMs(at) ? from : at;
}

function promises(policy: Policy): (message: HistoryMessage['message']) => number {
  const strategy = defineStrategy(policy.strategy);
  return (message) => {
    const group = newGroup(traitsOf(message));
    weighGroup(group, strategy, 1);
    return group.promiseMs;
  };
}
