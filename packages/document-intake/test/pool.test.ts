import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createIntake,
  createIntakePool,
  type IntakeEvent,
  type IntakeFile,
  type IntakePool,
} from '../src/index.js';

const clock: Clock = { now: () => timestamp('2026-05-04T08:30:00Z') };
const at = plainDate('2026-05-04');
let pool: IntakePool;

beforeAll(async () => {
  pool = createIntakePool({ workers: 1, warmUp: false });
  await pool.ready;
});
afterAll(() => pool.close());

it('tells the same, event by event, with a pool and without', async () => {
  const [card, letter] = await Promise.all([
    renderSpecimen('id-card-back', { seed: 5, medium: 'photo', widthPx: 1600, at }),
    renderSpecimen('fr-tax-declaration', { seed: 7, medium: 'pdf', at }),
  ]);
  const files: readonly IntakeFile[] = [
    { input: card.bytes, name: 'card.png' },
    { input: letter.bytes },
    { input: new TextEncoder().encode('%PDF-1.7 cut') },
    { input: '/no/such/file' },
  ];
  await using reader = createReader({ ocrWorkers: 1 });
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
