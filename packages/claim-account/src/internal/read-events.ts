import { type Money, type PlainDate, parsePlainDate } from '@dossierkit/core';
import type { Claim, ClaimEvent } from '../claim.js';
import type { ClaimFinding } from '../findings.js';

const TYPES: readonly ClaimEvent['type'][] = [
  'payment',
  'chargeback',
  'credit-note',
  'credit-note-cancelled',
  'fee',
  'reminder',
  'dispute',
  'dispute-closed',
  'hold',
  'hold-lifted',
  'promise',
  'write-off',
];

/** The events that can be used up to a day, in order; every other one is a finding. */
export function readEvents(claim: Claim, on: PlainDate, findings: ClaimFinding[]): ClaimEvent[] {
  const ids = new Set<string>();
  const usable: { readonly event: ClaimEvent; readonly index: number }[] = [];
  for (const [index, event] of claim.events.entries()) {
    const finding = problemOf(event, index, claim, ids);
    if (finding) findings.push(finding);
    ids.add(event.id);
    const isLeftOut = finding && finding.code !== 'claim-account/event-before-claim';
    if (!isLeftOut && event.on <= on) usable.push({ event, index });
  }
  return usable
    .sort((a, b) => (a.event.on === b.event.on ? a.index - b.index : a.event.on < b.event.on ? -1 : 1))
    .map(({ event }) => event);
}

function problemOf(
  event: ClaimEvent,
  index: number,
  claim: Claim,
  ids: ReadonlySet<string>,
): ClaimFinding | undefined {
  const isReadable =
    TYPES.includes(event.type) && typeof event.id === 'string' && parsePlainDate(String(event.on)).ok;
  if (!isReadable || ('until' in event && event.until !== undefined && !parsePlainDate(event.until).ok))
    return failed({ code: 'claim-account/event-unreadable', params: { index } });
  const { id, on } = event;
  if (ids.has(id)) return failed({ code: 'claim-account/event-repeated', params: { id } });
  if ('amount' in event && !isUsable(event.amount, claim))
    return failed({ code: 'claim-account/amount-unusable', params: { id } });
  if ('cost' in event && event.cost !== undefined && !isUsable(event.cost, claim))
    return failed({ code: 'claim-account/amount-unusable', params: { id } });
  if (event.type === 'chargeback' && !isKnown(claim, event.payment, 'payment'))
    return failed({ code: 'claim-account/reference-missing', params: { id } });
  if (event.type === 'credit-note-cancelled' && !isKnown(claim, event.creditNote, 'credit-note'))
    return failed({ code: 'claim-account/reference-missing', params: { id } });
  const begin = claim.invoicedOn ?? claim.due;
  if (event.type === 'payment' && on < begin)
    return failed({ code: 'claim-account/event-before-claim', params: { id, on } });
  return undefined;
}

type Bare<F extends ClaimFinding> = F extends ClaimFinding ? Pick<F, 'code' | 'params'> : never;

function failed(finding: Bare<ClaimFinding>): ClaimFinding {
  return { ...finding, outcome: 'failed', severity: 'warning' } as ClaimFinding;
}

function isUsable({ amountMinor, currency }: Money, claim: Claim): boolean {
  return Number.isSafeInteger(amountMinor) && amountMinor >= 0 && currency === claim.principal.currency;
}

function isKnown(claim: Claim, id: string, type: ClaimEvent['type']): boolean {
  return claim.events.some((event) => event.id === id && event.type === type);
}
