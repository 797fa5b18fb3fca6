import { type Clock, timestampMs } from '@dossierkit/core';

/** What one customer may do. */
export interface CustomerLimits {
  readonly maxBytes: number;
  /** Files in an hour. */
  readonly maxFilesAnHour: number;
  /** Files that are under way at the same time. */
  readonly maxUnderWay: number;
}

export const LIMITS: CustomerLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxFilesAnHour: 60,
  maxUnderWay: 5,
};

const HOUR_MS = 3_600_000;

/** Counts the files of each customer in a sliding hour. */
export class FileCounter {
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #times = new Map<string, number[]>();

  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** Takes one file into account; answers with the seconds to wait where the customer has sent too many. */
  take(customer: string): number {
    const now = timestampMs(this.#clock.now());
    const recent = (this.#times.get(customer) ?? []).filter((time) => time > now - HOUR_MS);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= this.#limit)
      return Math.ceil((oldest + HOUR_MS - now) / 1000);
    this.#times.set(customer, [...recent, now]);
    return 0;
  }
}
