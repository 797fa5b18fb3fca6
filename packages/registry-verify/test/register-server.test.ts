import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRegisterClient, defineClientPolicy } from '../src/index.js';
import {
  createLocalRegisters,
  createRegisterServer,
  type RegisterFault,
  type RegisterServer,
} from '../src/testing.js';
import { at, questions } from './local.js';

let server: RegisterServer;
beforeAll(async () => {
  server = await createRegisterServer();
});
afterAll(() => server.close());

/** One try over a real connection: nothing waits for a clock. */
function registers() {
  const limits = { svair: { requests: 10, perMs: 1000 } };
  const policy = defineClientPolicy({ attempts: 1, maxBytes: 50_000, limits });
  return createLocalRegisters(createRegisterClient({ fetch, clock: { now: () => at }, policy }), server.url);
}

it('plays every register over a real connection', async () => {
  for (const [id, register] of Object.entries(registers())) {
    const answer = await register.ask(questions[id as 'sirene'].known);
    expect(`${id} ${answer.outcome}`).toBe(`${id} found`);
  }
});

it.each<[RegisterFault, string]>([
  ['down', 'unreachable'],
  ['redirect-loop', 'redirected'],
  ['half-json', 'changed-shape'],
  ['html', 'maintenance-page'],
  ['too-large', 'too-large'],
  ['expired-token', 'unauthorised'],
])('%s is %s over the wire as well', async (fault, reason) => {
  server.setFault('gleif', fault);
  const answer = await registers().gleif.ask(questions.gleif.known);
  server.setFault('gleif', undefined);
  expect(answer).toMatchObject({ outcome: 'inconclusive', reason });
});

it('gives up a question that is cancelled while the register is silent', async () => {
  server.setFault('gleif', 'slow');
  const abort = new AbortController();
  const answer = registers().gleif.ask(questions.gleif.known, { signal: abort.signal });
  abort.abort();
  expect(await answer).toMatchObject({ outcome: 'inconclusive', reason: 'cancelled' });
  server.setFault('gleif', undefined);
});
