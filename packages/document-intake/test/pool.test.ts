import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  createIntake,
  createIntakePool,
  type IntakeEvent,
  type IntakeFile,
  type IntakePool,
} from '../src/index.js';
import { sealedNotice } from './sealed-notice.js';

// Threads and text recognition take their time where other programs want the processors, too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock: Clock = { now: () => timestamp('2026-05-04T08:30:00Z') };
const at = plainDate('2026-05-04');
let pool: IntakePool;

beforeAll(async () => {
  pool = createIntakePool({ workers: 1, warmUp: false, reader: { languages: ['fra'] } });
  await pool.ready;
});
afterAll(() => pool.close());

it('tells the same, event by event, with a pool and without', async () => {
  const [card, letter] = await Promise.all([
    renderSpecimen('id-card-back', { seed: 5, medium: 'photo', widthPx: 1000, at }),
    renderSpecimen('fr-tax-declaration', { seed: 7, medium: 'pdf', at }),
  ]);
  const files: readonly IntakeFile[] = [
    { input: card.bytes, name: 'card.png' },
    { input: letter.bytes },
    { input: new TextEncoder().encode('%PDF-1.7 cut') },
    { input: '/no/such/file' },
  ];
  await using reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
  for (const file of files) {
    const told: IntakeEvent[][] = [];
    for (const where of [{ pool }, { reader }]) {
      const intake = createIntake({ ...where, clock });
      const examination = intake.examine(file, { kinds: ['id-card-back', 'fr-tax-notice'] });
      const events: IntakeEvent[] = [];
      for await (const event of examination) events.push(event);
      told.push(events);
      expect(told.at(-1)?.at(-1)).toEqual({ type: 'done', report: await examination.report });
    }
    expect(told[0]).toEqual(told[1]);
  }
});

it('throws mistakes of the program where the program can see them', async () => {
  const profile = { kind: 'twice' } as never;
  const intake = createIntake({ pool, clock, profiles: [profile] });
  const { bytes } = await renderSpecimen('fr-tax-declaration', { seed: 7, medium: 'pdf', at });
  const report = await intake.examine({ input: bytes }).report;
  expect(report.findings.map(({ code }) => code)).toContain('document-intake/not-examined');
  expect(() => createIntake({ clock })).toThrow('document-intake/invalid-option');
  expect(() => createIntakePool({ workers: 0 })).toThrow('document-intake/invalid-option');
});

it('a scanned tax notice is believed in its seal: found by the worker, verified where the trust material is', async () => {
  const { input, trust, printedIncome } = await sealedNotice(at);
  const intake = createIntake({ pool, clock, trust });
  const { value } = await intake.examine({ input }, { kinds: ['fr-tax-notice'] }).report;
  const { seal } = value.checks;
  expect(seal?.value.seals.map(({ status }) => status)).toEqual(['verified']);
  expect(value.steps).toContainEqual({ step: 'seal' });
  expect(value.kind).toBe('fr-tax-notice');
  expect(value.fields.find(({ name }) => name === 'referenceIncome')).toEqual({
    ...{ name: 'referenceIncome', from: 'seal' },
    value: { amountMinor: 4_200_000, currency: 'EUR' },
  });
  // The print says something else: somebody has to look at that.
  expect(printedIncome).not.toBe('42000.00');
  expect(seal?.verdict).toBe('review');
});
