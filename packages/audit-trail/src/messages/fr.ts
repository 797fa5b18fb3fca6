import type { MessagesFor } from '@dossierkit/core';
import type { AuditMessage } from '../findings.js';

/** Every message of the package in French. */
export const fr: MessagesFor<AuditMessage> = {
  'audit-trail/bundle-unreadable': ({ reason }) => ({
    problem: `Ce fichier n’est pas une liasse d’audit lisible par cette version (${reason}).`,
    advice: 'Redemandez le fichier et comparez son empreinte avec celle de l’expéditeur par une autre voie.',
  }),
  'audit-trail/bundle-too-large': ({ limit }, { number }) => ({
    problem: `Le fichier compte plus de ${number(limit)} caractères.`,
    advice: 'Demandez moins de dossiers par fichier, ou relevez la limite.',
  }),
  'audit-trail/bundle-seal': () => ({
    problem: 'Le fichier n’est plus tel qu’il a été exporté, ou une autre clé l’a scellé.',
    advice: 'Ne vous y fiez pas. Redemandez-le et gardez cette copie comme preuve.',
    verified: 'Pas un octet du fichier n’a changé depuis son export.',
  }),
  'audit-trail/key-not-pinned': ({ verifier }) => ({
    problem: `Le fichier a été contrôlé avec la clé qu’il contient lui-même : ${verifier}`,
    advice: 'Comparez cette clé avec une source sûre, puis relancez le contrôle avec elle.',
  }),
  'audit-trail/chain': ({ dossier, entries }, { plural }) => ({
    problem: `La chaîne de ${dossier} ne tient pas.`,
    advice: 'Voyez quelles écritures sont citées.',
    verified: `${dossier} : ${entries} ${plural(entries, { one: 'écriture', other: 'écritures' })} sans lacune dans l’enchaînement.`,
  }),
  'audit-trail/entry-changed': ({ dossier, sequence }) => ({
    problem: `${dossier} : l’écriture ${sequence} a été modifiée après son enregistrement.`,
    advice: 'Ne vous fiez ni à elle ni aux suivantes ; comparez avec une sauvegarde.',
  }),
  'audit-trail/entry-missing': ({ dossier, sequence }) => ({
    problem: `${dossier} : l’écriture ${sequence} manque.`,
    advice: 'Demandez où elle est ; ses voisines prouvent qu’elle a existé.',
  }),
  'audit-trail/entry-added': ({ dossier, sequence }) => ({
    problem: `${dossier} : quelque chose a été ajouté à l’écriture ${sequence}.`,
    advice: 'Ne vous y fiez pas : la chaîne n’a qu’une écriture par place.',
  }),
  'audit-trail/entry-reordered': ({ dossier, sequence }) => ({
    problem: `${dossier} : l’écriture ${sequence} n’est pas à sa place.`,
    advice: 'Les écritures disent elles-mêmes dans quel ordre elles vont.',
  }),
  'audit-trail/link-broken': ({ dossier, sequence }) => ({
    problem: `${dossier} : l’écriture ${sequence} ne découle pas de la précédente.`,
    advice: 'L’une des deux a été remplacée ; comparez avec un point de contrôle ou une sauvegarde.',
  }),
  'audit-trail/checkpoint-signature': ({ index }) => ({
    problem: `Le point de contrôle ${index + 1} n’est signé par aucune clé de confiance ici.`,
    advice: 'Regardez quelle clé il nomme ; si une clé a été remplacée, indiquez aussi l’ancienne.',
    verified: `Le point de contrôle ${index + 1} est signé.`,
  }),
  'audit-trail/checkpoint-consistency': ({ index }) => ({
    problem: `Le point de contrôle ${index + 1} ne prolonge pas le précédent.`,
    advice: 'La piste a été réécrite entre les deux. Demandez une explication, et les copies des témoins.',
    verified: `Le point de contrôle ${index + 1} prolonge le précédent.`,
  }),
  'audit-trail/inclusion': ({ dossier, sequence, checkpoint }) => ({
    problem: `${dossier} : l’écriture ${sequence} ne figure pas sous le point de contrôle ${checkpoint + 1}.`,
    advice: 'La chaîne a été réécrite après le point de contrôle, ou la preuve est abîmée.',
    verified: `${dossier} : tout jusqu’à l’écriture ${sequence} figure sous le point de contrôle ${checkpoint + 1}.`,
  }),
  'audit-trail/anchor': ({ index, anchor, at }, { outcome, dateTime }) => ({
    problem:
      outcome === 'failed'
        ? `Le reçu de « ${anchor} » pour le point de contrôle ${index + 1} ne tient pas.`
        : `Le reçu de « ${anchor} » pour le point de contrôle ${index + 1} n’a pas pu être vérifié : aucun témoin de confiance n’a été interrogé, ou il n’a pas pu se prononcer.`,
    advice: 'Relancez le contrôle avec le témoin : son certificat, ou une copie de son fichier.',
    verified: at
      ? `« ${anchor} » a vu le point de contrôle ${index + 1} le ${dateTime(at, 'UTC')} UTC.`
      : `« ${anchor} » a vu le point de contrôle ${index + 1}.`,
  }),
  'audit-trail/unanchored': ({ dossier, from, to }) => ({
    problem: `${dossier} : les écritures ${from} à ${to} sont postérieures au dernier point de contrôle.`,
    advice: 'Le prochain les protégera.',
  }),
  'audit-trail/erased': ({ dossier, sequence, name }) => ({
    problem: `${dossier} : « ${name} » dans l’écriture ${sequence} a été effacé, ou sa clé n’a pas été communiquée.`,
    advice: 'Rien à faire : l’écriture elle-même reste prouvée.',
  }),
  'audit-trail/sealed-changed': ({ dossier, sequence, name }) => ({
    problem: `${dossier} : « ${name} » dans l’écriture ${sequence} n’est pas ce qui a été enregistré.`,
    advice: 'Ne vous y fiez pas ; comparez avec une sauvegarde.',
  }),
  'audit-trail/retention-rule-stale': ({ rule }) => ({
    problem: `La règle de conservation appliquée (${rule}) n’est pas en vigueur à cette date ; elle a tout de même été comptée.`,
    advice: 'Faites vérifier quelle règle s’applique aujourd’hui avant tout effacement.',
  }),
  'audit-trail/retention-running': ({ erasableFrom, rule }, { date }) => ({
    problem: `Ces données doivent encore être conservées (${rule}).`,
    advice: `Elles pourront être effacées à partir du ${date(erasableFrom)}. D’ici là, limitez qui peut les voir.`,
  }),
  'audit-trail/authority-unreachable': () => ({
    problem: 'L’autorité d’horodatage n’a pas répondu.',
    advice: 'Le point de contrôle tient ; présentez-le de nouveau plus tard.',
  }),
  'audit-trail/authority-refused': () => ({
    problem: 'L’autorité d’horodatage a refusé, ou sa réponse porte sur autre chose.',
    advice: 'Vérifiez l’adresse et votre contrat avec l’autorité.',
  }),
  'audit-trail/anchor-not-written': () => ({
    problem: 'Le point de contrôle n’a pas pu être écrit dans le fichier d’ancrage.',
    advice: 'Vérifiez le chemin, les droits et la place restante, puis recommencez.',
  }),
};
