import type { MessagesFor } from '@dossierkit/core';
import type { RouterFinding, RouterReason } from '../findings.js';
import type { StoreError } from '../store/router-store.js';

export const fr: MessagesFor<RouterFinding | RouterReason | StoreError> = {
  'priority-router/event-duplicate': ({ seq }) => ({
    problem: `L’événement numéro ${seq} avait déjà été reçu ; il n’a pas été appliqué une seconde fois.`,
    advice: 'Il n’y a rien à faire.',
  }),
  'priority-router/event-late': ({ lateMs }, { number }) => ({
    problem: `Cet événement est antérieur de ${number(Math.ceil(lateMs / 1000))} secondes au précédent. Il a été appliqué.`,
    advice: 'Si cela se répète, comparez les horloges des systèmes qui envoient les événements.',
  }),
  'priority-router/event-unreadable': ({ row, field }) => ({
    problem: `La ligne ${row} est illisible : « ${field} » manque ou n’est pas ce qui est attendu. Les autres lignes sont entrées.`,
    advice: 'Corrigez la ligne et importez-la de nouveau.',
  }),
  'priority-router/item-exists': ({ item }) => ({
    problem: `Le message ${item} est déjà là, ou a reçu une réponse il y a peu.`,
    advice: 'Donnez à un nouveau message un nom qui lui est propre.',
  }),
  'priority-router/item-unknown': ({ item }) => ({
    problem: `Il n’y a pas de message ouvert ${item}.`,
    advice: 'Il a peut-être été traité ou retiré entre-temps ; rechargez la liste.',
  }),
  'priority-router/item-state': ({ item, state }) => ({
    problem: `Ce n’est pas possible pour le message ${item} dans son état actuel (${state}).`,
    advice: 'Rechargez le message et regardez qui l’a en main et ce qu’il attend.',
  }),
  'priority-router/advisor-unknown': ({ advisor }) => ({
    problem: `Personne du nom de ${advisor} ne répond aux messages ici.`,
    advice: 'Ajoutez d’abord cette personne, ou vérifiez le nom.',
  }),
  'priority-router/backup-cycle': ({ chain }) => ({
    problem: `Ces personnes se remplaceraient en cercle : ${chain.join(' → ')}. Le dernier maillon n’a pas été enregistré.`,
    advice: 'Désignez un remplaçant hors de ce cercle.',
  }),
  'priority-router/capacity-zero': ({ advisor }) => ({
    problem: `${advisor} a une capacité nulle et ne recevra aucun message.`,
    advice: 'Augmentez la capacité si ce n’était pas voulu.',
  }),
  'priority-router/over-capacity': ({ item, advisor, load, capacity }, { number }) => ({
    problem: `${advisor} a déjà ${number(load)} sur ${number(capacity)} en main ; il n’y a pas de place pour le message ${item}.`,
    advice: 'Terminez ou rendez d’abord un message.',
  }),
  'priority-router/not-eligible': ({ item, advisor }) => ({
    problem: `${advisor} ne peut pas prendre le message ${item} pour l’instant.`,
    advice: 'L’explication du message indique qui le peut, et pourquoi les autres ne le peuvent pas.',
  }),
  'priority-router/personal-limit': ({ item, limit }, { number }) => ({
    problem: `Le message ${item} n’a pas été déplacé : votre ordre personnel peut aller ici jusqu’à ${number(limit)}.`,
    advice: 'Libérez un autre message, ou déplacez moins celui-ci.',
  }),
  'priority-router/personal-endangers': ({ item, dueAt, doneAt }, { dateTime }) => ({
    problem: `Dans votre ordre, le message ${item} serait traité le ${dateTime(doneAt, 'UTC')} (UTC) ; la réponse est promise pour le ${dateTime(dueAt, 'UTC')}.`,
    advice: 'Répondez-y plus tôt, ou confiez-le à quelqu’un d’autre.',
  }),
  'priority-router/promise-at-risk': ({ item, dueAt, late }, { dateTime }) => ({
    problem: late
      ? `La réponse au message ${item} était promise pour le ${dateTime(dueAt, 'UTC')} (UTC) et est en retard.`
      : `La réponse au message ${item} est attendue le ${dateTime(dueAt, 'UTC')} (UTC).`,
    advice: late
      ? 'Répondez maintenant et dites au client pourquoi il a fallu plus de temps.'
      : 'Traitez-le en premier.',
  }),
  'priority-router/expert-silent': ({ item, part, dueAt }, { dateTime }) => ({
    problem: `La réponse à la demande ${part} du message ${item} était attendue pour le ${dateTime(dueAt, 'UTC')} (UTC) et n’est pas arrivée.`,
    advice: 'Relancez l’expert, confiez la demande à quelqu’un d’autre ou répondez sans elle.',
  }),
  'priority-router/weight-invalid': ({ path }) => ({
    problem: `Le poids « ${path} » n’existe pas, ou le nombre est négatif ou n’en est pas un.`,
    advice: 'Les poids sont des nombres à partir de zéro.',
  }),
  'priority-router/strategy-invalid': ({ path }) => ({
    problem: `La nouvelle stratégie n’est pas valable à « ${path} » ; l’ancienne reste en vigueur.`,
    advice: 'Corrigez cette entrée et renvoyez la stratégie.',
  }),
  'priority-router/part-unknown': ({ item, part }) => ({
    problem: `Le message ${item} n’a pas de demande ${part}.`,
    advice: 'Regardez en quelles demandes il a été réparti.',
  }),
  'priority-router/store-conflict': ({ version }, { number }) => ({
    problem: `Quelqu’un d’autre a écrit entre-temps ; il y a maintenant ${number(version)} événements.`,
    advice: 'Lisez-les et réessayez.',
  }),
  'priority-router/is-owner': () => ({ problem: 'C’est le conseiller attitré du client.', advice: '' }),
  'priority-router/stands-in': ({ owner, chain }) => ({
    problem: `Remplace ${owner} pendant son absence (${chain.join(' → ')}).`,
    advice: '',
  }),
  'priority-router/serves-pool': ({ team }) => ({ problem: `Répond pour l’équipe ${team}.`, advice: '' }),
  'priority-router/serves-branch': ({ branch }) => ({
    problem: `Répond pour l’agence ${branch}, qui voit désormais ce message.`,
    advice: '',
  }),
  'priority-router/reserved-for-owner': ({ owner, until }, { dateTime }) => ({
    problem: until
      ? `Il reste chez ${owner} jusqu’au ${dateTime(until, 'UTC')} (UTC).`
      : `Il revient à ${owner} d’y répondre.`,
    advice: '',
  }),
  'priority-router/away': () => ({ problem: 'N’est pas là en ce moment.', advice: '' }),
  'priority-router/on-leave': ({ until }, { dateTime }) => ({
    problem: `Est en congé jusqu’au ${dateTime(until, 'UTC')} (UTC).`,
    advice: '',
  }),
  'priority-router/other-team': ({ team }) => ({
    problem: `Ne fait pas partie de l’équipe ${team}.`,
    advice: '',
  }),
  'priority-router/other-branch': ({ branch }) => ({
    problem: `N’appartient pas à l’agence ${branch}.`,
    advice: '',
  }),
  'priority-router/lacks-skill': ({ skills }, { list }) => ({
    problem: `N’a pas ce que ce message demande : ${list(skills)}.`,
    advice: '',
  }),
  'priority-router/lacks-language': ({ language }) => ({
    problem: `Ne répond pas dans cette langue (${language}).`,
    advice: '',
  }),
  'priority-router/at-capacity': ({ load, capacity }, { number }) => ({
    problem: `A ${number(load)} sur ${number(capacity)} en main.`,
    advice: '',
  }),
  'priority-router/assignment-limit': ({ count, windowMinutes }, { number }) => ({
    problem: `A reçu ${number(count)} messages en ${number(windowMinutes)} minutes, ce qui est la limite.`,
    advice: '',
  }),
  'priority-router/excluded': ({ flag }) => ({
    problem: flag
      ? `Les messages marqués « ${flag} » ne sont pas distribués d’office.`
      : 'Il n’est pas distribué d’office.',
    advice: 'Quelqu’un doit le prendre.',
  }),
  'priority-router/in-hand': ({ advisor }) => ({ problem: `${advisor} y travaille.`, advice: '' }),
  'priority-router/waits-elsewhere': ({ state }) => ({
    problem: state === 'paused' ? 'Il attend le client.' : 'Il attend les réponses d’experts.',
    advice: '',
  }),
};
