import type { MessagesFor } from '@dossierkit/core';
import type { DossierMessage } from '../findings.js';
import { monthName, nameOf } from './wording.js';

/** Every message of the package in English. */
export const en: MessagesFor<DossierMessage> = {
  'dossier-state/kind-not-accepted': () => ({
    problem: 'This is another kind of document than the one we need here.',
    advice: 'Hand in one of the documents in the list, or add this one where it belongs.',
  }),
  'dossier-state/too-old': ({ validUntil }, { date }) => ({
    problem: `This document was good until ${date(validUntil)}, so we can no longer take it.`,
    advice: 'Please hand in a more recent one.',
  }),
  'dossier-state/grown-too-old': ({ validUntil }, { date }) => ({
    problem: `We had accepted this document, but it ran out on ${date(validUntil)}.`,
    advice: 'Please hand in a more recent one. Everything else you gave us still counts.',
  }),
  'dossier-state/date-unknown': () => ({
    problem: 'We could not read the date of this document.',
    advice: 'You need do nothing: one of us will look. A photo that shows the date clearly makes it quicker.',
  }),
  'dossier-state/month-outside': ({ month, first, last }, format) => ({
    problem: `This document is about ${monthName(month, format)}; we need months from ${monthName(first, format)} to ${monthName(last, format)}.`,
    advice: 'Please hand in the document of a month in that time.',
  }),
  'dossier-state/month-twice': ({ month }, format) => ({
    problem: `We have a document for ${monthName(month, format)} already.`,
    advice: 'Please hand in the one of another month.',
  }),
  'dossier-state/month-unknown': () => ({
    problem: 'We could not read which month this document is about.',
    advice:
      'You need do nothing: one of us will look. A photo that shows the month clearly makes it quicker.',
  }),
  'dossier-state/check-overdue': ({ checkHours }, { plural }) => ({
    problem: `A check of this document gave no answer within ${checkHours} ${plural(checkHours, { one: 'hour', other: 'hours' })}.`,
    advice: 'You need do nothing: one of us looks at it instead.',
  }),
  'dossier-state/review-asked': () => ({
    problem: 'You asked that a person look at this document.',
    advice: 'You need do nothing until we have looked.',
  }),
  'dossier-state/redo-asked': ({ reason }) => ({
    problem: `One of us looked at this document and asks for another: ${reason}`,
    advice: 'Please hand in another one.',
  }),

  'dossier-state/unknown-event': ({ type }) => ({
    problem: `A dossier knows no event “${type}”.`,
    advice: 'Check the name, and whether the sender runs a newer version.',
  }),
  'dossier-state/event-invalid': ({ path, problem }) => ({
    problem: `The event is not well formed at “${path}”: ${problem}`,
    advice: 'Correct it and send it again under the same id.',
  }),
  'dossier-state/not-now': ({ event, state }) => ({
    problem: `“${event}” does not happen while a dossier is ${state}.`,
    advice: 'Look at where the dossier stands now; somebody may have been faster.',
  }),
  'dossier-state/answer-invalid': ({ question }) => ({
    problem: `“${question}” is not asked, or cannot be answered like this.`,
    advice: 'Choose one of the answers that the product knows.',
  }),
  'dossier-state/unknown-requirement': ({ requirement }) => ({
    problem: `This dossier asks for nothing called “${requirement}”.`,
    advice: 'Look at its list again: an answer may have changed what is asked.',
  }),
  'dossier-state/unknown-submission': ({ submission }) => ({
    problem: `Nothing was handed in as “${submission}”, or it was taken back.`,
    advice: 'Look at the dossier again and choose one of its documents.',
  }),
  'dossier-state/submission-taken': ({ submission }) => ({
    problem: `Another document was handed in as “${submission}”.`,
    advice: 'Give each document an id of its own.',
  }),
  'dossier-state/too-many-early-reports': ({ limit }) => ({
    problem: `More than ${limit} reports arrived before the documents that they are about.`,
    advice: 'Deliver the documents first, then send this report again.',
  }),
  'dossier-state/needs-a-person': ({ event }) => ({
    problem: `“${event}” takes a person: a system or the customer cannot do it.`,
    advice: 'Let somebody who may decide look at the dossier.',
  }),
  'dossier-state/same-person': () => ({
    problem: 'Whoever proposed this cannot be the one who confirms it.',
    advice: 'Ask a colleague to look and confirm.',
  }),
  'dossier-state/proposal-pending': () => ({
    problem: 'A proposal about this dossier already waits for a second person.',
    advice: 'Confirm or decline that one first.',
  }),
  'dossier-state/unknown-proposal': () => ({
    problem: 'This proposal does not wait any more: it was decided, or its time is over.',
    advice: 'Look at the dossier again, and propose anew where that is still right.',
  }),
  'dossier-state/requirements-open': ({ requirements }, { list }) => ({
    problem: `The dossier cannot be approved: still open are ${list(requirements)}.`,
    advice: 'Wait for them, or waive with a reason what is not needed.',
  }),
  'dossier-state/not-waivable': ({ requirement }) => ({
    problem: `“${requirement}” cannot be waived in this product.`,
    advice: 'It has to be met; or the dossier ends here.',
  }),
  'dossier-state/term-in-the-past': () => ({
    problem: 'The end of the term lies before its beginning.',
    advice: 'Choose an instant in the future.',
  }),
  'dossier-state/timer-not-due': ({ dueAt }) => ({
    problem: `This timer is due at ${dueAt}, not yet.`,
    advice: 'Check the clock of the machine that fired it; the timer stays set.',
  }),
  'dossier-state/product-mismatch': () => ({
    problem: 'The dossier rests on another version of its product.',
    advice: 'Pass the version that the dossier names, or migrate the dossier first.',
  }),
  'dossier-state/snapshot-foreign': ({ path, problem }) => ({
    problem: `What was stored is not a dossier that this version can read (at “${path}”: ${problem}).`,
    advice: 'Fold the dossier again from its events, and find out who wrote to the store.',
  }),
  'dossier-state/log-headless': () => ({
    problem: 'The log does not begin with the event that opens the dossier.',
    advice: 'Read it from position 1.',
  }),
  'dossier-state/migration-drops-documents': ({ requirements }, { list }) => ({
    problem: `The new version asks no longer for ${list(requirements)}, for which documents were handed in.`,
    advice: 'Name what the requirement is called now, or leave this dossier on its version.',
  }),
  'dossier-state/migration-reopens-decision': ({ requirements }, { list }) => ({
    problem: `The dossier is decided, and under the new version it would still lack ${list(requirements)}.`,
    advice: 'Leave it on its version until it ends, or ask again at its re-verification.',
  }),

  'dossier-state/hand-in': (params, format) => ({
    problem: `We still need: ${nameOf(params, format)}${params.missing > 1 ? ` (${params.missing} documents)` : ''}.`,
    advice: 'Take a photo or choose a file. You learn at once whether it will do.',
  }),
  'dossier-state/hand-in-again': (params, format) => ({
    problem: `${nameOf(params, format)}: what you handed in will not do.`,
    advice: 'See what was wrong, and hand it in again. It usually takes a minute.',
  }),
  'dossier-state/renew': (params, format) => ({
    problem: `${nameOf(params, format)}: what you handed in has run out meanwhile.`,
    advice: 'Please hand in a more recent one.',
  }),
  'dossier-state/sign': () => ({
    problem: 'Your contract is ready.',
    advice: 'Read it in your own time, then sign.',
  }),
  'dossier-state/wait-for-checks': () => ({
    problem: 'We are checking your documents.',
    advice: 'Stay for a moment: you will see the answer here.',
  }),
  'dossier-state/wait-for-person': () => ({
    problem: 'Everything is with us. A person is looking at your dossier.',
    advice: 'You need do nothing. We will write to you.',
  }),
  'dossier-state/nothing-to-do': () => ({
    problem: 'There is nothing for you to do.',
    advice: 'You may close this page.',
  }),
};
