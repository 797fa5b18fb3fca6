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
};
