import { type Clock, createCheckReport, digestBytes, type Sha256, type Timestamp } from '@dossierkit/core';
import { type MatchPolicy, matchRecord } from '@dossierkit/doc-match';
import { readInput } from '@dossierkit/doc-reader';
import type { IntakeEvent } from '../events.js';
import type { Examined, IntakeFile, IntakeReport } from '../examination.js';
import type { Expectation } from '../expectation.js';
import { collectFindings, gravest } from './collect-findings.js';
import { Ledger } from './ledger.js';
import { kindOfZone } from './read/kind-of-zone.js';
import { type ReadSettings, readErrorFinding } from './read/reading.js';
import { NotExamined, type Room } from './room.js';

/** The version of the rules by which steps are taken and findings put together. */
const RULES_VERSION = '2';

/** What one intake works with, whatever the file. */
export interface Desk {
  readonly room: Room;
  readonly clock: Clock;
  readonly settings: ReadSettings;
  readonly match?: MatchPolicy;
}

/** Examines one file from its bytes to its report. */
export async function examineFile(
  file: IntakeFile,
  expectation: Expectation,
  desk: Desk,
  emit: (event: IntakeEvent) => void,
  signal: AbortSignal | undefined,
): Promise<IntakeReport> {
  signal?.throwIfAborted();
  const visit = new Visit(expectation, desk, emit, signal);
  const report = await visit.examine(file);
  emit({ type: 'done', report });
  return report;
}

/** One file on its way through the intake. */
class Visit {
  readonly #expectation: Expectation;
  readonly #desk: Desk;
  readonly #emit: (event: IntakeEvent) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #at: Timestamp;
  readonly #ledger = new Ledger();

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

  async examine(file: IntakeFile): Promise<IntakeReport> {
    const { room, settings } = this.#desk;
    const { gate } = room;
    this.#tell({ type: 'step', step: 'open' });
    if (settings.policy.whenBusy === 'wait') await gate.enter(this.#signal);
    else if (!gate.tryEnter()) return this.#breakOff('too-busy', await digestOfGiven(file));
    try {
      return await this.#read(file);
    } finally {
      gate.leave();
    }
  }

  async #read(file: IntakeFile): Promise<IntakeReport> {
    const { room, settings } = this.#desk;
    const { input, handOver = false, ...named } = file;
    const signal = this.#signal;
    const read = await readInput(input, { maxBytes: room.maxBytes, ...(signal && { signal }) });
    signal?.throwIfAborted();
    if (!read.ok) {
      this.#tell({ type: 'noticed', findings: [readErrorFinding(read.error)] });
      this.#tell({ type: 'finished', step: 'open' });
      return this.#report(await digestOfGiven(file));
    }
    const bytes = read.value;
    const digest = await digestBytes(bytes);
    // Bytes that were read in here are nobody else's.
    const movable = bytes !== input || handOver;
    const task = { ...named, bytes, movable, expectation: this.#expectation, settings, at: this.#at };
    try {
      await room.read(task, (event) => this.#tell(event), signal);
    } catch (error) {
      if (error instanceof NotExamined) return this.#breakOff(error.reason, digest);
      throw error;
    }
    this.#agreement(digest);
    return this.#report(digest);
  }

  #agreement(subject: Sha256): void {
    const { record } = this.#expectation;
    const { kind } = this.#ledger.checks;
    const fields = kind?.value.fields ?? [];
    // What another document says would only hide that it is another document.
    const skipped = kind?.findings.some(isWrongKind) ? 'wrong-kind' : 'nothing-to-compare';
    if (!record || fields.length === 0 || skipped === 'wrong-kind') {
      this.#tell({ type: 'skipped', step: 'agreement', reason: skipped });
      return;
    }
    this.#tell({ type: 'step', step: 'agreement' });
    const { match } = this.#desk;
    const report = matchRecord(fields, record, { at: this.#at, subject, ...(match && { policy: match }) });
    this.#tell({ type: 'agreement', report });
    this.#tell({ type: 'finished', step: 'agreement' });
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

  #tell(event: IntakeEvent): void {
    this.#signal?.throwIfAborted();
    this.#ledger.note(event);
    this.#emit(event);
  }

  #report(subject: Sha256): IntakeReport {
    const { steps, checks, findings, format, pages } = this.#ledger;
    const all = collectFindings(findings, this.#expectation, this.#desk.settings.policy);
    const next = gravest(all);
    const kind = checks.kind?.value.kind ?? (checks.zone?.value && kindOfZone(checks.zone.value));
    const value: Examined = {
      ...(format && { format }),
      ...{ pages, ...(kind && { kind }) },
      ...{ steps, checks, ...(next && { next }) },
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

function isWrongKind({ code, outcome }: { readonly code: string; readonly outcome: string }): boolean {
  return (
    outcome === 'failed' &&
    (code === 'doc-classifier/expected-kind' || code === 'doc-classifier/confused-kind')
  );
}
