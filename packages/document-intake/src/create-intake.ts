import type { Clock } from '@dossierkit/core';
import type { ClassifierPolicy, KindProfile } from '@dossierkit/doc-classifier';
import type { MatchPolicy } from '@dossierkit/doc-match';
import type { QualityPolicy } from '@dossierkit/doc-quality';
import type { Reader } from '@dossierkit/doc-reader';
import type { MrzPolicy } from '@dossierkit/mrz-check';
import type { Examination, IntakeEvent, IntakeFile, IntakeReport } from './examination.js';
import type { Expectation } from './expectation.js';
import { examineFile } from './internal/examine-file.js';
import { defineIntakePolicy, type IntakePolicy } from './policy.js';

/** What an intake works with. */
export interface IntakeOptions {
  /** Opens files; the host creates it and closes it. */
  readonly reader: Reader;
  readonly clock: Clock;
  /** Default: `defineIntakePolicy()`. */
  readonly policy?: IntakePolicy;
  /** Policies of the checks. Default: each check's own. */
  readonly quality?: QualityPolicy;
  readonly mrz?: MrzPolicy;
  readonly classifier?: ClassifierPolicy;
  readonly match?: MatchPolicy;
  /** The kinds of documents to tell apart. Default: those that are built in. */
  readonly profiles?: readonly KindProfile[];
}

/** Examines files, one call each. */
export interface Intake {
  /**
   * Reads a file once and runs every check that applies, the cheapest that may decide first.
   *
   * Begins at once, whether or not anybody listens. A broken or hostile file ends in a report like any other.
   */
  examine(
    file: IntakeFile,
    expectation?: Expectation,
    options?: { readonly signal?: AbortSignal },
  ): Examination;
}

/**
 * Creates an intake.
 *
 * @example
 * const intake = createIntake({ reader, clock });
 * const examination = intake.examine({ input: bytes, name: 'photo.jpg' }, { kinds: ['passport'] });
 * for await (const event of examination) console.log(event.type);
 * const report = await examination.report;
 */
export function createIntake(options: IntakeOptions): Intake {
  const settings = { ...options, policy: options.policy ?? defineIntakePolicy() };
  return {
    examine: (file, expectation = {}, { signal } = {}) =>
      listenable((emit) => examineFile(file, expectation, settings, emit, signal)),
  };
}

/** Starts the work; its events wait in a stream for whoever listens. */
function listenable(work: (emit: (event: IntakeEvent) => void) => Promise<IntakeReport>): Examination {
  let report: Promise<IntakeReport> | undefined;
  const events = new ReadableStream<IntakeEvent>({
    start(controller) {
      let listening = true;
      report = work((event) => listening && controller.enqueue(event));
      report.then(
        () => listening && controller.close(),
        (error) => listening && controller.error(error),
      );
      this.cancel = () => {
        listening = false;
      };
    },
  });
  // A listener gets the error from the stream; who only listens must not be told a second time.
  report?.catch(() => {});
  return { report: report as Promise<IntakeReport>, [Symbol.asyncIterator]: () => events.values() };
}
