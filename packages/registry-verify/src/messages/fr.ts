import type { MessagesFor } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { IdentifierError, IdentifierScheme } from '../identifiers/identifier-error.js';
import type { InconclusiveReason } from '../registers/register.js';
import { registerName, schemeNames } from './register-name.js';

const schemes: Readonly<Record<IdentifierScheme, string>> = {
  ...schemeNames,
  vat: 'numéro de TVA',
  'uk-company-number': 'numéro de société britannique',
  'german-register-number': 'numéro de registre allemand',
  'numero-fiscal': 'numéro fiscal',
  'reference-avis': 'numéro de référence de l’avis',
};

const reasons: Readonly<Record<InconclusiveReason, string>> = {
  unreachable: 'est injoignable',
  timeout: 'a mis trop de temps à répondre',
  unavailable: 'est en panne',
  'rate-limited': 'reçoit trop de questions en ce moment',
  'quota-exhausted': 'n’accepte plus de questions : notre quota est épuisé',
  'circuit-open': 'a échoué plusieurs fois ; nous le laissons tranquille un moment',
  'maintenance-page': 'affiche une page de maintenance',
  'changed-shape': 'a donné une réponse illisible',
  'wrong-subject': 'a répondu au sujet de quelqu’un d’autre',
  masked: 'ne publie pas l’information nécessaire',
  unauthorised: 'n’a pas accepté notre accès',
  refused: 'ne prend pas cette question',
  redirected: 'nous a renvoyés à une autre adresse',
  'too-large': 'a envoyé une réponse trop volumineuse',
  incomplete: 'contient plus d’inscriptions que nous n’en avons lu',
  'not-an-answer': 'a envoyé un document d’un autre genre',
  cancelled: 'n’a pas été attendu',
};

