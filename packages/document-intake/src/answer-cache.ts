import type { Sha256, Timestamp } from '@dossierkit/core';
import type { IntakeEvent } from './events.js';

/** What an examination told, so that it can be told again. Plain JSON. It holds what the document says. */
export interface KeptAnswer {
  readonly at: Timestamp;
  readonly events: readonly IntakeEvent[];
}

/**
 * The port through which answers are kept: the same file, expectation, policies and day get the same answer at once. It must be
 * bounded. `get` and `set` may fail; the file is then examined as if there were no cache.
 */
export interface AnswerCache {
  get(key: Sha256): Promise<KeptAnswer | undefined>;
  set(key: Sha256, answer: KeptAnswer): Promise<void>;
}

/**
 * Keeps the answers that were asked for last, in memory.
 *
 * @param options `maxAnswers`: default 200, about 10 to 100 kB each
 */
export function createMemoryAnswerCache(options: { readonly maxAnswers?: number } = {}): AnswerCache {
  const { maxAnswers = 200 } = options;
  const kept = new Map<Sha256, KeptAnswer>();
  return {
    async get(key) {
      const answer = kept.get(key);
      if (answer) {
        kept.delete(key);
        kept.set(key, answer);
      }
      return answer;
    },
    async set(key, answer) {
      kept.delete(key);
      kept.set(key, answer);
      if (kept.size > maxAnswers) kept.delete(kept.keys().next().value as Sha256);
    },
  };
}
