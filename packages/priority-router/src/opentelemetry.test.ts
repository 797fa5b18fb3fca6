import { timestamp } from '@dossierkit/core';
import { metrics } from '@opentelemetry/api';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import { afterEach, expect, it, vi } from 'vitest';
import { createBusinessCalendar } from './business-time/business-calendar.js';
import { defineBusinessHours } from './business-time/business-hours.js';
import { describeAnswer } from './metrics/answers.js';
import { observeRouter, recordAnswers } from './opentelemetry.js';
import { createRouter } from './router.js';

class ReaderOnDemand extends MetricReader {
  protected override async onShutdown(): Promise<void> {}
  protected override async onForceFlush(): Promise<void> {}
}

const day = [['08:00', '18:00']] as [string, string][];
const calendar = createBusinessCalendar(defineBusinessHours({ zone: 'UTC', weekly: { mon: day } }));
const strategy = { id: 's', version: '1', defaultPromiseMinutes: 30 };
const at = (time: string) => timestamp(`2026-06-01T${time}:00Z`);

/** What the SDK would export now, as plain rows. */
async function collect(reader: MetricReader): Promise<readonly unknown[]> {
  const { resourceMetrics, errors } = await reader.collect();
  expect(errors).toEqual([]);
  return resourceMetrics.scopeMetrics.flatMap(({ metrics: all }) =>
    all.flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ value, attributes }) => {
        const figure = typeof value === 'number' ? value : [value.count, value.sum];
        return [descriptor.name, descriptor.unit, figure, attributes];
      }),
    ),
  );
}

afterEach(() => metrics.disable());

it('hands answers to the SDK without names of people or messages', async () => {
  const reader = new ReaderOnDemand();
  const meter = new MeterProvider({ readers: [reader] }).getMeter('test');
  const router = createRouter({ strategy, calendar });
  router.apply({ type: 'team-set', at: at('08:00'), team: 't', branch: 'north' });
  router.apply({ type: 'advisor-set', at: at('08:00'), advisor: 'ana', teams: ['t'] });
  const record = recordAnswers(meter);
  for (const [item, time] of [
    ['a', '08:20'],
    ['b', '09:00'],
  ] as const) {
    router.apply({
      type: 'message-arrived',
      at: at('08:00'),
      item,
      team: 't',
      reason: 'card',
      channel: 'mail',
    });
    router.apply({ type: 'taken', at: at(time), item, advisor: 'ana' });
    const view = router.item(item);
    if (view) record(describeAnswer(view, { advisor: 'ana', at: at(time), calendar }));
  }
  const attributes = { team: 't', branch: 'north', reason: 'card', channel: 'mail', own: false };
  expect(await collect(reader)).toEqual([
    ['priority_router.response.duration', 's', [2, 4800], attributes],
    ['priority_router.answers.late', '{answer}', 1, attributes],
  ]);
});

it('lets the SDK read how a router stands, until it is told to stop; the global meter by default', async () => {
  const reader = new ReaderOnDemand();
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const router = createRouter({ strategy, calendar });
  for (const advisor of ['ana', 'bob']) {
    router.apply({ type: 'advisor-set', at: at('08:00'), advisor, teams: ['t'] });
  }
  router.apply({ type: 'availability-changed', at: at('08:00'), advisor: 'bob', available: false });
  for (const item of ['a', 'b', 'c'])
    router.apply({ type: 'message-arrived', at: at('08:00'), item, team: 't' });
  router.apply({ type: 'taken', at: at('08:10'), item: 'a', advisor: 'ana' });
  router.apply({ type: 'paused', at: at('08:10'), item: 'c' });
  let now = at('08:10');
  const asked = vi.fn(() => now);
  const stop = observeRouter(router, { now: asked });
  const figures = async () =>
    (await collect(reader)).map((row) => {
      const [name, , value, { state } = {}] = row as [string, string, number, { state?: string }?];
      return `${name.slice('priority_router.'.length)} ${state ?? ''} ${value}`;
    });
  expect(await figures()).toEqual([
    'messages.open waiting 1',
    'messages.open in-hand 1',
    'messages.open paused 1',
    'messages.open delegated 0',
    'messages.late  0',
    'advisors present 1',
    'advisors away 1',
    'advisors on-leave 0',
  ]);
  now = at('08:31');
  expect(await figures()).toContain('messages.late  2');
  stop();
  asked.mockClear();
  await figures();
  expect(asked).not.toHaveBeenCalled();
});
