import type { MessagesFor } from '@dossierkit/core';
import type { StoreError } from '../errors.js';

/** Every message of the package in English. */
export const en: MessagesFor<StoreError> = {
  'journey-store/version-conflict': () => ({
    problem: 'Somebody else changed this in the meantime.',
    advice: 'Load it again and look at what changed before you decide.',
  }),
  'journey-store/audit-conflict': ({ sequence }) => ({
    problem: `The record of entry ${sequence} does not continue what is kept.`,
    advice: 'Load it again; if it happens twice, have the trail verified.',
  }),
  'journey-store/unavailable': ({ reason }) => ({
    problem: `The database does not answer (${reason}).`,
    advice: 'Nothing was written. Try again in a moment.',
  }),
  'journey-store/outcome-unknown': () => ({
    problem: 'The connection broke at the last step: it is not known whether this was kept.',
    advice: 'Send the same thing again: it will be kept once, not twice.',
  }),
  'journey-store/disk-full': () => ({
    problem: 'There is no space left where the data is kept.',
    advice: 'Nothing was written. Make space, then try again.',
  }),
  'journey-store/schema-newer': ({ found, known }) => ({
    problem: `The database has form ${found}; this program knows only up to ${known}.`,
    advice: 'Start the newer version of the program.',
  }),
};
