import { type Clock, createCheckReport, digestBytes, type Sha256, type Timestamp } from '@dossierkit/core';
import { readInput } from '@dossierkit/doc-reader';
import type { AnswerCache } from '../answer-cache.js';
import type { IntakeEvent } from '../events.js';
import type { Examined, IntakeFile, IntakeReport } from '../examination.js';
import type { Expectation } from '../expectation.js';
import { RULES_VERSION } from '../rules-version.js';
import { believedFields } from './believe.js';
import { collectFindings, gravest } from './collect-findings.js';
import { Ledger } from './ledger.js';
import { type PaperTools, takePaperSteps } from './paper-steps.js';
import { kindOfZone } from './read/kind-of-zone.js';
import { type ReadEvent, type ReadSettings, readErrorFinding } from './read/reading.js';
import { isLasting, keyOf } from './recall.js';
import { NotExamined, type Room } from './room.js';

/** What one intake works with, whatever the file. */
export interface Desk {
  readonly room: Room;
  readonly clock: Clock;
  readonly settings: ReadSettings;
  /** Of everything that answers depend on beside the file and the expectation. */
  readonly settingsDigest: Sha256;
  readonly tools: PaperTools;
  readonly cache: AnswerCache;
}

/** One file on its way through the intake. */
export class Visit {
  readonly #expectation: Expectation;
  readonly #desk: Desk;
  readonly #emit: (event: IntakeEvent) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #told: IntakeEvent[] = [];
  readonly #ledger = new Ledger();
  #at: Timestamp;
  #crash: string | undefined;

  constructor(
    expectation: Expectation,
    desk: Desk,
    emit: (event: IntakeEvent) => void,
    signal: AbortSignal | undefined,
  ) {
    this.#expectation = expectation;
    this.#desk = desk;
    this.#emit = emit;
    this.#signal = signal;
    this.#at = desk.clock.now();
  }

  /** Where a step broke down. */
  get crash(): string | undefined {
    return this.#crash;
  }

  /** Examines one file from its bytes to its report. */
  async examine(file: IntakeFile): Promise<IntakeReport> {
    const signal = this.#signal;
    signal?.throwIfAborted();
    const { room, settings } = this.#desk;
    this.#tell({ type: 'step', step: 'open' });
    if (settings.policy.whenBusy === 'wait') await room.gate.enter(signal);
    else if (!room.gate.tryEnter()) return this.#breakOff('too-busy', await digestOfGiven(file));
    try {
      const read = await readInput(file.input, { maxBytes: room.maxBytes, ...(signal && { signal }) });
      signal?.throwIfAborted();
      if (read.ok) return await this.#examineBytes(file, read.value);
      this.#tell({ type: 'noticed', findings: [readErrorFinding(read.error)] });
      this.#tell({ type: 'finished', step: 'open' });
      return this.#report(await digestOfGiven(file));
    } finally {
      room.gate.leave();
    }
  }

  async #examineBytes(file: IntakeFile, bytes: Uint8Array): Promise<IntakeReport> {
    const { cache, settingsDigest } = this.#desk;
    const subject = await digestBytes(bytes);
    const key = keyOf(file, subject, this.#expectation, settingsDigest, this.#at);
    const known = await cache.get(key);
    if (known) {
      this.#at = known.at;
      // The first step was told already.
      for (const event of known.events.slice(1)) this.#tell(event);
      return this.#report(subject);
    }
    const reason = await this.#read(file, bytes);
    if (reason) return this.#breakOff(reason, subject);
    await this.#judge(subject);
    if (isLasting(this.#ledger.findings)) await cache.set(key, { at: this.#at, events: [...this.#told] });
    return this.#report(subject);
  }

  /** Takes the steps that need pixels or text. Answers with the reason where they came to no end. */
  async #read(
    { input, handOver = false, ...named }: IntakeFile,
    bytes: Uint8Array,
  ): Promise<NotExamined['reason'] | undefined> {
    const { room, settings } = this.#desk;
    // Bytes that were read in here are nobody else's.
    const movable = bytes !== input || handOver;
    const task = { ...named, bytes, movable, expectation: this.#expectation, settings, at: this.#at };
    try {
      await room.read(task, (event) => this.#hear(event), this.#signal);
      return undefined;
    } catch (error) {
      if (!(error instanceof NotExamined)) throw error;
      this.#crash = error.trace;
      return error.reason;
    }
  }

  /** Takes the steps that need no pixels, unless the file could not be read or its picture cannot be used. */
  async #judge(subject: Sha256): Promise<void> {
    const ledger = this.#ledger;
    const unusable = ledger.steps.some(({ skipped }) => skipped === 'picture-unusable');
    if (ledger.format === undefined) return;
    if (unusable) {
      for (const step of ['agreement', 'registers'] as const) {
        this.#tell({ type: 'skipped', step, reason: 'picture-unusable' });
      }
      return;
    }
    const tell = (event: IntakeEvent): void => this.#tell(event);
    const paper = {
      subject,
      at: this.#at,
      expectation: this.#expectation,
      ledger,
      tell,
      signal: this.#signal,
    };
    await takePaperSteps(paper, this.#desk.tools);
    this.#signal?.throwIfAborted();
  }

  /** What was learned so far is worth keeping. */
  #breakOff(reason: NotExamined['reason'], subject: Sha256): IntakeReport {
    const code = 'document-intake/not-examined';
    this.#tell({
      type: 'noticed',
      findings: [{ code, outcome: 'inconclusive', severity: 'critical', params: { reason } }],
    });
    return this.#report(subject);
  }

  #hear(event: ReadEvent): void {
    if (event.type === 'seals-found') this.#ledger.note(event);
    else this.#tell(event);
  }

  #tell(event: IntakeEvent): void {
    this.#signal?.throwIfAborted();
    this.#ledger.note(event);
    // Pixels are for who listens now; a kept answer is plain JSON.
    if (event.type !== 'picture') this.#told.push(event);
    this.#emit(event);
  }

  #report(subject: Sha256): IntakeReport {
    const { steps, checks, findings, format, pages, pageNumbers } = this.#ledger;
    const all = collectFindings(findings, this.#expectation, this.#desk.settings.policy);
    const next = gravest(all);
    const kind = checks.kind?.value.kind ?? (checks.zone?.value && kindOfZone(checks.zone.value));
    const value: Examined = {
      ...(format && { format }),
      ...{ pages, ...(kind && { kind }) },
      ...{ fields: believedFields(checks), pageNumbers, steps, checks },
      ...(next && { next }),
    };
    return createCheckReport({
      ...{ check: 'document-intake', version: RULES_VERSION },
      ...{ subject, at: this.#at, findings: all, value },
    });
  }
}

/** The digest of what cannot be read in, as far as there is anything to digest. */
function digestOfGiven({ input }: IntakeFile): Promise<Sha256> {
  return digestBytes(input instanceof Uint8Array ? input : new Uint8Array());
}
