import type { MessagesFor, MessageText } from '@dossierkit/core';
import type { ClassifierFinding, Confusion, KindRef } from '../findings.js';
import { kindName } from '../kind-names.js';
import { fieldName } from './field-names.js';
import { writeMonth, writeTime } from './write-time.js';

const name = (ref: KindRef): string => kindName(ref, 'fr');
const field = (id: string): string => fieldName(id, 'fr');
/** "de" with what follows: de la, du, de l’. */
const of = (text: string): string => (text.startsWith('le ') ? `du ${text.slice(3)}` : `de ${text}`);

const CONFUSIONS: Readonly<Record<Confusion, MessageText>> = {
  'tax-declaration-for-notice': {
    problem:
      'Ceci est la déclaration que vous avez remplie, pas l’avis que l’administration fiscale vous a envoyé en réponse.',
    advice:
      'Envoyez-nous l’avis d’impôt : il arrive après la déclaration et indique le montant de l’impôt. Vous le trouverez dans votre espace particulier sur impots.gouv.fr, rubrique « Documents ».',
  },
  'tax-statement-for-notice': {
    problem:
      'Cet avis de situation déclarative confirme seulement ce que vous avez déclaré ; l’impôt n’y est pas encore établi.',
    advice:
      'Envoyez-nous l’avis d’impôt lui-même : il est disponible dans votre espace sur impots.gouv.fr à partir de fin juillet.',
  },
  'tax-prepayment-for-notice': {
    problem: 'Cet avis fixe des acomptes pour les mois à venir ; il n’indique pas ce que vous avez gagné.',
    advice: 'Envoyez-nous l’avis d’imposition (Einkommensteuerbescheid) d’une année écoulée.',
  },
  'tax-notice-for-declaration': {
    problem:
      'Ceci est l’avis de l’administration fiscale, alors que c’est la déclaration elle-même qui est demandée.',
    advice: 'Envoyez-nous la déclaration que vous avez déposée, avec toutes ses pages.',
  },
  'property-tax-for-income-tax': {
    problem: 'Cet avis concerne un logement, pas vos revenus.',
    advice:
      'Envoyez-nous l’avis d’impôt sur le revenu : sa première page indique le « revenu fiscal de référence ».',
  },
  'order-for-invoice': {
    problem: 'Ceci confirme une commande ; ce n’est pas la facture.',
    advice:
      'Envoyez-nous la facture : elle porte un numéro de facture et arrive en général avec la livraison ou après.',
  },
  'quote-for-invoice': {
    problem: 'Ceci est un devis ; il ne montre pas que l’achat a eu lieu.',
    advice: 'Envoyez-nous la facture qui a suivi.',
  },
  'card-front-for-back': {
    problem: 'Ceci est le recto de la carte ; il manque le verso.',
    advice: 'Retournez la carte et reprenez la même photo.',
  },
  'card-back-for-front': {
    problem: 'Ceci est le verso de la carte ; il manque le recto.',
    advice: 'Retournez la carte pour que la photo soit visible, puis reprenez-la en photo.',
  },
  'statement-for-bank-details': {
    problem:
      'Ceci est un relevé de compte. Vos opérations ne nous sont pas utiles, seules les coordonnées du compte le sont.',
    advice: 'Envoyez-nous le RIB d’une page : l’application de votre banque le propose à côté du compte.',
  },
  'bank-details-for-statement': {
    problem: 'Cette page donne les coordonnées du compte, mais pas ses opérations.',
    advice: 'Envoyez-nous le relevé de compte avec les opérations et le solde.',
  },
  'annual-for-payslip': {
    problem: 'Ce document résume toute une année, alors qu’il nous faut les mois un par un.',
    advice: 'Envoyez-nous les bulletins de salaire mensuels.',
  },
  'payslip-for-annual': {
    problem: 'Ce bulletin concerne un seul mois, alors qu’il nous faut le récapitulatif de l’année.',
    advice: 'Envoyez-nous le récapitulatif annuel ; votre employeur l’établit en fin d’année.',
  },
  'sirene-for-extract': {
    problem: 'Cet avis SIRENE montre que l’entreprise existe, mais pas qui peut signer pour elle.',
    advice: 'Envoyez-nous l’extrait Kbis : les dirigeants l’obtiennent gratuitement sur monidenum.fr.',
  },
};

