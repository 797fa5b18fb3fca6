import type { Calendar } from '../calendar.js';
import { tablesOf } from '../calendar.js';
import { CHANNELS, type Channel } from '../channels.js';
import type { ContactCap, DunningPolicy, LadderStep } from '../policy.js';
import { minuteOfDay } from '../weekly-hours.js';
import { type CalendarTables, openWithin } from './calendar-tables.js';
import type { OpenTable } from './open-table.js';

/** A ladder step with everything looked up that can be. */
export interface CompiledStep {
  readonly step: LadderStep;
  readonly index: number;
  readonly atMinute: number;
  readonly channels: readonly number[];
  /** The usual days between the step before and this one. */
  readonly gapDays: number;
}

export interface CompiledLadder {
  readonly id: string;
  readonly index: number;
  readonly when: DunningPolicy['ladders'][number]['when'];
  /** Whether it is for every case. */
  readonly isForAll: boolean;
  /** Whether no step asks for more than days and channels, so that like cases have the same plan. */
  readonly isUniform: boolean;
  readonly steps: readonly CompiledStep[];
}

export interface CompiledCap {
  readonly cap: ContactCap;
  /** Bit for each channel index. */
  readonly mask: number;
}

/** A policy put together with one calendar. */
export interface CompiledPolicy {
  readonly policy: DunningPolicy;
  readonly tables: CalendarTables;
  readonly ladders: readonly CompiledLadder[];
  /** The open minutes of each channel, by its index. */
  readonly open: readonly OpenTable[];
  readonly caps: readonly CompiledCap[];
  /** Working days until a message counts as delivered, by channel index; -1: never without a confirmation. */
  readonly presumedDays: readonly number[];
  readonly needsConsent: readonly boolean[];
  readonly quietDays: readonly number[];
}

const compiled = new WeakMap<DunningPolicy, WeakMap<Calendar, CompiledPolicy>>();

/** Compiles once for each pair of policy and calendar. */
export function compilePolicy(policy: DunningPolicy, calendar: Calendar): CompiledPolicy {
  let byCalendar = compiled.get(policy);
  if (!byCalendar) {
    byCalendar = new WeakMap();
    compiled.set(policy, byCalendar);
  }
  let known = byCalendar.get(calendar);
  if (!known) {
    known = compile(policy, tablesOf(calendar));
    byCalendar.set(calendar, known);
  }
  return known;
}

function compile(policy: DunningPolicy, tables: CalendarTables): CompiledPolicy {
  const rules = CHANNELS.map((channel) => policy.channels[channel]);
  return {
    policy,
    tables,
    ladders: policy.ladders.map(({ id, when, steps }, index) => ({
      id,
      index,
      when,
      isForAll: Object.keys(when).length === 0,
      isUniform: steps.every((step) => step.when === undefined),
      steps: steps.map((step, index) => compileStep(step, index, steps[index - 1])),
    })),
    open: rules.map(({ hours }) => (hours ? openWithin(tables, hours) : tables.open)),
    caps: policy.caps.map((cap) => ({
      cap,
      mask: maskOf(cap.channels ?? CHANNELS),
    })),
    presumedDays: rules.map(({ presumedDeliveredDays }) => presumedDeliveredDays ?? -1),
    needsConsent: rules.map(({ needs }) => needs === 'consent'),
    quietDays: rules.map(({ quietDaysAfterConversation }) => quietDaysAfterConversation),
  };
}

function compileStep(step: LadderStep, index: number, before: LadderStep | undefined): CompiledStep {
  const sameStart = before && before.from === step.from && before.count === step.count;
  const gap = step.from === 'previous' ? step.days : sameStart ? step.days - before.days : 1;
  return {
    step,
    index,
    atMinute: minuteOfDay(step.at),
    channels: step.channels.map((channel) => CHANNELS.indexOf(channel)),
    gapDays: index === 0 ? 0 : Math.max(1, gap),
  };
}

function maskOf(channels: readonly Channel[]): number {
  let mask = 0;
  for (const channel of channels) mask |= 1 << CHANNELS.indexOf(channel);
  return mask;
}
