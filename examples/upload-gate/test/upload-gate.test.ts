import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { startUploadGate, type UploadGate } from '../src/server.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

const folder = mkdtempSync(join(tmpdir(), 'upload-gate-'));
let gate: UploadGate;
let browser: Browser;

beforeAll(async () => {
  [gate, browser] = await Promise.all([startUploadGate(0), launchBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gate?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pictureFile(name: string, blur: number): Promise<string> {
  const defects = blur > 0 ? ([{ kind: 'focus-blur', strength: blur }] as const) : [];
  const { bytes } = await renderSpecimen('fr-bank-details', {
    seed: 3,
    medium: 'photo',
    widthPx: 1400,
    defects,
  });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

it('refuses a blurred file before it is uploaded, says why in the chosen language, and takes the good one', async () => {
  const page = await browser.newPage();
  try {
    await page.goto(`${gate.url}?locale=fr`);
    await page.setInputFiles('#file', await pictureFile('blurred.jpg', 0.8));
    await page.waitForSelector('#hint[data-state=bad]');
    expect(await page.textContent('#hint')).toContain('La page est floue.');
    expect(await page.getAttribute('body', 'data-plan')).toBeNull();

    await page.selectOption('#locale', 'ar');
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await page.textContent('#hint')).toContain('ثبّت الهاتف');
    await page.screenshot({ path: process.env.UPLOAD_GATE_SCREENSHOT ?? join(folder, 'blurred.png') });

    await page.selectOption('#locale', 'de');
    await page.setInputFiles('#file', await pictureFile('good.jpg', 0));
    await page.waitForSelector('body[data-plan]');
    expect(await page.getAttribute('body', 'data-plan')).toBe('accept');
    expect(await page.textContent('#server')).toContain('Das Bild ist brauchbar');
  } finally {
    await page.close();
  }
});

it('watches the stand-in for a camera, and takes the picture when it is good', async () => {
  const page = await browser.newPage();
  try {
    await page.goto(`${gate.url}?locale=en`);
    await page.click('#camera');
    await page.waitForSelector('body[data-plan]', { timeout: 25_000 });
    expect(await page.getAttribute('body', 'data-plan')).toBe('accept');
    expect(await page.innerHTML('#overlay')).toContain('<polygon');
    if (process.env.UPLOAD_GATE_SCREENSHOT)
      await page.screenshot({ path: `${process.env.UPLOAD_GATE_SCREENSHOT}-live.png` });
  } finally {
    await page.close();
  }
});

it('does not believe the browser: the server looks at the bytes', async () => {
  const { bytes } = await renderSpecimen('letter', {
    seed: 4,
    medium: 'photo',
    widthPx: 900,
    defects: [{ kind: 'dark', strength: 1 }],
  });
  const ask = async (retakes: number): Promise<unknown> =>
    (
      await fetch(`${gate.url}upload?retakes=${retakes}`, { method: 'POST', body: Buffer.from(bytes) })
    ).json();
  expect(await ask(0)).toMatchObject({ plan: 'ask-again' });
  expect(await ask(2)).toMatchObject({ plan: 'accept-for-review' });
  const noise = await fetch(`${gate.url}upload`, { method: 'POST', body: Buffer.from('no picture at all') });
  expect(await noise.json()).toMatchObject({ plan: 'ask-again' });
});
