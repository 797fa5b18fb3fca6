import type { MessagesFor } from '@dossierkit/core';
import type { AuthorityProblem, SealMessageable } from '../../findings.js';
import type { ComparedField } from '../../seals/visible-fields.js';

const FIELDS: Readonly<Record<ComparedField, string>> = {
  incomeYear: 'l’année des revenus',
  declarant1: 'le premier déclarant',
  declarant2: 'le second déclarant',
  taxNumber1: 'le premier numéro fiscal',
  taxNumber2: 'le second numéro fiscal',
  taxNoticeReference: 'la référence de l’avis',
  referenceIncome: 'le revenu fiscal de référence',
  address: 'l’adresse',
  postcode: 'le code postal',
  town: 'la commune',
  name: 'le nom',
  iban: 'l’IBAN',
  bic: 'le BIC',
  invoiceAmount: 'le montant de la facture',
  netPay: 'le salaire net',
  netTaxablePay: 'le salaire net imposable',
  birthDate: 'la date de naissance',
};

const PROBLEMS: Readonly<Record<AuthorityProblem, string>> = {
  'authority-unknown': 'nous ne connaissons pas l’autorité qu’il désigne',
  'authority-withdrawn': 'son autorité n’était plus de confiance ce jour-là',
  'certificate-unknown': 'nous n’avons pas le certificat qu’il désigne',
  'certificate-not-issued': 'le certificat que nous avons sous ce nom n’a pas été émis par cette autorité',
  'list-not-verified': 'notre liste des autorités de confiance n’a pas été vérifiée',
  'list-stale': 'notre liste des autorités de confiance est périmée',
  'wrong-key': 'le certificat contient une clé d’un autre type',
  'test-authority': 'il désigne l’autorité de test publique',
};

export const fr: MessagesFor<SealMessageable> = {
  'doc-authenticity/seal-found': ({ count }, { plural, number }) => ({
    problem:
      'Nous n’avons pas trouvé de cachet numérique lisible (le carré de petits points) sur ce document.',
    advice:
      'Si le document en porte un, envoyez le PDF d’origine ou une photo nette et bien à plat de toute la page.',
    verified: plural(count, {
      one: 'Un cachet numérique a été trouvé.',
      other: `${number(count)} cachets numériques ont été trouvés.`,
    }),
  }),
  'doc-authenticity/seal-unreadable': () => ({
    problem: 'Cette page porte un cachet numérique, mais il ne respecte pas ses propres règles.',
    advice:
      'Envoyez le PDF d’origine ou une image plus nette. Si rien ne change, faites examiner le document par une personne.',
  }),
  'doc-authenticity/seal-signature': ({ authority, certificate }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `Nous n’avons pas pu vérifier la signature du cachet numérique : il nous manque la clé de ${authority} ${certificate}.`
        : `Les données du cachet numérique ne sont pas celles qui ont été signées sous ${authority} ${certificate}.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Mettez à jour les listes de confiance et les certificats, ou interrogez l’émetteur.'
        : 'Demandez le document d’origine et faites-le examiner par une personne.',
    verified: `Les données du cachet numérique sont telles qu’elles ont été signées sous ${authority} ${certificate}.`,
  }),
  'doc-authenticity/seal-authority': ({ authority, certificate, problem }) => ({
    problem: `Rien ne garantit le signataire du cachet numérique (${authority} ${certificate}) : ${PROBLEMS[problem ?? 'authority-unknown']}.`,
    advice: 'Mettez à jour les listes de confiance et les certificats, puis recommencez.',
    verified: `Le certificat ${certificate} du cachet a été émis par ${authority}, une autorité de confiance.`,
  }),
  'doc-authenticity/seal-certificate-valid': ({ signedOn }, format) => ({
    problem:
      signedOn === null
        ? 'Le cachet numérique n’indique pas quand il a été signé ; impossible de savoir si son certificat était alors valable.'
        : `Le certificat du cachet numérique n’était pas valable le ${format.date(signedOn)}, jour de la signature.`,
    advice: 'Faites examiner le document par une personne.',
    verified: 'Le certificat du cachet était valable le jour de la signature.',
  }),
  'doc-authenticity/seal-revoked': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Nous n’avons pas pu savoir si le certificat du cachet numérique a été révoqué.'
        : 'Le certificat du cachet numérique a été révoqué.',
    advice:
      format.outcome === 'inconclusive'
        ? 'Recommencez lorsque la liste de révocation de l’autorité sera disponible.'
        : 'Ne vous fiez pas au cachet ; interrogez l’émetteur.',
    verified: 'Le certificat du cachet n’a pas été révoqué.',
  }),
  'doc-authenticity/seal-test-authority': () => ({
    problem:
      'Ce cachet a été fait avec la clé de test publique. Tout le monde peut en faire autant : il ne prouve rien.',
    advice: 'Demandez le document réel.',
  }),
  'doc-authenticity/seal-from-future': ({ signedOn }, format) => ({
    problem: `Le cachet numérique est daté du ${format.date(signedOn)}, un jour qui n’est pas encore venu.`,
    advice: 'Faites examiner le document par une personne.',
  }),
  'doc-authenticity/seal-field-unknown': ({ id }) => ({
    problem: `Le cachet numérique contient un champ (${id}) que nous ne connaissons pas encore.`,
    advice: 'Rien à faire : le champ est conservé tel quel.',
  }),
  'doc-authenticity/seal-field-malformed': ({ id }) => ({
    problem: `Le champ ${id} du cachet numérique n’a pas la longueur attendue.`,
    advice: 'Comparez vous-même ce champ avec le document.',
  }),
  'doc-authenticity/seal-unsigned-fields': ({ ids }, format) => ({
    problem: `Le cachet numérique porte des champs après sa signature (${format.list(ids)}). N’importe qui a pu les écrire.`,
    advice: 'Ne vous fiez pas à ces champs.',
  }),
  'doc-authenticity/seal-agrees': ({ field }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `Pour ${FIELDS[field]}, nous n’avons pas pu dire si le cachet et ce qui est écrit concordent.`
        : `Pour ${FIELDS[field]}, le cachet et ce qui est écrit diffèrent.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Comparez vous-même les deux.'
        : 'Comparez le document avec ce que dit le cachet et demandez l’original.',
    verified: `Pour ${FIELDS[field]}, le cachet et ce qui est écrit concordent.`,
  }),
  'doc-authenticity/not-a-seal': () => ({
    problem: 'Ce code n’est pas un cachet numérique.',
    advice: 'Rien à faire, sauf si le document devrait en porter un.',
  }),
  'doc-authenticity/seal-malformed': () => ({
    problem: 'Cette page porte un cachet numérique, mais il ne respecte pas ses propres règles.',
    advice:
      'Envoyez le PDF d’origine ou une image plus nette. Si rien ne change, faites examiner le document par une personne.',
  }),
  'doc-authenticity/trust-list-malformed': () => ({
    problem: 'Cette liste d’autorités de confiance est illisible.',
    advice: 'Récupérez de nouveau la liste auprès de l’autorité qui la publie.',
  }),
  'doc-authenticity/trust-list-signature': () => ({
    problem:
      'La signature de cette liste d’autorités de confiance n’a pas pu être vérifiée ; la liste n’est donc pas utilisée.',
    advice: 'Récupérez de nouveau la liste et vérifiez quel certificat la signe.',
  }),
};
