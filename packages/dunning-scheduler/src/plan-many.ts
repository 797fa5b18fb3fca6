import { dayNumber, parsePlainDate, type Timestamp, timestampMs } from '@dossierkit/core';
import type { Calendar } from './calendar.js';
import { CHANNELS, type Channel } from './channels.js';
import type { ClaimCase, ContactCase } from './contact-case.js';
import { type CompiledPolicy, compilePolicy } from './internal/compile-policy.js';
import { foldEvents, initialState } from './internal/fold-events.js';
import { ladderFor, unreadableField } from './internal/readable-case.js';
import { walkLadder } from './internal/walk-ladder.js';
import type { DunningPolicy } from './policy.js';

/** Planned contacts of many cases, in columns; `count` rows are filled. */
export interface PlanRows {
  readonly count: number;
  /** The case of each row. */
  readonly caseIds: readonly string[];
  /** The step of each row, as an index into the ladder's steps. */
  readonly steps: Uint8Array;
  /** The ladder of each row, as an index into the policy's ladders. */
  readonly ladders: Uint8Array;
  /** The channel of each row, as an index into {@link CHANNELS}. */
  readonly channels: Uint8Array;
  /** First permitted minute, in minutes since 1970-01-01T00:00Z. */
  readonly earliest: Int32Array;
  /** Last permitted minute of the same opening. */
  readonly latest: Int32Array;
}

/** What {@link planMany} needs beside cases and policy. */
export interface PlanManyOptions {
  readonly at: Timestamp;
  /** The calendar of a case's customer: one for all, or one for each place. */
  readonly calendarOf: Calendar | ((item: ContactCase) => Calendar);
  /** Rows a chunk. Default: 65 536. */
  readonly chunkRows?: number | undefined;
}

interface Chunk {
  count: number;
  readonly caseIds: string[];
  readonly steps: Uint8Array;
  readonly ladders: Uint8Array;
  readonly channels: Uint8Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

/**
 * Plans very many cases, without reasons, as a stream of chunks: each chunk can be written and forgotten. The times are those
 * of {@link planContacts}: the same walk finds them. Cases that cannot be planned have no rows.
 *
 * Cases without a history whose days and channels are alike have the same plan, which is found once.
 */
export function* planMany(
  cases: Iterable<ContactCase>,
  policy: DunningPolicy,
  options: PlanManyOptions,
): Generator<PlanRows, void, void> {
  const { at, calendarOf, chunkRows = 65_536 } = options;
  const planner = new ManyPlanner(policy, at);
  const margin = 40 * CHANNELS.length;
  let chunk = emptyChunk(chunkRows + margin);
  for (const item of cases) {
    planner.plan(item, typeof calendarOf === 'function' ? calendarOf(item) : calendarOf, chunk);
    if (chunk.count >= chunkRows) {
      yield chunk;
      chunk = emptyChunk(chunkRows + margin);
    }
  }
  if (chunk.count > 0) yield chunk;
}

/** Plans that are kept at most, so that odd data cannot fill the memory. */
const MAX_KEPT = 50_000;

/** The rows of one plan, four numbers each: step, channel, earliest, latest. */
type KeptPlan = Int32Array;

/** A calendar with what was planned in it so far. */
interface PlannedPlace {
  readonly compiled: CompiledPolicy;
  readonly kept: Map<number, KeptPlan>;
}

class ManyPlanner {
  readonly #policy: DunningPolicy;
  readonly #atMs: number;
  readonly #nowMinute: number;
  readonly #days = new Map<string, number>();
  readonly #places = new Map<Calendar, PlannedPlace>();

  constructor(policy: DunningPolicy, at: Timestamp) {
    this.#policy = policy;
    this.#atMs = timestampMs(at);
    this.#nowMinute = Math.ceil(this.#atMs / 60_000);
  }

  plan(item: ContactCase, calendar: Calendar, chunk: Chunk): void {
    const { compiled, kept } = this.#placeOf(calendar);
    const key = item.events.length > 0 ? undefined : this.#keyOf(compiled, item);
    if (key === undefined) {
      this.#append(item, this.#walk(compiled, item), chunk);
      return;
    }
    let rows = kept.get(key);
    if (!rows) {
      rows = this.#walk(compiled, item);
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(key, rows);
    }
    this.#append(item, rows, chunk);
  }

