import {
  type Clock,
  DossierkitError,
  digestJson,
  type JsonValue,
  type Sha256,
  type Timestamp,
  type Verdict,
} from '@dossierkit/core';
import type { AuthenticityPolicy, TracePolicy, TrustStore } from '@dossierkit/doc-authenticity';
import type { ClassifierPolicy, KindProfile } from '@dossierkit/doc-classifier';
import type { MatchPolicy } from '@dossierkit/doc-match';
import type { QualityPolicy } from '@dossierkit/doc-quality';
import type { Reader } from '@dossierkit/doc-reader';
import type { MrzPolicy } from '@dossierkit/mrz-check';
import type { Register } from '@dossierkit/registry-verify';
import type { AnswerCache } from './answer-cache.js';
import type { IntakePool } from './create-intake-pool.js';
import type { IntakeEvent, IntakeStep } from './events.js';
import type { Examination, IntakeFile, IntakeReport } from './examination.js';
import type { SetExamination, SetExpectation } from './examine-set.js';
import type { Expectation } from './expectation.js';
import { type Desk, Visit } from './internal/examine-file.js';
import { InOrder } from './internal/in-order.js';
import { InlineRoom } from './internal/inline-room.js';
import { listenable } from './internal/listenable.js';
import { forgiving } from './internal/recall.js';
import type { Room } from './internal/room.js';
import { examineFiles } from './internal/sets/examine-files.js';
import { ThreadRoom } from './internal/thread-room.js';
import { defineIntakePolicy, type IntakePolicy } from './policy.js';

/** What an intake works with. Exactly one of `pool` and `reader`. */
export interface IntakeOptions {
  /** Worker threads to read files in; the host creates and closes it. */
  readonly pool?: IntakePool;
  /** Reads files on this thread instead: for a command line, a test, a host that is a worker itself. */
  readonly reader?: Reader;
  readonly clock: Clock;
  /** What visible digital seals are verified with. Default: seals are not looked for. */
  readonly trust?: TrustStore;
  /** Who is asked about what a document says. Default: nobody. */
  readonly registers?: readonly Register[];
  /** Keeps answers, so that the same file gets the same one at once. Default: none are kept. */
  readonly cache?: AnswerCache;
  /** Called once for each file that was answered: with its digest, never with what it says. */
  readonly log?: (entry: IntakeLogEntry) => void;
  /** Default: `defineIntakePolicy()`. */
  readonly policy?: IntakePolicy;
  /** Policies of the checks. Default: each check's own. */
  readonly quality?: QualityPolicy;
  readonly mrz?: MrzPolicy;
  readonly classifier?: ClassifierPolicy;
  readonly authenticity?: AuthenticityPolicy;
  readonly traces?: TracePolicy;
  readonly match?: MatchPolicy;
  /** The kinds of documents to tell apart. Default: those that are built in. */
  readonly profiles?: readonly KindProfile[];
}

/** One line of a log about one file. */
export interface IntakeLogEntry {
  readonly at: Timestamp;
  readonly subject: Sha256;
  readonly verdict: Verdict;
  /** The code of what is asked of the customer next. */
  readonly next?: string;
  readonly steps: readonly IntakeStep[];
  /** Where a step broke down: the kind of error and its frames, not its message. A mistake of a program; please report it. */
  readonly crash?: string;
}

/** Options of one examination. */
export interface ExamineOptions {
  readonly signal?: AbortSignal;
  /** Whose file it is: the files of one customer are answered in the order in which they came. Default: nobody waits. */
  readonly customer?: string;
}

/** Examines files, one call each. */
export interface Intake {
  /**
   * Reads a file once and runs every check that applies, the cheapest that may decide first.
   *
   * Begins at once, whether or not anybody listens. A broken or hostile file ends in a report like any other.
   */
  examine(file: IntakeFile, expectation?: Expectation, options?: ExamineOptions): Examination;
  /**
   * Examines files that belong together: each on its own, then what they say about each other.
   *
   * @example
   * const { report } = intake.examineSet([{ input: front }, { input: back }], { type: 'card' });
   */
  examineSet(
    files: readonly IntakeFile[],
    expectation: SetExpectation,
    options?: ExamineOptions,
  ): SetExamination;
}

/** How many files an intake without a pool holds at the same time. */
const INLINE_PLACES = 4;

/**
 * Creates an intake.
 *
 * @throws {DossierkitError} `document-intake/invalid-option` where there is neither a pool nor a reader, or both
 * @example
 * const intake = createIntake({ pool, clock });
 * const examination = intake.examine({ input: bytes, name: 'photo.jpg' }, { kinds: ['passport'] });
 * for await (const event of examination) console.log(event.type);
 * const report = await examination.report;
 */
export function createIntake(options: IntakeOptions): Intake {
  const desk = deskOf(options);
  const inOrder = new InOrder();
  const examine: Intake['examine'] = (file, expectation = {}, { signal, customer } = {}) =>
    listenable<IntakeEvent, IntakeReport>(async (emit) => {
      const visit = new Visit(expectation, desk, emit, signal);
      const work = (): Promise<IntakeReport> => visit.examine(file);
      const report = await (customer === undefined ? work() : inOrder.run(customer, work));
      options.log?.(logEntryOf(report, visit.crash));
      emit({ type: 'done', report });
      return report;
    });
  return {
    examine,
    examineSet: (files, expectation, examineOptions) =>
      listenable((emit) => {
        const { classifier } = options;
        const tools = {
          at: desk.clock.now(),
          examine: (file: IntakeFile, each: Expectation) => examine(file, each, examineOptions),
          ...(classifier && { classifier }),
        };
        return examineFiles(files, expectation, tools, emit);
      }),
  };
}

function deskOf(options: IntakeOptions): Desk {
  const { clock, trust, registers = [], match, authenticity } = options;
  const { quality, mrz, classifier, profiles, traces } = options;
  const settings = {
    ...{ policy: options.policy ?? defineIntakePolicy(), hasTrust: trust !== undefined },
    ...(quality && { quality }),
    ...(mrz && { mrz }),
    ...(classifier && { classifier }),
    ...(profiles && { profiles }),
    ...(traces && { traces }),
  };
  const weighed = { settings, match, authenticity, registers: registers.map(({ id }) => id) };
  return {
    ...{ room: roomOf(options), clock, settings },
    settingsDigest: digestJson(JSON.parse(JSON.stringify(weighed)) as JsonValue),
    tools: {
      registers,
      ...(trust && { trust }),
      ...(match && { match }),
      ...(authenticity && { authenticity }),
    },
    cache: forgiving(options.cache),
  };
}

function logEntryOf(
  { at, subject, verdict, value }: IntakeReport,
  crash: string | undefined,
): IntakeLogEntry {
  const { next, steps } = value;
  return {
    at,
    subject,
    verdict,
    steps,
    ...(next && { next: next.code }),
    ...(crash !== undefined && { crash }),
  };
}

function roomOf({ pool, reader }: IntakeOptions): Room {
  if (pool instanceof ThreadRoom && !reader) return pool;
  if (reader && !pool) return new InlineRoom(reader, INLINE_PLACES);
  throw new DossierkitError('document-intake/invalid-option', 'An intake needs either a pool or a reader');
}
