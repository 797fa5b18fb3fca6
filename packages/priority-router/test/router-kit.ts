import { timestamp } from '@dossierkit/core';
import {
  createBusinessCalendar,
  createRouter,
  defineBusinessHours,
  type Message,
  type Router,
  type RouterFinding,
  type StrategyInput,
} from '../src/index.js';

const day = [['08:00', '18:00']] as [string, string][];

export const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'UTC', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);

/** A moment of Monday 1 June 2026. */
export const at = (time: string) => timestamp(`2026-06-01T${time}:00Z`);

/** A router with these advisors, all of team `t`, who speak French and know about loans. */
export function routerWith(strategy: Partial<StrategyInput> = {}, advisors = ['ana', 'bob', 'cyd']): Router {
  const router = createRouter({ strategy: { id: 's', version: '1', ...strategy }, calendar });
  for (const advisor of advisors) {
    const skills = { languages: ['fr'], skills: ['loans'] };
    router.apply({ type: 'advisor-set', at: at('07:00'), advisor, teams: ['t'], ...skills });
  }
  return router;
}

export function arrive(router: Router, item: string, time: string, facts: Partial<Message> = {}) {
  return router.apply({ type: 'message-arrived', at: at(time), item, team: 't', ...facts });
}

/** What an advisor sees at a moment. */
export const itemsOf = (router: Router, advisor: string, time: string) =>
  router.list(advisor, { at: at(time) }).items.map(({ item }) => item);

/** Codes without the package's name. */
export const codes = (findings: readonly RouterFinding[]) => findings.map(({ code }) => code.split('/')[1]);

/** What each advisor would see if every message were scored and sorted, from explanations alone. */
export function sortedFor(router: Router, advisor: string): readonly string[] {
  const rows = router.items().flatMap((item, index) => {
    const explained = router.explain(item);
    const candidate = explained?.candidates.find((each) => each.advisor === advisor);
    const inList = candidate?.reasons.some(({ code }) =>
      /\/(is-owner|stands-in|serves-pool|serves-branch)$/.test(code),
    );
    const arrivedAt = router.item(item)?.arrivedAt ?? '';
    return explained && inList ? [{ item, score: explained.score, arrivedAt, index }] : [];
  });
  rows.sort(
    (a, b) =>
      b.score - a.score ||
      (a.arrivedAt < b.arrivedAt ? -1 : a.arrivedAt > b.arrivedAt ? 1 : a.index - b.index),
  );
  return rows.map(({ item }) => item);
}
