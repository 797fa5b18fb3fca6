import type { MessagesFor } from '@dossierkit/core';
import type { MrzMessageable } from './words.js';

const FIELDS = {
  documentCode: 'le code du document',
  issuingState: 'l’État émetteur',
  documentNumber: 'le numéro du document',
  nationality: 'la nationalité',
  birthDate: 'la date de naissance',
  sex: 'le sexe',
  expiryDate: 'la date d’expiration',
  issueMonth: 'le mois de délivrance',
  name: 'le nom complet',
  surname: 'le nom',
  givenNames: 'les prénoms',
  optionalData: 'les données facultatives',
  optionalData2: 'les données facultatives',
  administrativeCode: 'le code administratif',
  languageCode: 'le code de langue',
  filler: 'les caractères de remplissage',
  composite: 'l’ensemble de la zone',
} as const;

const IMPOSSIBLE = {
  'expires-before-birth': 'Le document aurait expiré avant la naissance de son titulaire.',
  'valid-too-long': 'Le document serait valable plus longtemps qu’aucun État ne le prévoit.',
  'issued-before-birth': 'Le document aurait été délivré avant la naissance de son titulaire.',
  'issued-too-late': 'Le document aurait été délivré à une date où l’on n’en délivrait plus de ce modèle.',
} as const;

export const fr: MessagesFor<MrzMessageable> = {
  'mrz-check/zone-found': () => ({
    problem:
      'Nous n’avons pas trouvé sur cette image les lignes à lecture optique (celles avec des signes <).',
    advice:
      'Photographiez la page qui porte ces lignes, bien à plat, nette, sans reflet et en remplissant le cadre.',
    verified: 'Les lignes à lecture optique ont été trouvées.',
  }),
  'mrz-check/check-digit': ({ of, line, column }) => ({
    problem: `La clé de contrôle ne correspond pas pour ${FIELDS[of]} (ligne ${line}, position ${column}).`,
    advice:
      'Reprenez une photo plus nette des lignes avec des signes <. Si la clé reste fausse, utilisez un autre document.',
    verified: `La clé de contrôle est exacte pour ${FIELDS[of]}.`,
  }),
  'mrz-check/no-check-digits': () => ({
    problem:
      'Ce type de document ne comporte pas de clé de contrôle : nous ne pouvons pas vérifier que la lecture est juste.',
    advice: 'Comparez vous-même ce qui a été lu avec le document.',
  }),
  'mrz-check/field-malformed': ({ field }) => ({
    problem: `Dans les lignes à lecture optique, ce qui est inscrit pour ${FIELDS[field]} ne peut pas exister.`,
    advice: 'Vérifiez que rien ne cache ces lignes et reprenez une photo.',
  }),
  'mrz-check/repaired': ({ line, column, seen, taken }) => ({
    problem: `Ligne ${line}, position ${column} : on croyait voir « ${seen} », c’est « ${taken} », seule lecture possible.`,
    advice: 'Rien à faire, sauf si vous voyez autre chose sur le document.',
  }),
  'mrz-check/doubtful': ({ line, column, taken, or }) => ({
    problem: `Ligne ${line}, position ${column} : ce peut être « ${taken} » ou « ${or} ».`,
    advice: 'Reprenez une photo plus nette, bien au-dessus du document et sans reflet.',
  }),
  'mrz-check/format-doubtful': ({ format, or }) => ({
    problem: `On ne voit pas bien où finissent les lignes : la zone peut être au format ${format} ou ${or}.`,
    advice: 'Prenez une photo qui montre le document en entier, bien au-dessus et sans reflet.',
  }),
  'mrz-check/document-code': ({ documentCode }) => ({
    problem: `Le code « ${documentCode} » n’a pas sa place sur ce type de document.`,
    advice: 'Vérifiez qu’il s’agit bien du document demandé ; une personne doit l’examiner.',
    verified: 'Le code du document correspond à son type.',
  }),
  'mrz-check/specimen': () => ({
    problem: 'Il s’agit d’un spécimen, et non d’un document délivré à une personne.',
    advice: 'Déposez votre propre document.',
  }),
  'mrz-check/expired': ({ on }, { date }) => ({
    problem: `Ce document a expiré le ${date(on)}.`,
    advice: 'Déposez un document en cours de validité.',
    verified: `Le document est valable jusqu’au ${date(on)}.`,
  }),
  'mrz-check/expiry-unknown': () => ({
    problem: 'Les lignes à lecture optique n’indiquent pas jusqu’à quand le document est valable.',
    advice: 'Cherchez la date au recto du document.',
  }),
  'mrz-check/too-young': ({ minimumAge }) => ({
    problem: `Le titulaire doit avoir au moins ${minimumAge} ans.`,
    advice: 'Un parent ou un tuteur doit déposer son propre document.',
    verified: `Le titulaire a au moins ${minimumAge} ans.`,
  }),
  'mrz-check/dates-impossible': ({ rule }) => ({
    problem: IMPOSSIBLE[rule],
    advice: 'Reprenez une photo ; si les dates restent les mêmes, une personne doit examiner le document.',
  }),
  'mrz-check/national-number': ({ name }) => ({
    problem: `La clé du numéro national (${name}) est fausse.`,
    advice: 'Comparez ce numéro avec celui du document.',
    verified: `La clé du numéro national (${name}) est exacte.`,
  }),
  'mrz-check/agrees': ({ field, with: other }) => ({
    problem:
      other === 'form'
        ? `Le formulaire et le document ne disent pas la même chose pour ${FIELDS[field]}.`
        : `Les lignes à lecture optique et le texte imprimé au-dessus diffèrent pour ${FIELDS[field]}.`,
    advice:
      other === 'form'
        ? 'Corrigez le formulaire pour qu’il dise la même chose que le document.'
        : 'Reprenez une photo ; si la différence persiste, une personne doit examiner le document.',
    verified:
      other === 'form'
        ? `Le formulaire et le document concordent pour ${FIELDS[field]}.`
        : `Les deux parties du document concordent pour ${FIELDS[field]}.`,
  }),
  'mrz-check/text-too-long': ({ limit }, { number }) => ({
    problem: `Ce texte est trop long : les lignes à lecture optique ont au plus ${number(limit)} caractères.`,
    advice: 'Saisissez seulement les deux ou trois lignes avec des signes <.',
  }),
  'mrz-check/text-character': ({ line, column }) => ({
    problem: `Ligne ${line}, position ${column} : ce caractère n’existe pas dans ces lignes.`,
    advice: 'Utilisez seulement les lettres A à Z, les chiffres 0 à 9 et le signe <.',
  }),
  'mrz-check/text-shape': ({ lengths }, { list }) => ({
    problem:
      lengths.length === 0
        ? 'Aucune ligne à lecture optique n’a été saisie.'
        : `Aucun document n’a des lignes de ${list(lengths.map(String))} caractères.`,
    advice:
      'Saisissez les lignes en entier : trois de 30 caractères, deux de 36 ou deux de 44, avec tous les signes <.',
  }),
};