  #placeOf(calendar: Calendar): PlannedPlace {
    let place = this.#places.get(calendar);
    if (!place) {
      place = { compiled: compilePolicy(this.#policy, calendar), kept: new Map() };
      this.#places.set(calendar, place);
    }
    return place;
  }

  /** A number that is the same for cases with the same plan; `undefined` where there may be no other case like it. */
  #keyOf(compiled: CompiledPolicy, item: ContactCase): number | undefined {
    const ladder = compiled.ladders[0];
    const { customer } = item;
    if (!ladder?.isForAll || !ladder.isUniform || customer.contacts !== undefined) return undefined;
    if (customer.preferredTime !== undefined) return undefined;
    const isClaim = item.kind === 'claim';
    const start = this.#dayOf(isClaim ? item.due : item.stoppedOn);
    if (!(start >= 0 && start < 131_072)) return undefined;
    let left = 0;
    if (!isClaim && item.deadline !== undefined) {
      left = this.#dayOf(item.deadline) - start + 1;
      if (!(left > 0 && left < 4096)) return undefined;
    }
    if (isClaim ? !isPlainDebt(item) : item.missing.length === 0) return undefined;
    return ((start * 4096 + left) * 16_384 + channelBits(item)) * 8 + preferredIndex(item);
  }

  /** Few days come up very often: reading each once is enough. */
  #dayOf(text: string): number {
    let day = this.#days.get(text);
    if (day === undefined) {
      const parsed = parsePlainDate(text);
      day = parsed.ok ? dayNumber(parsed.value) : -1;
      if (this.#days.size >= MAX_KEPT) this.#days.clear();
      this.#days.set(text, day);
    }
    return day;
  }

  #walk(compiled: CompiledPolicy, item: ContactCase): KeptPlan {
    if (unreadableField(item) !== undefined) return NO_ROWS;
    const isFresh = item.events.length === 0 && item.customer.contacts === undefined;
    const state = isFresh ? initialState(item) : foldEvents(item, this.#policy, compiled.tables, this.#atMs);
    const ladder = state.closed === undefined ? ladderFor(compiled, item, state, this.#nowMinute) : undefined;
    if (!ladder) return NO_ROWS;
    const rows: number[] = [];
    const options = { nowMinute: this.#nowMinute, explained: false };
    walkLadder(compiled, ladder, item, state, options, ({ step, contacts }) => {
      for (const { channel, minute, latest } of contacts)
        rows.push(ladder.index * 64 + step.index, channel, minute, latest);
    });
    return Int32Array.from(rows);
  }

  #append(item: ContactCase, rows: KeptPlan, chunk: Chunk): void {
    for (let at = 0; at < rows.length; at += 4) {
      const row = chunk.count++;
      const step = rows[at] as number;
      chunk.caseIds[row] = item.id;
      chunk.steps[row] = step & 63;
      chunk.ladders[row] = step >> 6;
      chunk.channels[row] = rows[at + 1] as number;
      chunk.earliest[row] = rows[at + 2] as number;
      chunk.latest[row] = rows[at + 3] as number;
    }
  }
}

function isPlainDebt({ outstanding: { amountMinor, currency } }: ClaimCase): boolean {
  return Number.isSafeInteger(amountMinor) && amountMinor > 0 && /^[A-Z]{3}$/.test(currency);
}

const NO_ROWS: KeptPlan = new Int32Array(0);

/** Two bits a channel: whether it is reachable, and whether consent was given or refused. */
function channelBits({ customer: { channels } }: ContactCase): number {
  let bits = 0;
  for (let index = 0; index < CHANNELS.length; index++) {
    const state = channels[CHANNELS[index] as Channel];
    const usable = !state?.reachable || state.consent === 'refused' ? 0 : state.consent === 'given' ? 2 : 1;
    bits = bits * 4 + usable;
  }
  return bits;
}

function preferredIndex({ customer: { preferredChannel } }: ContactCase): number {
  return preferredChannel === undefined ? 7 : CHANNELS.indexOf(preferredChannel);
}

/** The channel of a row. */
export function channelOfRow(rows: PlanRows, row: number): Channel {
  return CHANNELS[rows.channels[row] as number] as Channel;
}

function emptyChunk(rows: number): Chunk {
  return {
    count: 0,
    caseIds: [],
    steps: new Uint8Array(rows),
    ladders: new Uint8Array(rows),
    channels: new Uint8Array(rows),
    earliest: new Int32Array(rows),
    latest: new Int32Array(rows),
  };
}
