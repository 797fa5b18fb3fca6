import type { AnswerRecord } from './answers.js';

type Attributes = Record<string, string | boolean>;

/** The part of OpenTelemetry's `Meter` that is needed, so that nothing has to be installed where it is not used. */
export interface MeterLike {
  createHistogram(
    name: string,
    options: { description: string; unit: string },
  ): { record(value: number, attributes?: Attributes): void };
  createCounter(
    name: string,
    options: { description: string; unit: string },
  ): { add(value: number, attributes?: Attributes): void };
}

export type AnswerRecorder = (answer: AnswerRecord) => void;

/**
 * Reports answers to an OpenTelemetry meter: a histogram of response times in seconds of open time, and a counter of late
 * answers. Advisors, customers and messages are not among the attributes.
 *
 * @param meter for example `metrics.getMeter('inbox')` of `@opentelemetry/api`
 */
export function recordAnswers(meter: MeterLike): AnswerRecorder {
  const duration = meter.createHistogram('priority_router.response.duration', {
    description: 'Open time between arrival and answer',
    unit: 's',
  });
  const late = meter.createCounter('priority_router.answers.late', {
    description: 'Answers after the due time',
    unit: '{answer}',
  });
  return ({ team, reason, channel, owner, advisor, responseMs, answeredAt, dueAt }) => {
    const attributes = { team, reason, channel, own: owner === advisor };
    duration.record(responseMs / 1000, attributes);
    if (answeredAt > dueAt) late.add(1, attributes);
  };
}
