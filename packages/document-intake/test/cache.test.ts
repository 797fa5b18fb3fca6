import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createIntake,
  createMemoryAnswerCache,
  type IntakeLogEntry,
  type IntakeOptions,
} from '../src/index.js';

let now = timestamp('2026-05-04T08:30:00Z');
const clock: Clock = { now: () => now };
const log: IntakeLogEntry[] = [];
let opened = 0;
let real: Reader;
let input: Uint8Array;

beforeAll(async () => {
  real = createReader({ ocrWorkers: 1 });
  const at = plainDate('2026-05-04');
  ({ bytes: input } = await renderSpecimen('fr-bank-details', { seed: 11, medium: 'pdf', at }));
});
afterAll(() => real.close());

const stub = { close: () => Promise.resolve(), [Symbol.asyncDispose]: () => Promise.resolve() };

function intakeWith(options: Partial<IntakeOptions> = {}): ReturnType<typeof createIntake> {
  const reader: Reader = {
    limits: real.limits,
    open: (...args) => {
      opened++;
      return real.open(...args);
    },
    ...stub,
  };
  opened = 0;
  return createIntake({
    reader,
    clock,
    cache: createMemoryAnswerCache(),
    log: (entry) => log.push(entry),
    ...options,
  });
}

it('the same file gets the same answer without being opened again', async () => {
  const intake = intakeWith();
  const first = await intake.examine({ input }).report;
  now = timestamp('2026-05-04T09:00:00Z');
  const types: string[] = [];
  const examination = intake.examine({ input });
  for await (const { type } of examination) types.push(type);
  expect(await examination.report).toEqual(first);
  expect(types).toContain('kind');
  expect(opened).toBe(1);
});

it('but not for another expectation, name, day or policy, and asking again counts anew', async () => {
  const intake = intakeWith();
  await intake.examine({ input }).report;
  await intake.examine({ input, name: 'rib.jpg' }).report;
  const refused = await intake.examine({ input }, { kinds: ['passport'] }).report;
  expect(opened).toBe(3);
  // How often was asked changes the verdict, not what was read.
  const enough = await intake.examine({ input }, { kinds: ['passport'], askedBefore: 2 }).report;
  expect([refused.verdict, enough.verdict, opened]).toEqual(['reject', 'review', 3]);
  now = timestamp('2026-05-05T09:00:00Z');
  await intake.examine({ input }).report;
  expect(opened).toBe(4);
});

it('a cache that fails is no cache', async () => {
  const fail = (): Promise<never> => Promise.reject(new Error('down'));
  const intake = intakeWith({ cache: { get: fail, set: fail } });
  expect((await intake.examine({ input }).report).value.kind).toBe('fr-bank-details');
});

it('keeps no more answers than it may', async () => {
  const cache = createMemoryAnswerCache({ maxAnswers: 1 });
  const intake = intakeWith({ cache });
  const broken = new TextEncoder().encode('%PDF-1.7 cut');
  for (const bytes of [input, broken, input]) await intake.examine({ input: bytes }).report;
  expect(opened).toBe(3);
});

it('logs digests and codes, and nothing of the document', async () => {
  const { subject, value } = await intakeWith().examine({ input, name: 'Léa Martin.pdf' }).report;
  const line = log.at(-1);
  expect(line?.subject).toBe(subject);
  const said = value.fields.flatMap(({ value: text }) => (typeof text === 'string' ? [text] : []));
  expect(said.length).toBeGreaterThan(0);
  for (const text of [...said, 'Léa']) expect(JSON.stringify(line)).not.toContain(text);
});

it('takes files as large as the reader that was passed in does', async () => {
  const small = { ...real.limits, maxBytes: input.length - 1 };
  const codes = async (limits: Reader['limits']): Promise<readonly string[]> => {
    const reader: Reader = { ...stub, limits, open: (...args) => real.open(...args) };
    const { findings } = await createIntake({ reader, clock }).examine({ input }).report;
    return findings.map(({ code }) => code);
  };
  expect(await codes(small)).toEqual(['doc-reader/too-many-bytes']);
  expect(await codes(real.limits)).not.toContain('doc-reader/too-many-bytes');
});

it('logs where a step broke down, without the words of the error', async () => {
  const reader: Reader = {
    ...{ limits: real.limits, ...stub },
    open: () => {
      throw new RangeError('Léa Martin is out of range');
    },
  };
  const { verdict } = await intakeWith({ reader }).examine({ input }).report;
  expect(verdict).toBe('review');
  expect(log.at(-1)?.crash).toMatch(/^RangeError\n\s+at .*open/);
  expect(log.at(-1)?.crash).not.toContain('Martin');
});
