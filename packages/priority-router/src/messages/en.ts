import type { MessagesFor } from '@dossierkit/core';
import type { RouterFinding, RouterReason } from '../findings.js';
import type { StoreError } from '../store/router-store.js';

export const en: MessagesFor<RouterFinding | RouterReason | StoreError> = {
  'priority-router/event-duplicate': ({ seq }) => ({
    problem: `Event number ${seq} had arrived before; it was not applied a second time.`,
    advice: 'Nothing to do.',
  }),
  'priority-router/event-late': ({ lateMs }, { number }) => ({
    problem: `This event is ${number(Math.ceil(lateMs / 1000))} seconds older than the one before it. It was applied.`,
    advice: 'If this happens often, compare the clocks of the systems that send events.',
  }),
  'priority-router/event-unreadable': ({ row, field }) => ({
    problem: `Row ${row} could not be read: “${field}” is missing or not what it should be. The other rows are in.`,
    advice: 'Correct the row and import it again.',
  }),
  'priority-router/item-exists': ({ item }) => ({
    problem: `Message ${item} is already here, or was answered a short time ago.`,
    advice: 'Give a new message a name of its own.',
  }),
  'priority-router/item-unknown': ({ item }) => ({
    problem: `There is no open message ${item}.`,
    advice: 'It may have been answered or withdrawn in the meantime; load the list again.',
  }),
  'priority-router/item-state': ({ item, state }) => ({
    problem: `This cannot be done with message ${item} as it stands (${state}).`,
    advice: 'Load the message again and look at who has it and what it waits for.',
  }),
  'priority-router/advisor-unknown': ({ advisor }) => ({
    problem: `Nobody called ${advisor} answers messages here.`,
    advice: 'Add the advisor first, or check the name.',
  }),
  'priority-router/backup-cycle': ({ chain }) => ({
    problem: `These people would stand in for each other in a circle: ${chain.join(' → ')}. The last link was not saved.`,
    advice: 'Name a substitute who is outside this circle.',
  }),
  'priority-router/capacity-zero': ({ advisor }) => ({
    problem: `${advisor} has a capacity of zero and will be given no messages.`,
    advice: 'Raise the capacity if that was not intended.',
  }),
  'priority-router/over-capacity': ({ item, advisor, load, capacity }, { number }) => ({
    problem: `${advisor} has ${number(load)} of ${number(capacity)} in hand; there is no room for message ${item}.`,
    advice: 'Finish or hand back a message first.',
  }),
  'priority-router/not-eligible': ({ item, advisor }) => ({
    problem: `${advisor} cannot take message ${item} now.`,
    advice: 'Ask for the explanation of the message: it says who can, and why the others cannot.',
  }),
  'priority-router/personal-limit': ({ item, limit }, { number }) => ({
    problem: `Message ${item} was not moved: your own order may go as far as ${number(limit)} here.`,
    advice: 'Release another message, or move this one by less.',
  }),
  'priority-router/personal-endangers': ({ item, dueAt, doneAt }, { dateTime }) => ({
    problem: `In your own order message ${item} would be done ${dateTime(doneAt, 'UTC')} (UTC); it is promised for ${dateTime(dueAt, 'UTC')}.`,
    advice: 'Answer it earlier, or give it to somebody else.',
  }),
  'priority-router/promise-at-risk': ({ item, dueAt, late }, { dateTime }) => ({
    problem: late
      ? `The answer to message ${item} was promised for ${dateTime(dueAt, 'UTC')} (UTC) and is late.`
      : `The answer to message ${item} is due ${dateTime(dueAt, 'UTC')} (UTC).`,
    advice: late ? 'Answer it now and tell the customer why it took longer.' : 'Answer it next.',
  }),
  'priority-router/expert-silent': ({ item, part, dueAt }, { dateTime }) => ({
    problem: `The answer to request ${part} of message ${item} was expected by ${dateTime(dueAt, 'UTC')} (UTC) and has not come.`,
    advice: 'Ask the expert, give the request to somebody else, or answer without it.',
  }),
  'priority-router/weight-invalid': ({ path }) => ({
    problem: `There is no weight “${path}”, or the number is negative or none.`,
    advice: 'Weights are numbers from zero upwards.',
  }),
  'priority-router/strategy-invalid': ({ path }) => ({
    problem: `The new strategy is not valid at “${path}”; the old one stays in force.`,
    advice: 'Correct this entry and send the strategy again.',
  }),
  'priority-router/part-unknown': ({ item, part }) => ({
    problem: `Message ${item} has no request ${part}.`,
    advice: 'Look at the requests it was split into.',
  }),
  'priority-router/store-conflict': ({ version }, { number }) => ({
    problem: `Somebody else has written in the meantime; there are ${number(version)} events now.`,
    advice: 'Read them and try again.',
  }),
  'priority-router/is-owner': () => ({ problem: 'The customer belongs to this advisor.', advice: '' }),
  'priority-router/stands-in': ({ owner, chain }) => ({
    problem: `Stands in for ${owner} during leave (${chain.join(' → ')}).`,
    advice: '',
  }),
  'priority-router/serves-pool': ({ team }) => ({ problem: `Answers for team ${team}.`, advice: '' }),
  'priority-router/serves-branch': ({ branch }) => ({
    problem: `Answers for branch ${branch}, which sees it by now.`,
    advice: '',
  }),
  'priority-router/reserved-for-owner': ({ owner, until }, { dateTime }) => ({
    problem: until
      ? `It stays with ${owner} until ${dateTime(until, 'UTC')} (UTC).`
      : `It is for ${owner} to answer.`,
    advice: '',
  }),
  'priority-router/away': () => ({ problem: 'Is away at the moment.', advice: '' }),
  'priority-router/on-leave': ({ until }, { dateTime }) => ({
    problem: `Is on leave until ${dateTime(until, 'UTC')} (UTC).`,
    advice: '',
  }),
  'priority-router/other-team': ({ team }) => ({ problem: `Does not belong to team ${team}.`, advice: '' }),
  'priority-router/other-branch': ({ branch }) => ({
    problem: `Does not belong to branch ${branch}.`,
    advice: '',
  }),
  'priority-router/lacks-skill': ({ skills }, { list }) => ({
    problem: `Lacks what this message needs: ${list(skills)}.`,
    advice: '',
  }),
  'priority-router/lacks-language': ({ language }) => ({
    problem: `Does not answer in this language (${language}).`,
    advice: '',
  }),
  'priority-router/at-capacity': ({ load, capacity }, { number }) => ({
    problem: `Has ${number(load)} of ${number(capacity)} in hand.`,
    advice: '',
  }),
  'priority-router/assignment-limit': ({ count, windowMinutes }, { number }) => ({
    problem: `Has been given ${number(count)} messages within ${number(windowMinutes)} minutes, which is the limit.`,
    advice: '',
  }),
  'priority-router/excluded': ({ flag }) => ({
    problem: flag
      ? `Messages marked “${flag}” are not handed out by themselves.`
      : 'It is not handed out by itself.',
    advice: 'Somebody has to take it.',
  }),
  'priority-router/in-hand': ({ advisor }) => ({ problem: `${advisor} is working on it.`, advice: '' }),
  'priority-router/waits-elsewhere': ({ state }) => ({
    problem: state === 'paused' ? 'It waits for the customer.' : 'It waits for answers of experts.',
    advice: '',
  }),
};
