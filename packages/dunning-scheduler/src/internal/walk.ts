import type { CaseFacts } from '../conditions.js';
import type { ContactCase } from '../contact-case.js';
import type { DunningReason } from '../findings.js';
import { localDayAt } from './calendar-tables.js';
import { type CaseState, LONG_AGO, type PastContact } from './case-state.js';
import type { CompiledPolicy, CompiledStep } from './compile-policy.js';

/** One contact of a step, in UTC minutes. */
export interface WalkedContact {
  readonly channel: number;
  readonly minute: number;
  readonly latest: number;
}

/** A case on its way up a ladder: what does not change, and what is known, or expected, of the step before. */
export interface Walk {
  readonly compiled: CompiledPolicy;
  readonly item: ContactCase;
  readonly state: CaseState;
  readonly nowMinute: number;
  readonly facts: () => CaseFacts;
  /** Contacts that are planned for other cases of the customer: a contact near to one of them joins it. */
  readonly joinable: readonly WalkedContact[];
  /** Why the step at hand is as it is; `undefined` where nobody asks. */
  reasons: DunningReason[] | undefined;
  /** The step that the next one waits for; undefined where there is none. */
  previous: CompiledStep | undefined;
  sentDay: number;
  sentMinute: number;
  /** Local day of delivery, `NEVER` while it is not known. */
  deliveredDay: number;
  deadlineDay: number;
  /** Whether the last warning was given, or is planned. */
  warned: boolean;
  /** Set where a step has no time, so that none after it has one. */
  stuck: boolean;
  /** Past and planned contacts, in order. */
  contacts: PastContact[];
}

/** A walk that begins. */
export function startWalk(
  fixed: Pick<Walk, 'compiled' | 'item' | 'state' | 'nowMinute' | 'facts' | 'joinable'>,
): Walk {
  return {
    ...fixed,
    reasons: undefined,
    previous: undefined,
    sentDay: LONG_AGO,
    sentMinute: LONG_AGO,
    deliveredDay: LONG_AGO,
    deadlineDay: LONG_AGO,
    warned: false,
    stuck: false,
    contacts: fixed.compiled.caps.length === 0 ? [] : contactsBefore(fixed),
  };
}

/** What counts for caps before the walk: the past, and what is planned for other cases of the customer. */
function contactsBefore({
  compiled,
  state,
  joinable,
}: Pick<Walk, 'compiled' | 'state' | 'joinable'>): PastContact[] {
  if (joinable.length === 0) return [...state.contacts];
  const planned = joinable.map(({ channel, minute }) => ({
    day: localDayAt(compiled.tables, minute),
    channel,
    ofCase: false,
  }));
  return [...state.contacts, ...planned].sort((a, b) => a.day - b.day);
}

/** The local day of planning. */
export function todayOf({ compiled, nowMinute }: Walk): number {
  return localDayAt(compiled.tables, nowMinute);
}

/** A step that has no time: none after it has one, unless it was optional. */
export function stickAt(walk: Walk, step: CompiledStep): void {
  if (step.step.optional) return;
  walk.stuck = true;
  walk.previous = step;
}
