import type { Money, PlainDate, Timestamp } from '@dossierkit/core';
import type { Channel } from './channels.js';

/** Whether the customer agreed to a channel, objected to it, or said nothing. */
export type Consent = 'given' | 'refused' | 'unknown';

/** How one customer can be reached over one channel. */
export interface ChannelState {
  /** Whether there is an address or a number that is not known to be dead. */
  readonly reachable: boolean;
  /** Default: `unknown`, which is enough for channels whose rule does not ask for consent. */
  readonly consent?: Consent | undefined;
}

/** The person or firm that is to be reached. */
export interface ContactCustomer {
  readonly id: string;
  /** Channels that are absent cannot be used. */
  readonly channels: { readonly [C in Channel]?: ChannelState | undefined };
  /** Taken before the step's own order, where the step allows it. */
  readonly preferredChannel?: Channel | undefined;
  /** Local time of day at which contacts are welcome, `HH:MM`; replaces the step's own. */
  readonly preferredTime?: string | undefined;
  /** For example `consumer`, `student`, `self-employed`: conditions and call lists can ask for it. */
  readonly segment?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Contacts of other cases of this customer, for caps per customer. */
  readonly contacts?: readonly CustomerContact[] | undefined;
}

/** A contact that took place in another case of the same customer. */
export interface CustomerContact {
  readonly at: Timestamp;
  readonly channel: Channel;
}

interface CaseBase {
  readonly id: string;
  readonly customer: ContactCustomer;
  /** What happened, in any order; events later than `at` are a finding and are not used. */
  readonly events: readonly CaseEvent[];
}

/** A dossier that a customer has not completed. */
export interface DossierCase extends CaseBase {
  readonly kind: 'dossier';
  /** The day on which the customer last did something; ages count from here. */
  readonly stoppedOn: PlainDate;
  /** The step at which the customer stopped, for example `income`. */
  readonly stage?: string | undefined;
  /** What is still to be handed in. */
  readonly missing: readonly string[];
  /** The day on which the dossier is closed if nothing comes. */
  readonly deadline?: PlainDate | undefined;
}

/** Money that a customer owes. */
export interface ClaimCase extends CaseBase {
  readonly kind: 'claim';
  /** The day on which the oldest unpaid amount was due; ages count from here. */
  readonly due: PlainDate;
  /** What is owed now, with everything that was paid taken off. */
  readonly outstanding: Money;
  /** How many invoices are unpaid. Default: 1. */
  readonly unpaidInvoices?: number | undefined;
  /** What the bank last answered to a charge, for example `INSUFFICIENT_FUNDS`. */
  readonly lastPaymentResponse?: string | undefined;
}

/** Something a customer is to be reminded of. */
export type ContactCase = DossierCase | ClaimCase;

/** Something that happened in a case. */
export type CaseEvent = { readonly at: Timestamp } & (
  | {
      readonly type: 'sent' | 'delivered' | 'opened' | 'bounced';
      readonly step: string;
      readonly channel: Channel;
    }
  | { readonly type: 'called'; readonly step?: string | undefined; readonly outcome: CallOutcome }
  | { readonly type: 'payment'; readonly amount: Money; readonly outstanding: Money }
  | { readonly type: 'chargeback'; readonly outstanding: Money; readonly due?: PlainDate | undefined }
  | { readonly type: 'promise'; readonly until: PlainDate; readonly amount: Money }
  | { readonly type: 'reply' | 'reply-handled' }
  | { readonly type: 'dispute'; readonly undisputed?: Money | undefined }
  | { readonly type: 'dispute-closed' }
  | { readonly type: 'hold'; readonly until?: PlainDate | undefined }
  | { readonly type: 'hold-lifted' }
  | { readonly type: 'complaint' | 'complaint-closed' }
  | { readonly type: 'consent' | 'objection'; readonly channel: Channel }
  | { readonly type: 'address-unknown' | 'address-found'; readonly channel: Channel }
  | { readonly type: 'item-received' | 'item-refused'; readonly item: string }
  | { readonly type: 'stopped'; readonly why: StopReason }
);

/** How a phone call ended. */
export type CallOutcome = 'conversation' | 'voicemail' | 'no-answer' | 'wrong-number';

/** Why nobody may be reminded any more, for good. */
export type StopReason = 'insolvency' | 'death' | 'withdrawn' | 'written-off' | 'represented';
