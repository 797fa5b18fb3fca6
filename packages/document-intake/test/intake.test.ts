import { type Clock, plainDate, renderMessage, timestamp } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIntake, defineIntakePolicy, type Intake, type IntakeEvent, messages } from '../src/index.js';

// Threads and text recognition take their time where other programs want the processors, too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const at = timestamp('2026-05-04T08:30:00Z');
const day = plainDate('2026-05-04');
const clock: Clock = { now: () => at };
let reader: Reader;
let intake: Intake;

beforeAll(() => {
  reader = createReader({ ocrWorkers: 1 });
  intake = createIntake({ reader, clock });
});
afterAll(() => reader.close());

async function play(...args: Parameters<Intake['examine']>) {
  const examination = intake.examine(...args);
  const events: IntakeEvent[] = [];
  for await (const event of examination) events.push(event);
  return { events, report: await examination.report };
}

describe('a blurred photo', () => {
  it('is told at once what is wrong, and is not read any further', async () => {
    const { bytes } = await renderSpecimen('id-card-back', {
      ...{ seed: 5, medium: 'photo', widthPx: 1400, at: day },
      defects: [{ kind: 'focus-blur', strength: 0.9 }],
    });
    const { events, report } = await play({ input: bytes }, { kinds: ['id-card-back'] });
    expect(report.verdict).toBe('reject');
    expect(report.value.next?.code).toBe('doc-quality/blurred');
    expect(report.value.steps).toContainEqual({ step: 'kind', skipped: 'picture-unusable' });
    expect(events.map(({ type }) => type)).toEqual([
      ...['step', 'opened', 'finished', 'skipped', 'step', 'page', 'quality', 'finished'],
      ...['skipped', 'skipped', 'skipped', 'skipped', 'skipped', 'done'],
    ]);
  });
});

describe('an identity card with a good zone', () => {
  it('is accepted by its zone, without reading anything else', async () => {
    const { bytes, truth } = await renderSpecimen('id-card-back', {
      ...{ seed: 5, medium: 'photo', widthPx: 1600, country: 'FR', at: day },
      fields: { issuingState: 'FRA' },
    });
    const identity = {
      surname: truth.fields.familyName as string,
      birthDate: plainDate(truth.fields.birthDate ?? ''),
    };
    const { report } = await play({ input: bytes }, { kinds: ['id-card-back'], identity });
    expect(report.value.checks.zone?.value?.lines).toEqual(truth.mrz);
    expect(report.value.kind).toBe('id-card-back');
    expect(report.value.steps).toEqual([
      { step: 'open' },
      { step: 'traces', skipped: 'not-wanted' },
      { step: 'quality' },
      { step: 'zone' },
      { step: 'seal', skipped: 'no-trust' },
      { step: 'kind', skipped: 'zone-decides' },
      { step: 'agreement', skipped: 'nothing-to-compare' },
      { step: 'registers', skipped: 'no-registers' },
    ]);
    expect(report.verdict).toBe('accept');
    const other = await play(
      { input: bytes },
      { kinds: ['id-card-back'], identity: { surname: 'Somebodyelse' } },
    );
    expect(other.report.verdict).not.toBe('accept');
    expect(other.report.value.next?.code).toBe('mrz-check/agrees');
  });
});

