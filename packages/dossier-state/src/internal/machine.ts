import { digestJson, type JsonValue, type Timestamp } from '@dossierkit/core';
import { assign, setup } from 'xstate';
import type { DossierState, MachineRef } from '../dossier.js';
import type { DossierEvent } from '../events.js';
import type { Product } from '../product.js';
import { type RequirementState, type RequirementStatus, requirementsOf } from '../requirements.js';
import { describeNode } from './describe-node.js';
import { type DossierRecord, reduce } from './reduce.js';

/** What the machine works on. The product is passed in with every event and never stored. */
export interface MachineContext {
  readonly record: DossierRecord;
  readonly product: Product;
  /** When the event takes effect. */
  readonly at: Timestamp;
}

type GuardArgs = { readonly context: MachineContext; readonly event: DossierEvent };

const statuses = new WeakMap<readonly RequirementState[], ReadonlySet<RequirementStatus>>();

function statusOf({ record, product }: MachineContext): ReadonlySet<RequirementStatus> {
  const requirements = requirementsOf(record, product);
  let set = statuses.get(requirements);
  if (!set) {
    set = new Set(requirements.map(({ status }) => status));
    statuses.set(requirements, set);
  }
  return set;
}

function isUntouched(context: MachineContext): boolean {
  const { cycle: now, submissions } = context.record;
  return (
    statusOf(context).has('asked') && !submissions.some(({ cycle, takenBack }) => cycle === now && !takenBack)
  );
}

const timerIs = (timer: string) => (args: GuardArgs) =>
  args.event.type === 'timer-fired' && args.event.timer === timer;

/**
 * The life of a dossier. Inside `open`, every event goes through `routing`, which derives from the requirements whose
 * turn it is; so no event has to know where it leads. The machine holds no timers: those are data with absolute due
 * times, because a live timer survives neither a restart nor 25 days.
 */
