import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { type RenderSpecimenOptions, renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createIntake, type Expectation } from '../src/index.js';

// Threads and text recognition take their time where other programs want the processors, too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock: Clock = { now: () => timestamp('2026-05-04T08:30:00Z') };
const at = plainDate('2026-05-04');
let reader: Reader;

beforeAll(() => {
  reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
});
afterAll(() => reader.close());

type Paper = readonly [
  name: string,
  kind: SpecimenKind,
  medium: RenderSpecimenOptions['medium'],
  expectation: Expectation,
  steps: string,
];

const record = { person: { familyName: 'Martin', givenNames: 'Léa' } };

it.each<Paper>([
  [
    'a letter in a PDF, where one is wanted: no picture is judged, no text recognised',
    ...(['fr-electricity-bill', 'pdf', { kinds: ['fr-utility-bill'], record }] as const),
    'open, traces, quality: born-digital, zone: no-zone-expected, seal: no-trust, kind, agreement, registers: no-registers',
  ],
  [
    'a letter in a PDF, where anything may come: no zone is looked for in it',
    ...(['fr-bank-details', 'pdf', {}] as const),
    'open, traces, quality: born-digital, zone: born-digital, seal: no-trust, kind, agreement: nothing-to-compare, registers: no-registers',
  ],
  [
    'another document than the wanted one: it is not compared with the form',
    ...(['fr-tax-declaration', 'pdf', { kinds: ['fr-tax-notice'], record }] as const),
    'open, traces, quality: born-digital, zone: no-zone-expected, seal: no-trust, kind, agreement: wrong-kind, registers: no-registers',
  ],
  [
    'a scanned letter: judged as a picture, then read',
    ...(['fr-bank-details', 'scan', { kinds: ['fr-bank-details'], record }] as const),
    'open, traces: not-wanted, quality, zone: no-zone-expected, seal: no-trust, kind, agreement, registers: no-registers',
  ],
])('%s', async (_, kind, medium, expectation, steps) => {
  const { bytes } = await renderSpecimen(kind, { seed: 5, country: 'FR', medium, widthPx: 1240, at });
  const { value } = await createIntake({ reader, clock }).examine({ input: bytes }, expectation).report;
  const told = value.steps.map(({ step, skipped }) => (skipped ? `${step}: ${skipped}` : step));
  expect(told.join(', ')).toBe(steps);
  // Where the file says its own text, nothing else is asked.
  const sources = new Set(value.checks.kind?.value.reading.map(({ source }) => source));
  if (value.checks.kind) expect([...sources]).toEqual([medium === 'pdf' ? 'file' : 'ocr']);
});