describe('a tax declaration where the notice is wanted', () => {
  it('is told the difference', async () => {
    const { bytes } = await renderSpecimen('fr-tax-declaration', {
      seed: 7,
      medium: 'pdf',
      at: day,
    });
    const record = { person: { givenNames: 'Somebody', familyName: 'Else' } };
    const { report } = await play({ input: bytes }, { kinds: ['fr-tax-notice'], record });
    expect(report.verdict).toBe('reject');
    expect(report.value.kind).toBe('fr-tax-declaration');
    expect(report.value.steps).toContainEqual({ step: 'agreement', skipped: 'wrong-kind' });
    expect(report.value.checks.kind?.value.kind).toBe('fr-tax-declaration');
    expect(report.value.next?.code).toBe('doc-classifier/confused-kind');
    expect(report.value.steps).toContainEqual({ step: 'quality', skipped: 'born-digital' });
  });

  it('is accepted for a person after the last time of asking', async () => {
    const { bytes } = await renderSpecimen('fr-tax-declaration', {
      seed: 7,
      medium: 'pdf',
      at: day,
    });
    const { report } = await play({ input: bytes }, { kinds: ['fr-tax-notice'], askedBefore: 2 });
    expect(report.verdict).toBe('review');
    expect(report.findings.map(({ code }) => code)).toContain('document-intake/asked-enough');
    expect(report.value.checks.kind?.verdict).toBe('reject');
  });
});

it('a bill may be as old as the dossier says, whatever its kind allows otherwise', async () => {
  const { bytes } = await renderSpecimen('fr-electricity-bill', {
    ...{ seed: 8, medium: 'pdf', at: day },
    issuedOn: plainDate('2025-12-10'),
  });
  const codesFor = async (expectation: object): Promise<string[]> => {
    const { report } = await play({ input: bytes }, { kinds: ['fr-utility-bill'], ...expectation });
    return report.findings.flatMap(({ code, outcome }) => (outcome === 'failed' ? [code] : []));
  };
  expect(await codesFor({})).toContain('doc-classifier/too-old');
  expect(await codesFor({ maxAgeMonths: 6 })).not.toContain('doc-classifier/too-old');
  expect(await codesFor({ maxAgeMonths: 4 })).toContain('doc-classifier/too-old');
});

it('hands out pictures where they are wanted, and keeps them out of the report', async () => {
  const { bytes } = await renderSpecimen('fr-tax-declaration', { seed: 7, medium: 'pdf', at: day });
  const policy = defineIntakePolicy({ pictureMaxSidePx: 400 });
  const examination = createIntake({ reader, clock, policy }).examine({ input: bytes });
  const pictures: object[] = [];
  for await (const event of examination) if (event.type === 'picture') pictures.push(event);
  expect(pictures[0]).toMatchObject({ page: 0, raster: { heightPx: 400, channels: 3 } });
  expect(JSON.stringify(await examination.report)).not.toContain('raster');
});

describe('files that cannot be read', () => {
  it.each([
    ['nothing', new Uint8Array(), 'doc-reader/empty-file'],
    ['noise', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251), 'doc-reader/unsupported-format'],
    ['a cut-off PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<'), 'doc-reader/damaged'],
  ])('%s ends in a report with the reader’s own words', async (_, input, code) => {
    const { report } = await play({ input, name: 'upload.pdf' });
    expect(report.verdict).toBe('reject');
    expect(report.value).toMatchObject({ pages: 0, next: { code } });
    const next = report.value.next;
    expect(next && renderMessage(messages, next, 'de').advice).not.toBe('');
  });
});

describe('cancelling', () => {
  it('rejects with the reason, and leaves the reader usable', async () => {
    const { bytes } = await renderSpecimen('fr-tax-notice', { seed: 3, medium: 'pdf', at: day });
    const controller = new AbortController();
    const examination = intake.examine({ input: bytes }, {}, { signal: controller.signal });
    controller.abort(new Error('gone'));
    await expect(examination.report).rejects.toThrow('gone');
    const again = await intake.examine({ input: bytes }).report;
    expect(again.value.checks.kind?.value.kind).toBe('fr-tax-notice');
  });

  it('does nothing for a signal that is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(intake.examine({ input: new Uint8Array() }, {}, { signal }).report).rejects.toThrow(
      'too late',
    );
  });
});

it('gives the same report for the same file, expectation and time', async () => {
  const { bytes } = await renderSpecimen('fr-bank-details', { seed: 11, medium: 'pdf', at: day });
  const first = await intake.examine({ input: bytes }).report;
  const second = await intake.examine({ input: bytes }).report;
  expect(second).toEqual(first);
});
