import { randomUUID } from 'node:crypto';
import { checkChain } from '@dossierkit/audit-trail';
import { type Locale, matchLocale, type Result, renderMessage } from '@dossierkit/core';
import { type DossierSummary, messages } from '@dossierkit/dossier-state';
import { type FeedPage, messages as storeMessages, type WakeUp } from '@dossierkit/journey-store';
import { type Context, Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { drawLife } from './draw-life.js';
import type { DossierService, ServiceError } from './service.js';

/** How long the live stream waits for a hint before it looks by itself. */
const POLL_MS = 2_000;

/** The HTTP side of the service: no logic of its own. */
export function createApp(service: DossierService, wakeUp: WakeUp): Hono {
  const app = new Hono();

  app.post('/dossiers', async (c) => {
    const body = await readJson(c);
    const id = typeof body.id === 'string' ? body.id : randomUUID();
    const answers = (body.answers ?? {}) as Parameters<DossierService['open']>[1];
    return answer(c, await service.open(id, answers), 201);
  });
  app.get('/dossiers', async (c) => {
    const { state, missing, olderThanDays } = c.req.query();
    const days = olderThanDays === undefined ? {} : { olderThanDays: Number(olderThanDays) || 0 };
    const found = await service.list({
      ...(state ? { state } : {}),
      ...(missing ? { missing } : {}),
      ...days,
    });
    return found.ok ? c.json(found.value) : refused(c, found.error);
  });
  app.get('/dossiers/:id', async (c) => answer(c, await service.view(c.req.param('id'))));
  app.post('/dossiers/:id/events', async (c) => {
    const body = await readJson(c);
    const id = c.req.header('idempotency-key') ?? body.id ?? randomUUID();
    return answer(
      c,
      await service.apply(c.req.param('id'), { ...body, id: String(id), type: String(body.type) }),
    );
  });
  app.get('/dossiers/:id/audit', async (c) => {
    const entries = await service.audit(c.req.param('id'));
    if (!entries.ok) return refused(c, entries.error);
    return c.json({ entries: entries.value, findings: checkChain(c.req.param('id'), entries.value) });
  });
  app.get('/dossiers/:id/life', async (c) => {
    // First, so that what happens while the page is drawn is told to it.
    const end = await service.feedEnd();
    const [life, view] = [await service.life(c.req.param('id')), await service.view(c.req.param('id'))];
    if (!end.ok) return refused(c, end.error);
    if (!life.ok) return refused(c, life.error);
    if (!view.ok) return refused(c, view.error);
    return c.html(drawLife(life.value, view.value, { locale: localeOf(c), after: toId(end.value) }));
  });

  /** Every event as it happens, from `?after` on; a client that lost the connection goes on from `Last-Event-ID`. */
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const [gone, waker] = [new AbortController(), wakeUp.listen('events')];
      stream.onAbort(() => gone.abort());
      const after = fromId(c.req.header('last-event-id') ?? c.req.query('after'));
      const end = await service.feedEnd();
      let cursor = after ?? (end.ok ? end.value : '[]');
      await stream.writeSSE({ event: 'ready', data: '{}', id: toId(cursor) });
      while (!stream.aborted && !stream.closed) {
        const page = await service.feed(cursor);
        if (page.ok && page.value.events.length > 0) {
          ({ cursor } = page.value);
          await sendPage(stream, page.value);
        } else await waker.wait({ timeoutMs: POLL_MS, signal: gone.signal });
      }
      waker.close();
    }),
  );
  return app;
}

/** Only the last of a page carries the id: what a lost connection cut off is sent again, never passed over. */
async function sendPage(stream: SSEStreamingApi, { events, cursor }: FeedPage): Promise<void> {
  for (const [at, { id, stream: dossier, type, version }] of events.entries()) {
    const data = JSON.stringify({ id, dossier, type, version });
    const isLast = at === events.length - 1;
    await stream.writeSSE({ event: 'dossier', data, ...(isLast ? { id: toId(cursor) } : {}) });
  }
}

const toId = (cursor: string): string => Buffer.from(cursor).toString('base64url');
const fromId = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : Buffer.from(id, 'base64url').toString();

async function readJson(c: Context): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => ({}));
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function localeOf(c: Context): Locale {
  return matchLocale(
    (c.req.header('accept-language') ?? '').split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''),
  );
}

function answer(c: Context, result: Result<DossierSummary, ServiceError>, status: 200 | 201 = 200): Response {
  if (!result.ok) return refused(c, result.error);
  const { nextStep } = result.value;
  return c.json({ ...result.value, told: renderMessage(messages, nextStep, localeOf(c)) }, status);
}

function refused(c: Context, error: ServiceError): Response {
  const { code } = error;
  const locale = localeOf(c);
  const told = code.startsWith('journey-store/')
    ? renderMessage(storeMessages, error, locale)
    : renderMessage(messages, error, locale);
  return c.json({ error, told }, statusOf(code));
}

function statusOf(code: string): 400 | 404 | 409 | 503 {
  if (code === 'service/no-such-dossier') return 404;
  if (/unknown-event|event-invalid|answer-invalid/.test(code)) return 400;
  return /unavailable|outcome-unknown|disk-full/.test(code) ? 503 : 409;
}
