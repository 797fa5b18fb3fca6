import type { MessagesFor } from '@dossierkit/core';
import { kindName } from '@dossierkit/doc-classifier';
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
  'document-intake/parts-agree': ({ parts, about }) => {
    const what = {
      'document-number': 'document number',
      name: 'name',
      'birth-date': 'date of birth',
      employer: 'employer',
    }[about];
    return parts === 'card-sides'
      ? {
          verified: `Both sides of the card show the same ${what}.`,
          problem: `The two sides do not show the same ${what}, or it could not be read on both.`,
          advice: 'Please send the front and the back of the same card.',
        }
      : {
          verified: `All payslips show the same ${what}.`,
          problem: `The payslips do not all show the same ${what}, or it could not be read on all of them.`,
          advice: 'Please check that all of them are yours. If you changed your job, just tell us.',
        };
  },
  'document-intake/side-missing': ({ side }) => ({
    problem: side === 'front' ? 'The front of the card is missing.' : 'The back of the card is missing.',
    advice: 'Please send both sides: the one with the photo and the other one.',
  }),
  'document-intake/sent-twice': ({ first, again }, format) => ({
    problem: `File ${format.number(again)} is the same as file ${format.number(first)}.`,
    advice: 'Please check whether you meant to send another page or document.',
  }),
  'document-intake/pages-complete': ({ missing, of }, format) => ({
    verified: `All ${format.number(of)} pages are there.`,
    problem:
      missing.length > 0
        ? `Of ${format.number(of)} pages these are missing: ${missing.map((page) => format.number(page)).join(', ')}.`
        : 'We could not tell whether all pages are there.',
    advice: 'Please send every page of the letter, the back sides as well.',
  }),
  'document-intake/document-missing': ({ expected }) => ({
    verified: `${expected.map((ref) => kindName(ref, 'en')).join(' or ')}: it is there.`,
    problem: `Not found among what you sent: ${expected.map((ref) => kindName(ref, 'en')).join(' or ')}.`,
    advice: 'Please send it as a file of its own.',
  }),
};
