import { type RuleSource, type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';

/** How often a card network lets a declined payment be tried again. */
export interface CardRetryLimit {
  readonly max: number;
  /** Sliding window, to the minute and not by calendar days. */
  readonly hours: number;
  readonly source: RuleSource;
}

/** The limits of the card networks on trying one declined payment again. They fine those who go beyond. */
export const cardRetryLimits: { readonly [Network in 'visa' | 'mastercard']: CardRetryLimit } = {
  visa: {
    max: 15,
    hours: 30 * 24,
    source: {
      id: 'cards/visa-reattempts',
      title: 'Visa Core Rules, reattempts of declined transactions: 15 in 30 days',
      url: 'https://usa.visa.com/support/consumer/visa-rules.html',
      validFrom: '2021-04-17',
    },
  },
  mastercard: {
    max: 10,
    hours: 24,
    source: {
      id: 'cards/mastercard-excessive-attempts',
      title: 'Mastercard Transaction Processing Excellence, excessive attempts: 10 in 24 hours',
      url: 'https://www.mastercard.com/globalrisk/en/resources/rules.html',
      validFrom: '2019-07-01',
    },
  },
};

const HOUR_MS = 3_600_000;

/**
 * The first moment at or after `wanted` at which a declined payment may be tried again under a limit: one before which fewer
 * than `max` tries lie in its window. Tries that are already planned for later count as well.
 */
export function nextCardRetry(
  limit: CardRetryLimit,
  tries: readonly Timestamp[],
  wanted: Timestamp,
): Timestamp {
  const windowMs = limit.hours * HOUR_MS;
  const known = tries.map(timestampMs).sort((a, b) => b - a);
  let at = timestampMs(wanted);
  for (;;) {
    // A later try whose window reaches back to this moment counts, and so does an earlier one that has not left its own.
    const near = known.filter((each) => Math.abs(each - at) < windowMs);
    const full = near[limit.max - 1];
    if (full === undefined) return timestampFromMs(at);
    at = full + windowMs;
  }
}
