import type { MessagesFor } from '@dossierkit/core';
import type { DossierMessage } from '../findings.js';
import { monthName, nameOf } from './wording.js';

/** Every message of the package in French. */
export const fr: MessagesFor<DossierMessage> = {
  'dossier-state/kind-not-accepted': () => ({
    problem: 'Ce document n’est pas du type demandé ici.',
    advice: 'Déposez l’un des documents de la liste, ou ajoutez celui-ci à l’endroit qui lui correspond.',
  }),
  'dossier-state/too-old': ({ validUntil }, { date }) => ({
    problem: `Ce document était valable jusqu’au ${date(validUntil)} : nous ne pouvons plus l’accepter.`,
    advice: 'Merci d’en déposer un plus récent.',
  }),
  'dossier-state/grown-too-old': ({ validUntil }, { date }) => ({
    problem: `Nous avions accepté ce document, mais il n’est plus valable depuis le ${date(validUntil)}.`,
    advice: 'Merci d’en déposer un plus récent. Tout ce que vous nous avez déjà remis reste acquis.',
  }),
  'dossier-state/date-unknown': () => ({
    problem: 'Nous n’avons pas pu lire la date de ce document.',
    advice:
      'Vous n’avez rien à faire : l’un de nous va regarder. Une photo où la date est bien lisible accélère les choses.',
  }),
  'dossier-state/month-outside': ({ month, first, last }, format) => ({
    problem: `Ce document concerne ${monthName(month, format)} ; il nous faut un mois compris entre ${monthName(first, format)} et ${monthName(last, format)}.`,
    advice: 'Merci de déposer le document d’un mois de cette période.',
  }),
  'dossier-state/month-twice': ({ month }, format) => ({
    problem: `Nous avons déjà un document pour ${monthName(month, format)}.`,
    advice: 'Merci de déposer celui d’un autre mois.',
  }),
  'dossier-state/month-unknown': () => ({
    problem: 'Nous n’avons pas pu lire quel mois ce document concerne.',
    advice:
      'Vous n’avez rien à faire : l’un de nous va regarder. Une photo où le mois est bien lisible accélère les choses.',
  }),
  'dossier-state/check-overdue': ({ checkHours }, { plural }) => ({
    problem: `Une vérification de ce document n’a pas répondu en ${checkHours} ${plural(checkHours, { one: 'heure', other: 'heures' })}.`,
    advice: 'Vous n’avez rien à faire : l’un de nous va l’examiner à la place.',
  }),
  'dossier-state/review-asked': () => ({
    problem: 'Vous avez demandé qu’une personne examine ce document.',
    advice: 'Vous n’avez rien à faire d’ici là.',
  }),
  'dossier-state/redo-asked': ({ reason }) => ({
    problem: `L’un de nous a examiné ce document et vous en demande un autre : ${reason}`,
    advice: 'Merci de déposer un autre document.',
  }),

  'dossier-state/unknown-event': ({ type }) => ({
    problem: `Un dossier ne connaît pas d’événement « ${type} ».`,
    advice: 'Vérifiez son nom, et si l’expéditeur utilise une version plus récente.',
  }),
  'dossier-state/event-invalid': ({ path, problem }) => ({
    problem: `L’événement est mal formé à « ${path} » : ${problem}`,
    advice: 'Corrigez-le et renvoyez-le sous le même identifiant.',
  }),
  'dossier-state/not-now': ({ event, state }) => ({
    problem: `« ${event} » n’a pas lieu d’être quand un dossier est « ${state} ».`,
    advice: 'Regardez où en est le dossier : quelqu’un a peut-être été plus rapide.',
  }),
  'dossier-state/answer-invalid': ({ question }) => ({
    problem: `« ${question} » n’est pas une question posée, ou la réponse n’est pas possible.`,
    advice: 'Choisissez l’une des réponses prévues par le produit.',
  }),
  'dossier-state/unknown-requirement': ({ requirement }) => ({
    problem: `Ce dossier ne demande rien sous le nom « ${requirement} ».`,
    advice: 'Relisez sa liste : une réponse a peut-être changé ce qui est demandé.',
  }),
  'dossier-state/unknown-submission': ({ submission }) => ({
    problem: `Rien n’a été déposé sous « ${submission} », ou le document a été repris.`,
    advice: 'Relisez le dossier et choisissez l’un de ses documents.',
  }),
  'dossier-state/submission-taken': ({ submission }) => ({
    problem: `Un autre document a déjà été déposé sous « ${submission} ».`,
    advice: 'Donnez à chaque document un identifiant qui lui est propre.',
  }),
  'dossier-state/too-many-early-reports': ({ limit }) => ({
    problem: `Plus de ${limit} rapports sont arrivés avant les documents dont ils parlent.`,
    advice: 'Transmettez d’abord les documents, puis renvoyez ce rapport.',
  }),
  'dossier-state/needs-a-person': ({ event }) => ({
    problem: `« ${event} » demande une personne : ni un système ni le client ne peuvent le faire.`,
    advice: 'Confiez le dossier à quelqu’un qui peut décider.',
  }),
  'dossier-state/same-person': () => ({
    problem: 'La personne qui a proposé cette décision ne peut pas la confirmer elle-même.',
    advice: 'Demandez à un collègue d’examiner et de confirmer.',
  }),
  'dossier-state/proposal-pending': () => ({
    problem: 'Une proposition sur ce dossier attend déjà une seconde personne.',
    advice: 'Confirmez ou refusez d’abord celle-là.',
  }),
  'dossier-state/unknown-proposal': () => ({
    problem: 'Cette proposition n’attend plus : elle a été tranchée, ou son délai est passé.',
    advice: 'Relisez le dossier et proposez de nouveau si cela reste justifié.',
  }),
  'dossier-state/requirements-open': ({ requirements }, { list }) => ({
    problem: `Le dossier ne peut pas être accepté : il manque encore ${list(requirements)}.`,
    advice: 'Attendez ces pièces, ou dispensez-en le client en donnant la raison.',
  }),
  'dossier-state/not-waivable': ({ requirement }) => ({
    problem: `Ce produit ne permet aucune dispense pour « ${requirement} ».`,
    advice: 'La pièce doit être fournie ; sinon le dossier s’arrête ici.',
  }),
  'dossier-state/term-in-the-past': () => ({
    problem: 'La fin du délai précède son début.',
    advice: 'Choisissez un moment à venir.',
  }),
  'dossier-state/timer-not-due': ({ dueAt }) => ({
    problem: `Cette échéance est fixée à ${dueAt}, pas encore atteinte.`,
    advice: 'Vérifiez l’horloge de la machine qui l’a déclenchée ; l’échéance reste posée.',
  }),
  'dossier-state/product-mismatch': () => ({
    problem: 'Le dossier repose sur une autre version de son produit.',
    advice: 'Passez la version que le dossier indique, ou migrez d’abord le dossier.',
  }),
  'dossier-state/snapshot-foreign': ({ path, problem }) => ({
    problem: `Ce qui a été enregistré n’est pas un dossier lisible par cette version (à « ${path} » : ${problem}).`,
    advice: 'Reconstruisez le dossier à partir de ses événements, et cherchez qui a écrit dans la base.',
  }),
  'dossier-state/log-headless': () => ({
    problem: 'Le journal ne commence pas par l’événement qui ouvre le dossier.',
    advice: 'Lisez-le à partir de la position 1.',
  }),
  'dossier-state/migration-drops-documents': ({ requirements }, { list }) => ({
    problem: `La nouvelle version ne demande plus ${list(requirements)}, pour quoi des documents ont été déposés.`,
    advice: 'Indiquez le nouveau nom de la pièce, ou laissez ce dossier sur sa version.',
  }),
  'dossier-state/migration-reopens-decision': ({ requirements }, { list }) => ({
    problem: `Le dossier est décidé, et la nouvelle version y trouverait encore un manque : ${list(requirements)}.`,
    advice:
      'Laissez-le sur sa version jusqu’à sa fin, ou demandez la pièce lors de sa prochaine vérification.',
  }),

  'dossier-state/hand-in': (params, format) => ({
    problem: `Il nous manque encore : ${nameOf(params, format)}${params.missing > 1 ? ` (${params.missing} documents)` : ''}.`,
    advice: 'Prenez une photo ou choisissez un fichier. Vous saurez tout de suite s’il convient.',
  }),
  'dossier-state/hand-in-again': (params, format) => ({
    problem: `${nameOf(params, format)} : ce que vous avez déposé ne convient pas.`,
    advice: 'Regardez ce qui n’allait pas et déposez-le de nouveau. C’est en général l’affaire d’une minute.',
  }),
  'dossier-state/renew': (params, format) => ({
    problem: `${nameOf(params, format)} : ce que vous aviez déposé n’est plus assez récent.`,
    advice: 'Merci d’en déposer un plus récent.',
  }),
  'dossier-state/sign': () => ({
    problem: 'Votre contrat est prêt.',
    advice: 'Lisez-le à votre rythme, puis signez.',
  }),
  'dossier-state/wait-for-checks': () => ({
    problem: 'Nous vérifions vos documents.',
    advice: 'Restez un instant : la réponse s’affiche ici.',
  }),
  'dossier-state/wait-for-person': () => ({
    problem: 'Nous avons tout reçu. Une personne examine votre dossier.',
    advice: 'Vous n’avez rien à faire. Nous vous écrirons.',
  }),
  'dossier-state/nothing-to-do': () => ({
    problem: 'Vous n’avez rien à faire.',
    advice: 'Vous pouvez fermer cette page.',
  }),
};
