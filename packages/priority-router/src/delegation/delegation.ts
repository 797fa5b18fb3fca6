import type { Timestamp } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { RequestPart } from '../events.js';

/** One request of a message, on its way to its expert and back. */
export interface DelegatedPart {
  readonly part: string;
  readonly expert: RequestPart['expert'];
  /** `open` until the expert answers, refuses, or is told that it is no longer needed. */
  readonly status: 'open' | 'answered' | 'refused' | 'recalled';
  readonly askedAt: Timestamp;
  /** By when the expert has to answer, so that time is left to put the reply together. */
  readonly dueAt: Timestamp;
  /** The answer, or why it was refused. */
  readonly text?: string;
  readonly closedAt?: Timestamp;
  /** When its silence brought the message back to its owner, last. */
  readonly escalatedAt?: Timestamp;
}

/** A message whose requests were given to several experts. Plain data; the parts are in the customer's order. */
export interface Delegation {
  readonly item: string;
  readonly replyDueAt: Timestamp;
  readonly parts: readonly DelegatedPart[];
}

/** What the parts amount to so far. */
export interface AssembledReply {
  /** `complete`: every request is covered. `partial`: some are. `blocked`: none is. */
  readonly status: 'complete' | 'partial' | 'blocked';
  /** The answers, in the order in which the customer asked. */
  readonly sections: readonly { readonly part: string; readonly text: string }[];
  /** What the reply still lacks. */
  readonly missing: readonly { readonly part: string; readonly status: 'open' | 'refused' }[];
}

/** What {@link splitRequests} needs to know. */
export interface SplitOptions {
  readonly at: Timestamp;
  readonly calendar: BusinessCalendar;
  /** Open minutes kept for putting the reply together. Default 60. */
  readonly reserveMinutes?: number;
  /** An earlier split of the same message: its parts stay, and parts of the same name are asked anew. */
  readonly earlier?: Delegation;
}

/**
 * Gives the requests of one message to their experts.
 *
 * Their due time is counted backwards, in open time, from when the customer was promised the reply. Where that has
 * passed already, they are due at once.
 */
export function splitRequests(
  message: { readonly item: string; readonly dueAt: Timestamp },
  requests: readonly RequestPart[],
  options: SplitOptions,
): Delegation {
  const { at, calendar, reserveMinutes = 60, earlier } = options;
  const latest = calendar.subtract(message.dueAt, reserveMinutes * 60_000);
  const dueAt = latest > at ? latest : at;
  const asked = requests.map(
    ({ part, expert }): DelegatedPart => ({ part, expert, status: 'open', askedAt: at, dueAt }),
  );
  const kept = (earlier?.parts ?? []).map((old) => asked.find(({ part }) => part === old.part) ?? old);
  const added = asked.filter(({ part }) => !kept.some((each) => each.part === part));
  return { item: message.item, replyDueAt: message.dueAt, parts: [...kept, ...added] };
}

/** The delegation with one part closed. A part that is answered or recalled stays as it is, and so does an unknown one. */
export function closePart(
  delegation: Delegation,
  part: string,
  status: 'answered' | 'refused' | 'recalled',
  closing: { readonly at: Timestamp; readonly text?: string },
): Delegation {
  const parts = delegation.parts.map((each): DelegatedPart => {
    if (each.part !== part || each.status === 'answered' || each.status === 'recalled') return each;
    return {
      ...each,
      status,
      closedAt: closing.at,
      ...(closing.text === undefined ? {} : { text: closing.text }),
    };
  });
  return { ...delegation, parts };
}

/** One reply out of all parts, in the order in which the customer asked. Recalled requests are left out. */
export function assembleReply(delegation: Delegation): AssembledReply {
  const sections: { part: string; text: string }[] = [];
  const missing: { part: string; status: 'open' | 'refused' }[] = [];
  for (const { part, status, text } of delegation.parts) {
    if (status === 'answered') sections.push({ part, text: text ?? '' });
    else if (status !== 'recalled') missing.push({ part, status });
  }
  const status = missing.length === 0 ? 'complete' : sections.length === 0 ? 'blocked' : 'partial';
  return { status, sections, missing };
}

/** Experts who have not answered in time, longest silent first: somebody has to ask. */
export function silentParts(delegation: Delegation, at: Timestamp): readonly DelegatedPart[] {
  return delegation.parts
    .filter(({ status, dueAt }) => status === 'open' && dueAt <= at)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}
