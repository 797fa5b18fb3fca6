import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate, timestamp } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { type Language, TEXTS } from '../src/client/texts.js';
import { startUploadService, type UploadService, type UploadServiceOptions } from '../src/server.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

const folder = mkdtempSync(join(tmpdir(), 'upload-service-'));
const at = timestamp('2026-05-04T08:30:00Z');
const options: Omit<UploadServiceOptions, 'port'> = {
  folder: join(folder, 'service'),
  clock: { now: () => at },
  pool: { workers: 1, warmUp: false, reader: { languages: ['fra'] } },
};
let service: UploadService;
let browser: Browser;
let bill: string;
let blurred: string;

async function paper(name: string, ...args: Parameters<typeof renderSpecimen>): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, (await renderSpecimen(...args)).bytes);
  return path;
}

beforeAll(async () => {
  const day = plainDate('2026-05-04');
  [service, browser] = await Promise.all([startUploadService({ ...options, port: 0 }), launchBrowser()]);
  bill = await paper('bill.pdf', 'fr-electricity-bill', { seed: 8, medium: 'pdf', at: day });
  const defects = [{ kind: 'focus-blur', strength: 0.9 }] as const;
  blurred = await paper('card.png', 'id-card-back', {
    seed: 5,
    medium: 'photo',
    widthPx: 900,
    at: day,
    defects,
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

const card = (page: Page, id: string) => page.locator(`#card-${id}`);

async function shown(page: Page, id: string, status: string): Promise<void> {
  await page.waitForSelector(`#card-${id}[data-status=${status}]`, { timeout: 25_000 });
}

async function choose(page: Page, id: string, path: string): Promise<void> {
  await page.setInputFiles(`#card-${id} .choose-input`, path);
}

async function picture(page: Page, name: string): Promise<void> {
  const to = process.env.UPLOAD_SERVICE_SCREENSHOTS;
  if (to) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
}

it('asks again for a blurred card in the customer’s language, and takes a good bill', async () => {
  const page = await browser.newPage();
  await page.goto(`${service.url}?locale=fr`);
  await page.selectOption('#locale', 'fr');
  await choose(page, 'identity', blurred);
  await shown(page, 'identity', 'to-redo');
  expect(await card(page, 'identity').locator('.problem').textContent()).toBe('La page est floue.');
  await choose(page, 'address', bill);
  await shown(page, 'address', 'accepted');
  expect(await page.textContent('#progress')).toBe('1 sur 3 en ordre');
  await picture(page, 'french');
  await page.selectOption('#locale', 'ar');
  await page.waitForFunction(() => document.documentElement.dir === 'rtl');
  await page.waitForFunction(() =>
    /[\u0600-\u06ff]/.test(document.querySelector('#card-identity .problem')?.textContent ?? ''),
  );
  await picture(page, 'arabic');
  await page.close();
});

it('is for keyboard, screen reader and phone: no rule of WCAG is broken, no word runs out of the page', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(service.url);
  await page.waitForSelector('#card-income');
  await choose(page, 'identity', blurred);
  await shown(page, 'identity', 'to-redo');
  await page.addScriptTag({ content: axe.source });
  for (const locale of ['en', 'fr', 'de', 'ar']) {
    await page.selectOption('#locale', locale);
    const title = TEXTS[locale as Language].title;
    await page.waitForFunction((text) => document.title === text, title);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The rules of the standard, run in the page itself.
      const broken = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
      );
      expect(broken, `${locale}, ${colorScheme}`).toEqual([]);
    }
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang, locale).toBe(0);
    await picture(page, `phone-${locale}`);
  }
  // With the keyboard alone: the language first, then each card's button, which opens the file dialogue.
  await page.locator('#locale').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe(
    'label-identity',
  );
  const [dialogue] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  expect(dialogue.isMultiple()).toBe(false);
  await context.close();
});

