// A rendered specimen whose text is read once and then kept in a folder: rules can be changed and measured again without OCR.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CodedError,
  digestBytes,
  err,
  type PageText,
  type Result,
  type Sha256,
  type TextPage,
  unwrap,
} from '@dossierkit/core';
import { straightenPage } from '@dossierkit/doc-quality';
import type { Document, Page, Reader } from '@dossierkit/doc-reader';
import {
  renderSpecimen,
  type SpecimenKind,
  type SpecimenMedium,
  type SpecimenTruth,
} from '@dossierkit/specimens';

/** Which specimen, as whom and as what it was handed in. */
export interface SpecimenCase {
  readonly kind: SpecimenKind;
  readonly seed: number;
  readonly medium: SpecimenMedium;
  readonly widthPx: number;
}

interface Recording {
  readonly subject: Sha256;
  readonly truth: SpecimenTruth;
  readonly layers: readonly boolean[];
  /** What each read gave, by its options, and the processor time it took. */
  readonly reads: Record<string, { readonly text: PageText | null; readonly ms: number }>;
}

export interface RecordedSpecimen {
  readonly subject: Sha256;
  readonly truth: SpecimenTruth;
  readonly pages: readonly TextPage[];
  /** How much processor time the reads took that were asked for here, when they were made. */
  readonly readMs: () => number;
  close(): void;
}

/** A specimen out of the folder; what is not there yet is rendered and read with `reader`. */
export async function openSpecimen(
  one: SpecimenCase,
  folder: string,
  reader: Reader,
): Promise<RecordedSpecimen> {
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 24);
  const file = join(folder, `${name}.json`);
  const opened = new LazyFile(one, reader);
  const recording: Recording = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Recording)
    : await opened.describe();
  let spent = 0;
  const read = async (
    index: number,
    options: Parameters<TextPage['readText']>[0],
  ): Promise<Result<PageText, CodedError>> => {
    const key = JSON.stringify([index, options?.region ?? null, options?.languages ?? null]);
    const known = recording.reads[key] ?? (await opened.read(index, options));
    if (!(key in recording.reads)) {
      recording.reads[key] = known;
      writeFileSync(file, JSON.stringify(recording));
    }
    spent += known.ms;
    return known.text ? { ok: true, value: known.text } : err({ code: 'bench/unread', params: {} });
  };
  const pages = recording.layers.map((hasTextLayer, index) => ({
    index,
    hasTextLayer,
    readText: (options?: Parameters<TextPage['readText']>[0]) => read(index, options),
  }));
  const { subject, truth } = recording;
  return { subject, truth, pages, readMs: () => spent, close: () => opened.close() };
}

/** Renders and opens the specimen when it is needed first. */
class LazyFile {
  readonly #one: SpecimenCase;
  readonly #reader: Reader;
  readonly #pages = new Map<number, Page>();
  #document: Document | undefined;
  #truth: SpecimenTruth | undefined;
  #subject: Sha256 | undefined;

  constructor(one: SpecimenCase, reader: Reader) {
    this.#one = one;
    this.#reader = reader;
  }

  async describe(): Promise<Recording> {
    const document = await this.#open();
    return {
      subject: this.#subject as Sha256,
      truth: this.#truth as SpecimenTruth,
      layers: document.pages.map((page) => page.hasTextLayer),
      reads: {},
    };
  }

  async read(
    index: number,
    options: Parameters<TextPage['readText']>[0],
  ): Promise<Recording['reads'][string]> {
    const page = await this.#page(index);
    // Processor time of all threads: others who use the machine do not count.
    const start = process.cpuUsage();
    const result = await page.readText(options);
    const { user, system } = process.cpuUsage(start);
    return { text: result.ok ? result.value : null, ms: (user + system) / 1000 };
  }

  close(): void {
    this.#document?.close();
  }

  async #open(): Promise<Document> {
    if (this.#document) return this.#document;
    const { kind, ...options } = this.#one;
    const { bytes, truth } = await renderSpecimen(kind, options);
    this.#truth = truth;
    this.#subject = await digestBytes(bytes);
    this.#document = unwrap(await this.#reader.open(bytes));
    return this.#document;
  }

  /** As the intake does it: a photo is straightened before it is read. */
  async #page(index: number): Promise<Page> {
    const known = this.#pages.get(index);
    if (known) return known;
    const page = (await this.#open()).pages[index] as Page;
    const { origin } = page;
    const straight =
      this.#one.medium === 'photo'
        ? page.withRaster(
            straightenPage({ raster: unwrap(await page.readRaster({ maxSidePx: 3000 })), origin }),
          )
        : page;
    this.#pages.set(index, straight);
    // So that no read is charged with decoding the picture or starting an engine.
    const region = { x: 0, y: 0, width: 1, height: 0.02 };
    for (const options of [{ region }, { region, languages: ['fra'] }]) await straight.readText(options);
    return straight;
  }
}
