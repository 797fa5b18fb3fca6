import type { Clock } from '@dossierkit/core';
import type { RegisterRequest } from '../registers/adapter.js';
import type { RawAnswer } from '../registers/reading.js';
import type { InconclusiveReason } from '../registers/register.js';
import type { Sleep } from './rate-limit.js';

/** The part of the standard `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request over the wire: the raw answer, or why there is none. Aborting `signal` rejects. */
export async function fetchAnswer(
  request: RegisterRequest,
  options: {
    readonly fetch: Fetch;
    readonly clock: Clock;
    readonly sleep: Sleep;
    readonly baseUrl: string;
    readonly timeoutMs: number;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
  },
): Promise<RawAnswer | InconclusiveReason> {
  const { signal, timeoutMs, sleep } = options;
  const abort = new AbortController();
  const over = new AbortController();
  const onAbort = (): void => abort.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const timeout = sleep(timeoutMs, over.signal).then(
    () => 'timeout' as const,
    () => 'timeout' as const,
  );
  try {
    signal.throwIfAborted();
    // A fetch that does not listen to its signal must not hold up the caller either: first come, first served.
    return await Promise.race([exchange(request, options, abort.signal), timeout, rejection(signal)]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    over.abort();
    abort.abort();
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function exchange(
  request: RegisterRequest,
  options: Parameters<typeof fetchAnswer>[1],
  signal: AbortSignal,
): Promise<RawAnswer | InconclusiveReason> {
  try {
    const response = await options.fetch(options.baseUrl + request.path, {
      method: request.method,
      headers: { accept: 'application/json', ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      // Keys travel in headers: they are not to go where a redirect says.
      redirect: 'manual',
      signal,
    });
    const body = await bodyOf(response, options.maxBytes);
    if (body === undefined) return 'too-large';
    const headers = Object.fromEntries(
      [...response.headers].map(([name, value]) => [name.toLowerCase(), value]),
    );
    return { status: response.status, headers, body, at: options.clock.now() };
  } catch {
    // Network errors may quote the address and so what was asked: the reason is all that leaves.
    return 'unreachable';
  }
}

async function bodyOf(response: Response, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  if (!response.body) return text;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
