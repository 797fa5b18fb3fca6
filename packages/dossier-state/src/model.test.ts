import { type Timestamp, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { fromTransition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { applyEvent, type Dossier, type DossierEvent, openDossier, type Proposed } from './index.js';
import { requirementsOf } from './requirements.js';
import { sampleProduct, sampleReport } from './testing.js';

const at = timestamp('2026-05-04T08:00:00Z');
const product = sampleProduct({
  requirements: [{ id: 'identity', kinds: ['passport'], count: 2, reverify: true }],
  subjects: [],
  decision: { fourEyes: ['approve', 'reject', 'waive'] },
});
const ada = { id: 'ada', kind: 'person' } as const;
const grace = { id: 'grace', kind: 'person' } as const;

type Move = { readonly type: string; readonly body: object };

const move = (type: DossierEvent['type'], body: object = {}): Move => ({ type, body });
const propose = (what: Proposed): Move => move('proposed', { proposal: 'p', by: ada, what });

/** Every kind of event, with what is needed to meet and to miss a requirement. */
function movesFrom({ submissions, timers }: Dossier): Move[] {
  const submission = `s${submissions.length}`;
  const latest = `s${submissions.length - 1}`;
  const report = (verdict: 'accept' | 'review' | 'reject'): Move =>
    move('report-received', { submission: latest, report: sampleReport(verdict, at) });
  return [
    ...(submissions.length < 2 ? [move('handed-in', { submission, requirement: 'identity' })] : []),
    ...(submissions.length > 0 ? [report('accept'), report('review'), report('reject')] : []),
    move('taken-back', { submission: latest }),
    move('reviewed', { submission: latest, outcome: 'accept', by: ada, reason: 'r' }),
    propose({ matter: 'approve', reason: 'r' }),
    propose({ matter: 'reject', reason: 'r' }),
    propose({ matter: 'waive', requirement: 'identity', reason: 'r' }),
    move('confirmed', { proposal: 'p', by: grace }),
    move('declined', { proposal: 'p', by: grace, reason: 'r' }),
    move('contract-sent', { by: ada }),
    move('contract-signed'),
    move('withdrawn', { by: ada, reason: 'r' }),
    move('resumed', { by: ada }),
    move('reconsidered', { by: ada, reason: 'r' }),
    move('ended', { by: ada, reason: 'r' }),
    ...Object.keys(timers).map((timer) => move('timer-fired', { timer })),
  ];
}

function next(dossier: Dossier, { type, body }: Move): Dossier {
  const timer = 'timer' in body ? dossier.timers[String(body.timer)] : undefined;
  const when: Timestamp = timer !== undefined && timer > dossier.at ? timer : dossier.at;
  const event = { id: `e${dossier.sequence}`, type, at: when, ...body } as DossierEvent;
  const result = applyEvent(dossier, event, { product });
  return result.ok ? result.value.dossier : dossier;
}

/** What tells one situation of a dossier from another; its history and its clock do not. */
function situationOf(dossier: Dossier): string {
  const requirements = requirementsOf(dossier, product).map(({ status, submissions }) => [
    status,
    submissions.map((submission) => submission.status),
  ]);
  const { state, cycle, proposal, decision, overdue, submissions } = dossier;
  const round = Math.min(cycle, 2);
  const matters = [proposal?.what.matter, decision?.matter];
  return JSON.stringify([state, round, requirements, matters, overdue, submissions.length]);
}

describe('every situation that a dossier can come into', () => {
  const opened = openDossier({ id: 'd', product, at });
  if (!opened.ok) throw new Error(opened.error.code);
  const logic = fromTransition(next, opened.value.dossier);
  const map = getAdjacencyMap(logic, {
    events: (snapshot) => movesFrom(snapshot.context),
    serializeState: (snapshot) => situationOf(snapshot.context),
    limit: 100_000,
  });
  const situations = Object.entries(map).map(([key, { state, transitions }]) => ({
    key,
    dossier: state.context,
    leadsTo: Object.values<{ readonly state: { readonly context: Dossier } }>(transitions).map(
      ({ state: target }) => situationOf(target.context),
    ),
  }));

  it('covers every state', () => {
    const states = new Set(situations.map(({ dossier }) => dossier.state));
    expect([...states].sort()).toEqual([
      'active',
      'approved',
      'archived',
      'awaiting-customer',
      'checking',
      'collecting',
      'expired',
      'in-approval',
      'in-review',
      'opened',
      'rejected',
      'reopened',
      'to-sign',
      'withdrawn',
    ]);
  });

  it('leads on to the archive', () => {
    const ending = new Set(
      situations.filter(({ dossier }) => dossier.state === 'archived').map(({ key }) => key),
    );
    for (let before = -1; before !== ending.size; ) {
      before = ending.size;
      for (const { key, leadsTo } of situations)
        if (leadsTo.some((target) => ending.has(target))) ending.add(key);
    }
    expect(situations.filter(({ key }) => !ending.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('keeps a way open for somebody: a timer, a task or a step of the customer', () => {
    const waiting = situations.filter(
      ({ dossier }) => dossier.state !== 'archived' && dossier.state !== 'active',
    );
    for (const { leadsTo, key } of waiting)
      expect(
        leadsTo.some((target) => target !== key),
        key,
      ).toBe(true);
  });
});
