import type { MessagesFor } from '@dossierkit/core';
import type { ClaimFinding, PaymentCodeError } from '../findings.js';

export const fr: MessagesFor<ClaimFinding | PaymentCodeError> = {
  'claim-account/balance-complete': ({ events }, f) => ({
    problem: '',
    advice: '',
    verified: `Le solde tient compte de ${f.number(events)} ${f.plural(events, { one: 'événement', other: 'événements' })}, et tous les taux sont connus.`,
  }),
  'claim-account/rate-table-stale': ({ knownUntil }, f) => ({
    problem: `Le taux de référence n’est connu que jusqu’au ${f.date(knownUntil)} ; le dernier taux connu a été appliqué ensuite.`,
    advice: 'Mettez la table des taux à jour avant de réclamer ces intérêts.',
  }),
  'claim-account/rate-unknown': ({ through }, f) => ({
    problem: `Aucun taux de référence n’est connu jusqu’au ${f.date(through)} ; aucun intérêt n’a été calculé pour ces jours.`,
    advice: 'Indiquez votre propre règle d’intérêt pour cette période, si des intérêts sont dus.',
  }),
  'claim-account/no-default': () => ({
    problem: 'On ignore depuis quand le débiteur est en retard ; aucun intérêt n’a été calculé.',
    advice: 'Enregistrez la première mise en demeure, ou le jour du retard.',
  }),
  'claim-account/event-unreadable': () => ({
    problem: 'Une écriture du compte est illisible ; elle a été ignorée.',
    advice: 'Corrigez sa date ou son type.',
  }),
  'claim-account/event-before-claim': ({ on }, f) => ({
    problem: `Un paiement du ${f.date(on)} est antérieur à la créance elle-même.`,
    advice: 'Vérifiez qu’il concerne bien cette créance.',
  }),
  'claim-account/event-repeated': ({ id }) => ({
    problem: `L’écriture « ${id} » est arrivée deux fois ; elle a été comptée une seule fois.`,
    advice: 'Rien à faire s’il s’agit d’un renvoi involontaire.',
  }),
  'claim-account/amount-unusable': ({ id }) => ({
    problem: `Le montant de l’écriture « ${id} » est négatif, non entier ou dans une autre devise ; elle a été ignorée.`,
    advice: 'Corrigez le montant, en centimes entiers de la devise de la créance.',
  }),
  'claim-account/reference-missing': ({ id }) => ({
    problem: `L’écriture « ${id} » annule une écriture absente du compte.`,
    advice: 'Ajoutez l’écriture à laquelle elle se rapporte.',
  }),
  'claim-account/fee-repeated': () => ({
    problem: 'Des frais de ce type ont déjà été facturés ; ils ne le sont pas une seconde fois.',
    advice: 'Ne les reprenez pas dans le prochain courrier.',
  }),
  'claim-account/fee-above-cap': ({ asked, allowed }, f) => ({
    problem: `${f.money(asked)} ont été demandés, mais seuls ${f.money(allowed)} peuvent être facturés ici.`,
    advice: 'Ne réclamez pas plus que ce qui est permis.',
  }),
  'claim-account/overpaid': ({ surplus }, f) => ({
    problem: `${f.money(surplus)} ont été payés en trop.`,
    advice: 'Remboursez cette somme, ou demandez à quoi elle était destinée.',
  }),
  'claim-account/promise-broken': ({ until, missing }, f) => ({
    problem: `Sur un paiement promis pour le ${f.date(until)}, ${f.money(missing)} ne sont pas arrivés.`,
    advice: 'Parlez-en avec le client ; une nouvelle date ou un échelonnement peut aider.',
  }),
  'claim-account/instalments-may-be-credit': ({ days }, f) => ({
    problem: `Un plan sur ${f.number(days)} jours, payant ou par un tiers, peut être un crédit à la consommation.`,
    advice:
      'Faites-le vérifier avant de le conclure ; jusqu’à 50 jours, sans frais et accordé par le fournisseur lui-même, il ne l’est pas.',
  }),
  'claim-account/claim-unreadable': ({ field }) => ({
    problem: `La créance ne peut pas être calculée : « ${field} » n’est pas valide.`,
    advice: 'Corrigez ce champ.',
  }),
  'claim-account/not-an-iban': () => ({
    problem: 'Ce n’est pas un IBAN valide.',
    advice: 'Comparez-le caractère par caractère ; souvent deux chiffres sont inversés.',
  }),
  'claim-account/not-a-bic': () => ({
    problem: 'Ce n’est pas un BIC.',
    advice: 'Un BIC compte 8 ou 11 lettres et chiffres ; il figure sur le relevé bancaire.',
  }),
  'claim-account/not-a-reference': () => ({
    problem: 'La référence de paiement n’est pas valide.',
    advice: 'Recopiez-la depuis la facture ; ses chiffres de contrôle ne concordent pas.',
  }),
  'claim-account/amount-out-of-range': ({ least, most }, f) => ({
    problem: `Le montant doit être compris entre ${f.money(least)} et ${f.money(most)}.`,
    advice: 'Corrigez-le, ou laissez-le vide pour que le payeur le saisisse.',
  }),
  'claim-account/not-an-amount': () => ({
    problem: 'Ce n’est pas un montant exact dans cette devise.',
    advice: 'Écrivez-le avec un point et pas plus de décimales que n’en a la devise : 12.50.',
  }),
  'claim-account/field-too-long': ({ field, most }, f) => ({
    problem: `« ${field} » dépasse la longueur permise de ${f.number(most)}.`,
    advice: 'Raccourcissez-le.',
  }),
  'claim-account/field-missing': ({ field }) => ({
    problem: `« ${field} » manque.`,
    advice: 'Complétez-le.',
  }),
  'claim-account/field-invalid': ({ field }) => ({
    problem: `« ${field} » contient un élément non permis.`,
    advice: 'Supprimez les retours à la ligne et les caractères spéciaux.',
  }),
  'claim-account/reference-and-text': () => ({
    problem: 'Un code de paiement porte soit une référence, soit un texte libre, pas les deux.',
    advice: 'Retirez l’un des deux.',
  }),
  'claim-account/text-in-reference': () => ({
    problem: 'Un texte libre occupe la place de la référence ; il manque un séparateur.',
    advice: 'Ajoutez une ligne vide avant le texte.',
  }),
  'claim-account/unsupported-version': () => ({
    problem: 'Cette version du code de paiement est inconnue.',
    advice: 'Utilisez la version 001 ou 002.',
  }),
  'claim-account/not-an-epc-code': () => ({
    problem: 'Ce n’est pas un code de virement SEPA.',
    advice: 'Scannez le code de la facture prévu pour le paiement.',
  }),
  'claim-account/payload-too-long': ({ bytes, most }, f) => ({
    problem: `Le code de paiement compterait ${f.number(bytes)} octets ; ${f.number(most)} sont permis.`,
    advice: 'Raccourcissez le nom ou le texte.',
  }),
  'claim-account/reference-does-not-fit-account': () => ({
    problem:
      'La référence ne convient pas au compte : un QR-IBAN exige une référence QR, tout autre compte l’exclut.',
    advice: 'Utilisez le compte ou la référence qui correspond.',
  }),
};
