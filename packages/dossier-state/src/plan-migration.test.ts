import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { applyEvent, type Dossier, type DossierEvent, planMigration, replayDossier } from './index.js';
import { walk } from './internal/walk.js';
import { sampleProduct, sampleReport } from './testing.js';

const at = timestamp('2026-05-04T08:00:00Z');
const by = { id: 'ada', kind: 'person' } as const;
const simple = (id: string) => ({ id, kinds: ['x'] });
const product = (version: string, ...ids: string[]) =>
  sampleProduct({ version, subjects: [], decision: {}, limits: {}, requirements: ids.map(simple) });

const from = product('1', 'identity', 'address');
const give = (requirement: string): DossierEvent[] => [
  { id: `h-${requirement}`, type: 'handed-in', at, submission: requirement, requirement },
  {
    id: `r-${requirement}`,
    type: 'report-received',
    at,
    submission: requirement,
    report: sampleReport('accept', at),
  },
];
const approve: DossierEvent = {
  id: 'a',
  type: 'proposed',
  at,
  proposal: 'p',
  by,
  what: { matter: 'approve', reason: 'ok' },
};
const started = walk(give('identity'), from);
const decided = walk([...give('identity'), ...give('address'), approve], from);
const plan = (to: typeof from, log = started.log, more: object = {}) => [
  ...planMigration([{ events: log, ...more }], { to, products: [from, to], at, ...more }),
];

describe('planMigration', () => {
  it('says what would be asked and dropped, and gives the event to append', () => {
    const to = product('2', 'identity', 'income');
    const [outcome] = plan(to);
    expect(outcome).toMatchObject({
      follows: true,
      dossier: 'd',
      from: 'collecting',
      to: 'collecting',
      added: ['income'],
      dropped: ['address'],
    });
    if (!outcome?.follows) throw new Error('follows');
    const stepped = applyEvent(started.dossier, outcome.event, { product: to, earlier: from });
    const replayed = replayDossier([...started.log, outcome.event], { products: [from, to] });
    expect(replayed.ok && replayed.value).toEqual(stepped.ok && stepped.value.dossier);
  });

  it('does not lose sight of documents, unless their requirement is only called differently', () => {
    const to = product('2', 'proof-of-identity', 'address');
    expect(plan(to)).toMatchObject([
      {
        follows: false,
        error: { code: 'dossier-state/migration-drops-documents', params: { requirements: ['identity'] } },
      },
    ]);
    expect(plan(to, started.log, { renamed: { identity: 'proof-of-identity' } })).toMatchObject([
      { follows: true, added: ['proof-of-identity'] },
    ]);
  });

  it('leaves a decided dossier alone where it would lack something', () => {
    expect(decided.dossier.state).toBe('approved');
    expect(plan(product('2', 'identity', 'address', 'income'), decided.log)).toMatchObject([
      {
        follows: false,
        error: { code: 'dossier-state/migration-reopens-decision', params: { requirements: ['income'] } },
      },
    ]);
  });

  it('names the event that does not follow from those before it, and a row that was tampered with', () => {
    const to = product('2', 'identity', 'address');
    const broken = [started.log[0], { ...approve, id: 'x' }] as DossierEvent[];
    expect(plan(to, broken)).toMatchObject([
      { follows: false, index: 1, error: { code: 'dossier-state/requirements-open' } },
    ]);
    const stored: Dossier = { ...started.dossier, state: 'approved' };
    expect(plan(to, started.log, { stored })).toMatchObject([
      { follows: false, error: { code: 'dossier-state/snapshot-foreign' } },
    ]);
    expect(plan(to, started.log, { stored: started.dossier })).toMatchObject([{ follows: true }]);
  });
});
