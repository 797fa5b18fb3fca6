import { timestamp } from '@dossierkit/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createIntake, type Intake } from '../create-intake.js';
import { defineIntakePolicy, type IntakePolicy } from '../policy.js';
import { ThreadRoom } from './thread-room.js';

const clock = { now: () => timestamp('2026-05-04T08:30:00Z') };
const script = { filename: new URL('../../test/fixtures/dying-worker.mjs', import.meta.url).href };
const rooms: ThreadRoom[] = [];

afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

function intakeWith({
  policy = {},
  ...room
}: {
  policy?: Partial<IntakePolicy>;
  workers?: number;
  places?: number;
} = {}): Intake & {
  readonly room: ThreadRoom;
} {
  const threads = new ThreadRoom({
    ...{ script, workers: 1, places: 50, maxBytes: 1000, maxHeapMb: 64, reader: {}, warmUp: false, ...room },
  });
  rooms.push(threads);
  const intake = createIntake({ pool: threads, clock, policy: defineIntakePolicy(policy) });
  return { ...intake, room: threads };
}

const file = (text: string): { input: Uint8Array } => ({ input: new TextEncoder().encode(text) });

async function reasonOf(intake: Intake, text: string): Promise<string> {
  const { verdict, findings } = await intake.examine(file(text)).report;
  const [first] = findings;
  return first?.code === 'document-intake/not-examined'
    ? `${verdict} ${first.outcome} ${first.params.reason}`
    : verdict;
}

describe('a worker that dies costs its file an inconclusive finding, and the next file nothing', () => {
  it.each([
    ['runs out of memory', 'o', 'out-of-memory'],
    ['loops for ever', 'l', 'timed-out'],
    ['hits a wasm trap', 't', 'crashed'],
    ['ends itself', 'x', 'crashed'],
    ['waits for ever', 'w', 'timed-out'],
  ])('%s', async (_, deed, reason) => {
    const intake = intakeWith({ policy: { timeoutMs: deed === 'o' ? 20_000 : 300 } });
    const [lost, ...others] = await Promise.all([deed, 'fine', 'fine'].map((text) => reasonOf(intake, text)));
    expect(lost).toBe(`review inconclusive ${reason}`);
    expect(others).toEqual(['accept', 'accept']);
  });

  it('also where every second file is hostile', async () => {
    const intake = intakeWith({ workers: 2, policy: { timeoutMs: 300 } });
    const texts = Array.from({ length: 16 }, (_, k) => (k % 2 === 0 ? 'fine' : 'txo'[k % 3]) as string);
    const answers = await Promise.all(texts.map((text) => reasonOf(intake, text)));
    expect(answers.map((answer) => answer === 'accept')).toEqual(texts.map((text) => text === 'fine'));
  });
});

describe('a signal', () => {
  it.each([
    ['that the step looks at', 'w'],
    ['in an endless loop', 'l'],
  ])('%s frees the worker', async (_, deed) => {
    const intake = intakeWith();
    const controller = new AbortController();
    const { report } = intake.examine(file(deed), {}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('gone')), 100);
    await expect(report).rejects.toThrow('gone');
    expect(await reasonOf(intake, 'fine')).toBe('accept');
  });

  it('takes a file out of the queue, and one that waits outside', async () => {
    const intake = intakeWith({ places: 2 });
    const busy = new AbortController();
    const controller = new AbortController();
    const first = intake.examine(file('w'), {}, { signal: busy.signal }).report;
    const others = ['fine', 'fine'].map(
      (text) => intake.examine(file(text), {}, { signal: controller.signal }).report,
    );
    setTimeout(() => controller.abort(new Error('gone')), 50);
    for (const other of others) await expect(other).rejects.toThrow('gone');
    expect(intake.room.waiting).toBe(0);
    busy.abort(new Error('done'));
    await expect(first).rejects.toThrow('done');
    expect(await reasonOf(intake, 'fine')).toBe('accept');
  });
});

describe('more files than there are places', () => {
  it('wait outside and are not read in, and come in in their order', async () => {
    const intake = intakeWith({ places: 1 });
    const controller = new AbortController();
    const busy = intake.examine(file('wait'), {}, { signal: controller.signal }).report;
    const log: string[] = [];
    async function* upload(name: string): AsyncIterable<Uint8Array> {
      log.push(name);
      yield new TextEncoder().encode('fine');
    }
    const others = ['a', 'b', 'c'].map((name) => intake.examine({ input: upload(name) }).report);
    await expect.poll(() => intake.room.underWay).toBe(1);
    expect([intake.room.waiting, log]).toEqual([3, []]);
    controller.abort(new Error('gone'));
    await expect(busy).rejects.toThrow('gone');
    expect((await Promise.all(others)).map(({ verdict }) => verdict)).toEqual(['accept', 'accept', 'accept']);
    expect(log).toEqual(['a', 'b', 'c']);
  });

  it('or are refused where the policy says so', async () => {
    const intake = intakeWith({ places: 2, policy: { whenBusy: 'refuse' } });
    const answers = await Promise.all(['fine', 'fine', 'fine'].map((text) => reasonOf(intake, text)));
    expect(answers).toEqual(['accept', 'accept', 'review inconclusive too-busy']);
    expect(await reasonOf(intake, 'fine')).toBe('accept');
  });
});

it('moves bytes that were handed over, and leaves others alone', async () => {
  const intake = intakeWith();
  const [mine, yours] = [file('fine'), file('fine')];
  await intake.examine(mine).report;
  await intake.examine({ ...yours, handOver: true }).report;
  expect([mine.input.byteLength, yours.input.byteLength]).toEqual([4, 0]);
});

it('lets files under way come to their end when it closes, and takes no more', async () => {
  const intake = intakeWith();
  await intake.room.ready;
  const { report } = intake.examine(file('slow'));
  await expect.poll(() => intake.room.underWay).toBe(1);
  await intake.room.close();
  expect((await report).verdict).toBe('accept');
  await expect(intake.examine(file('fine')).report).rejects.toMatchObject({ code: 'document-intake/closed' });
});
