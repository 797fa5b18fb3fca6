import { createCheckReport, digestJson, type Timestamp, timestamp, unwrap } from '@dossierkit/core';
import { createWakeUp, type WakeUp } from '@dossierkit/journey-store';
import { openPostgresStore } from '@dossierkit/journey-store/postgres';
import { openSqliteStore } from '@dossierkit/journey-store/sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../../scripts/postgres.js';
import { createApp } from '../src/app.js';
import { product } from '../src/product.js';
import { DossierService } from '../src/service.js';

let now: Timestamp;
let service: DossierService;
let app: ReturnType<typeof createApp>;
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const databases: readonly [string, (wakeUp: WakeUp) => ReturnType<typeof openSqliteStore>][] = [
  ['SQLite', (wakeUp) => openSqliteStore(':memory:', { wakeUp })],
  ['PostgreSQL', async (wakeUp) => openPostgresStore(await server.pool('service'), { wakeUp })],
];

const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  const response = await app.request(path, init);
  return {
    status: response.status,
    json: (await response.json()) as Record<string, unknown> & { state: string },
  };
};
const event = (id: string, body: object, headers?: Record<string, string>) =>
  post(`/dossiers/${id}/events`, body, headers);
const report = (outcome: 'passed' | 'failed') =>
  createCheckReport({
    check: 'document-intake',
    version: '1',
    subject: digestJson(outcome),
    at: now,
    value: null,
    findings: [{ code: 'doc-quality/blurred', outcome, severity: 'critical', params: {} }],
  });

async function give(id: string, requirement: string, facts: object, outcome: 'passed' | 'failed' = 'passed') {
  const submission = `${requirement}-${crypto.randomUUID()}`;
  await event(id, { type: 'handed-in', submission, requirement });
  return event(id, { type: 'report-received', submission, report: report(outcome), facts });
}

describe.each(databases)('the service, in %s', (_, openStore) => {
  beforeEach(async () => {
    now = timestamp('2026-05-04T08:00:00Z');
    const wakeUp = createWakeUp();
    const store = unwrap(await openStore(wakeUp));
    service = new DossierService(store, product, { now: () => now }, crypto.randomUUID());
    app = createApp(service, wakeUp);
  });

  it('leads a dossier from opening to signature, with two people for a large amount', async () => {
    expect(await post('/dossiers', { id: 'd1', answers: { amount: 20_000 } })).toMatchObject({
      status: 201,
      json: { state: 'opened' },
    });
    const redo = await give('d1', 'identity', {}, 'failed');
    expect(redo.json).toMatchObject({
      state: 'awaiting-customer',
      told: { text: 'Proof of identity: what you handed in will not do.' },
    });
    await give('d1', 'identity', { kind: 'passport' });
    await give('d1', 'address', { kind: 'utility-bill', issuedOn: '2026-04-20' });
    expect((await give('d1', 'payslip', { kind: 'tax-notice' })).json.state).toBe('in-approval');
    const ada = { id: 'ada', kind: 'person' };
    const what = { matter: 'approve', reason: 'complete' };
    expect((await event('d1', { type: 'proposed', proposal: 'p', by: ada, what })).json.state).toBe(
      'in-approval',
    );
    expect(
      await event('d1', { type: 'confirmed', proposal: 'p', by: ada }, { 'accept-language': 'de' }),
    ).toMatchObject({
      status: 409,
      json: { error: { code: 'dossier-state/same-person' }, told: { locale: 'de' } },
    });
    expect(
      (await event('d1', { type: 'confirmed', proposal: 'p', by: { ...ada, id: 'grace' } })).json.state,
    ).toBe('approved');
    const audit = (await (await app.request('/dossiers/d1/audit')).json()) as {
      entries: unknown[];
      findings: unknown[];
    };
    expect(audit).toMatchObject({ findings: [{ code: 'audit-trail/chain', outcome: 'passed' }] });
    expect(audit.entries).toHaveLength(11);
  });

  it('counts a request once that is sent twice, and decides anew where two come at once', async () => {
    await post('/dossiers', { id: 'd1' });
    const handIn = (n: number) =>
      event(
        'd1',
        { type: 'handed-in', submission: `s${n}`, requirement: 'identity' },
        { 'idempotency-key': `k${n}` },
      );
    const answers = await Promise.all([1, 2, 3, 4, 1, 2].map(handIn));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(unwrap(await service.life('d1'))).toHaveLength(5);
  });

  it('lists by state, what is missing, and age', async () => {
    await post('/dossiers', { id: 'old' });
    now = timestamp('2026-06-10T08:00:00Z');
    await post('/dossiers', { id: 'new', answers: { employment: 'self-employed' } });
    const ids = async (query: string) =>
      ((await (await app.request(`/dossiers?${query}`)).json()) as { stream: string }[]).map(
        ({ stream }) => stream,
      );
    expect(await ids('state=opened')).toEqual(['old', 'new']);
    expect(await ids('state=opened&missing=payslip')).toEqual(['old']);
    expect(await ids('olderThanDays=30')).toEqual(['old']);
  });

  it('fires what is due, once', async () => {
    await post('/dossiers', { id: 'd1' });
    await service.fireTimers();
    now = timestamp('2026-08-03T08:00:00Z');
    expect(await service.fireTimers()).toBeGreaterThan(0);
    expect(unwrap(await service.view('d1')).state).toBe('expired');
    expect(await service.fireTimers()).toBe(0);
  });

  it('answers what it does not understand', async () => {
    expect(await event('none', { type: 'handed-in' })).toMatchObject({ status: 404 });
    await post('/dossiers', { id: 'd1' });
    expect(await event('d1', { type: 'nonsense' })).toMatchObject({
      status: 400,
      json: { error: { code: 'dossier-state/unknown-event' } },
    });
    expect((await app.request('/dossiers/d1/events', { method: 'POST', body: 'not json' })).status).toBe(400);
    await event('d1', { type: 'handed-in', submission: 's', requirement: 'identity' });
    expect(await post('/dossiers', { id: 'd1' })).toMatchObject({
      status: 201,
      json: { state: 'collecting' },
    });
  });

  it('draws a life, and lets nothing in that could run', async () => {
    await post('/dossiers', { id: '</script><script>alert(1)</script>' });
    const html = await (
      await app.request(`/dossiers/${encodeURIComponent('</script><script>alert(1)</script>')}/life`)
    ).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('<svg');
    expect(html).toContain('Dossier opened');
    const arabic = await app.request('/dossiers/d/life', { headers: { 'accept-language': 'ar' } });
    expect(arabic.status).toBe(404);
    await post('/dossiers', { id: 'd' });
    const page = await app.request('/dossiers/d/life', { headers: { 'accept-language': 'ar' } });
    expect(await page.text()).toMatch(/dir="rtl".*فُتح الملف/s);
  });
});
