import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { type Inbox, startInbox } from '../src/server.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

const folder = process.env.ADVISOR_INBOX_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'advisor-inbox-'));
let inbox: Inbox;
let browser: Browser;

beforeAll(async () => {
  [inbox, browser] = await Promise.all([startInbox(0), launchBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await inbox?.close();
  if (!process.env.ADVISOR_INBOX_SCREENSHOTS) rmSync(folder, { recursive: true, force: true });
});

/** Opens a page, and fails on anything that its console complains about. */
async function visit(query: string, use: (page: Page) => Promise<void>, width = 1280): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 860 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    await page.goto(inbox.url + query);
    await page.waitForSelector('#clock');
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

const subjects = (page: Page, section = 'to-do') =>
  page
    .locator(`[data-key=${section}] .row`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item')));

const AT_NOON = '?locale=en&paused&at=11:40&you=ana';

it('shows an order with its reasons, and lets the advisor pin, snooze and go back', () =>
  visit(AT_NOON, async (page) => {
    const company = await subjects(page);
    expect(company.length).toBeGreaterThan(2);
    const last = company.at(-1) as string;
    await page.click(`.row[data-item=${last}]`);
    expect(await page.textContent('.why h2')).toMatch(/^Why here: [-+\d.]+ points$/);
    expect(await page.locator('.bars .bar').count()).toBeGreaterThan(1);
    expect(await page.textContent('.people')).toContain('The customer belongs to this advisor.');

    await page.click('[data-do=pin]');
    expect(await subjects(page)).toEqual([last, ...company.slice(0, -1)]);
    await page.click('[data-do=snooze]');
    expect(await subjects(page, 'snoozed')).toEqual([last]);
    expect(await subjects(page)).toEqual(company.slice(0, -1));
    await page.click('[data-do=release]');
    expect(await subjects(page)).toEqual(company);
  }));

it('says which messages one sees for somebody who is on leave', () =>
  visit(AT_NOON, async (page) => {
    await page.click('.row:has-text("for Daniel Weiss")');
    expect(await page.textContent('.people')).toContain('Stands in for Daniel Weiss during leave');
  }));

it('takes a message, and sends its answer', () =>
  visit(AT_NOON, async (page) => {
    const [first] = await subjects(page);
    await page.click(`.row[data-item=${first}]`);
    await page.click('[data-do=take]');
    expect(await subjects(page, 'in-hand')).toContain(first);
    await page.click('[data-do=send]');
    expect(await subjects(page, 'in-hand')).not.toContain(first);
    expect(await subjects(page)).not.toContain(first);
  }));

it('splits a message, collects partial answers while time passes, and sends one reply', () =>
  visit('?locale=en&paused&at=10:30&you=eva&speed=15', async (page) => {
    await page.click('.row:has-text("After my father’s death")');
    await page.click('[data-do=split]');
    expect(await page.textContent('.reply')).toContain('nothing yet');
    await page.click('[data-do=run]');
    await page.waitForSelector('.reply p');
    await page.click('[data-do=run]');
    expect(await page.textContent('.reply')).toMatch(/incomplete|complete/);
  }));

it('gives a team lead the figures of the day, live', () =>
  visit('?locale=en&paused&at=15:10&speed=15#board', async (page) => {
    const answered = () => page.textContent('.figure:nth-child(4) .value').then(Number);
    const before = await answered();
    expect(before).toBeGreaterThan(50);
    await page.click('[data-item=eva][data-do=send-away]');
    expect(await page.textContent('tr[data-key=eva]')).toContain('away');
    await page.click('[data-do=run]');
    await page.waitForFunction(
      (count) => Number(document.querySelector('.figure:nth-child(4) .value')?.textContent) > count + 2,
      before,
    );
    await page.click('[data-do=run]');
    expect(await page.locator('.log li').count()).toBeGreaterThan(3);
    await page.screenshot({ path: join(folder, 'board.png'), fullPage: true });
  }));

it('compares strategies in a dry run, as a table and as a picture, and adopts one', () =>
  visit('?locale=de&paused&at=12:00#what-if', async (page) => {
    await page.click('[data-do=compare]');
    await page.waitForSelector('#outcomes', { timeout: 25_000 });
    expect(await page.locator('#outcomes tbody tr').count()).toBe(9);
    expect(
      await page
        .locator('.picture')
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(300);
    await page.click('[data-do=adopt]');
    expect(await page.isDisabled('[data-do=adopt]')).toBe(true);
    await page.screenshot({ path: join(folder, 'what-if.png'), fullPage: true });
  }));

it('is read from right to left on a telephone, without scrolling sideways, and keeps the focus while time passes', () =>
  visit(
    '?locale=ar&at=10:30&speed=5',
    async (page) => {
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      await page.focus('[data-do=run]');
      const before = await page.textContent('#clock');
      await page.waitForFunction((time) => document.querySelector('#clock')?.textContent !== time, before);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-do'))).toBe('run');
      const nameless = await page
        .locator('button, select, input, img')
        .evaluateAll((controls) =>
          controls
            .filter(
              (control) =>
                !(
                  control.textContent ||
                  control.getAttribute('aria-label') ||
                  control.getAttribute('alt') ||
                  control.closest('label')
                ),
            )
            .map(({ outerHTML }) => outerHTML),
        );
      expect(nameless).toEqual([]);
      await page.screenshot({ path: join(folder, 'phone.png') });
    },
    400,
  ));