export const dossierMachine = setup({
  types: {} as { context: MachineContext; events: DossierEvent },
  actions: {
    apply: assign(({ context, event }) => ({
      record: reduce(context.record, event, context.product, context.at),
    })),
  },
  guards: {
    isRejected: ({ context }) => context.record.decision?.matter === 'reject',
    isApprovedAgain: ({ context }) =>
      context.record.decision?.matter === 'approve' && context.record.cycle > 1,
    isApproved: ({ context }) => context.record.decision?.matter === 'approve',
    needsRedo: ({ context }) => statusOf(context).has('to-redo') || statusOf(context).has('expired'),
    isUntouched: ({ context }) => context.record.cycle === 1 && isUntouched(context),
    isUntouchedAgain: ({ context }) => isUntouched(context),
    needsDocuments: ({ context }) => statusOf(context).has('asked'),
    isChecking: ({ context }) => statusOf(context).has('handed-in'),
    needsReview: ({ context }) => statusOf(context).has('in-review'),
    needsSignature: ({ context }) => context.product.signature,
    needsNoSignature: ({ context }) => !context.product.signature,
    isExpiry: timerIs('expire'),
    isApprovalEnd: timerIs('approval'),
    isReverification: timerIs('reverify'),
    isArchiving: timerIs('archive'),
  },
}).createMachine({
  id: 'dossier',
  context: ({ input }) => input as unknown as MachineContext,
  initial: 'open',
  states: {
    open: {
      initial: 'routing',
      on: {
        'answers-given': { target: '.routing', actions: 'apply' },
        'handed-in': { target: '.routing', actions: 'apply' },
        'report-received': { target: '.routing', actions: 'apply' },
        'review-asked': { target: '.routing', actions: 'apply' },
        reviewed: { target: '.routing', actions: 'apply' },
        'taken-back': { target: '.routing', actions: 'apply' },
        proposed: { target: '.routing', actions: 'apply' },
        confirmed: { target: '.routing', actions: 'apply' },
        declined: { target: '.routing', actions: 'apply' },
        extended: { target: '.routing', actions: 'apply' },
        migrated: { target: '.routing', actions: 'apply' },
        withdrawn: { target: 'withdrawn', actions: 'apply' },
        'timer-fired': [
          { guard: 'isExpiry', target: 'expired', actions: 'apply' },
          { target: '.routing', actions: 'apply' },
        ],
      },
      states: {
        routing: {
          always: [
            { guard: 'isRejected', target: '#dossier.rejected' },
            { guard: 'isApprovedAgain', target: '#dossier.active' },
            { guard: 'isApproved', target: '#dossier.approved' },
            { guard: 'needsRedo', target: 'awaiting-customer' },
            { guard: 'isUntouched', target: 'opened' },
            { guard: 'isUntouchedAgain', target: 'reopened' },
            { guard: 'needsDocuments', target: 'collecting' },
            { guard: 'isChecking', target: 'checking' },
            { guard: 'needsReview', target: 'in-review' },
            { target: 'in-approval' },
          ],
        },
        opened: {},
        reopened: {},
        collecting: {},
        'awaiting-customer': {},
        checking: {},
        'in-review': {},
        'in-approval': {},
      },
    },
    approved: {
      on: {
        'contract-sent': { guard: 'needsSignature', target: 'to-sign', actions: 'apply' },
        activated: { guard: 'needsNoSignature', target: 'active', actions: 'apply' },
        withdrawn: { target: 'withdrawn', actions: 'apply' },
        migrated: { actions: 'apply' },
        'timer-fired': { guard: 'isApprovalEnd', target: 'open.routing', actions: 'apply' },
      },
    },
    'to-sign': {
      on: {
        'contract-signed': { target: 'active', actions: 'apply' },
        withdrawn: { target: 'withdrawn', actions: 'apply' },
        migrated: { actions: 'apply' },
        'timer-fired': { guard: 'isApprovalEnd', target: 'open.routing', actions: 'apply' },
      },
    },
    active: {
      on: {
        reopened: { target: 'open.routing', actions: 'apply' },
        'timer-fired': { guard: 'isReverification', target: 'open.routing', actions: 'apply' },
        ended: { target: 'archived', actions: 'apply' },
        migrated: { actions: 'apply' },
      },
    },
    rejected: {
      on: {
        reconsidered: { target: 'open.routing', actions: 'apply' },
        'timer-fired': { guard: 'isArchiving', target: 'archived', actions: 'apply' },
      },
    },
    withdrawn: {
      on: {
        resumed: { target: 'open.routing', actions: 'apply' },
        'timer-fired': { guard: 'isArchiving', target: 'archived', actions: 'apply' },
      },
    },
    expired: {
      on: {
        resumed: { target: 'open.routing', actions: 'apply' },
        'timer-fired': { guard: 'isArchiving', target: 'archived', actions: 'apply' },
      },
    },
    archived: { type: 'final' },
  },
});

/** States inside `open`, where the machine's value has two levels. */
const OPEN_STATES: ReadonlySet<DossierState> = new Set<DossierState>([
  'opened',
  'reopened',
  'collecting',
  'awaiting-customer',
  'checking',
  'in-review',
  'in-approval',
]);

/** Whether documents and answers are still taken. */
export function isOpen(state: DossierState): boolean {
  return OPEN_STATES.has(state);
}

/** The machine's value of a dossier's state, and back. */
export function machineValueOf(state: DossierState): { open: DossierState } | DossierState {
  return isOpen(state) ? { open: state } : state;
}

/** The dossier's state of the machine's value. */
export function stateOf(value: unknown): DossierState {
  return (typeof value === 'string' ? value : (value as { open: string }).open) as DossierState;
}

/** Raise it when the meaning of a state or an event changes, so that what is stored is migrated and not misread. */
const MACHINE_VERSION = 1;

/** Names the machine in everything that is stored. */
export const MACHINE: MachineRef = {
  id: 'dossierkit/dossier',
  version: MACHINE_VERSION,
  digest: digestJson(describeNode(dossierMachine.root) as unknown as JsonValue),
};
