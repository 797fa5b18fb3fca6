import type { MessagesFor } from '@dossierkit/core';
import type { IntakeFinding } from '../findings.js';

export const en: MessagesFor<IntakeFinding> = {
  'document-intake/asked-enough': () => ({
    problem: 'We keep this document as it is, and one of us will look at it.',
    advice: 'You need not send it again.',
  }),
  'document-intake/pages-not-judged': ({ pages, limit }, format) => ({
    problem: `Of ${format.number(pages)} pages only the first ${format.number(limit)} were checked.`,
    advice: 'If the important pages come later, send them as a file of their own.',
  }),
  'document-intake/not-examined': ({ reason }) =>
    reason === 'too-busy'
      ? {
          problem: 'We could not check this document: very many are arriving at the moment.',
          advice: 'Please send it again in a few minutes.',
        }
      : {
          problem: 'We could not check this document automatically.',
          advice: 'You need not do anything now: one of us will look at it.',
        },
};
