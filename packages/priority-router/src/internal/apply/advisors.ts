import { timestampMs } from '@dossierkit/core';
import type { RouterFinding } from '../../findings.js';
import { type AdvisorRecord, backupCycle, leaveCycle, setAdvisor } from '../directory.js';
import { IN_HAND, NONE, WAITING } from '../item-table.js';
import { changeItem, releaseHands } from '../open-item.js';
import { placeItem } from '../queues.js';
import { replaceAll } from '../replace-all.js';
import type { RouterState } from '../state.js';
import { advisorUnknown, done, type Handlers } from './handler.js';

/** Advisors: who they are, when they are there, who stands in. */
export const advisorHandlers: Handlers<
  | 'team-set'
  | 'advisor-set'
  | 'advisor-removed'
  | 'availability-changed'
  | 'leave-planned'
  | 'leave-cancelled'
> = {
  'team-set': (state, { team, branch }) => {
    if (branch === state.branches.get(team)) return done;
    if (branch === undefined) state.branches.delete(team);
    else state.branches.set(team, branch);
    // Another branch may keep other hours, and other people see what waits there.
    replaceAll(state);
    return done;
  },

  'advisor-set': (state, { type: _type, at: _at, seq: _seq, ...profile }) => {
    const { advisor, backup, ...rest } = profile;
    const findings: RouterFinding[] = [];
    const chain = backup === undefined ? null : backupCycle(state.directory, advisor, backup);
    if (chain) {
      const params = { advisor, chain };
      findings.push({ code: 'priority-router/backup-cycle', outcome: 'failed', severity: 'warning', params });
    }
    if (profile.capacity === 0) {
      const params = { advisor };
      findings.push({ code: 'priority-router/capacity-zero', outcome: 'failed', severity: 'info', params });
    }
    setAdvisor(state.directory, { advisor, ...rest, ...(backup === undefined || chain ? {} : { backup }) });
    return findings;
  },

  'advisor-removed': (state, { advisor }) => {
    const record = state.directory.byId.get(advisor);
    if (!record) return advisorUnknown(advisor);
    for (const slot of slotsOf(state, record)) {
      if (state.items.holder[slot] === record.index) {
        releaseHands(state, slot);
        if (state.items.state[slot] === IN_HAND) {
          state.items.state[slot] = WAITING;
          placeItem(state, slot);
        }
      }
      if (state.items.owner[slot] === record.index) {
        changeItem(state, slot, () => Object.assign(state.items.owner, { [slot]: NONE }));
      }
    }
    state.personal.delete(record.index);
    record.removed = true;
    record.profile = { advisor, teams: [] };
    state.directory.edition++;
    return done;
  },

  'availability-changed': (state, { advisor, available }) => {
    const record = state.directory.byId.get(advisor);
    if (!record) return advisorUnknown(advisor);
    record.available = available;
    return done;
  },

  'leave-planned': (state, { advisor, from, until, substitute }) => {
    const record = state.directory.byId.get(advisor);
    if (!record) return advisorUnknown(advisor);
    const period = { from: timestampMs(from), until: timestampMs(until) };
    const chain =
      substitute === undefined ? null : leaveCycle(state.directory, { advisor, substitute, ...period });
    record.leaves.push({ ...period, substitute: chain ? undefined : substitute });
    record.leaves.sort((a, b) => a.from - b.from);
    state.directory.edition++;
    const params = { advisor, chain: chain ?? [] };
    return chain
      ? [{ code: 'priority-router/backup-cycle', outcome: 'failed', severity: 'warning', params }]
      : done;
  },

  'leave-cancelled': (state, { advisor, from }) => {
    const record = state.directory.byId.get(advisor);
    if (!record) return advisorUnknown(advisor);
    const index = record.leaves.findIndex((leave) => leave.from === timestampMs(from));
    if (index >= 0) record.leaves.splice(index, 1);
    state.directory.edition++;
    return done;
  },
};

/** Everything that is somebody's, or in their hands. */
function slotsOf(state: RouterState, { index }: AdvisorRecord): readonly number[] {
  const { items } = state;
  return [...items.slotOf.values()].filter(
    (slot) => items.owner[slot] === index || items.holder[slot] === index,
  );
}
