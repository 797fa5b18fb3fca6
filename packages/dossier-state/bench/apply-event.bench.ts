import { timestamp } from '@dossierkit/core';
import { test } from 'vitest';
import { transition } from 'xstate';
import { applyEvent } from '../src/index.js';
import { dossierMachine, machineValueOf } from '../src/internal/machine.js';
import { walk } from '../src/internal/walk.js';
import { sampleProduct } from '../src/testing.js';

const product = sampleProduct();
const { dossier } = walk([], product);
const at = timestamp('2026-05-05T08:00:00Z');
const event = { id: 'e', type: 'handed-in', at, submission: 's', requirement: 'address' } as const;
const many = sampleProduct({
  subjects: [],
  limits: {},
  requirements: Array.from({ length: 10_000 }, (_, index) => ({ id: `r${index}`, kinds: ['x'] })),
});

test('one event', async ({ bench }) => {
  await bench.compare(
    bench('bare transition of the machine (baseline)', () => {
      const context = { record: dossier, product, at };
      const snapshot = dossierMachine.resolveState({ value: machineValueOf(dossier.state), context });
      transition(dossierMachine, snapshot, event);
    }),
    bench('applyEvent: checked, derived, with effects', () => {
      applyEvent(dossier, event, { product });
    }),
  );
});

test('one event among 10,000 requirements', async ({ bench }) => {
  const { dossier: large } = walk([], many);
  await bench('applyEvent', () => {
    applyEvent(large, { ...event, requirement: 'r5000' }, { product: many });
  }).run();
});
