import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { JobThread } from './job-thread.js';

/** A grey picture and how it is to be read. */
export interface OcrJob {
  /** Languages with the folder of each one's data. */
  readonly languages: readonly OcrLanguage[];
  /** A binary PGM file. */
  readonly picture: Uint8Array;
  readonly dpi: number;
  readonly pageSegmentation: string;
}

export interface OcrLanguage {
  readonly code: string;
  /** Holds `<code>.traineddata` or, where `gzip`, `<code>.traineddata.gz`. */
  readonly folder: string;
  readonly gzip: boolean;
}

/** The part of Tesseract's JSON that is used. */
export interface OcrBlock {
  readonly paragraphs: readonly { readonly lines: readonly OcrLine[] }[];
}

export interface OcrLine {
  readonly words: readonly OcrWord[];
  readonly baseline: OcrBox;
}

export interface OcrWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly bbox: OcrBox;
}

/** In pixels of the picture. */
interface OcrBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The engine refused the job: the data of a language is broken, or the picture cannot be read. */
export class OcrRefused extends Error {}

interface Reply {
  readonly status: 'resolve' | 'reject' | 'progress';
  readonly action: string;
  readonly data: unknown;
}

const require = createRequire(import.meta.url);

const LSTM_ONLY = 1;

/**
 * One thread with tesseract.js in it. Its worker script is driven directly, not through `createWorker`: that one leaves a
 * crash of the thread, or a rejected job, as an uncaught exception of the host, and cannot be ended while it starts.
 */
export class OcrThread {
  readonly #thread: JobThread;
  #languages = '';
  readonly #loaded = new Set<string>();
  #started = false;
  #jobs = 0;

  constructor() {
    const script = require.resolve('tesseract.js/src/worker-script/node/index.js');
    this.#thread = new JobThread(new Worker(script, { stdout: true, stderr: true }));
  }

  get hasEnded(): boolean {
    return this.#thread.hasEnded;
  }

  /** The languages it is ready for, as `fra+deu`. */
  get languages(): string {
    return this.#languages;
  }

  async recognise(
    job: OcrJob,
    timeoutMs: number,
    onProgress: (progress: number) => void,
  ): Promise<OcrBlock[]> {
    const act = (action: string, payload: object) => this.#act(action, payload, timeoutMs, onProgress);
    if (!this.#started) await act('load', { options: { lstmOnly: true, logging: false } });
    this.#started = true;
    await this.#speak(job.languages, act);
    await act('setParameters', {
      params: { tessedit_pageseg_mode: job.pageSegmentation, user_defined_dpi: String(Math.round(job.dpi)) },
    });
    const output = { text: false, blocks: true };
    const { blocks } = (await act('recognize', { image: job.picture, options: {}, output })) as {
      blocks: OcrBlock[] | null;
    };
    return blocks ?? [];
  }

  terminate(): void {
    this.#thread.terminate();
  }

  async #speak(
    languages: readonly OcrLanguage[],
    act: (action: string, payload: object) => Promise<unknown>,
  ): Promise<void> {
    const wanted = languages.map(({ code }) => code).join('+');
    if (wanted === this.#languages) return;
    for (const { code, folder, gzip } of languages) {
      if (this.#loaded.has(folder + code)) continue;
      // `none`: the engine would else write its data into the working directory.
      await act('loadLanguage', {
        langs: [code],
        options: { langPath: folder, gzip, cacheMethod: 'none', lstmOnly: true },
      });
      this.#loaded.add(folder + code);
    }
    await act('initialize', { langs: wanted, oem: LSTM_ONLY, config: {} });
    this.#languages = wanted;
  }

  #act(
    action: string,
    payload: object,
    timeoutMs: number,
    onProgress: (progress: number) => void,
  ): Promise<unknown> {
    const jobId = `${action}-${this.#jobs++}`;
    return this.#thread.run(
      { workerId: 'ocr', jobId, action, payload },
      (message) => {
        const { status, action: of, data } = message as Reply;
        if (of !== action) return undefined;
        if (status === 'reject') throw new OcrRefused(String(data));
        if (status === 'resolve') return { answer: data };
        const { progress } = data as { progress?: number };
        if (action === 'recognize' && progress !== undefined) onProgress(progress);
        return undefined;
      },
      { timeoutMs },
    );
  }
}
