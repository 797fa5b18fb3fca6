/** When a register that fails is left alone, and for how long. */
export interface BreakerPolicy {
  /** Failures in a row that open the breaker. */
  readonly failures: number;
  /** How long it stays open the first time; doubled after every probe that fails. */
  readonly openMs: number;
  readonly maxOpenMs: number;
}

/** Leave to send one request; handed back with what became of it. */
export interface Permit {
  /** The one request by which an open breaker finds out whether the register is back. */
  readonly probe: boolean;
  /** Counts the times that the breaker opened: what was sent before no longer matters. */
  readonly era: number;
}

/**
 * Keeps a register that is down from being asked by everyone. Closed: all pass. After so many failures in a row it opens:
 * none pass. When its time is over one probe passes: a success closes it, a failure opens it for twice as long.
 */
export interface CircuitBreaker {
  /** Leave to send now, or when to come back. */
  request(nowMs: number): Permit | { readonly retryAtMs: number };
  /** `neutral`: the request was given up, or says nothing about the register's health. */
  settle(permit: Permit, result: 'success' | 'failure' | 'neutral', nowMs: number): void;
}

/** Makes a breaker that is closed. It has no clock of its own: the time is passed in. */
export function createCircuitBreaker({ failures, openMs, maxOpenMs }: BreakerPolicy): CircuitBreaker {
  let inARow = 0;
  let openUntilMs: number | undefined;
  let nextOpenMs = openMs;
  let probing = false;
  let era = 0;

  const open = (nowMs: number): void => {
    openUntilMs = nowMs + nextOpenMs;
    nextOpenMs = Math.min(nextOpenMs * 2, maxOpenMs);
    era++;
  };

  return {
    request: (nowMs) => {
      if (openUntilMs === undefined) return { probe: false, era };
      if (nowMs < openUntilMs || probing) return { retryAtMs: Math.max(openUntilMs, nowMs + 1) };
      probing = true;
      return { probe: true, era };
    },
    settle: (permit, result, nowMs) => {
      if (permit.era !== era) return;
      if (permit.probe) probing = false;
      if (result === 'neutral') return;
      if (result === 'success') {
        inARow = 0;
        openUntilMs = undefined;
        nextOpenMs = openMs;
        return;
      }
      inARow++;
      if (permit.probe || inARow >= failures) open(nowMs);
    },
  };
}
