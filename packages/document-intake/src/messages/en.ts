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
};
