import type { Fetch } from '../client/fetch-answer.js';
import type { RegisterId } from '../registers/parse-register-answer.js';
import { type RegisterFault, withFault } from './faults.js';
import { type PlayedAnswer, type PlayedRequest, playRegister } from './play.js';

/** What a local register was asked. */
export interface SeenRequest extends PlayedRequest {
  readonly register: RegisterId;
}

/** Registers that are played, whether behind a `fetch` or a server. */
export interface RegisterStage {
  /** Lets a register go wrong until it is told otherwise. */
  setFault(register: RegisterId, fault: RegisterFault | undefined): void;
  /** Everything that was asked, in order. */
  readonly requests: readonly SeenRequest[];
  /** Plays one request whose path starts with the register's id. */
  answer(request: PlayedRequest, url: string): PlayedAnswer | 'cut' | 'wait';
}

/** Makes a stage on which every register works. */
export function createRegisterStage(): RegisterStage {
  const faults = new Map<string, RegisterFault>();
  const requests: SeenRequest[] = [];
  return {
    requests,
    setFault: (register, fault) => {
      if (fault) faults.set(register, fault);
      else faults.delete(register);
    },
    answer: (request, url) => {
      const [, register = '', ...rest] = request.path.split('/');
      const played = { ...request, path: `/${rest.join('/')}`, register: register as RegisterId };
      requests.push(played);
      const good = playRegister(register as RegisterId, played);
      const fault = faults.get(register);
      return fault ? withFault(fault, good, url) : good;
    },
  };
}

/** A stage that is asked through a `fetch` of its own: no network, no waiting, runs in a browser too. */
export interface LocalFetch extends RegisterStage {
  readonly url: string;
  readonly fetch: Fetch;
}

/** Plays all registers behind a `fetch`. `onRequest` may wait: that is how long the way takes. */
export function createLocalFetch(onRequest: () => Promise<void> = async () => {}): LocalFetch {
  const stage = createRegisterStage();
  return {
    ...stage,
    url: 'http://registers.example',
    fetch: async (url, init) => {
      const { pathname, searchParams } = new URL(url);
      await onRequest();
      const headers = Object.fromEntries(new Headers(init.headers ?? {}));
      const request = {
        method: init.method ?? 'GET',
        path: pathname,
        query: searchParams,
        headers,
        body: String(init.body ?? ''),
      };
      const answer = stage.answer(request, url);
      if (answer === 'cut') throw new TypeError('fetch failed');
      if (answer === 'wait')
        return new Promise((_, reject) => init.signal?.addEventListener('abort', reject, { once: true }));
      return new Response(answer.body, { status: answer.status, headers: answer.headers ?? {} });
    },
  };
}
