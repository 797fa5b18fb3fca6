import type { MessagesFor } from '@dossierkit/core';
import type { MatchFinding } from '../findings.js';
import { writeAmount, writeDay } from './write.js';

const LOOK = 'Une personne va vérifier ; vous n’avez rien à faire.';

export const fr: MessagesFor<MatchFinding> = {
  'doc-match/name': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Le document est au nom de « ${document} », le formulaire au nom de « ${record} ».`
        : reason === 'initial'
          ? `Le document ne donne qu’une initiale : « ${document} ». Le formulaire indique « ${record} ».`
          : reason === 'given-names-missing' || reason === 'no-name'
            ? `Le nom sur le document, « ${document} », est trop incomplet pour être comparé à « ${record} ».`
            : `Le document indique « ${document} », le formulaire « ${record} » : proche, mais pas identique.`,
    advice:
      outcome === 'failed'
        ? 'Envoyez un document à votre nom. Si votre nom a changé, joignez le justificatif (acte de mariage, par exemple).'
        : LOOK,
    verified: `Le nom concorde : ${record}.`,
  }),
  'doc-match/birth-date': ({ document, record, reason }, format) => ({
    problem:
      reason === 'one-digit'
        ? `Les dates de naissance diffèrent d’un chiffre : ${writeDay(document, format)} sur le document, ${writeDay(record, format)} dans le formulaire.`
        : `Le document indique une naissance le ${writeDay(document, format)}, le formulaire le ${writeDay(record, format)}.`,
    advice:
      'Vérifiez la date dans le formulaire. Si elle est juste, ce document est celui d’une autre personne.',
    verified: `La date de naissance concorde : ${writeDay(record, format)}.`,
  }),
  'doc-match/birth-date-swapped': ({ document, record }, format) => ({
    problem: `Le jour et le mois de naissance sont inversés : ${writeDay(document, format)} sur le document, ${writeDay(record, format)} dans le formulaire.`,
    advice: 'Corrigez la date dans le formulaire.',
  }),
  'doc-match/address': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Le document indique une autre adresse, « ${document} », que le formulaire, « ${record} ».`
        : reason === 'street-missing' || reason === 'number-missing' || reason === 'no-address'
          ? `L’adresse sur le document, « ${document} », est trop incomplète pour être comparée à « ${record} ».`
          : `Les adresses sont proches, mais pas identiques : « ${document} » et « ${record} ».`,
    advice:
      outcome === 'failed'
        ? 'Envoyez un document à l’adresse du formulaire ou, si vous avez déménagé, corrigez le formulaire.'
        : LOOK,
    verified: `L’adresse concorde : ${record}.`,
  }),
  'doc-match/iban': ({ document, record, reason }) => ({
    problem:
      reason === 'record-invalid'
        ? `L’IBAN du formulaire, ${record}, contient une faute de frappe.`
        : reason === 'typing-error'
          ? 'L’IBAN du document n’a pas pu être lu avec certitude.'
          : `Le document indique un autre compte, ${document}, que le formulaire, ${record}.`,
    advice:
      reason === 'record-invalid'
        ? `Comparez-le au document, qui indique ${document}.`
        : reason === 'typing-error'
          ? LOOK
          : 'Envoyez le RIB du compte indiqué dans le formulaire, ou corrigez l’IBAN.',
    verified: 'L’IBAN concorde.',
  }),
  'doc-match/company': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Le document concerne « ${document} », le formulaire « ${record} ».`
        : reason === 'other-form'
          ? `La forme juridique diffère : « ${document} » sur le document, « ${record} » dans le formulaire.`
          : `Les noms d’entreprise sont proches, mais pas identiques : « ${document} » et « ${record} ».`,
    advice: outcome === 'failed' ? 'Envoyez le document de l’entreprise indiquée dans le formulaire.' : LOOK,
    verified: `L’entreprise concorde : ${record}.`,
  }),
  'doc-match/amount': ({ document, record }, format) => ({
    problem: `Le document indique ${writeAmount(document, format)}, le formulaire ${writeAmount(record, format)}.`,
    advice: 'Vérifiez le montant dans le formulaire, ou envoyez le document dont il provient.',
    verified: `Le montant concorde : ${writeAmount(document, format)}.`,
  }),
  'doc-match/identifier': ({ document, record }) => ({
    problem: `Le document porte le numéro ${document}, le formulaire ${record}.`,
    advice: 'Comparez le numéro du formulaire avec le document, chiffre par chiffre.',
    verified: `Le numéro concorde : ${document}.`,
  }),
};
