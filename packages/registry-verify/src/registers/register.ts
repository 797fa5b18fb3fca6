import type { Timestamp } from '@dossierkit/core';
import type { Evidence } from './evidence.js';
import type { Question, QuestionKind } from './question.js';

/**
 * Why a register gave no answer to the question. None of these says anything about the company or the person.
 *
 * - `unreachable`, `timeout`, `unavailable` (an error of the server, or of the source behind it)
 * - `rate-limited`, `quota-exhausted`; `circuit-open`: it failed repeatedly and is left alone for a while
 * - `maintenance-page`: a page for people where data was expected
 * - `changed-shape`: cut off, not JSON, or without a field that the answer would rest on
 * - `wrong-subject`: an answer about somebody else
 * - `masked`: the register keeps what would decide to itself
 * - `unauthorised`: key missing, wrong or expired; `refused`: it does not take the question
 * - `redirected`: sent elsewhere, which is not followed because the key would go along; `too-large`
 * - `incomplete`: more entries than were read
 * - `not-an-answer`: a document of this register, but of another kind
 * - `cancelled`: the caller's signal
 */
export type InconclusiveReason =
  | 'unreachable'
  | 'timeout'
  | 'unavailable'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'circuit-open'
  | 'maintenance-page'
  | 'changed-shape'
  | 'wrong-subject'
  | 'masked'
  | 'unauthorised'
  | 'refused'
  | 'redirected'
  | 'too-large'
  | 'incomplete'
  | 'not-an-answer'
  | 'cancelled';

/** No answer, and why. `retryAt`: from when it makes sense to ask again; absent where waiting does not help. */
export interface Inconclusive {
  readonly outcome: 'inconclusive';
  readonly register: string;
  readonly reason: InconclusiveReason;
  readonly retryAt?: Timestamp;
}

/** What came of a question: facts, "no such entry", or nothing that may be used. */
export type RegisterAnswer =
  | { readonly outcome: 'found'; readonly evidence: Evidence }
  | { readonly outcome: 'not-found'; readonly evidence: Evidence }
  | Inconclusive;

/** The port to a register. `./testing` has the contract suite that every implementation passes. */
export interface Register {
  /** Stable, for example `inpi-rne`. */
  readonly id: string;
  /** For people: `Registre national des entreprises (INPI)`. */
  readonly name: string;
  /** The kinds of question whose "not found" is final: nobody knows better. */
  readonly authoritativeFor: readonly QuestionKind[];
  /** Registers are asked in this order, the lowest first: effort, quota and money taken together. */
  readonly cost: number;
  /** Whether this register can be asked this at all. Decides without asking. */
  accepts(question: Question): boolean;
  /** Asks. Never rejects; an outage, a limit, a changed answer are `inconclusive`. */
  ask(question: Question, options?: { readonly signal?: AbortSignal | undefined }): Promise<RegisterAnswer>;
}
