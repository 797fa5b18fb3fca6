import { randomUUID } from 'node:crypto';
import { type Locale, matchLocale } from '@dossierkit/core';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Dossiers } from './dossiers.js';
import type { Live } from './live.js';
import type { PageFiles } from './page.js';
import type { Uploads } from './uploads.js';
import { type DossierView, viewOf } from './view.js';

/** A comment line so often, so that proxies do not close a quiet stream. */
const HEARTBEAT_MS = 15_000;

export interface AppParts {
  readonly dossiers: Dossiers;
  readonly uploads: Uploads;
  readonly live: Live;
  readonly page: PageFiles;
}

/** The HTTP side of the service: no logic of its own. A dossier's id is a random one, and knowing it is the key to it. */
export function createApp({ dossiers, uploads, live, page }: AppParts): Hono {
  const app = new Hono();
  const view = async (id: string, locale: Locale): Promise<DossierView | undefined> => {
    const summary = await dossiers.summary(id);
    return summary && viewOf(summary, uploads.of(id), locale);
  };

  app.get('/', async (c) => {
    const id = randomUUID();
    await dossiers.open(id);
    return c.redirect(`/d/${id}`);
  });
  app.get('/d/:id', async (c) =>
    (await dossiers.summary(c.req.param('id'))) ? c.html(page.html) : c.notFound(),
  );
  app.get('/app.js', (c) => c.body(page.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

  app.get('/api/dossiers/:id', async (c) => {
    const found = await view(c.req.param('id'), localeOf(c));
    return found ? c.json(found) : c.notFound();
  });
  app.get('/api/dossiers/:id/events', async (c) => {
    const id = c.req.param('id');
    const locale = localeOf(c);
    if (!(await dossiers.summary(id))) return c.notFound();
    // Each event is the whole view, so that a page that lost the connection misses nothing.
    return streamSSE(c, async (stream) => {
      const changes = live.follow(id);
      stream.onAbort(() => changes.stop());
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'view', data: JSON.stringify(await view(id, locale)) });
        while (!(await changes.next(HEARTBEAT_MS)) && !stream.aborted) await stream.write(': still here\n\n');
      }
    });
  });
  app.post('/api/dossiers/:id/files', async (c) => {
    const form = await c.req.formData().catch(() => undefined);
    const file = form?.get('file');
    const requirement = form?.get('requirement');
    if (!(file instanceof File) || typeof requirement !== 'string') return c.body(null, 400);
    return c.body(null, await uploads.take(c.req.param('id'), requirement, file));
  });
  app.all('/api/uploads/*', (c) => uploads.tus.handleWeb(c.req.raw));
  app.all('/api/uploads', (c) => uploads.tus.handleWeb(c.req.raw));
  return app;
}

function localeOf(c: Context): Locale {
  const wanted = c.req.query('locale') ?? c.req.header('accept-language') ?? '';
  return matchLocale(wanted.split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''));
}
