import type { MessagesFor } from '@dossierkit/core';
import type { AppearanceFinding, SidesFact } from '../../appearance/findings.js';

const FACTS: Readonly<Record<SidesFact, string>> = {
  documentNumber: 'le numéro du document',
  holder: 'le nom du titulaire',
  birthDate: 'la date de naissance',
};

const LOOK = 'Faites regarder cet endroit par une personne.';
const PHOTO = 'Photographiez le document entier, bien à plat et avec une bonne lumière.';

export const fr: MessagesFor<AppearanceFinding> = {
  'doc-authenticity/appearance-format': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Nous n’avons pas pu dire si ce document a le format de son type.'
        : 'Les côtés de ce document n’ont pas les proportions de son type.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'Le document a les proportions de son type.',
  }),
  'doc-authenticity/appearance-mrz-place': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Nous n’avons pas trouvé de zone de lecture automatique de ce côté.'
        : 'La zone de lecture automatique n’est pas là où ce type de document la porte.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'La zone de lecture automatique est à sa place.',
  }),
  'doc-authenticity/appearance-portrait': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Nous n’avons pas pu dire s’il y a une photo d’identité.'
        : 'Nous avons trouvé une photo d’identité, mais pas là où ce type de document la porte.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'La photo d’identité est à sa place.',
  }),
  'doc-authenticity/appearance-colour': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Nous n’avons pas pu dire si cette image est en couleurs.'
        : 'Cela ressemble à une copie en noir et blanc du document.',
    advice: outcome === 'inconclusive' ? PHOTO : 'Photographiez le document lui-même, en couleurs.',
    verified: 'L’image est en couleurs.',
  }),
  'doc-authenticity/appearance-sides-agree': ({ about }) => ({
    problem: `Les deux faces ne disent pas la même chose : ${FACTS[about]} diffère.`,
    advice: 'Vérifiez que les deux faces appartiennent au même document.',
    verified: `Les deux faces concordent : ${FACTS[about]}.`,
  }),
  'doc-authenticity/appearance-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Trop peu de l’image est uni pour savoir si un écran a été photographié.'
        : 'Cette image semble montrer un écran et non le document.',
    advice: format.outcome === 'inconclusive' ? 'Rien à faire.' : 'Photographiez le document lui-même.',
    verified: 'Rien n’indique que l’image ait été prise sur un écran.',
  }),
};
