import type { MessagesFor } from '@dossierkit/core';
import { kindName } from '@dossierkit/doc-classifier';
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
  'document-intake/parts-agree': ({ parts, about }) => {
    const what = {
      'document-number': 'numéro de document',
      name: 'nom',
      'birth-date': 'jour de naissance',
      employer: 'employeur',
    }[about];
    return parts === 'card-sides'
      ? {
          verified: `Les deux faces de la carte indiquent le même ${what}.`,
          problem: `Les deux faces n’indiquent pas le même ${what}, ou bien il n’est pas lisible sur les deux.`,
          advice: 'Merci d’envoyer le recto et le verso de la même carte.',
        }
      : {
          verified: `Tous les bulletins de salaire indiquent le même ${what}.`,
          problem: `Les bulletins de salaire n’indiquent pas tous le même ${what}, ou bien il n’est pas lisible sur tous.`,
          advice:
            'Vérifiez qu’ils sont bien tous à vous. Si vous avez changé d’emploi, dites-le-nous simplement.',
        };
  },
  'document-intake/side-missing': ({ side }) => ({
    problem: side === 'front' ? 'Il manque le recto de la carte.' : 'Il manque le verso de la carte.',
    advice: 'Merci d’envoyer les deux faces : celle avec la photo et l’autre.',
  }),
  'document-intake/sent-twice': ({ first, again }, format) => ({
    problem: `Le fichier ${format.number(again)} est identique au fichier ${format.number(first)}.`,
    advice: 'Vérifiez si vous vouliez envoyer une autre page ou un autre document.',
  }),
  'document-intake/pages-complete': ({ missing, of }, format) => ({
    verified: `Les ${format.number(of)} pages sont là.`,
    problem:
      missing.length > 0
        ? `Sur ${format.number(of)} pages, il manque : ${missing.map((page) => format.number(page)).join(', ')}.`
        : 'Nous n’avons pas pu savoir si toutes les pages sont là.',
    advice: 'Merci d’envoyer toutes les pages du courrier, versos compris.',
  }),
  'document-intake/document-missing': ({ expected }) => ({
    verified: `${expected.map((ref) => kindName(ref, 'fr')).join(' ou ')} : c’est bien là.`,
    problem: `Nous n’avons pas trouvé dans votre envoi : ${expected.map((ref) => kindName(ref, 'fr')).join(' ou ')}.`,
    advice: 'Merci de l’envoyer dans un fichier à part.',
  }),
};
