import { describe, it } from 'vitest';
import { createMemoryAnswerCache } from './answer-cache.js';
import { answerCacheContract } from './testing.js';

describe('createMemoryAnswerCache keeps the contract of the port: it', () => {
  const contract = answerCacheContract({ create: (maxAnswers) => createMemoryAnswerCache({ maxAnswers }) });
  it.each(contract.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());
});

describe('the contract notices a cache that', () => {
  const breaks = async (
    name: string,
    create: Parameters<typeof answerCacheContract>[0]['create'],
  ): Promise<boolean> => {
    const found = answerCacheContract({ create }).find((one) => one.name.startsWith(name));
    if (!found) throw new Error(name);
    return found.run().then(
      () => false,
      () => true,
    );
  };
  it('is not bounded', async ({ expect }) => {
    expect(await breaks('is bounded', () => createMemoryAnswerCache())).toBe(true);
  });
  it('forgets everything', async ({ expect }) => {
    const none = { get: async () => undefined, set: async () => {} };
    expect(await breaks('gives back', () => none)).toBe(true);
  });
});
