import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ReadStep } from '../findings.js';
import type { ReadLimits } from '../limits.js';
import { fail } from './failure.js';
import { JobThread, JobTimedOut, ThreadEnded, threadScript } from './job-thread.js';
import type { PdfChars, PdfFacts, PdfPageFacts, PdfRequest } from './pdfium-protocol.js';

/** PDFium's error codes. @see fpdfview.h */
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;
/** Memory of a thread never shrinks; beyond this it is replaced once no document is open. */
const RECYCLE_BYTES = 256 * 1024 * 1024;

type Reply =
  | { readonly ok: true; readonly value: unknown; readonly heapBytes: number }
  | { readonly ok: false; readonly fatal?: undefined; readonly pdfium: number }
  | { readonly ok: false; readonly fatal: true; readonly memoryRefused: boolean };

interface OpenPdf {
  readonly bytes: Uint8Array;
  readonly password: string | undefined;
  /** The thread that has the file open; another one after a hostile neighbour ended it. */
  thread: JobThread | undefined;
}

/** PDFium in one thread that starts with the first PDF, and is replaced after a file that hung or crashed it. */
export class Pdfium {
  readonly #limits: ReadLimits;
  readonly #open = new Map<number, OpenPdf>();
  #thread: JobThread | undefined;
  #wasm: Promise<WebAssembly.Module> | undefined;
  #nextId = 1;
  #queue: Promise<unknown> = Promise.resolve();
  #heapBytes = 0;
  #closed = false;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  async open(bytes: Uint8Array, password: string | undefined): Promise<{ id: number; pageCount: number }> {
    const id = this.#nextId++;
    this.#open.set(id, { bytes, password, thread: undefined });
    try {
      return { id, pageCount: await this.#enqueue(() => this.#load(id)) };
    } catch (error) {
      this.#open.delete(id);
      throw error;
    }
  }

  readPage(id: number, page: number): Promise<PdfPageFacts> {
    return this.#ask(id, 'open', { type: 'page', document: id, page });
  }

  readChars(id: number, page: number, hidden: boolean): Promise<PdfChars> {
    return this.#ask(id, 'text', { type: 'chars', document: id, page, hidden });
  }

  render(
    id: number,
    page: number,
    size: { readonly widthPx: number; readonly heightPx: number },
    grey: boolean,
  ): Promise<Uint8Array> {
    const { widthPx, heightPx } = size;
    return this.#ask(id, 'pixels', { type: 'render', document: id, page, widthPx, heightPx, grey });
  }

  /** Lets go of a document; never fails. */
  closeDocument(id: number): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    void this.#enqueue(async () => {
      const thread = open?.thread;
      if (!thread || thread.hasEnded || thread !== this.#thread) return;
      if (this.#open.size === 0 && this.#heapBytes > RECYCLE_BYTES) this.#drop();
      else await this.#post(thread, 'open', { type: 'close', document: id });
    }).catch(() => {});
  }

  close(): void {
    this.#closed = true;
    this.#open.clear();
    this.#drop();
  }

  #ask<T>(id: number, step: ReadStep, request: PdfRequest): Promise<T> {
    return this.#enqueue(async () => {
      const open = this.#open.get(id);
      if (!open) throw fail('doc-reader/cancelled', {});
      if (!open.thread || open.thread.hasEnded) await this.#load(id);
      return (await this.#post(await this.#ready(), step, request)) as T;
    });
  }

  async #load(id: number): Promise<number> {
    const open = this.#open.get(id);
    if (!open) throw fail('doc-reader/cancelled', {});
    const thread = await this.#ready();
    const { bytes, password } = open;
    const request = {
      type: 'open',
      document: id,
      bytes,
      ...(password === undefined ? {} : { password }),
    } as const;
    const { pageCount } = (await this.#post(thread, 'open', request)) as PdfFacts;
    open.thread = thread;
    return pageCount;
  }

  async #post(thread: JobThread, step: ReadStep, request: PdfRequest): Promise<unknown> {
    const limitMs = this.#limits.stepTimeoutMs;
    try {
      return await thread.run({ request }, (message) => this.#read(message as Reply, request), {
        timeoutMs: limitMs,
      });
    } catch (error) {
      if (error instanceof JobTimedOut) throw fail('doc-reader/timed-out', { step, limitMs });
      if (error instanceof ThreadEnded && this.#closed) throw fail('doc-reader/cancelled', {});
      if (error instanceof ThreadEnded) throw fail('doc-reader/damaged', { format: 'pdf' });
      throw error;
    }
  }

  #read(reply: Reply, request: PdfRequest): { answer: unknown } {
    if (reply.ok) {
      this.#heapBytes = reply.heapBytes;
      return { answer: reply.value };
    }
    if (reply.fatal) {
      this.#drop();
      throw fail(reply.memoryRefused ? 'doc-reader/too-much-memory' : 'doc-reader/damaged', {
        format: 'pdf',
      });
    }
    if (reply.pdfium === SECURITY_ERROR) throw fail('doc-reader/unsupported-protection', {});
    if (reply.pdfium !== PASSWORD_ERROR) throw fail('doc-reader/damaged', { format: 'pdf' });
    const tried = request.type === 'open' && request.password !== undefined;
    throw tried ? fail('doc-reader/wrong-password', {}) : fail('doc-reader/encrypted', {});
  }

  async #ready(): Promise<JobThread> {
    if (this.#thread && !this.#thread.hasEnded) return this.#thread;
    this.#wasm ??= compile();
    const wasm = await this.#wasm;
    if (this.#closed) throw fail('doc-reader/cancelled', {});
    const script = threadScript('pdfium-thread');
    const workerData = { wasm, maxHeapBytes: this.#limits.maxPdfHeapBytes };
    this.#thread = new JobThread(new Worker(script, { workerData, stdout: true, stderr: true }));
    return this.#thread;
  }

  #drop(): void {
    this.#thread?.terminate();
    this.#thread = undefined;
    this.#heapBytes = 0;
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {});
    return result;
  }
}

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  return WebAssembly.compile(await readFile(path));
}
