import { unwrap } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createWakeUp, type WakeReason } from './index.js';
import { AT, commitOf } from './internal/contract-kit.js';
import { openSqliteStore } from './sqlite.js';
import { wakeUpContract } from './testing.js';

describe('the contract, in one process', () => {
  for (const { name, run } of wakeUpContract) it(name, () => run(createWakeUp()));
});

it('is hinted at after a commit about what it wrote, and not after one that wrote nothing', async () => {
  const heard: (readonly WakeReason[])[] = [];
  const wakeUp = { ...createWakeUp(), hint: (reasons: readonly WakeReason[]) => void heard.push(reasons) };
  const store = unwrap(await openSqliteStore(':memory:', { wakeUp }));
  const own = store.tenant('t');
  const command = commitOf('s', 0, {
    key: 'k',
    timers: { set: [{ timer: 't', dueAt: AT }] },
    outbox: [{ id: 'm', topic: 't', body: 1 }],
  });
  unwrap(await own.commit(command));
  expect(heard).toEqual([['events', 'timers', 'messages']]);
  unwrap(await own.commit(command));
  expect((await own.commit(commitOf('s', 0))).ok).toBe(false);
  expect(heard).toHaveLength(1);
  unwrap(await own.commit(commitOf('s', 1)));
  expect(heard.at(-1)).toEqual(['events']);
  const row = { key: 'k', caseId: 'c', step: '1', channel: 'email', shard: 1, due: AT, until: AT };
  await own.plans().replace([{ caseId: 'c', rows: [row] }]);
  expect(heard.at(-1)).toEqual(['plans']);
  await own.plans().replace([{ caseId: 'c', rows: [] }]);
  expect(heard).toHaveLength(3);
  await store.close();
});