export const fr: MessagesFor<RegistryFinding | IdentifierError> = {
  'registry-verify/identifier-length': ({ scheme, length, expected }) => ({
    problem: `Un ${schemes[scheme]} compte ${expected} caractères ; celui-ci en a ${length}.`,
    advice: 'Recopiez le numéro depuis le document.',
  }),
  'registry-verify/identifier-characters': ({ scheme }) => ({
    problem: `Ce ${schemes[scheme]} contient un caractère qui n’a rien à y faire.`,
    advice: 'Cherchez une lettre qui ressemble à un chiffre : O n’est pas 0, l n’est pas 1.',
  }),
  'registry-verify/identifier-format': ({ scheme }) => ({
    problem: `Ceci ne s’écrit pas comme un ${schemes[scheme]}.`,
    advice:
      scheme === 'german-register-number'
        ? 'Indiquez le registre, le numéro et le tribunal, par exemple « HRB 12345, Amtsgericht München ».'
        : 'Comparez avec le document, sans rien omettre.',
  }),
  'registry-verify/identifier-check-digit': ({ scheme }) => ({
    problem: `Il y a une faute de frappe dans ce ${schemes[scheme]}.`,
    advice: 'Comparez chiffre par chiffre avec le document ; souvent, deux chiffres voisins sont inversés.',
  }),
  'registry-verify/identifier-country': ({ scheme, country }) => ({
    problem: `Il n’existe pas de ${schemes[scheme]} pour le pays « ${country} ».`,
    advice: 'Vérifiez les deux lettres du début.',
  }),
  'registry-verify/identifier-invalid': ({ scheme }) => ({
    problem: `Le ${schemes[scheme]} ne peut pas être exact.`,
    advice:
      'Comparez-le avec le document et saisissez-le à nouveau. Aucun registre n’a encore été interrogé.',
  }),
  'registry-verify/identifiers-disagree': ({ schemes: given }, { list }) => ({
    problem: `Les numéros indiqués (${list(given.map((scheme) => schemes[scheme]))}) sont ceux d’entreprises différentes.`,
    advice: 'Précisez de quelle entreprise il s’agit et n’indiquez que ses numéros.',
  }),
  'registry-verify/tax-number-key': () => ({
    problem: 'Les trois derniers chiffres du numéro fiscal ne correspondent pas aux autres.',
    advice: 'Comparez-le avec l’avis. Les spécimens aux numéros inventés présentent aussi ce défaut.',
  }),
  'registry-verify/register-not-answering': ({ register, reason, retryAt }, { dateTime }) => ({
    problem: `${registerName(register)} ${reasons[reason]}. Cela ne dit rien de l’entreprise ni de la personne.`,
    advice: retryAt
      ? `Reposez la question à partir du ${dateTime(retryAt, 'Europe/Paris')} (heure de Paris).`
      : 'Reposez la question plus tard, ou vérifiez à la main.',
  }),
  'registry-verify/no-register': () => ({
    problem: 'Aucun des registres configurés ne peut répondre à cette question.',
    advice: 'Configurez un registre pour ce pays et ce type de numéro, ou vérifiez à la main.',
  }),
  'registry-verify/registers-disagree': ({ registers: [one, other], about }) => ({
    problem: `${registerName(one)} et ${registerName(other)} se contredisent sur ${
      {
        existence: 'l’existence de l’entreprise',
        state: 'son activité',
        name: 'son nom',
        officers: 'ses représentants',
        number: 'ses numéros',
      }[about]
    }.`,
    advice: 'Consultez les deux inscriptions. Souvent, l’une a seulement quelques jours de retard.',
  }),
  'registry-verify/company-registered': ({ register }) => ({
    problem: `${registerName(register)} ne connaît aucune entreprise sous ce numéro.`,
    advice: 'Vérifiez le numéro. Une entreprise créée cette semaine n’est peut-être pas encore inscrite.',
    verified: `L’entreprise est inscrite : ${registerName(register)}.`,
  }),
  'registry-verify/company-active': ({ register, state }) => ({
    problem:
      state === 'ceased'
        ? `Selon ${registerName(register)}, l’entreprise a cessé d’exister.`
        : state === 'winding-up'
          ? `Selon ${registerName(register)}, l’entreprise est en liquidation.`
          : `${registerName(register)} ne dit pas si l’entreprise est en activité.`,
    advice:
      state === 'ceased'
        ? 'Plus personne ne peut signer pour elle. Demandez qui a pris la suite.'
        : 'Demandez un extrait récent, et qui peut agir aujourd’hui.',
    verified: `L’entreprise est en activité selon ${registerName(register)}.`,
  }),
  'registry-verify/establishment-open': ({ register, state, closedOn }, { date }) => ({
    problem:
      state === 'closed'
        ? `Selon ${registerName(register)}, cet établissement est fermé${closedOn ? ` depuis le ${date(closedOn)}` : ''}. L’entreprise elle-même peut continuer ailleurs.`
        : state === 'not-listed'
          ? `${registerName(register)} connaît l’entreprise, mais aucun établissement sous ce SIRET.`
          : `${registerName(register)} ne dit pas si cet établissement est ouvert.`,
    advice: 'Demandez le SIRET du lieu où l’entreprise travaille aujourd’hui.',
    verified: `L’établissement est ouvert selon ${registerName(register)}.`,
  }),
  'registry-verify/name-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} donne un autre nom pour ce numéro.`
        : `${registerName(register)} ne donne pas le nom.`,
    advice: 'Comparez avec l’extrait ; on utilise souvent un nom commercial ou un ancien nom.',
    verified: `Le nom est bien celui de ${registerName(register)}.`,
  }),
  'registry-verify/address-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} donne une autre adresse pour l’entreprise.`
        : `${registerName(register)} ne donne pas l’adresse.`,
    advice: 'Demandez s’il s’agit d’un établissement secondaire ou si l’entreprise a déménagé.',
    verified: `L’adresse est bien celle de ${registerName(register)}.`,
  }),
  'registry-verify/representative-listed': ({ register, role }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} ne cite pas cette personne parmi les représentants de l’entreprise.`
        : `${registerName(register)} ne permet pas de dire si cette personne représente l’entreprise.`,
    advice: 'Demandez un pouvoir, ou l’acte de nomination.',
    verified: `La personne est inscrite${role ? ` comme ${role}` : ''} : ${registerName(register)}.`,
  }),
  'registry-verify/representative-resigned': ({ register }) => ({
    problem: `Selon ${registerName(register)}, cette personne a quitté ses fonctions.`,
    advice: 'Demandez qui les exerce maintenant.',
  }),
  'registry-verify/representative-identity': ({ register, problem }) => ({
    problem: {
      none: '',
      'birth-differs': `${registerName(register)} cite une personne du même nom, née à une autre date.`,
      'birth-unknown': 'Le nom est le même, mais sans le mois de naissance un homonyme n’est pas exclu.',
      'given-name-unknown': `${registerName(register)} donne le nom de famille sans prénom à comparer.`,
    }[problem],
    advice: 'Comparez avec la pièce d’identité et saisissez la date de naissance.',
    verified: `Le nom et le mois de naissance sont ceux de ${registerName(register)}.`,
  }),
  'registry-verify/signing-power': ({ role, power }) => ({
    problem:
      power === 'none'
        ? `En tant que ${role}, cette personne ne représente pas l’entreprise.`
        : `La fonction « ${role} » ne dit pas à elle seule si cette personne peut signer.`,
    advice: 'Demandez un pouvoir, ou consultez les statuts.',
    verified:
      power === 'joint'
        ? `En tant que ${role}, cette personne signe pour l’entreprise avec d’autres.`
        : `En tant que ${role}, cette personne peut signer seule pour l’entreprise.`,
  }),
  'registry-verify/joint-signature': ({ needed, present }, { plural }) => ({
    problem: `${needed} personnes doivent signer ensemble ; ${present} ${plural(present, { one: 'est confirmée', other: 'sont confirmées' })}.`,
    advice: 'Faites signer aussi les autres personnes habilitées.',
    verified: 'Les personnes qui doivent signer ensemble sont confirmées en nombre suffisant.',
  }),
  'registry-verify/role-agrees': ({ register, role }) => ({
    problem: `${registerName(register)} attribue à cette personne une autre fonction : ${role}.`,
    advice: 'Corrigez la fonction sur le formulaire.',
    verified: `La fonction est bien celle de ${registerName(register)}.`,
  }),
  'registry-verify/signs-through': ({ through }, { list }) => ({
    problem: `La personne agit par l’intermédiaire de ${list(through)}.`,
    advice: 'Conservez les extraits de ces sociétés au dossier.',
    verified: `La personne agit par l’intermédiaire de ${list(through)}.`,
  }),
  'registry-verify/chain-unresolved': ({ reason }) => ({
    problem: {
      'no-number': 'L’entreprise est représentée par une autre, dont le registre ne donne pas le numéro.',
      'too-long': 'Trop de sociétés se représentent à la suite.',
      circular: 'Les sociétés se représentent en cercle.',
      'not-active': 'L’entreprise est représentée par une autre, qui n’est pas en activité.',
      register: 'L’entreprise est représentée par une autre, sur laquelle aucun registre n’a répondu.',
    }[reason],
    advice: 'Demandez qui agit pour cette société, avec un extrait de son registre.',
  }),
  'registry-verify/officers-masked': ({ register, count }, { plural }) => ({
    problem: `${registerName(register)} ne publie pas le nom de ${count} ${plural(count, { one: 'dirigeant', other: 'dirigeants' })}.`,
    advice: 'Demandez à l’entreprise son extrait complet.',
  }),
  'registry-verify/vat-valid': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Selon ${registerName(register)}, ce numéro de TVA n’est pas valide.`
        : 'Impossible de savoir si ce numéro de TVA est valide.',
    advice:
      outcome === 'failed'
        ? 'Demandez si l’entreprise est inscrite pour les échanges au sein de l’Union européenne.'
        : 'Reposez la question plus tard : les bases des États sont souvent fermées un moment.',
    verified: `Le numéro de TVA est valide selon ${registerName(register)}.`,
  }),
  'registry-verify/address-known': ({ precision }) => ({
    problem:
      precision === 'none'
        ? 'Cette adresse n’a pas été trouvée.'
        : precision === 'street'
          ? 'La rue est connue, mais pas le numéro.'
          : 'Seul le lieu est connu, pas la rue.',
    advice: 'Vérifiez la rue et le numéro ; une maison neuve n’est peut-être pas encore inscrite.',
    verified: 'L’adresse existe, jusqu’au numéro.',
  }),
  'registry-verify/tax-notice-known': () => ({
    problem: 'L’administration fiscale ne connaît pas d’avis portant ces deux numéros.',
    advice: 'Comparez les deux numéros avec la première page de l’avis.',
    verified: 'L’administration fiscale connaît cet avis.',
  }),
  'registry-verify/tax-notice-latest': () => ({
    problem: 'Cet avis a été remplacé par un plus récent.',
    advice: 'Demandez l’avis correctif.',
    verified: 'Aucun avis plus récent ne remplace celui-ci.',
  }),
  'registry-verify/tax-notice-partial': () => ({
    problem: 'L’avis ne porte que sur une partie de l’année.',
    advice: 'Demandez aussi l’avis du reste de l’année.',
  }),
  'registry-verify/tax-notice-agrees': ({ field }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Sur l’avis, ${fields[field]} diffère de ce que connaît l’administration fiscale.`
        : `L’administration fiscale ne communique pas ici ${fields[field]}.`,
    advice:
      outcome === 'failed' ? 'Faites comparer l’avis par une personne.' : 'Lisez le cachet 2D-Doc de l’avis.',
    verified: `Pour ${fields[field]}, l’avis concorde avec l’administration fiscale.`,
  }),
};

const fields = {
  declarants: 'le nom',
  'reference-income': 'le revenu fiscal de référence',
  tax: 'le montant de l’impôt',
  'income-year': 'l’année des revenus',
  'household-shares': 'le nombre de parts',
} as const;
