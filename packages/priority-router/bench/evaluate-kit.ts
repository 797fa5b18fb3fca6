import { timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import {
  createBusinessCalendar,
  createRouter,
  defineBusinessHours,
  type Message,
  type Router,
  type StrategyInput,
} from '../src/index.js';

export const NOW = timestamp('2026-06-01T12:00:00Z');
/** The name that a label gives to whatever nobody in particular has. */
export const TEAM = 'team pool';

export function router(strategy: Partial<StrategyInput> = {}): Router {
  const all = [['00:00', '24:00']] as [string, string][];
  const weekly = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
  const calendar = createBusinessCalendar(defineBusinessHours({ zone: 'UTC', weekly }));
  return createRouter({ strategy: { id: 'evaluation', version: '1', ...strategy }, calendar });
}

export const before = (minutes: number) => timestampFromMs(timestampMs(NOW) - minutes * 60_000);

export function join(
  made: Router,
  advisor: string,
  more: { capacity?: number; skills?: readonly string[]; languages?: readonly string[] } = {},
): void {
  made.apply({ type: 'advisor-set', at: NOW, advisor, teams: [TEAM], ...more });
}

export function arrive(made: Router, item: string, more: Partial<Message> = {}): void {
  made.apply({ type: 'message-arrived', at: NOW, item, team: TEAM, ...more });
}
