import { digestBytesSync, digestJson, type JsonObject, timestampMs } from '@dossierkit/core';
import type { Adapter, RegisterRequest, Send } from '../registers/adapter.js';
import { isRaw } from '../registers/adapter.js';
import { answerFrom } from '../registers/parse-register-answer.js';
import type { Question } from '../registers/question.js';
import { inconclusive, type RawAnswer, type Reading } from '../registers/reading.js';
import type { Register, RegisterAnswer } from '../registers/register.js';
import { createCoalescer } from './coalesce.js';
import type { RegisterClient, Target } from './register-client.js';

/** What may differ from the operator's own service. */
export interface RegisterOptions {
  /** Another address: a proxy, a test server. */
  readonly baseUrl?: string;
}

/** Makes a register out of what is special about it: adds cache, shared questions, evidence, and the promise not to reject. */
export function createRegister(
  adapter: Adapter,
  client: RegisterClient,
  { baseUrl }: RegisterOptions = {},
): Register {
  const target: Target = {
    id: adapter.id,
    baseUrl: (baseUrl ?? adapter.baseUrl).replace(/\/$/, ''),
    limit: adapter.limit,
  };
  const share = createCoalescer<RegisterAnswer>();
  const { id, name, authoritativeFor, cost } = adapter;

  return {
    id,
    name,
    authoritativeFor,
    cost,
    accepts: (question) => adapter.accepts(question),
    ask: async (question, { signal } = {}) => {
      if (!adapter.accepts(question)) return { outcome: 'inconclusive', register: id, reason: 'refused' };
      try {
        const key = digestJson({
          register: id,
          baseUrl: target.baseUrl,
          question: question as unknown as JsonObject,
        });
        return (
          (await kept(key, question)) ??
          (await share(key, signal, (shared) => askAndKeep(key, question, shared)))
        );
      } catch {
        const reason = signal?.aborted ? 'cancelled' : 'unavailable';
        return { outcome: 'inconclusive', register: id, reason };
      }
    },
  };

  // A cache that fails costs a request, not the answer.
  async function kept(key: string, question: Question): Promise<RegisterAnswer | undefined> {
    const maxAgeMs = client.policy.maxAgeMs[question.kind];
    const evidence = maxAgeMs > 0 ? await client.cache.get(key).catch(() => undefined) : undefined;
    if (!evidence) return undefined;
    const ageMs = timestampMs(client.clock.now()) - timestampMs(evidence.answeredAt);
    return ageMs >= 0 && ageMs <= maxAgeMs
      ? { outcome: 'found', evidence: { ...evidence, ageMs } }
      : undefined;
  }

  async function askAndKeep(key: string, question: Question, signal: AbortSignal): Promise<RegisterAnswer> {
    const exchanges: { readonly request: RegisterRequest; readonly raw: RawAnswer }[] = [];
    const send: Send = async (request) => {
      const answer = await client.send(target, request, signal);
      if (isRaw(answer)) exchanges.push({ request, raw: answer });
      return answer;
    };
    const reading = await adapter.ask(question, send).catch((error: unknown): Reading => {
      if (signal.aborted) throw error;
      // An answer so strange that reading it failed: still no statement about anybody.
      return inconclusive('changed-shape');
    });
    const answer = answerFrom(id, endpointOf(exchanges), combined(exchanges, client), reading);
    if (answer.outcome === 'found' && client.policy.maxAgeMs[question.kind] > 0)
      await client.cache.set(key, answer.evidence).catch(() => undefined);
    return answer;
  }
}

type Exchanges = readonly { readonly request: RegisterRequest; readonly raw: RawAnswer }[];

/** Logins are no source of facts: the evidence names what was asked after them. */
const factual = (exchanges: Exchanges): Exchanges => {
  const asked = exchanges.filter(({ request }) => !request.endpoint.includes('/login'));
  return asked.length > 0 ? asked : exchanges;
};

const endpointOf = (exchanges: Exchanges): string =>
  [...new Set(factual(exchanges).map(({ request }) => request.endpoint))].join(', ');

/** One raw answer that stands for all: the last one's time; where there are several, the digests of all as the body. */
function combined(exchanges: Exchanges, client: RegisterClient): RawAnswer {
  const answers = factual(exchanges).map(({ raw }) => raw);
  const [first] = answers;
  const at = answers.at(-1)?.at ?? client.clock.now();
  if (!first || answers.length === 1) return first ?? { status: 0, headers: {}, body: '', at };
  const digests = answers.map(({ body }) => digestBytesSync(new TextEncoder().encode(body)));
  return { status: 200, headers: {}, body: digests.join('\n'), at };
}
