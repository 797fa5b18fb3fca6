import { z } from 'zod';
import type { Strategy } from '../strategy.js';

const points = z.number().min(0);
const share = z.number().min(0).max(1);
const table = z.record(z.string(), points).default({});
const id = z.string().min(1).max(200);
const promisedMinutes = z.number().int().min(1).max(525_600);

const weights = z.strictObject({
  reasons: table,
  profiles: table,
  flags: table,
  dossierStates: table,
  valueTiers: z.array(points).default([]),
  interaction: points.default(0),
  waitingHour: points.default(1),
  lateHour: points.default(0),
});

const promise = z.strictObject({
  reason: z.string().optional(),
  profile: z.string().optional(),
  answer: z.enum(['first', 'next']).optional(),
  minutes: promisedMinutes,
});

const personal = z.strictObject({
  maxPinned: z.number().int().min(0).max(50).default(5),
  maxPoints: points.default(50),
  maxMoved: z.number().int().min(0).max(500).default(50),
  reach: z.enum(['warn', 'never-late']).default('never-late'),
  reserveMinutes: z.number().int().min(0).max(10_080).default(60),
});

const serviceMinutes = z.number().min(0.1).max(1440);

export const strategySchema: z.ZodType<Strategy> = z.strictObject({
  id,
  version: id,
  order: z.enum(['weighted', 'earliest-deadline', 'generalised-cmu']).default('weighted'),
  weights: weights.prefault({}),
  service: z
    .record(z.string(), z.strictObject({ minutes: serviceMinutes, delayCost: points.default(1) }))
    .default({}),
  defaultServiceMinutes: serviceMinutes.default(5),
  promises: z.array(promise).max(1000).default([]),
  defaultPromiseMinutes: promisedMinutes.default(480),
  overflowShare: share.default(0.5),
  relaxing: z
    .array(z.strictObject({ share, drop: z.enum(['language', 'skills', 'team']) }))
    .max(3)
    .default([]),
  escalateAfterMinutes: z.number().int().min(1).max(10_080).default(30),
  spread: z.enum(['least-open', 'round-robin']).default('least-open'),
  channelLoad: z.record(z.string(), z.number().min(0.01).max(1000)).default({}),
  exclude: z
    .strictObject({
      flags: z.array(z.string()).default([]),
      olderThanHours: z.number().positive().optional(),
    })
    .prefault({}),
  assignmentLimit: z
    .strictObject({
      count: z.number().int().min(1),
      windowMinutes: z.number().positive().max(10_080),
    })
    .optional(),
  personal: personal.prefault({}),
});
