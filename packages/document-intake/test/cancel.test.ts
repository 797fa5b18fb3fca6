import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import { createTrustStore } from '@dossierkit/doc-authenticity';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import {
  type RenderSpecimenOptions,
  renderSpecimen,
  type Specimen,
  type SpecimenKind,
} from '@dossierkit/specimens';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIntake, createIntakePool, type IntakePool, type IntakeStepName } from '../src/index.js';

// Threads and text recognition take their time where other programs want the processors, too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock: Clock = { now: () => timestamp('2026-05-04T08:30:00Z') };
const at = plainDate('2026-05-04');
const trust = createTrustStore({ authorities: [], certificates: [] });
let pool: IntakePool;
let reader: Reader;

beforeAll(async () => {
  reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
  pool = createIntakePool({ workers: 1, warmUp: false, reader: { languages: ['fra'] } });
  await pool.ready;
});
afterAll(() => Promise.all([pool.close(), reader.close()]));

const papers = new Map<string, Promise<Specimen>>();

/** Each paper is rendered once. */
async function paper(kind: SpecimenKind, options: Partial<RenderSpecimenOptions>): Promise<Uint8Array> {
  const name = JSON.stringify([kind, options]);
  const specimen =
    papers.get(name) ?? renderSpecimen(kind, { seed: 5, medium: 'scan', widthPx: 1000, at, ...options });
  papers.set(name, specimen);
  return (await specimen).bytes;
}

type Case = readonly [IntakeStepName, SpecimenKind, Partial<RenderSpecimenOptions>];

const CASES: readonly Case[] = [
  // A scan in a PDF: its page is drawn before it is judged.
  ['quality', 'fr-bank-details', { format: 'pdf' }],
  ['zone', 'id-card-back', { medium: 'photo' }],
  ['seal', 'fr-bank-details', {}],
  // Text recognition.
  ['kind', 'fr-bank-details', {}],
];

describe('a cancelled examination gives up, and the next file is examined', () => {
  it.each([
    ...CASES.map((one) => ['pool', ...one] as const),
    ['reader', 'kind', 'fr-bank-details', {}] as const,
  ])('with a %s, in the step %s', async (where, step, kind, options) => {
    const intake = createIntake({ ...(where === 'pool' ? { pool } : { reader }), clock, trust });
    const controller = new AbortController();
    const examination = intake.examine(
      { input: await paper(kind, options) },
      { kinds: [kind] },
      { signal: controller.signal },
    );
    const told: string[] = [];
    const listening = (async () => {
      for await (const event of examination) {
        told.push(event.type);
        if (event.type === 'step' && event.step === step) controller.abort(new Error('gone'));
      }
    })();
    await expect(listening).rejects.toThrow('gone');
    await expect(examination.report).rejects.toThrow('gone');
    expect(controller.signal.aborted).toBe(true);
    expect(told).not.toContain('done');
    const { verdict } = await intake.examine({ input: new TextEncoder().encode('%PDF-1.7 cut') }).report;
    expect(verdict).toBe('reject');
  });
});
