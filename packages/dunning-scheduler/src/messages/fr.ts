import type { MessageFormat, MessagesFor } from '@dossierkit/core';
import type { DunningFinding, DunningReason } from '../findings.js';
import { channelWords, localText, stopWords } from './words.js';

const days = (count: number, f: MessageFormat): string =>
  `${f.number(count)} ${f.plural(count, { one: 'jour', other: 'jours' })}`;
const by = channelWords.fr;

export const fr: MessagesFor<DunningFinding | DunningReason> = {
  'dunning-scheduler/within-limits': ({ contacts }, f) => ({
    problem: '',
    advice: '',
    verified: `${f.number(contacts)} ${f.plural(contacts, { one: 'contact prévu se situe', other: 'contacts prévus se situent' })} dans les heures permises et sous toutes les limites.`,
  }),
  'dunning-scheduler/no-ladder': () => ({
    problem: 'Aucun scénario de relance n’est prévu pour ce dossier.',
    advice: 'Ajoutez un scénario pour ce type de dossier, ou un dernier scénario sans condition.',
  }),
  'dunning-scheduler/no-open-time': ({ toYear }, f) => ({
    problem: `Il n’existe aucun moment permis pour cette relance avant la fin de ${f.number(toYear, { useGrouping: false })}.`,
    advice: 'Vérifiez les horaires et les heures calmes du canal, ainsi que les limites de contact.',
  }),
  'dunning-scheduler/unreachable': ({ channels }, f) => ({
    problem: `Le client ne peut être joint par ${f.list(
      channels.map((channel) => by[channel]),
      'or',
    )}.`,
    advice: 'Recherchez une adresse ou un numéro à jour, ou laissez un collègue décider de la suite.',
  }),
  'dunning-scheduler/event-from-future': ({ type }) => ({
    problem: `Un événement de type « ${type} » porte une date future ; il a été ignoré.`,
    advice: 'Vérifiez l’horloge du système qui l’a transmis.',
  }),
  'dunning-scheduler/event-unknown-step': ({ step }) => ({
    problem: `Un événement concerne une étape « ${step} » absente du scénario.`,
    advice:
      'Rien à faire si le scénario a été modifié volontairement ; le contact compte toujours dans les limites.',
  }),
  'dunning-scheduler/event-unreadable': ({ type }) => ({
    problem: `Un événement de type « ${type} » est illisible ; il a été ignoré.`,
    advice: 'Corrigez sa date, son canal ou son type, puis relancez la planification.',
  }),
  'dunning-scheduler/amount-unusable': ({ type }) => ({
    problem: `Le montant d’un événement « ${type} » est négatif ou dans une autre devise ; il a été ignoré.`,
    advice: 'Corrigez le montant, en centimes entiers de la devise de la créance.',
  }),
  'dunning-scheduler/case-unreadable': ({ field }) => ({
    problem: `Ce dossier ne peut pas être planifié : « ${field} » n’est pas valide.`,
    advice: 'Corrigez ce champ, puis relancez la planification.',
  }),
  'dunning-scheduler/ladder-exhausted': () => ({
    problem: 'Toutes les relances ont été envoyées et l’affaire reste ouverte.',
    advice: 'Laissez un collègue décider de la suite ; un appel aide souvent plus qu’un nouveau courrier.',
  }),
  'dunning-scheduler/step-day': (p, f) => ({
    problem:
      p.from === 'previous'
        ? `Prévu ${days(p.days, f)} après la relance précédente : le ${f.date(p.day)}.`
        : `Prévu ${days(Math.abs(p.days), f)} ${p.days < 0 ? 'avant' : 'après'} ${{ due: 'l’échéance', stopped: 'la dernière action du client', deadline: 'la date limite' }[p.from]} : le ${f.date(p.day)}.`,
    advice: '',
  }),
  'dunning-scheduler/overdue-step': ({ day }, f) => ({
    problem: `À faire depuis le ${f.date(day)} ; l’envoi part au prochain moment permis.`,
    advice: '',
  }),
  'dunning-scheduler/keeps-distance': ({ days: count, day }, f) => ({
    problem: `${days(count, f)} d’écart avec le contact précédent : pas avant le ${f.date(day)}.`,
    advice: 'Seule une modification du scénario l’avancerait.',
  }),
  'dunning-scheduler/grace-period': ({ days: count, day }, f) => ({
    problem: `Après réception du message précédent, le client dispose de ${days(count, f)} : pas avant le ${f.date(day)}.`,
    advice: 'Une réception confirmée plus tôt l’avancerait.',
  }),
  'dunning-scheduler/deadline-running': ({ day }, f) => ({
    problem: `Le client a jusqu’au ${f.date(day)}.`,
    advice: 'L’envoi n’a lieu que si rien n’est arrivé d’ici là.',
  }),
  'dunning-scheduler/customer-acted': ({ on, day }, f) => ({
    problem: `Le client a agi le ${f.date(on)}, le délai a donc recommencé : pas avant le ${f.date(day)}.`,
    advice: 'Compléter le reste rend cet envoi inutile.',
  }),
  'dunning-scheduler/promise-open': ({ until, day }, f) => ({
    problem: `Le client a promis de payer d’ici le ${f.date(until)}.`,
    advice: `Si le paiement arrive, rien n’est envoyé ; sinon, l’étape suivante a lieu à partir du ${f.date(day)}.`,
  }),
  'dunning-scheduler/promise-broken': ({ until }, f) => ({
    problem: `Le paiement promis pour le ${f.date(until)} n’est pas arrivé.`,
    advice: 'Une nouvelle date ou un échelonnement restent possibles.',
  }),
  'dunning-scheduler/on-hold': ({ until }, f) => ({
    problem: until ? `Le dossier est suspendu jusqu’au ${f.date(until)}.` : 'Le dossier est suspendu.',
    advice: until
      ? 'Lever la suspension plus tôt le fait reprendre.'
      : 'Il reprend lorsque la suspension est levée.',
  }),
  'dunning-scheduler/in-dispute': () => ({
    problem: 'La créance est contestée.',
    advice: 'Le suivi reprend lorsque la contestation est réglée.',
  }),
  'dunning-scheduler/complaint-open': () => ({
    problem: 'Une réclamation est en cours.',
    advice: 'Le suivi reprend lorsqu’il y a été répondu.',
  }),
  'dunning-scheduler/reply-open': ({ day }, f) => ({
    problem: 'Le client a répondu et attend encore une réponse.',
    advice: `Répondez-lui ; sans réponse, l’étape suivante a lieu à partir du ${f.date(day)}.`,
  }),
  'dunning-scheduler/after-conversation': ({ channel, day }, f) => ({
    problem: `Un échange a eu lieu : rien par ${by[channel]} avant le ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/cap-reached': ({ max, days: window, day }, f) => ({
    problem: `La limite de ${f.number(max)} ${f.plural(max, { one: 'contact', other: 'contacts' })} en ${days(window, f)} est atteinte : pas avant le ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/moved-to-open-time': ({ from, to, holiday }, f) => ({
    problem: holiday
      ? `${localText(from, f)} est un jour férié (${holiday}) ; l’envoi part le ${localText(to, f)}.`
      : `${localText(from, f)} tombe un jour fermé ou hors des heures permises ; l’envoi part le ${localText(to, f)}.`,
    advice: '',
  }),
  'dunning-scheduler/channel-preferred': ({ channel }) => ({
    problem: `Par ${by[channel]}, comme le client le préfère.`,
    advice: '',
  }),
  'dunning-scheduler/channel-in-order': ({ channel }) => ({ problem: `Par ${by[channel]}.`, advice: '' }),
  'dunning-scheduler/channel-refused': ({ channel }) => ({
    problem: `Pas par ${by[channel]} : le client s’y est opposé.`,
    advice: '',
  }),
  'dunning-scheduler/channel-needs-consent': ({ channel }) => ({
    problem: `Pas par ${by[channel]} : le client n’y a pas consenti.`,
    advice: 'Avec son accord, ce canal pourrait servir.',
  }),
  'dunning-scheduler/channel-no-address': ({ channel }) => ({
    problem: `Pas par ${by[channel]} : aucune adresse ni aucun numéro valable n’est connu.`,
    advice: 'Avec une coordonnée à jour, ce canal pourrait servir.',
  }),
  'dunning-scheduler/channel-failed': ({ channel }) => ({
    problem: `Plus par ${by[channel]} : l’envoi n’y est pas arrivé.`,
    advice: '',
  }),
  'dunning-scheduler/no-channel': () => ({
    problem: 'Il ne reste aucun canal par lequel joindre le client.',
    advice: 'Trouvez une adresse à jour, ou demandez son accord pour un autre canal.',
  }),
  'dunning-scheduler/no-open-minute': () => ({
    problem: 'Aucun moment n’est jamais permis ; rien n’est donc envoyé.',
    advice: 'Vérifiez horaires, jours fermés et limites.',
  }),
  'dunning-scheduler/was-sent': ({ channel, on, delivered }, f) => ({
    problem: delivered
      ? `Envoyé par ${by[channel]} le ${f.date(on)} ; réputé reçu le ${f.date(delivered)}.`
      : `Envoyé par ${by[channel]} le ${f.date(on)} ; réception pas encore confirmée.`,
    advice: '',
  }),
  'dunning-scheduler/waits-for-delivery': () => ({
    problem: 'En attente de la confirmation de réception de l’étape précédente.',
    advice: 'Cette confirmation la déclenche.',
  }),
  'dunning-scheduler/waits-for-step': () => ({
    problem: 'En attente de l’étape précédente.',
    advice: 'Sa date sera fixée une fois cette étape franchie.',
  }),
  'dunning-scheduler/waits-for-warning': () => ({
    problem: 'Cette mesure n’est pas prise, car l’avertissement n’a pas été donné.',
    advice: 'L’avertissement doit d’abord être reçu.',
  }),
  'dunning-scheduler/condition-unmet': () => ({
    problem: 'Cette étape ne concerne pas ce dossier.',
    advice: '',
  }),
  'dunning-scheduler/lapsed': ({ day }, f) => ({
    problem: `Cette étape n’avait de sens que jusqu’au ${f.date(day)} ; elle est omise.`,
    advice: '',
  }),
  'dunning-scheduler/settled': () => ({ problem: 'Tout est payé ; plus rien n’est envoyé.', advice: '' }),
  'dunning-scheduler/completed': () => ({
    problem: 'Tout a été remis ; plus rien n’est envoyé.',
    advice: '',
  }),
  'dunning-scheduler/stopped': ({ why }) => ({
    problem: `Plus aucune relance : ${stopWords.fr[why]}.`,
    advice: '',
  }),
};
