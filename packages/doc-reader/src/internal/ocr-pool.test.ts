import { Worker } from 'node:worker_threads';
import { plainTextOf, unwrap, wordsOf } from '@dossierkit/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstPageOf, LINES, textPicture } from '../../test/make-files.js';
import { createReader, type Reader } from '../create-reader.js';

let reader: Reader | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await reader?.close();
});

async function openPage(lines: readonly string[] = LINES, ocrWorkers = 1) {
  reader ??= createReader({ languages: ['eng'], ocrWorkers });
  return firstPageOf(unwrap(await reader.open(await textPicture(lines).png().toBuffer())));
}

async function fresh(ocrWorkers = 1, limits = {}): Promise<Reader> {
  await reader?.close();
  reader = createReader({ languages: ['eng'], ocrWorkers, limits });
  return reader;
}

describe('OCR', () => {
  it('gives words with places and confidence, and tells how far it is', async () => {
    await fresh();
    const progress: number[] = [];
    const text = unwrap(await (await openPage()).readText({ onProgress: (ratio) => progress.push(ratio) }));
    expect(text).toMatchObject({ page: 0, source: 'ocr' });
    expect(plainTextOf(text).split(/\n+/)).toEqual(LINES);
    const word = wordsOf(text).find((candidate) => candidate.text === 'INVOICE');
    expect(word?.confidence).toBeGreaterThan(0.8);
    expect(word?.confidence).toBeLessThanOrEqual(1);
    expect(word?.box.x).toBeCloseTo(60 / 900, 1);
    expect(word?.box.y).toBeCloseTo(75 / 500, 1);
    expect(progress.length).toBeGreaterThan(0);
    expect(Math.max(...progress)).toBeLessThanOrEqual(1);
  });

  it('reads one region, with places on the whole page', async () => {
    await fresh();
    const region = { x: 0, y: 0.25, width: 1, height: 0.25 };
    const text = unwrap(await (await openPage()).readText({ region }));
    expect(text.region).toEqual(region);
    expect(plainTextOf(text)).toBe(LINES[1]);
    expect(wordsOf(text)[0]?.box.y).toBeCloseTo(185 / 500, 1);
  });

  it('finds nothing on an empty page', async () => {
    await fresh();
    expect(unwrap(await (await openPage([])).readText()).blocks).toEqual([]);
  });
});

describe('cancelling', () => {
  it('ends the read under way, and leaves the pool usable', async () => {
    await fresh();
    const page = await openPage();
    const controller = new AbortController();
    const reading = page.readText({ signal: controller.signal, onProgress: () => controller.abort() });
    expect(await reading).toEqual({ ok: false, error: { code: 'doc-reader/cancelled', params: {} } });
    expect((await page.readText()).ok).toBe(true);
  });

  it('takes a waiting read out of the queue', async () => {
    await fresh();
    const page = await openPage();
    const controller = new AbortController();
    const first = page.readText();
    const second = page.readText({ signal: controller.signal });
    const third = page.readText();
    controller.abort();
    expect(await second).toMatchObject({ error: { code: 'doc-reader/cancelled' } });
    expect((await first).ok && (await third).ok).toBe(true);
  });

  it('before the start reads nothing', async () => {
    await fresh();
    const post = vi.spyOn(Worker.prototype, 'postMessage');
    const page = await openPage();
    expect(await page.readText({ signal: AbortSignal.abort() })).toMatchObject({ ok: false });
    expect(await page.readRaster({ signal: AbortSignal.abort() })).toMatchObject({ ok: false });
    expect(post).not.toHaveBeenCalled();
  });
});

describe('the pool', () => {
  it('reads more pages than it has threads, each right', async () => {
    await fresh(2);
    const texts = ['Alpha 111', 'Bravo 222', 'Charlie 333'];
    const reads = texts.map(async (text) => plainTextOf(unwrap(await (await openPage([text])).readText())));
    expect(await Promise.all(reads)).toEqual(texts);
  });

  it('survives the death of a thread: the page is read by the next one', async () => {
    await fresh();
    const page = await openPage();
    let died = false;
    const post = Worker.prototype.postMessage;
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message: unknown) {
      const isRead = (message as { action?: string }).action === 'recognize';
      if (isRead && !died) {
        died = true;
        void this.terminate();
      } else post.call(this, message);
    });
    expect(plainTextOf(unwrap(await page.readText())).split(/\n+/)).toEqual(LINES);
    expect(died).toBe(true);
  });

  it('gives up where each thread dies', async () => {
    await fresh();
    const page = await openPage();
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
      void this.terminate();
    });
    expect(await page.readText()).toEqual({
      ok: false,
      error: { code: 'doc-reader/ocr-failed', params: {} },
    });
    vi.restoreAllMocks();
    expect((await page.readText()).ok).toBe(true);
  });

  it('stops a read that takes too long', async () => {
    await fresh(1, { ocrTimeoutMs: 1 });
    const error = { code: 'doc-reader/timed-out', params: { step: 'ocr', limitMs: 1 } };
    expect(await (await openPage()).readText()).toEqual({ ok: false, error });
  });
});
