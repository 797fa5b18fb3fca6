// A thousand verifications at once against the local server, over real connections and in real time:
//   tsx --conditions=@dossierkit/source packages/registry-verify/bench/throughput.ts
import { timestampFromMs } from '@dossierkit/core';
import fc from 'fast-check';
import {
  createRechercheEntreprises,
  createRegisterClient,
  defineClientPolicy,
  verifyCompany,
} from '../src/index.js';
import { createRegisterServer, validSiren } from '../src/testing.js';

const QUESTIONS = 1000;
const limit = { requests: 100, perMs: 1000 };

const server = await createRegisterServer();
const clock = { now: () => timestampFromMs(Date.now()) };
const arrivals: number[] = [];
const client = createRegisterClient({
  clock,
  fetch: async (url, init) => {
    arrivals.push(performance.now());
    return fetch(url, init);
  },
  policy: defineClientPolicy({ maxWaitMs: 1e6, limits: { 'recherche-entreprises': limit } }),
});
const register = createRechercheEntreprises(client, { baseUrl: `${server.url}/recherche-entreprises` });
const numbers =
  fc.sample(fc.uniqueArray(validSiren(), { minLength: QUESTIONS, maxLength: QUESTIONS }), 1)[0] ?? [];

const start = performance.now();
const reports = await Promise.all(
  numbers.map((siren) => verifyCompany({ siren }, { registers: [register], at: clock.now() })),
);
const tookMs = performance.now() - start;
const leastMs = (Math.ceil(QUESTIONS / limit.requests) - 1) * limit.perMs;
const broken = arrivals.filter(
  (ms, at) => at >= limit.requests && ms - (arrivals[at - limit.requests] ?? 0) < limit.perMs,
);
await server.close();

const silent = reports.filter((report) => report.value.asked[0]?.outcome === 'inconclusive').length;
console.log(
  `${QUESTIONS} verifications, ${limit.requests} a second: ${(tookMs / leastMs).toFixed(3)} × the least time`,
);
console.log(
  `windows over the limit: ${broken.length}; without an answer: ${silent}; seen by the server: ${server.requests.length}`,
);