it('goes on after the connection was lost in the middle, on a slow network, and sends no byte twice', async () => {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  const network = (bytesPerSecond: number, offline = false) =>
    client.send('Network.emulateNetworkConditions', {
      ...{ offline, latency: 20, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
    });
  await page.goto(`${service.url}?locale=en`);
  await page.waitForSelector('#card-income');
  const large = join(folder, 'large.pdf');
  // A real document, and behind its end as much again as a slow line needs to be noticed.
  writeFileSync(large, Buffer.concat([readFileSync(bill), Buffer.alloc(2_500_000)]));
  const sent: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(Number(request.headers()['upload-offset']));
  });
  await network(400_000);
  await choose(page, 'income', large);
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBeGreaterThan(2);
  await network(-1, true);
  await page.waitForFunction(
    () => document.querySelector('#card-income .what')?.textContent?.startsWith('No connection') === true,
    undefined,
    { timeout: 20_000 },
  );
  await picture(page, 'offline');
  const before = Math.max(...sent);
  await network(-1);
  await shown(page, 'income', 'to-redo');
  expect(sent[0]).toBe(0);
  expect(sent.filter((offset) => offset === 0)).toHaveLength(1);
  expect(Math.max(...sent)).toBeGreaterThan(before);
  await page.close();
});

it('shows the same in two tabs, and only one of them sends', async () => {
  const context = await browser.newContext();
  const one = await context.newPage();
  await one.goto(`${service.url}?locale=de`);
  await one.selectOption('#locale', 'de');
  const two = await context.newPage();
  await two.goto(one.url());
  await two.waitForSelector('#card-address');
  let created = 0;
  for (const tab of [one, two])
    tab.on('request', (request) => void (request.method() === 'POST' && created++));
  await choose(one, 'address', bill);
  await Promise.all([shown(one, 'address', 'accepted'), shown(two, 'address', 'accepted')]);
  expect(created).toBe(1);
  expect(await two.textContent('#progress')).toBe('1 von 3 vollständig');
  await context.close();
});

it('goes on where it was after the server was stopped in the middle and the page was closed', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${service.url}?locale=en`);
  await page.waitForSelector('#card-address');
  const url = page.url();
  let pieces = 0;
  // Two pieces arrive; then the server goes down.
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH' && ++pieces > 2) await route.abort();
    else await route.continue();
  });
  const large = join(folder, 'larger.pdf');
  writeFileSync(large, Buffer.concat([readFileSync(bill), Buffer.alloc(2_000_000)]));
  await choose(page, 'address', large);
  await expect.poll(() => pieces, { timeout: 20_000 }).toBeGreaterThan(2);
  await page.close();
  const { port } = service;
  await service.close();
  service = await startUploadService({ ...options, port });
  const again = await context.newPage();
  const offsets: number[] = [];
  again.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await again.goto(url);
  await again.waitForFunction(
    () =>
      !['asked', 'arriving'].includes(
        (document.querySelector('#card-address') as HTMLElement)?.dataset.status ?? 'asked',
      ),
    undefined,
    { timeout: 25_000 },
  );
  expect(offsets[0]).toBe(2 * 512 * 1024);
  await picture(again, 'restarted');
  await context.close();
}, 90_000);

it('takes a plain form, holds customers to their limits, and tells strangers nothing', async () => {
  const home = await fetch(service.url, { redirect: 'manual' });
  const id = home.headers.get('location')?.split('/').at(-1) ?? '';
  const form = (requirement: string): FormData => {
    const data = new FormData();
    data.set('requirement', requirement);
    data.set('file', new File(['no document'], 'x.pdf'));
    return data;
  };
  const post = async (dossier: string, requirement: string): Promise<number> =>
    (await fetch(`${service.url}api/dossiers/${dossier}/files`, { method: 'POST', body: form(requirement) }))
      .status;
  expect(await post(id, 'income')).toBe(200);
  expect(await post(id, 'no-such-requirement')).toBe(404);
  expect(await post('somebody-else', 'income')).toBe(404);
  expect((await fetch(`${service.url}api/dossiers/somebody-else`)).status).toBe(404);
  const statuses = await Promise.all(Array.from({ length: 12 }, () => post(id, 'income')));
  expect(statuses).toContain(429);
});