export const fr: MessagesFor<ClassifierFinding> = {
  'doc-classifier/kind-recognised': ({ found }) => ({
    problem: 'Nous ne pouvons pas dire avec certitude de quel document il s’agit.',
    advice: 'Envoyez la première page, entière et nette ; à défaut, une personne la regardera.',
    verified: `Document reconnu : ${name(found)}.`,
  }),
  'doc-classifier/expected-kind': ({ expected, found }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `Nous ne sommes pas certains qu’il s’agisse du document demandé : ${format.list(expected.map(name), 'or')}.`
        : `Ce document est ${name(found)}, alors que nous avons besoin d’autre chose : ${format.list(expected.map(name), 'or')}.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Si c’est bien lui, laissez-le : une personne le vérifiera. Sinon, remplacez-le.'
        : `Envoyez-nous ${format.list(expected.map(name), 'or')}.`,
    verified: `C’est bien ${name(found)}, comme demandé.`,
  }),
  'doc-classifier/confused-kind': ({ confusion }) => CONFUSIONS[confusion],
  'doc-classifier/too-old': ({ value, oldest, newest, form }, format) => ({
    problem:
      form === 'day'
        ? `Ce document date du ${writeTime(value, form, format)}. C’est trop ancien : il doit dater du ${writeTime(oldest, form, format)} ou d’après.`
        : `Ce document porte sur ${writeTime(value, form, format)} ; il nous faut ${writeTime(oldest, form, format)} ou plus récent.`,
    advice:
      oldest === newest
        ? `Envoyez-nous celui de ${writeTime(newest, form, format)}.`
        : 'Envoyez-nous le plus récent que vous ayez.',
    verified: `Assez récent : ${writeTime(value, form, format)}.`,
  }),
  'doc-classifier/expired': ({ expiry }, format) => ({
    problem: `Ce document a expiré le ${writeTime(expiry, 'day', format)}.`,
    advice: 'Envoyez-en un qui soit encore valable. Si vous avez demandé un renouvellement, dites-le-nous.',
    verified: `Valable jusqu’au ${writeTime(expiry, 'day', format)}.`,
  }),
  'doc-classifier/dated-ahead': ({ value, form }, format) => ({
    problem: `Sa date, ${writeTime(value, form, format)}, n’est pas encore arrivée.`,
    advice: 'Vérifiez que vous avez envoyé le bon document.',
  }),
  'doc-classifier/age-unknown': ({ field: id }) => ({
    problem: `Nous n’avons pas trouvé ${field(id)} ; impossible de dire si le document est assez récent.`,
    advice: 'Envoyez la page où figure la date, entière et nette.',
  }),
  'doc-classifier/field-not-found': ({ field: id }) => ({
    problem: `Nous n’avons pas trouvé ${field(id)} sur le document.`,
    advice: 'Vérifiez que toutes les pages y sont et que rien n’est coupé ni caché.',
  }),
  'doc-classifier/check-digits': ({ field: id }) => ({
    problem: `La clé de contrôle ${of(field(id))} ne correspond pas : un caractère est mal imprimé ou mal lu.`,
    advice: 'Comparez caractère par caractère avec le document.',
    verified: `La clé de contrôle ${of(field(id))} est juste.`,
  }),
  'doc-classifier/several-documents': ({ found }, format) => ({
    problem: `Le fichier contient ${found.length} documents : ${format.list(found.map(name))}.`,
    advice: 'Vous n’avez rien à faire. Un fichier par document nous facilite la tâche.',
  }),
  'doc-classifier/too-many-pages': ({ pages, limit }) => ({
    problem: `Il compte ${pages} pages ; un tel document en a ${limit} au plus.`,
    advice: 'N’envoyez que les pages qui en font partie.',
  }),
  'doc-classifier/no-text': () => ({
    problem: 'Aucun mot n’a pu être lu.',
    advice:
      'Si la page est vide, retirez-la. Sinon, reprenez la photo : document à plat, bien éclairé, d’assez près pour être lisible.',
  }),
  'doc-classifier/page-unreadable': ({ number }) => ({
    problem: `La page ${number} n’a pas pu être lue.`,
    advice:
      'Ouvrez le fichier ; si la page s’affiche, enregistrez-le de nouveau en PDF et envoyez cette copie.',
  }),
  'doc-classifier/page-limit': ({ pages, limit }) => ({
    problem: `Sur ${pages} pages, seules les ${limit} premières ont été examinées.`,
    advice: 'Si l’essentiel vient après, envoyez ces pages séparément.',
  }),
  'doc-classifier/text-limit': ({ limit }, { number }) => ({
    problem: `Il contient plus de ${number(limit)} mots ; la suite n’a pas été examinée.`,
    advice: 'Si l’essentiel vient après, envoyez ces pages séparément.',
  }),
  'doc-classifier/payslips-complete': ({ months, missing, found }, format) => ({
    problem:
      missing.length > 0
        ? `Pour ${months} mois consécutifs, il manque ${format.list(missing.map((month) => writeMonth(month, format)))}.`
        : `Les bulletins ne couvrent pas ${months} mois consécutifs.`,
    advice: 'Envoyez-nous les bulletins manquants.',
    verified: `Les bulletins couvrent ${format.list(found.map((month) => writeMonth(month, format)))}.`,
  }),
};
