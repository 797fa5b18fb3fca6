import type { MessagesFor } from '@dossierkit/core';
import type { AppearanceFinding, SidesFact } from '../../appearance/findings.js';

const FACTS: Readonly<Record<SidesFact, string>> = {
  documentNumber: 'the number of the document',
  holder: 'the holder’s name',
  birthDate: 'the date of birth',
};

const LOOK = 'Have a person look at this place.';
const PHOTO = 'Photograph the whole document from straight above, in good light.';

export const en: MessagesFor<AppearanceFinding> = {
  'doc-authenticity/appearance-format': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'We could not tell whether this document has the size of its kind.'
        : 'The sides of this document are not in the proportion of its kind.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'The document has the proportion of its kind.',
  }),
  'doc-authenticity/appearance-mrz-place': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'We found no machine-readable zone on this side.'
        : 'The machine-readable zone is not where documents of this kind have it.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'The machine-readable zone is in its place.',
  }),
  'doc-authenticity/appearance-portrait': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'We could not tell whether there is a portrait.'
        : 'We found a portrait, but not where documents of this kind have it.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'A portrait is in its place.',
  }),
  'doc-authenticity/appearance-colour': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'We could not tell whether this is a picture in colour.'
        : 'This looks like a black-and-white copy of the document.',
    advice: outcome === 'inconclusive' ? PHOTO : 'Photograph the document itself, in colour.',
    verified: 'The picture is in colour.',
  }),
  'doc-authenticity/appearance-sides-agree': ({ about }) => ({
    problem: `The sides do not say the same: ${FACTS[about]} differs.`,
    advice: 'Check that both sides belong to the same document.',
    verified: `The sides agree: ${FACTS[about]}.`,
  }),
  'doc-authenticity/appearance-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Too little of the picture is even to tell whether a screen was photographed.'
        : 'This looks like a photo of a screen and not of the document.',
    advice: format.outcome === 'inconclusive' ? 'Nothing to do.' : 'Photograph the document itself.',
    verified: 'The picture was not taken from a screen, as far as can be seen.',
  }),
};
