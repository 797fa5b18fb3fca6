import type { RuleSource } from '@dossierkit/core';
import { z } from 'zod';
import { CHANNELS, type Channel, channelSchema } from '../channels.js';
import { conditionSchema } from '../conditions.js';
import type { ChannelRule, DunningPolicy, DunningPolicyInput, Ladder } from '../policy.js';
import { weeklyHoursSchema } from '../weekly-hours.js';

const name = z.string().min(1).max(80);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, from 00:00 to 23:59');
const days = z.int().min(0).max(365);

const sourceSchema = z.strictObject({
  id: name,
  title: z.string(),
  url: z.string(),
  validFrom: z.string(),
  validTo: z.string().optional(),
}) as unknown as z.ZodType<RuleSource, RuleSource>;

const stepSchema = z.strictObject({
  id: name,
  kind: z.enum(['reminder', 'warning', 'measure']).default('reminder'),
  from: z.enum(['start', 'deadline', 'previous']).default('start'),
  days: z.int().min(-3650).max(3650),
  count: z.enum(['days', 'working-days', 'end-of-month', 'full-days']).default('days'),
  at: clock.default('09:00'),
  channels: z.array(channelSchema).min(1).max(CHANNELS.length),
  deliver: z.enum(['first', 'all']).default('first'),
  template: name,
  variants: z
    .array(z.strictObject({ id: name, when: conditionSchema }))
    .max(50)
    .default([]),
  deadlineDays: z.int().min(1).max(365).optional(),
  graceDays: days.default(0),
  when: conditionSchema.optional(),
  optional: z.boolean().default(false),
  lapseDays: days.optional(),
  fee: z.strictObject({ code: name, amountMinor: z.int().min(0) }).optional(),
});

const ladderSchema = z.strictObject({
  id: name,
  when: conditionSchema.default({}),
  steps: z.array(stepSchema).min(1).max(40),
});

const capSchema = z.strictObject({
  id: name,
  channels: z.array(channelSchema).min(1).optional(),
  per: z.enum(['case', 'customer']).default('customer'),
  max: z.int().min(1).max(1000),
  days: z.int().min(1).max(366),
  source: sourceSchema.optional(),
});

const channelRuleSchema = z.strictObject({
  hours: weeklyHoursSchema.optional(),
  needs: z.enum(['consent', 'no-objection']).optional(),
  presumedDeliveredDays: z.int().min(0).max(30).nullable().optional(),
  quietDaysAfterConversation: z.int().min(0).max(90).optional(),
  costMinor: z.int().min(0).optional(),
  source: sourceSchema.optional(),
});

const rule = (
  needs: ChannelRule['needs'],
  presumedDeliveredDays: number | null,
  costMinor: number,
): ChannelRule => ({ needs, presumedDeliveredDays, costMinor, quietDaysAfterConversation: 0 });

const channelDefaults: { readonly [C in Channel]: ChannelRule } = {
  // In Germany 99 % of letters arrive by the fourth working day (PostG § 18, from 2025 on).
  letter: rule('no-objection', 4, 110),
  phone: rule('no-objection', null, 450),
  email: rule('no-objection', 1, 1),
  sms: rule('no-objection', 0, 8),
  chat: rule('consent', null, 5),
  messenger: rule('consent', null, 6),
  portal: rule('no-objection', null, 0),
};

const channelsSchema = z
  .strictObject(
    Object.fromEntries(CHANNELS.map((channel) => [channel, channelRuleSchema.optional()])) as Record<
      Channel,
      z.ZodOptional<typeof channelRuleSchema>
    >,
  )
  .prefault({})
  .transform(
    (rules) =>
      Object.fromEntries(
        CHANNELS.map((channel) => [channel, { ...channelDefaults[channel], ...rules[channel] }]),
      ) as Record<Channel, ChannelRule>,
  );

/** The schema of a dunning policy. */
export const dunningPolicySchema: z.ZodType<DunningPolicy, DunningPolicyInput> = z
  .strictObject({
    id: name,
    version: name,
    ladders: z.array(ladderSchema).min(1).max(100),
    channels: channelsSchema,
    caps: z.array(capSchema).max(50).default([]),
    promiseGraceDays: z.int().min(0).max(30).default(2),
    maxPromises: z.int().min(0).max(20).default(3),
    partDispute: z.enum(['pause', 'continue']).default('pause'),
    partPayment: z.enum(['restart', 'keep']).default('restart'),
    replyPauseDays: z.int().min(0).max(60).default(5),
    bundleDays: z.int().min(0).max(30).default(3),
  })
  .check((context) => {
    for (const issue of ladderIssues(context.value.ladders)) {
      context.issues.push({ code: 'custom', input: context.value, ...issue });
    }
  }) as unknown as z.ZodType<DunningPolicy, DunningPolicyInput>;

interface LadderIssue {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What a schema of single keys cannot see: doubled steps, measures without a warning, steps before their predecessor. */
function* ladderIssues(ladders: readonly Ladder[]): Generator<LadderIssue> {
  const ids = new Set<string>();
  for (const [l, { id, steps }] of ladders.entries()) {
    if (ids.has(id)) yield { path: ['ladders', l, 'id'], message: `"${id}" is used twice` };
    ids.add(id);
    for (const s of steps.keys()) {
      for (const [key, message] of stepIssues(steps, s))
        yield { path: ['ladders', l, 'steps', s, key], message };
    }
  }
}

function* stepIssues(steps: Ladder['steps'], index: number): Generator<[key: string, message: string]> {
  const step = steps[index] as Ladder['steps'][number];
  if (steps.findIndex(({ id }) => id === step.id) < index)
    yield ['id', `"${step.id}" comes twice: a ladder has no cycles`];
  if (new Set(step.channels).size < step.channels.length) yield ['channels', 'each channel once'];
  if (index === 0 && step.from === 'previous') yield ['from', 'the first step has no step before it'];
  if (step.from === 'previous' && step.days < 0)
    yield ['days', 'a step cannot come before the one it follows'];
  if (step.count === 'full-days' && step.from !== 'previous')
    yield ['count', 'full days count from the step before'];
  if (step.count === 'working-days' && step.days < 0) yield ['days', 'working days count forwards'];
  if (step.kind === 'warning' && step.optional) yield ['optional', 'a warning cannot be left out'];
  if (step.kind !== 'measure') return;
  const before = steps.slice(0, index).findLast(({ optional }) => !optional);
  if (before?.kind !== 'warning') yield ['kind', 'the step before a measure is its warning'];
  if (step.graceDays < 1) yield ['graceDays', 'a measure leaves at least one day after its warning'];
}
