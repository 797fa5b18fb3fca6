import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  createCompaniesHouse,
  createRechercheEntreprises,
  createRegisterClient,
  defineClientPolicy,
  messages,
  parseRegisterAnswer,
  type Question,
  REGISTER_IDS,
  verifyCompany,
} from '../src/index.js';
import { createLocalFetch, createVirtualTime, validSiren } from '../src/testing.js';
import { at, localRegisters, questions } from './local.js';

const known = questions['recherche-entreprises'].known;
const company = (siren: string): Question => ({ kind: 'company', id: { scheme: 'siren', value: siren } });

describe('the client', () => {
  it('tries again after a short outage, with the waits of its seed', async () => {
    const { local, registers, time } = localRegisters();
    local.setFault('recherche-entreprises', 'server-error');
    const answer = registers['recherche-entreprises'].ask(known);
    await time.sleep(100);
    local.setFault('recherche-entreprises', undefined);
    expect((await answer).outcome).toBe('found');
    expect(local.requests.length).toBe(2);
  });

  it('does what Retry-After says, for everyone', async () => {
    const { local, registers, time } = localRegisters({ maxWaitMs: 1000 });
    local.setFault('recherche-entreprises', 'rate-limited');
    const first = await registers['recherche-entreprises'].ask(known);
    expect(first).toMatchObject({ reason: 'rate-limited', retryAt: '2026-01-15T11:00:00.000Z' });
    local.setFault('recherche-entreprises', undefined);
    await time.sleep(1_800_000);
    const second = await registers['recherche-entreprises'].ask(known);
    expect(second).toMatchObject({ reason: 'rate-limited', retryAt: '2026-01-15T11:00:00.000Z' });
    expect(local.requests.length).toBe(1);
    await time.sleep(1_800_000);
    expect((await registers['recherche-entreprises'].ask(known)).outcome).toBe('found');
  });

  it('leaves a register alone that fails again and again, and comes back', async () => {
    const { local, registers, time } = localRegisters({ attempts: 1, breakerFailures: 3 });
    local.setFault('sirene', 'down');
    for (const siren of ['999000011', '999000029', '999000037']) await registers.sirene.ask(company(siren));
    expect(await registers.sirene.ask(company('999000011'))).toMatchObject({
      reason: 'circuit-open',
      retryAt: '2026-01-15T10:00:30.000Z',
    });
    expect(local.requests.length).toBe(3);
    local.setFault('sirene', undefined);
    await time.sleep(30_000);
    expect((await registers.sirene.ask(company('999000011'))).outcome).toBe('found');
  });

  it('asks once for equal questions at the same time', async () => {
    const { local, registers } = localRegisters();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => registers['recherche-entreprises'].ask(known)),
    );
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['found']));
    expect(local.requests.length).toBe(1);
  });

  it('lets one caller leave without taking the answer from the others', async () => {
    const { registers } = localRegisters();
    const leaving = new AbortController();
    const first = registers['recherche-entreprises'].ask(known, { signal: leaving.signal });
    const second = registers['recherche-entreprises'].ask(known);
    leaving.abort();
    expect(await first).toMatchObject({ outcome: 'inconclusive', reason: 'cancelled' });
    expect((await second).outcome).toBe('found');
  });

  it('keeps answers as long as they may be kept, and says how old they are', async () => {
    const { local, registers, time } = localRegisters();
    await registers['recherche-entreprises'].ask(known);
    await time.sleep(3_600_000);
    expect(await registers['recherche-entreprises'].ask(known)).toMatchObject({
      evidence: { ageMs: 3_600_000 },
    });
    expect(local.requests.length).toBe(1);
    await time.sleep(24 * 3_600_000);
    expect(await registers['recherche-entreprises'].ask(known)).toMatchObject({ evidence: { ageMs: 0 } });
    expect(local.requests.length).toBe(2);
  });

  it('keeps neither "no such entry" nor a tax notice', async () => {
    const { local, registers } = localRegisters();
    for (const question of [questions.sirene.unknown as Question]) {
      await registers.sirene.ask(question);
      await registers.sirene.ask(question);
    }
    await registers['api-particulier'].ask(questions['api-particulier'].known);
    await registers['api-particulier'].ask(questions['api-particulier'].known);
    expect(local.requests.length).toBe(4);
  });

  it('logs in again once where a token has expired', async () => {
    const { local, registers } = localRegisters();
    await registers['inpi-rne'].ask(questions['inpi-rne'].known);
    expect(local.requests.map(({ path }) => path)).toEqual(['/api/sso/login', '/api/companies/999000011']);
  });

  it('reads officers page by page', async () => {
    const { local, registers } = localRegisters();
    const answer = await registers['companies-house'].ask(questions['companies-house'].known);
    expect(answer).toMatchObject({
      evidence: { endpoint: 'GET /company/{number}, GET /company/{number}/officers' },
    });
    expect(local.requests.length).toBe(2);
  });

  it('refuses a policy with a negative limit', () => {
    expect(() => defineClientPolicy({ timeoutMs: -1 })).toThrow('core/policy-invalid');
  });
});

