import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Intake, IntakeEvent, IntakeStepName } from '@dossierkit/document-intake';
import { FileStore } from '@tus/file-store';
import { EVENTS, Server, type Upload } from '@tus/server';
import type { Dossiers } from './dossiers.js';
import type { CustomerLimits, FileCounter } from './limits.js';
import { product } from './product.js';

/** One file on its way from the customer into the dossier. */
export interface UploadState {
  readonly id: string;
  readonly dossier: string;
  readonly requirement: string;
  readonly name: string;
  readonly sizeBytes: number;
  receivedBytes: number;
  /** The step of the examination that is under way; absent while the file is still arriving. */
  step?: IntakeStepName | 'waiting';
  /** What the examination said first. */
  firstWord?: Extract<IntakeEvent, { type: 'quality' }>['report']['findings'][number];
}

export interface UploadsOptions {
  readonly folder: string;
  readonly intake: Intake;
  readonly dossiers: Dossiers;
  readonly limits: CustomerLimits;
  readonly counter: FileCounter;
  /** Something about this dossier has changed. */
  readonly onChange: (dossier: string) => void;
}

/**
 * Receives files (tus: an upload that broke off goes on where it was, also after the server was restarted), hands them to
 * the intake, and the reports to the dossier. A file is deleted once its report is kept.
 */
export class Uploads {
  readonly tus: Server;
  readonly #files: FileStore;
  readonly #options: UploadsOptions;
  readonly #states = new Map<string, UploadState>();
  readonly #working = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: UploadsOptions) {
    this.#options = options;
    this.#files = new FileStore({ directory: options.folder });
    this.tus = new Server({
      path: '/api/uploads',
      relativeLocation: true,
      datastore: this.#files,
      maxSize: options.limits.maxBytes,
      namingFunction: () => randomUUID(),
      onUploadCreate: (_, upload) => this.#create(upload),
      onUploadFinish: (_, upload) => this.#finish(upload),
    });
    this.tus.on(EVENTS.POST_RECEIVE, (_, upload) => this.#receive(upload));
  }

  /** Goes on with what a restart interrupted. */
  async resume(): Promise<void> {
    for (const id of (await this.#files.configstore.list?.()) ?? []) {
      const upload = await this.#files.getUpload(id).catch(() => undefined);
      const state = upload && stateOf(upload);
      if (!state) continue;
      this.#states.set(id, state);
      if (state.receivedBytes === state.sizeBytes) this.#examine(state);
    }
  }

  of(dossier: string): readonly UploadState[] {
    return [...this.#states.values()].filter((state) => state.dossier === dossier);
  }

  /** A whole file at once, from a plain form. Answers with a status. */
  async take(dossier: string, requirement: string, file: File): Promise<200 | 404 | 413 | 429> {
    if (file.size > this.#options.limits.maxBytes) return 413;
    const id = randomUUID();
    const metadata = { dossier, requirement, name: file.name };
    const refused = await this.#refusal(metadata);
    if (refused) return refused.status;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const state = {
      id,
      dossier,
      requirement,
      name: file.name,
      sizeBytes: bytes.length,
      receivedBytes: bytes.length,
    };
    this.#states.set(id, state);
    await this.#options.dossiers.handedIn(dossier, id, requirement);
    this.#examine(state, bytes);
    return 200;
  }

  /** Breaks off what is under way; it is taken up again after the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#working);
  }

  async #refusal({
    dossier = '',
    requirement = '',
  }: Readonly<Record<string, string | null>>): Promise<
    { status: 404 | 429; waitSeconds: number } | undefined
  > {
    const { dossiers, limits, counter } = this.#options;
    const known = product.requirements.some(({ id }) => id === requirement);
    if (!known || !dossier || !(await dossiers.summary(dossier))) return { status: 404, waitSeconds: 0 };
    if (this.of(dossier).length >= limits.maxUnderWay) return { status: 429, waitSeconds: 5 };
    const waitSeconds = counter.take(dossier);
    return waitSeconds > 0 ? { status: 429, waitSeconds } : undefined;
  }

  async #create(upload: Upload): Promise<{ metadata: Upload['metadata'] }> {
    const refused = await this.#refusal(upload.metadata ?? {});
    // The library turns a thrown object with these two properties into an answer.
    if (refused) throw { status_code: refused.status, body: `${refused.waitSeconds}` };
    const state = stateOf(upload);
    if (state) this.#states.set(upload.id, state);
    this.#changed(state);
    return { metadata: upload.metadata };
  }

  #receive(upload: Upload): void {
    const state = this.#states.get(upload.id);
    if (!state) return;
    state.receivedBytes = upload.offset;
    this.#changed(state);
  }

  async #finish(upload: Upload): Promise<object> {
    const state = this.#states.get(upload.id) ?? stateOf(upload);
    if (!state) return {};
    state.receivedBytes = state.sizeBytes;
    this.#states.set(state.id, state);
    await this.#options.dossiers.handedIn(state.dossier, state.id, state.requirement);
    this.#examine(state);
    return {};
  }

  #examine(state: UploadState, bytes?: Uint8Array): void {
    const work = this.#examineNow(state, bytes ?? join(this.#options.folder, state.id))
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted) console.error(`upload ${state.id}: ${String(error)}`);
      })
      .finally(() => this.#working.delete(work));
    this.#working.add(work);
  }

  async #examineNow(state: UploadState, input: Uint8Array | string): Promise<void> {
    const { intake, dossiers } = this.#options;
    const { id, dossier, requirement, name } = state;
    state.step = 'waiting';
    this.#changed(state);
    await dossiers.handedIn(dossier, id, requirement);
    const wanted = product.requirements.find((one) => one.id === requirement);
    const askedBefore = await dossiers.askedBefore(dossier, requirement);
    const examination = intake.examine(
      { input, name },
      { askedBefore, ...(wanted && { kinds: wanted.kinds }) },
      { signal: this.#closing.signal, customer: dossier },
    );
    for await (const event of examination) {
      if (event.type === 'step') state.step = event.step;
      else if (event.type === 'quality') {
        const failed = event.report.findings.find(
          ({ outcome, severity }) => outcome === 'failed' && severity === 'critical',
        );
        if (failed) state.firstWord ??= failed;
      } else continue;
      this.#changed(state);
    }
    await dossiers.reported(dossier, id, await examination.report);
    this.#states.delete(id);
    if (typeof input === 'string') await this.#forget(id);
    this.#changed(state);
  }

  async #forget(id: string): Promise<void> {
    await rm(join(this.#options.folder, id), { force: true });
    await this.#files.configstore.delete(id);
  }

  #changed(state: UploadState | undefined): void {
    if (state) this.#options.onChange(state.dossier);
  }
}

function stateOf({ id, metadata, size = 0, offset }: Upload): UploadState | undefined {
  const { dossier, requirement, name } = metadata ?? {};
  if (!dossier || !requirement) return undefined;
  return { id, dossier, requirement, name: name ?? '', sizeBytes: size ?? 0, receivedBytes: offset };
}
