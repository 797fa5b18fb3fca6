import type { MessagesFor } from '@dossierkit/core';
import type { IntakeFinding } from '../findings.js';

export const fr: MessagesFor<IntakeFinding> = {
  'document-intake/asked-enough': () => ({
    problem: 'Nous conservons ce document tel quel ; un conseiller va le regarder.',
    advice: 'Vous n’avez pas besoin de le renvoyer.',
  }),
  'document-intake/pages-not-judged': ({ pages, limit }, format) => ({
    problem: `Sur ${format.number(pages)} pages, seules les ${format.number(limit)} premières ont été vérifiées.`,
    advice: 'Si les pages importantes viennent après, envoyez-les dans un fichier à part.',
  }),
  'document-intake/not-examined': ({ reason }) =>
    reason === 'too-busy'
      ? {
          problem: 'Nous n’avons pas pu vérifier ce document : il en arrive énormément en ce moment.',
          advice: 'Merci de le renvoyer dans quelques minutes.',
        }
      : {
          problem: 'Nous n’avons pas pu vérifier ce document automatiquement.',
          advice: 'Vous n’avez rien à faire pour l’instant : un conseiller va le regarder.',
        },
};
