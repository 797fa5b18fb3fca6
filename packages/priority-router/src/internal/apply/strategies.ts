import type { RouterFinding } from '../../findings.js';
import { readStrategy } from '../../strategy.js';
import { NONE } from '../item-table.js';
import { replaceAll } from '../replace-all.js';
import { type RouterState, setStrategy, weighedGroup } from '../state.js';
import { done, type Handlers } from './handler.js';

/** The company's order, while messages wait. */
export const strategyHandlers: Handlers<'strategy-changed' | 'weight-changed'> = {
  'strategy-changed': (state, { strategy }) => {
    const read = readStrategy(strategy);
    if ('path' in read) {
      return [
        { code: 'priority-router/strategy-invalid', outcome: 'failed', severity: 'warning', params: read },
      ];
    }
    const loads = loadsOf(state);
    setStrategy(state, read.strategy);
    recountLoads(state, loads);
    replaceAll(state);
    return done;
  },

  'weight-changed': (state, { path, points }) => {
    const [name = '', key] = path;
    const old: unknown = Object.entries(state.strategy.weights).find(([known]) => known === name)?.[1];
    const params = { path: path.join('.') };
    const refused: RouterFinding = {
      code: 'priority-router/weight-invalid',
      outcome: 'failed',
      severity: 'warning',
      params,
    };
    if (old === undefined || (typeof old === 'number') !== (path.length === 1) || path.length > 2)
      return [refused];
    const value = changed(old, key, points);
    const read = readStrategy({ ...state.strategy, weights: { ...state.strategy.weights, [name]: value } });
    if ('path' in read) return [refused];
    // Groups are weighed again, and heaps put in order again, when somebody looks at them.
    setStrategy(state, read.strategy);
    return done;
  },
};

function changed(old: unknown, key: string | undefined, points: number): unknown {
  if (typeof old === 'number') return points;
  if (Array.isArray(old)) return old.map((value, index) => (String(index) === key ? points : value));
  return { ...(old as object), [key ?? '']: points };
}

/** Channel loads may be others under another strategy, so what is in hand is counted anew. */
function loadsOf(state: RouterState): readonly number[] {
  return [...state.items.slotOf.values()].filter((slot) => state.items.holder[slot] !== NONE);
}

function recountLoads(state: RouterState, held: readonly number[]): void {
  for (const record of state.directory.records) {
    record.load = 0;
    record.loadByChannel.clear();
  }
  for (const slot of held) {
    const { load, traits } = weighedGroup(state, state.items.group[slot] as number);
    const holder = state.directory.records[state.items.holder[slot] as number];
    if (!holder) continue;
    holder.load += load;
    holder.loadByChannel.set(traits.channel, (holder.loadByChannel.get(traits.channel) ?? 0) + load);
  }
}
