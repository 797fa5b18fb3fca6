import { type Clock, DossierkitError } from '@dossierkit/core';
import type { ClassifierPolicy, KindProfile } from '@dossierkit/doc-classifier';
import type { MatchPolicy } from '@dossierkit/doc-match';
import type { QualityPolicy } from '@dossierkit/doc-quality';
import { defineReadLimits, type Reader } from '@dossierkit/doc-reader';
import type { MrzPolicy } from '@dossierkit/mrz-check';
import type { IntakePool } from './create-intake-pool.js';
import type { Examination, IntakeFile } from './examination.js';
import type { Expectation } from './expectation.js';
import { type Desk, examineFile } from './internal/examine-file.js';
import { InlineRoom } from './internal/inline-room.js';
import { listenable } from './internal/listenable.js';
import type { Room } from './internal/room.js';
import { ThreadRoom } from './internal/thread-room.js';
import { defineIntakePolicy, type IntakePolicy } from './policy.js';

/** What an intake works with. Exactly one of `pool` and `reader`. */
export interface IntakeOptions {
  /** Worker threads to read files in; the host creates and closes it. */
  readonly pool?: IntakePool;
  /** Reads files on this thread instead: for a command line, a test, a host that is a worker itself. */
  readonly reader?: Reader;
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
  const { clock, match, quality, mrz, classifier, profiles } = options;
  const settings = {
    policy: options.policy ?? defineIntakePolicy(),
    ...(quality && { quality }),
    ...(mrz && { mrz }),
    ...(classifier && { classifier }),
    ...(profiles && { profiles }),
  };
  const desk: Desk = { room: roomOf(options), clock, settings, ...(match && { match }) };
  return {
    examine: (file, expectation = {}, { signal } = {}) =>
      listenable((emit) => examineFile(file, expectation, desk, emit, signal)),
  };
}

function roomOf({ pool, reader }: IntakeOptions): Room {
  if (pool instanceof ThreadRoom && !reader) return pool;
  if (reader && !pool) return new InlineRoom(reader, defineReadLimits().maxBytes, INLINE_PLACES);
  throw new DossierkitError('document-intake/invalid-option', 'An intake needs either a pool or a reader');
}
