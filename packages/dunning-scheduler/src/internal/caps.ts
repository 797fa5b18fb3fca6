import type { PastContact } from './case-state.js';
import type { CompiledCap } from './compile-policy.js';

/** A cap that is full on a day, and the first day on which its window has room again. */
export interface FullCap {
  readonly cap: CompiledCap['cap'];
  readonly freeDay: number;
}

/** The cap that keeps a contact from this day the longest, if any. `contacts` are in order of their days. */
export function fullCapOn(
  caps: readonly CompiledCap[],
  contacts: readonly PastContact[],
  channel: number,
  day: number,
): FullCap | undefined {
  let worst: FullCap | undefined;
  for (const { cap, mask } of caps) {
    if ((mask & (1 << channel)) === 0) continue;
    const freeDay = firstFreeDay(contacts, mask, cap.per === 'case', cap.max, cap.days, day);
    if (freeDay > day && (!worst || freeDay > worst.freeDay)) worst = { cap, freeDay };
  }
  return worst;
}

/**
 * The window of a day is the day itself and the `days - 1` before it. A step over several channels may have planned a later
 * contact already, in whose window this one would lie: that counts as well.
 */
function firstFreeDay(
  contacts: readonly PastContact[],
  mask: number,
  caseOnly: boolean,
  max: number,
  days: number,
  day: number,
): number {
  let count = 0;
  for (let at = contacts.length - 1; at >= 0; at--) {
    const contact = contacts[at] as PastContact;
    if (contact.day >= day + days) continue;
    if (contact.day <= day - days) break;
    if ((mask & (1 << contact.channel)) === 0 || (caseOnly && !contact.ofCase)) continue;
    count++;
    if (count === max) return contact.day + days;
  }
  return day;
}

/** Puts a contact where its day belongs. */
export function insertContact(contacts: PastContact[], contact: PastContact): void {
  let at = contacts.length;
  while (at > 0 && (contacts[at - 1] as PastContact).day > contact.day) at--;
  contacts.splice(at, 0, contact);
}
