import type { MessagesFor } from '@dossierkit/core';
import type { StoreError } from '../errors.js';

/** Every message of the package in French. */
export const fr: MessagesFor<StoreError> = {
  'journey-store/version-conflict': () => ({
    problem: 'Quelqu’un d’autre a modifié ceci entre-temps.',
    advice: 'Rechargez et voyez ce qui a changé avant de décider.',
  }),
  'journey-store/audit-conflict': ({ sequence }) => ({
    problem: `L’écriture ${sequence} ne prolonge pas ce qui est conservé.`,
    advice: 'Rechargez ; si cela se reproduit, faites vérifier la piste d’audit.',
  }),
  'journey-store/unavailable': ({ reason }) => ({
    problem: `La base de données ne répond pas (${reason}).`,
    advice: 'Rien n’a été écrit. Réessayez dans un instant.',
  }),
  'journey-store/outcome-unknown': () => ({
    problem: 'La connexion a été coupée à la dernière étape : on ne sait pas si ceci a été conservé.',
    advice: 'Renvoyez la même chose : elle sera conservée une fois, pas deux.',
  }),
  'journey-store/disk-full': () => ({
    problem: 'Il n’y a plus de place là où les données sont conservées.',
    advice: 'Rien n’a été écrit. Libérez de la place, puis réessayez.',
  }),
  'journey-store/schema-newer': ({ found, known }) => ({
    problem: `La base a la forme ${found} ; ce programme ne connaît que jusqu’à ${known}.`,
    advice: 'Lancez la version plus récente du programme.',
  }),
};
