import type { Clock } from '@dossierkit/core';
import { isRaw, type RegisterRequest } from '../registers/adapter.js';
import { inconclusive, type RawAnswer, type Reading, retryAfterMs } from '../registers/reading.js';
import { type AnswerCache, createMemoryAnswerCache } from './answer-cache.js';
import { backoffMs, createRandom } from './backoff.js';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.js';
import { type ClientPolicy, defineClientPolicy } from './client-policy.js';
import { type Fetch, fetchAnswer } from './fetch-answer.js';
import {
  createMemoryRateLimitStore,
  createRateLimiter,
  type RateLimit,
  type RateLimitStore,
  type Sleep,
} from './rate-limit.js';
import { sleepOnTimer } from './sleep.js';

/** What a client of registers needs from its host. */
export interface RegisterClientOptions {
  /** The standard `fetch`, or one with a proxy or a certificate. Nothing is sent by any other way. */
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** How to wait. @default the host's timers */
  readonly sleep?: Sleep;
  /** Seed of the jitter. @default 1 */
  readonly seed?: number;
  /** @default in memory, 10,000 answers */
  readonly cache?: AnswerCache;
  /** Counts requests; one shared by all machines that share an address or a key. @default in memory, for this process */
  readonly rateLimits?: RateLimitStore;
  /** From `defineClientPolicy`. */
  readonly policy?: ClientPolicy;
}

/** Where a request goes, and under which limit. */
export interface Target {
  readonly id: string;
  readonly baseUrl: string;
  readonly limit: RateLimit;
}

/** Sends requests to registers politely. Share one over the whole process: limits and breakers live in it. */
export interface RegisterClient {
  readonly clock: Clock;
  readonly cache: AnswerCache;
  readonly policy: ClientPolicy;
  /** @internal Sends under the limit, with retries and breaker. Rejects only when `signal` aborts. */
  send(target: Target, request: RegisterRequest, signal: AbortSignal): Promise<RawAnswer | Reading>;
}

/** Makes the client that registers ask through. */
export function createRegisterClient(options: RegisterClientOptions): RegisterClient {
  const { fetch, clock, sleep = sleepOnTimer, policy = defineClientPolicy() } = options;
  const nowMs = (): number => Date.parse(clock.now());
  const random = createRandom(options.seed ?? 1);
  const store = options.rateLimits ?? createMemoryRateLimitStore();
  const limiter = createRateLimiter(store, nowMs, sleep);
  const breakers = new Map<string, CircuitBreaker>();

  return { clock, cache: options.cache ?? createMemoryAnswerCache(), policy, send };

  async function send(
    target: Target,
    request: RegisterRequest,
    signal: AbortSignal,
  ): Promise<RawAnswer | Reading> {
    for (let attempt = 1; ; attempt++) {
      const answer = await sendOnce(target, request, signal);
      const waitMs = await waitBeforeRetry(target, answer, attempt);
      if (waitMs === undefined) return answer;
      await sleep(waitMs, signal);
    }
  }

  async function sendOnce(
    target: Target,
    request: RegisterRequest,
    signal: AbortSignal,
  ): Promise<RawAnswer | Reading> {
    const limit = policy.limits[target.id] ?? target.limit;
    const later = await limiter.pass(target.id, limit, { maxWaitMs: policy.maxWaitMs, signal });
    if (later !== undefined) return inconclusive('rate-limited', later - nowMs());
    const breaker = breakerOf(target.id);
    const permit = breaker.request(nowMs());
    if ('retryAtMs' in permit) return inconclusive('circuit-open', permit.retryAtMs - nowMs());
    const { timeoutMs, maxBytes } = policy;
    const { baseUrl } = target;
    try {
      const answer = await fetchAnswer(request, {
        fetch,
        clock,
        sleep,
        baseUrl,
        timeoutMs,
        maxBytes,
        signal,
      });
      breaker.settle(permit, healthOf(answer), nowMs());
      return typeof answer === 'string' ? inconclusive(answer, RETRY_HINTS_MS[answer]) : answer;
    } catch (error) {
      breaker.settle(permit, 'neutral', nowMs());
      throw error;
    }
  }

  /** How long to wait before the next try; `undefined` where there is to be none. */
  async function waitBeforeRetry(
    target: Target,
    answer: RawAnswer | Reading,
    attempt: number,
  ): Promise<number | undefined> {
    const { attempts, backoffBaseMs: baseMs, backoffMaxMs: maxMs } = policy;
    const asked = isRaw(answer) ? retryAfterMs(answer.headers['retry-after'], answer.at) : undefined;
    const isBusy = isRaw(answer) && (answer.status === 429 || answer.status === 503);
    // What one request was told holds for all that would follow it.
    if (isBusy && asked !== undefined) await store.hold(target.id, nowMs() + asked);
    if (attempt >= attempts || !isWorthRetrying(answer)) return undefined;
    const waitMs = Math.max(asked ?? 0, backoffMs(attempt, { attempts, baseMs, maxMs }, random));
    return waitMs <= maxMs ? waitMs : undefined;
  }

  function breakerOf(id: string): CircuitBreaker {
    const { breakerFailures: failures, breakerOpenMs: openMs, breakerMaxOpenMs: maxOpenMs } = policy;
    const breaker = breakers.get(id) ?? createCircuitBreaker({ failures, openMs, maxOpenMs });
    breakers.set(id, breaker);
    return breaker;
  }
}

const RETRY_HINTS_MS: Readonly<Record<string, number | undefined>> = { unreachable: 60_000, timeout: 60_000 };

/** Only an outage counts against a register: one that says "too many" or "not you" is up. */
function healthOf(answer: RawAnswer | string): 'success' | 'failure' | 'neutral' {
  if (typeof answer === 'string') return answer === 'too-large' ? 'neutral' : 'failure';
  if (answer.status === 429) return 'neutral';
  return answer.status >= 500 ? 'failure' : 'success';
}

function isWorthRetrying(answer: RawAnswer | Reading): boolean {
  if (!isRaw(answer)) {
    return (
      answer.outcome === 'inconclusive' && (answer.reason === 'unreachable' || answer.reason === 'timeout')
    );
  }
  return [429, 500, 502, 503, 504].includes(answer.status);
}