test.prop(
  [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 100, max: 5000 }), fc.integer({ min: 1, max: 1000 })],
  { numRuns: 4 },
)(
  'a thousand questions at once hold the limit in every window, and take no more than a tenth longer than they must',
  async (requests, perMs, seed) => {
    const time = createVirtualTime(at);
    const sent: number[] = [];
    const local = createLocalFetch(async () => {
      sent.push(time.nowMs());
    });
    const policy = defineClientPolicy({
      maxWaitMs: 1e9,
      limits: { 'recherche-entreprises': { requests, perMs } },
    });
    const client = createRegisterClient({
      fetch: local.fetch,
      clock: time.clock,
      sleep: time.sleep,
      seed,
      policy,
    });
    const register = createRechercheEntreprises(client, { baseUrl: `${local.url}/recherche-entreprises` });
    const numbers =
      fc.sample(fc.uniqueArray(validSiren(), { minLength: 1000, maxLength: 1000 }), {
        numRuns: 1,
        seed,
      })[0] ?? [];
    const reports = await Promise.all(
      numbers.map((siren) => verifyCompany({ siren }, { registers: [register], at })),
    );
    expect(reports.length).toBe(1000);
    expect(sent.length).toBe(1000);
    const tooClose = sent.filter(
      (ms, index) => index >= requests && ms - (sent[index - requests] ?? 0) < perMs,
    );
    expect(tooClose).toEqual([]);
    const leastMs = (Math.ceil(1000 / requests) - 1) * perMs;
    expect(time.nowMs() - Date.parse(at)).toBeLessThanOrEqual(leastMs * 1.1);
  },
);

const anyBody = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.constantFrom(
    '{"results":[{"siren":1}]}',
    '{"data":[]}',
    '{"data":{}}',
    '{"features":[{}]}',
    '[]',
    '{"errors":[{}]}',
  ),
);

test.prop([
  fc.constantFrom(...REGISTER_IDS),
  fc.constantFrom(200, 204, 301, 400, 401, 404, 429, 500, 503),
  anyBody,
])(
  'whatever comes over the wire is read without a throw, and an error never becomes facts',
  (id, status, body) => {
    const answer = parseRegisterAnswer(id, { status, headers: {}, body, at });
    if (status !== 200) expect(answer.outcome).not.toBe('found');
    if (status !== 200 && status !== 404 && id !== 'sirene') expect(answer.outcome).toBe('inconclusive');
  },
);

it('has a text in every language for every code', () => {
  const [first, ...others] = Object.values(messages).map((catalogue) => Object.keys(catalogue).sort());
  for (const other of others) expect(other).toEqual(first);
});

describe('officers of Companies House in many pages', () => {
  const id = { scheme: 'uk-company-number', value: '09990001' } as const;
  const ask = async (total: number) => {
    const time = createVirtualTime(at);
    let pages = 0;
    const client = createRegisterClient({
      clock: time.clock,
      sleep: time.sleep,
      fetch: async (url) => {
        const start = new URL(url).searchParams.get('start_index');
        if (start === null) return Response.json({ company_number: id.value, company_status: 'active' });
        pages++;
        const count = Math.min(35, total - Number(start));
        const items = Array.from({ length: count }, (_, at) => ({
          name: `SHAW, Emily ${Number(start) + at}`,
          officer_role: 'director',
        }));
        return Response.json({ items, total_results: total });
      },
    });
    const register = createCompaniesHouse(client, { apiKey: 'key' });
    return { answer: await register.ask({ kind: 'representatives', id }), pages: () => pages };
  };

  it('are read to the last one', async () => {
    const { answer, pages } = await ask(20 * 35);
    expect(pages()).toBe(20);
    expect(answer.outcome === 'found' && answer.evidence.representatives?.length).toBe(700);
  });

  it('are no list where there are more than are read', async () => {
    expect((await ask(20 * 35 + 1)).answer).toMatchObject({ outcome: 'inconclusive', reason: 'incomplete' });
  });
});
