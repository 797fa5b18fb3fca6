import { dayFromNumber } from '@dossierkit/core';
import { CHANNELS, type Channel } from '../channels.js';
import type { DunningReason } from '../findings.js';
import { minuteOfDay } from '../weekly-hours.js';
import { localDayAt, localTimeOf, utcMinuteAt } from './calendar-tables.js';
import { type FullCap, fullCapOn, insertContact } from './caps.js';
import { LONG_AGO } from './case-state.js';
import type { CompiledPolicy, CompiledStep } from './compile-policy.js';
import { stretchFrom } from './open-table.js';
import type { Walk, WalkedContact } from './walk.js';

/** Finds for each channel the first minute that is open, under every cap, and not before the step's own time. */
export function timeContacts(
  walk: Walk,
  step: CompiledStep,
  readyDay: number,
  channels: readonly number[],
): readonly WalkedContact[] {
  const { compiled, item, nowMinute, sentMinute } = walk;
  const { preferredTime } = item.customer;
  const atMinute = preferredTime === undefined ? step.atMinute : minuteOfDay(preferredTime);
  const fullDays = step.step.count === 'full-days' && sentMinute !== LONG_AGO;
  const notBefore = fullDays ? Math.max(nowMinute, sentMinute + step.step.days * 1440) : nowMinute;
  const contacts: WalkedContact[] = [];
  for (const channel of channels) {
    const wish: Wish = { channel, day: afterConversation(walk, readyDay, channel), atMinute, notBefore };
    const contact = timeContact(walk, wish);
    if (!contact) continue;
    contacts.push(contact);
    if (compiled.caps.length > 0) count(walk, contact);
  }
  return contacts.length < 2 ? contacts : contacts.sort((a, b) => a.minute - b.minute);
}

/** When a contact is wanted: on a local day at a minute of it, and not before a UTC minute. */
interface Wish {
  readonly channel: number;
  readonly day: number;
  readonly atMinute: number;
  readonly notBefore: number;
}

/** The day itself, or the first one after the channel's days of quiet. */
function afterConversation({ compiled, state, reasons }: Walk, readyDay: number, channel: number): number {
  const day = state.conversationDay + (compiled.quietDays[channel] as number);
  if (state.conversationDay === LONG_AGO || day <= readyDay) return readyDay;
  const params = { channel: CHANNELS[channel] as Channel, day: dayFromNumber(day) };
  reasons?.push({ code: 'dunning-scheduler/after-conversation', params });
  return day;
}

function timeContact(walk: Walk, wish: Wish): WalkedContact | undefined {
  const { compiled, joinable, reasons } = walk;
  const { tables, caps } = compiled;
  for (let day = wish.day; ; ) {
    const wanted = Math.max(utcMinuteAt(tables, day, wish.atMinute), wish.notBefore);
    const contact = openContact(compiled, wish, wanted);
    if (!contact) return undefined;
    const joined = joinable.length === 0 ? undefined : contactToJoin(walk, contact);
    if (joined) return joined;
    const full =
      caps.length === 0 ? undefined : fullCapOn(caps, walk.contacts, contact.channel, dayOf(walk, contact));
    if (!full) {
      if (contact.minute !== wanted && reasons) reasons.push(movedReason(compiled, wanted, contact.minute));
      return contact;
    }
    day = full.freeDay;
    reasons?.push(capReason(full));
  }
}

/** The first open minute from the wanted one on; on another day its usual time, not the minute at which its hours begin. */
function openContact(
  { tables, open }: CompiledPolicy,
  { channel, atMinute }: Wish,
  wanted: number,
): WalkedContact | undefined {
  const table = open[channel] as CompiledPolicy['open'][number];
  let at = stretchFrom(table, wanted);
  if (at >= table.ends.length) return undefined;
  let minute = Math.max(wanted, table.starts[at] as number);
  const day = localDayAt(tables, minute);
  if (minute > wanted && day > localDayAt(tables, wanted)) {
    const usual = utcMinuteAt(tables, day, atMinute);
    const from = usual > minute ? stretchFrom(table, usual) : at;
    if (from < table.ends.length && (table.starts[from] as number) <= usual) {
      at = from;
      minute = Math.max(minute, usual);
    }
  }
  return day > tables.lastDay ? undefined : { channel, minute, latest: table.ends[at] as number };
}

/**
 * The first contact of another case that lies near enough after this one, over the same channel. It is one contact with it:
 * only what is counted for each case by itself can stand against that.
 */
function contactToJoin(walk: Walk, { channel, minute }: WalkedContact): WalkedContact | undefined {
  const { compiled, joinable } = walk;
  const lastDay = localDayAt(compiled.tables, minute) + compiled.policy.bundleDays;
  const ownCaps = compiled.caps.filter(({ cap }) => cap.per === 'case');
  return joinable
    .filter((each) => each.channel === channel && each.minute >= minute && dayOf(walk, each) <= lastDay)
    .sort((a, b) => a.minute - b.minute)
    .find(
      (each) =>
        compiled.policy.bundleDays > 0 && !fullCapOn(ownCaps, walk.contacts, channel, dayOf(walk, each)),
    );
}

/** A contact that joins another case's is counted there for the customer, and here for the case. */
function count(walk: Walk, contact: WalkedContact): void {
  const { channel } = contact;
  const day = dayOf(walk, contact);
  if (walk.joinable.includes(contact)) {
    const known = walk.contacts.findIndex(
      (each) => !each.ofCase && each.channel === channel && each.day === day,
    );
    walk.contacts.splice(known, 1);
  }
  insertContact(walk.contacts, { day, channel, ofCase: true });
}

const dayOf = ({ compiled }: Walk, { minute }: WalkedContact): number => localDayAt(compiled.tables, minute);

function capReason({ cap: { id, max, days }, freeDay }: FullCap): DunningReason {
  return {
    code: 'dunning-scheduler/cap-reached',
    params: { cap: id, max, days, day: dayFromNumber(freeDay) },
  };
}

function movedReason({ tables }: CompiledPolicy, from: number, to: number): DunningReason {
  const holiday = tables.holidayNames.get(localDayAt(tables, from)) ?? null;
  const params = { from: localTimeOf(tables, from).local, to: localTimeOf(tables, to).local, holiday };
  return { code: 'dunning-scheduler/moved-to-open-time', params };
}
