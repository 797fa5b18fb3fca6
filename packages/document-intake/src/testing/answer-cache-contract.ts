import { digestJson, type Sha256, timestamp } from '@dossierkit/core';
import type { AnswerCache, KeptAnswer } from '../answer-cache.js';

/** What the contract suite needs of a cache. */
export interface AnswerCacheContract {
  /** A fresh cache with room for this many answers, or fewer. */
  create(maxAnswers: number): Promise<AnswerCache> | AnswerCache;
}

/** One case of a contract: `run` rejects where the cache breaks it. Works with any test runner. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

const ROOM = 10;
/** So many more than there is room for that a cache which forgets in batches has forgotten, too. */
const MANY = 20 * ROOM;

/**
 * What every implementation of the port `AnswerCache` must do.
 *
 * @example
 * for (const { name, run } of answerCacheContract({ create: (maxAnswers) => myCache(maxAnswers) })) it(name, run);
 */
export function answerCacheContract({ create }: AnswerCacheContract): ContractCase[] {
  return [
    {
      name: 'knows nothing that it was not told',
      run: async () => {
        const cache = await create(ROOM);
        expect((await cache.get(keyOf(1))) === undefined, 'an unknown key has no answer');
      },
    },
    {
      name: 'gives back what it was given, as JSON has it',
      run: async () => {
        const cache = await create(ROOM);
        await cache.set(keyOf(1), answerOf('one'));
        await cache.set(keyOf(2), answerOf('Zoé \u0627\u0644 \u{1F4C4} "\\\n'));
        expectSame(await cache.get(keyOf(1)), answerOf('one'));
        expectSame(await cache.get(keyOf(2)), answerOf('Zoé \u0627\u0644 \u{1F4C4} "\\\n'));
      },
    },
    {
      name: 'keeps the last answer of a key',
      run: async () => {
        const cache = await create(ROOM);
        for (const text of ['first', 'second']) await cache.set(keyOf(1), answerOf(text));
        expectSame(await cache.get(keyOf(1)), answerOf('second'));
      },
    },
    {
      name: 'is bounded, and forgets what is old before what is new',
      run: async () => {
        const cache = await create(ROOM);
        for (let at = 0; at < MANY; at++) await cache.set(keyOf(at), answerOf(`${at}`));
        let known = 0;
        for (let at = 0; at < MANY; at++) if (await cache.get(keyOf(at))) known++;
        expect(known <= ROOM, `holds ${known} answers where there is room for ${ROOM}`);
        expectSame(await cache.get(keyOf(MANY - 1)), answerOf(`${MANY - 1}`));
      },
    },
    {
      name: 'takes answers side by side',
      run: async () => {
        const cache = await create(ROOM);
        const keys = Array.from({ length: ROOM }, (_, at) => at);
        await Promise.all(keys.map((at) => cache.set(keyOf(at), answerOf(`${at}`))));
        const last = await cache.get(keyOf(ROOM - 1));
        expectSame(last, answerOf(`${ROOM - 1}`));
      },
    },
  ];
}

const keyOf = (at: number): Sha256 => digestJson({ at });

/** An answer with a text in it that stands for what a document says. */
function answerOf(text: string): KeptAnswer {
  return {
    at: timestamp('2026-05-04T08:30:00Z'),
    events: [
      { type: 'step', step: 'open' },
      { type: 'opened', digest: digestJson(text), format: 'pdf', pages: 1 },
      { type: 'fields', fields: [{ name: 'holderName', value: text, from: 'print', confidence: 0.5 }] },
    ],
  };
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`AnswerCache: ${what}`);
}

function expectSame(actual: KeptAnswer | undefined, expected: KeptAnswer): void {
  const [got, wanted] = [actual, expected].map((answer) =>
    digestJson(JSON.parse(JSON.stringify(answer ?? null))),
  );
  expect(got === wanted, `the answer came back as ${JSON.stringify(actual)}`);
}
