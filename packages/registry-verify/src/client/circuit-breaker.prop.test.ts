import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { createCircuitBreaker, type Permit } from './circuit-breaker.js';

const policy = { failures: 3, openMs: 1000, maxOpenMs: 4000 };

type Step =
  | { readonly kind: 'request' }
  | { readonly kind: 'settle'; readonly which: number; readonly result: 'success' | 'failure' | 'neutral' }
  | { readonly kind: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: 'request' as const }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('settle' as const),
        which: fc.nat(),
        result: fc.constantFrom(
          'success' as const,
          'failure' as const,
          'failure' as const,
          'neutral' as const,
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 3000 }) }) },
  ),
  { maxLength: 120 },
);

/** The rule in the plainest words: a list of what happened, judged anew at every step. */
class Model {
  state: 'closed' | 'open' | 'probing' = 'closed';
  failures = 0;
  openings = 0;
  until = 0;
  allowed(now: number): boolean {
    return this.state === 'closed' || (this.state === 'open' && now >= this.until);
  }
  opened(now: number): void {
    this.state = 'open';
    this.until = now + Math.min(policy.openMs * 2 ** this.openings, policy.maxOpenMs);
    this.openings++;
  }
  settled(probe: boolean, result: string, now: number): void {
    if (probe && result === 'neutral') this.state = 'open';
    if (result === 'success') {
      this.state = 'closed';
      this.failures = 0;
      this.openings = 0;
    }
    if (result !== 'failure') return;
    this.failures++;
    if (probe || this.failures >= policy.failures) this.opened(now);
  }
}

test.prop([steps])('opens and closes by its rule under any schedule', (schedule) => {
  const breaker = createCircuitBreaker(policy);
  const model = new Model();
  const pending: { permit: Permit; openings: number }[] = [];
  let now = 0;
  let eras = 0;
  for (const step of schedule) {
    if (step.kind === 'wait') now += step.ms;
    if (step.kind === 'request') {
      const leave = breaker.request(now);
      expect('era' in leave, `at ${now}`).toBe(model.allowed(now));
      if ('era' in leave) {
        expect(leave.probe).toBe(model.state !== 'closed');
        if (leave.probe) model.state = 'probing';
        pending.push({ permit: leave, openings: eras });
      } else {
        expect(leave.retryAtMs).toBeGreaterThan(now);
        expect(leave.retryAtMs).toBeGreaterThanOrEqual(model.until);
      }
    }
    if (step.kind === 'settle' && pending.length > 0) {
      const [settled] = pending.splice(step.which % pending.length, 1);
      if (!settled) continue;
      breaker.settle(settled.permit, step.result, now);
      if (settled.openings !== eras) continue;
      const before = model.openings;
      const wasOpen = model.state;
      model.settled(settled.permit.probe, step.result, now);
      if (step.result === 'failure' && (model.openings > before || wasOpen === 'probing')) eras++;
    }
  }
});

it('lets exactly one probe through when its time is over', () => {
  const breaker = createCircuitBreaker(policy);
  for (let i = 0; i < 3; i++) breaker.settle(breaker.request(0) as Permit, 'failure', 0);
  expect(breaker.request(999)).toEqual({ retryAtMs: 1000 });
  expect(breaker.request(1000)).toMatchObject({ probe: true });
  expect(breaker.request(1000)).toEqual({ retryAtMs: 1001 });
});
