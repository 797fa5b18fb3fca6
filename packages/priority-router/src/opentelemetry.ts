import { type Meter, metrics } from '@opentelemetry/api';
import type { AnswerRecord } from './metrics/answers.js';
import type { Router } from './router.js';
import type { AtOptions } from './views.js';

/** The name under which the instruments are found. */
const SCOPE = '@dossierkit/priority-router';

/** Options of {@link observeRouter}. */
export interface ObserveOptions {
  /** Default: the global provider's meter for this package. */
  readonly meter?: Meter;
  /** The moment of a reading. Without it, figures are as of the router's last event. */
  readonly now?: () => NonNullable<AtOptions['at']>;
}

/**
 * Reports answers to OpenTelemetry: `priority_router.response.duration`, a histogram of seconds of open time between arrival
 * and answer, and `priority_router.answers.late`, a counter. Their attributes are team, branch, reason, channel, and whether
 * the customer's own advisor answered; advisors, customers and messages are not among them.
 *
 * @param meter default: the global provider's meter for this package
 * @returns to be called with each answer, see `describeAnswer`
 */
export function recordAnswers(meter: Meter = metrics.getMeter(SCOPE)): (answer: AnswerRecord) => void {
  const duration = meter.createHistogram('priority_router.response.duration', {
    description: 'Open time between arrival and answer',
    unit: 's',
  });
  const late = meter.createCounter('priority_router.answers.late', {
    description: 'Answers after the due time',
    unit: '{answer}',
  });
  return ({ team, branch, reason, channel, owner, advisor, responseMs, answeredAt, dueAt }) => {
    const attributes = { team, branch, reason, channel, own: owner === advisor };
    duration.record(responseMs / 1000, attributes);
    if (answeredAt > dueAt) late.add(1, attributes);
  };
}

/**
 * Lets OpenTelemetry read how a router stands, each time that it collects: `priority_router.messages.open` by state,
 * `priority_router.messages.late`, and `priority_router.advisors` by state.
 *
 * @returns to be called when the router is no longer used
 */
export function observeRouter(router: Router, options: ObserveOptions = {}): () => void {
  const { meter = metrics.getMeter(SCOPE), now } = options;
  const open = meter.createObservableGauge('priority_router.messages.open', {
    description: 'Messages that are open',
    unit: '{message}',
  });
  const late = meter.createObservableGauge('priority_router.messages.late', {
    description: 'Open messages past their due time',
    unit: '{message}',
  });
  const people = meter.createObservableGauge('priority_router.advisors', {
    description: 'People who answer',
    unit: '{person}',
  });
  const read: Parameters<Meter['addBatchObservableCallback']>[0] = (result) => {
    const at = now ? { at: now() } : {};
    const figures = router.figures(at);
    for (const state of ['waiting', 'inHand', 'paused', 'delegated'] as const) {
      result.observe(open, figures[state], { state: STATE_NAMES[state] });
    }
    result.observe(late, figures.late);
    const states = router.advisors(at).map(({ state }) => state);
    for (const state of ['present', 'away', 'on-leave'] as const) {
      result.observe(people, states.filter((each) => each === state).length, { state });
    }
  };
  meter.addBatchObservableCallback(read, [open, late, people]);
  return () => meter.removeBatchObservableCallback(read, [open, late, people]);
}

/** As everywhere else in the package. */
const STATE_NAMES = { waiting: 'waiting', inHand: 'in-hand', paused: 'paused', delegated: 'delegated' };
