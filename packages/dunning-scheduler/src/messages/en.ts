import type { MessageFormat, MessagesFor } from '@dossierkit/core';
import type { DunningFinding, DunningReason } from '../findings.js';
import { channelWords, localText, stopWords } from './words.js';

const days = (count: number, f: MessageFormat): string =>
  `${f.number(count)} ${f.plural(count, { one: 'day', other: 'days' })}`;
const by = channelWords.en;

export const en: MessagesFor<DunningFinding | DunningReason> = {
  'dunning-scheduler/within-limits': ({ contacts }, f) => ({
    problem: '',
    advice: '',
    verified: `${f.number(contacts)} planned ${f.plural(contacts, { one: 'contact lies', other: 'contacts lie' })} in permitted hours and under every limit.`,
  }),
  'dunning-scheduler/no-ladder': () => ({
    problem: 'No reminder ladder is meant for this case.',
    advice: 'Add a ladder for cases of this kind, or one without a condition as the last.',
  }),
  'dunning-scheduler/no-open-time': ({ toYear }, f) => ({
    problem: `There is no permitted time for this reminder before the end of ${f.number(toYear, { useGrouping: false })}.`,
    advice: 'Check the opening hours and quiet hours of the channel, and the limits on contacts.',
  }),
  'dunning-scheduler/unreachable': ({ channels }, f) => ({
    problem: `The customer cannot be reached by ${f.list(
      channels.map((channel) => by[channel]),
      'or',
    )}.`,
    advice: 'Look for a current address or number, or let a colleague decide what to do.',
  }),
  'dunning-scheduler/event-from-future': ({ type }) => ({
    problem: `An event of the kind “${type}” is dated in the future and was left out.`,
    advice: 'Check the clock of the system that reported it.',
  }),
  'dunning-scheduler/event-unknown-step': ({ step }) => ({
    problem: `An event belongs to a step “${step}” that the ladder does not have.`,
    advice: 'Nothing to do if the ladder was changed on purpose; the contact still counts for limits.',
  }),
  'dunning-scheduler/event-unreadable': ({ type }) => ({
    problem: `An event of the kind “${type}” could not be read and was left out.`,
    advice: 'Correct its date, channel or kind, and plan again.',
  }),
  'dunning-scheduler/amount-unusable': ({ type }) => ({
    problem: `The amount in an event of the kind “${type}” is negative or in another currency; it was left out.`,
    advice: 'Correct the amount, in whole minor units of the claim’s currency.',
  }),
  'dunning-scheduler/case-unreadable': ({ field }) => ({
    problem: `The case cannot be planned: “${field}” is not valid.`,
    advice: 'Correct the field, and plan again.',
  }),
  'dunning-scheduler/ladder-exhausted': () => ({
    problem: 'Every reminder was sent, and the matter is still open.',
    advice: 'Let a colleague decide what comes next; often a call helps more than another letter.',
  }),
  'dunning-scheduler/step-day': (p, f) => ({
    problem:
      p.from === 'previous'
        ? `Planned ${days(p.days, f)} after the reminder before: ${f.date(p.day)}.`
        : `Planned ${days(Math.abs(p.days), f)} ${p.days < 0 ? 'before' : 'after'} the ${{ due: 'due date', stopped: 'customer’s last step', deadline: 'deadline' }[p.from]}: ${f.date(p.day)}.`,
    advice: '',
  }),
  'dunning-scheduler/overdue-step': ({ day }, f) => ({
    problem: `It has been due since ${f.date(day)}, and goes out at the next permitted time.`,
    advice: '',
  }),
  'dunning-scheduler/keeps-distance': ({ days: count, day }, f) => ({
    problem: `${days(count, f)} are left after the contact before: not before ${f.date(day)}.`,
    advice: 'It comes earlier only if the ladder is changed.',
  }),
  'dunning-scheduler/grace-period': ({ days: count, day }, f) => ({
    problem: `After the message before was delivered, the customer has ${days(count, f)}: not before ${f.date(day)}.`,
    advice: 'A confirmed earlier delivery would bring it forward.',
  }),
  'dunning-scheduler/deadline-running': ({ day }, f) => ({
    problem: `The customer was given until ${f.date(day)}.`,
    advice: 'It is sent only if nothing has come by then.',
  }),
  'dunning-scheduler/customer-acted': ({ on, day }, f) => ({
    problem: `The customer acted on ${f.date(on)}, so the waiting time began again: not before ${f.date(day)}.`,
    advice: 'Completing the rest makes it unnecessary.',
  }),
  'dunning-scheduler/promise-open': ({ until, day }, f) => ({
    problem: `The customer promised to pay by ${f.date(until)}.`,
    advice: `If the money comes, nothing is sent; otherwise the next step follows from ${f.date(day)}.`,
  }),
  'dunning-scheduler/promise-broken': ({ until }, f) => ({
    problem: `The payment promised for ${f.date(until)} has not come.`,
    advice: 'A new date, or instalments, can still be agreed.',
  }),
  'dunning-scheduler/on-hold': ({ until }, f) => ({
    problem: until ? `The case is on hold until ${f.date(until)}.` : 'The case is on hold.',
    advice: until ? 'Lifting the hold earlier lets it go on.' : 'It goes on when the hold is lifted.',
  }),
  'dunning-scheduler/in-dispute': () => ({
    problem: 'The claim is disputed.',
    advice: 'It goes on when the dispute is settled.',
  }),
  'dunning-scheduler/complaint-open': () => ({
    problem: 'A complaint is open.',
    advice: 'It goes on when the complaint was answered.',
  }),
  'dunning-scheduler/reply-open': ({ day }, f) => ({
    problem: 'The customer has replied, and the reply has not been answered yet.',
    advice: `Answer it; without an answer the next step follows from ${f.date(day)}.`,
  }),
  'dunning-scheduler/after-conversation': ({ channel, day }, f) => ({
    problem: `There was a conversation, so nothing goes by ${by[channel]} before ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/cap-reached': ({ max, days: window, day }, f) => ({
    problem: `The limit of ${f.number(max)} ${f.plural(max, { one: 'contact', other: 'contacts' })} in ${days(window, f)} is reached: not before ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/moved-to-open-time': ({ from, to, holiday }, f) => ({
    problem: holiday
      ? `${localText(from, f)} is a holiday (${holiday}); it goes out on ${localText(to, f)}.`
      : `${localText(from, f)} is a closed day or outside the permitted hours; it goes out on ${localText(to, f)}.`,
    advice: '',
  }),
  'dunning-scheduler/channel-preferred': ({ channel }) => ({
    problem: `By ${by[channel]}, as the customer prefers.`,
    advice: '',
  }),
  'dunning-scheduler/channel-in-order': ({ channel }) => ({ problem: `By ${by[channel]}.`, advice: '' }),
  'dunning-scheduler/channel-refused': ({ channel }) => ({
    problem: `Not by ${by[channel]}: the customer objected.`,
    advice: '',
  }),
  'dunning-scheduler/channel-needs-consent': ({ channel }) => ({
    problem: `Not by ${by[channel]}: the customer has not agreed to it.`,
    advice: 'With the customer’s consent it could be used.',
  }),
  'dunning-scheduler/channel-no-address': ({ channel }) => ({
    problem: `Not by ${by[channel]}: no working address or number is known.`,
    advice: 'With a current one it could be used.',
  }),
  'dunning-scheduler/channel-failed': ({ channel }) => ({
    problem: `Not again by ${by[channel]}: it did not arrive there.`,
    advice: '',
  }),
  'dunning-scheduler/no-channel': () => ({
    problem: 'No channel is left over which the customer may be reached.',
    advice: 'Find a current address, or ask for consent to another channel.',
  }),
  'dunning-scheduler/no-open-minute': () => ({
    problem: 'No time is ever permitted for it, so it is not sent.',
    advice: 'Check hours, closed days and limits.',
  }),
  'dunning-scheduler/was-sent': ({ channel, on, delivered }, f) => ({
    problem: delivered
      ? `Sent by ${by[channel]} on ${f.date(on)}; counts as delivered from ${f.date(delivered)}.`
      : `Sent by ${by[channel]} on ${f.date(on)}; delivery is not confirmed yet.`,
    advice: '',
  }),
  'dunning-scheduler/waits-for-delivery': () => ({
    problem: 'It waits until the step before is confirmed as delivered.',
    advice: 'A confirmation of delivery sets it going.',
  }),
  'dunning-scheduler/waits-for-step': () => ({
    problem: 'It waits for the step before it.',
    advice: 'It gets its date when that step was taken.',
  }),
  'dunning-scheduler/waits-for-warning': () => ({
    problem: 'It is not taken, because its warning was not given.',
    advice: 'The warning has to be delivered first.',
  }),
  'dunning-scheduler/condition-unmet': () => ({
    problem: 'It does not apply to this case.',
    advice: '',
  }),
  'dunning-scheduler/lapsed': ({ day }, f) => ({
    problem: `It made sense until ${f.date(day)} only, and is left out.`,
    advice: '',
  }),
  'dunning-scheduler/settled': () => ({ problem: 'Everything is paid; nothing more is sent.', advice: '' }),
  'dunning-scheduler/completed': () => ({
    problem: 'Everything was handed in; nothing more is sent.',
    advice: '',
  }),
  'dunning-scheduler/stopped': ({ why }) => ({
    problem: `Nobody is reminded any more: ${stopWords.en[why]}.`,
    advice: '',
  }),
};
