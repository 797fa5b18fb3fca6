import type { Timestamp } from '@dossierkit/core';
import type { Register } from '../registers/register.js';

/** What every question to registers takes. */
export interface VerifyOptions {
  /** Who may be asked. The cheapest that takes the question is asked first, the next where that is not enough. */
  readonly registers: readonly Register[];
  /** The instant of the check, for the report. */
  readonly at: Timestamp;
  readonly signal?: AbortSignal | undefined;
}
