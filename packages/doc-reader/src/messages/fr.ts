import type { MessagesFor } from '@dossierkit/core';
import type { ReadError, ReadFinding } from '../findings.js';
import { displayName } from './names.js';

const FOREIGN = {
  office: 'Ouvrez-le dans le logiciel d’origine, puis enregistrez-le ou imprimez-le au format PDF.',
  archive: 'Décompressez-le, puis envoyez un par un les documents qu’il contient.',
  avif: 'Enregistrez l’image en JPEG ou en PNG, ou réglez l’appareil photo sur « le plus compatible ».',
  svg: 'Enregistrez-le en PDF ou en PNG.',
  'web-page': 'Téléchargez le document lui-même, ou imprimez la page au format PDF.',
  video: 'Envoyez une photo de chaque page plutôt qu’une vidéo.',
  text: 'Envoyez le document lui-même, en PDF ou en photo.',
  unknown: 'Envoyez le document en PDF, ou prenez-le en photo (JPEG, PNG ou HEIC).',
} as const;

export const fr: MessagesFor<ReadError | ReadFinding> = {
  'doc-reader/empty-file': () => ({
    problem: 'Ce fichier est vide.',
    advice: 'L’envoi a sans doute été interrompu : choisissez le fichier et envoyez-le de nouveau.',
  }),
  'doc-reader/unreadable-source': () => ({
    problem: 'Le fichier n’a pas pu être reçu.',
    advice: 'Vérifiez qu’il existe toujours et que la connexion est stable, puis renvoyez-le.',
  }),
  'doc-reader/unsupported-format': ({ looksLike }) => ({
    problem: 'Ce type de fichier ne peut pas être lu ici.',
    advice: FOREIGN[looksLike],
  }),
  'doc-reader/damaged': ({ format }) => ({
    problem: `Ce fichier ${displayName(format)} est endommagé ou incomplet.`,
    advice:
      'Ouvrez-le sur votre appareil pour voir s’il est entier, puis téléchargez ou photographiez de nouveau le document.',
  }),
  'doc-reader/encrypted': () => ({
    problem: 'Ce PDF est protégé par un mot de passe.',
    advice:
      'Ouvrez-le avec votre mot de passe, enregistrez-le sans protection ou imprimez-le au format PDF, puis envoyez cette version.',
  }),
  'doc-reader/wrong-password': () => ({
    problem: 'Le mot de passe ne permet pas d’ouvrir ce PDF.',
    advice: 'Vérifiez le mot de passe, ou enregistrez le document sans protection.',
  }),
  'doc-reader/unsupported-protection': () => ({
    problem: 'Ce PDF est protégé d’une manière qui empêche sa lecture.',
    advice: 'Ouvrez-le dans le logiciel d’origine, imprimez-le au format PDF, puis envoyez cette version.',
  }),
  'doc-reader/no-pages': () => ({
    problem: 'Ce PDF ne contient aucune page.',
    advice: 'Téléchargez ou exportez de nouveau le document.',
  }),
  'doc-reader/too-many-bytes': ({ limitBytes }, format) => ({
    problem: `Ce fichier dépasse ${format.number(Math.floor(limitBytes / 1_048_576))} Mo.`,
    advice: 'Photographiez la page en qualité normale, ou numérisez-la entre 200 et 300 ppp.',
  }),
  'doc-reader/too-many-pixels': ({ widthPx, heightPx }, format) => ({
    problem: `Cette image est trop grande : ${format.number(widthPx)} × ${format.number(heightPx)} pixels.`,
    advice: 'Enregistrez-la dans une taille plus petite, ou prenez une photo en qualité normale.',
  }),
  'doc-reader/too-much-memory': () => ({
    problem: 'Ce fichier est trop complexe pour être lu.',
    advice: 'Imprimez-le dans un nouveau PDF, ou envoyez une photo de chaque page.',
  }),
  'doc-reader/heic-support-missing': () => ({
    problem: 'Les images au format HEIC ne peuvent pas être lues ici pour le moment.',
    advice:
      'Enregistrez la photo en JPEG. Sur iPhone : Réglages, Appareil photo, Formats, Le plus compatible.',
  }),
  'doc-reader/timed-out': () => ({
    problem: 'La lecture de ce fichier prenait trop de temps et a été arrêtée.',
    advice: 'Réessayez ; si cela se reproduit, envoyez une photo de chaque page.',
  }),
  'doc-reader/cancelled': () => ({
    problem: 'La lecture de ce fichier a été annulée.',
    advice: 'Renvoyez-le si vous souhaitez toujours le déposer.',
  }),
  'doc-reader/language-missing': ({ language }) => ({
    problem: `Les textes dans cette langue ne peuvent pas être lus ici (${language}).`,
    advice: 'Envoyez un PDF dont le texte peut être sélectionné, ou demandez qu’une personne l’examine.',
  }),
  'doc-reader/ocr-failed': () => ({
    problem: 'Le texte de cette page n’a pas pu être lu.',
    advice: 'Reprenez la photo sous un bon éclairage, la page bien à plat et remplissant le cadre.',
  }),
  'doc-reader/no-text-layer': () => ({
    problem: 'Cette page ne contient qu’une image, sans texte sélectionnable.',
    advice: 'Si vous avez le PDF d’origine, envoyez-le plutôt qu’une numérisation.',
  }),
  'doc-reader/type-mismatch': ({ claimed, format }) => ({
    problem: `Ce fichier se présente comme ${claimed}, mais il s’agit d’un fichier ${displayName(format)}.`,
    advice: 'Vérifiez que c’est bien le fichier que vous vouliez envoyer. Inutile de le renommer.',
  }),
  'doc-reader/pages-left-out': ({ pages, limit }, format) => ({
    problem: `Le fichier compte ${format.number(pages)} pages ; seules les ${format.number(limit)} premières ont été lues.`,
    advice: 'Envoyez les pages utiles dans un fichier à part.',
  }),
  'doc-reader/second-format': () => ({
    problem: 'Ce fichier en contient un autre, caché.',
    advice: 'Téléchargez ou photographiez de nouveau le document, depuis sa source d’origine.',
  }),
  'doc-reader/page-scaled-down': () => ({
    problem: 'Cette page est exceptionnellement grande ; elle a été réduite pour être lue.',
    advice: 'Si de petits caractères sont importants, envoyez cette partie sur une page à part.',
  }),
  'doc-reader/page-damaged': () => ({
    problem: 'Une page de ce PDF est endommagée.',
    advice: 'Téléchargez de nouveau le document, ou envoyez une photo de cette page.',
  }),
  'doc-reader/text-layer-hidden': () => ({
    problem:
      'Cette page est une numérisation accompagnée d’un texte invisible ; son texte est donc lu sur l’image.',
    advice: 'Vous n’avez rien à faire. Si vous avez le PDF d’origine, sa lecture sera plus fiable.',
  }),
  'doc-reader/text-layer-unreadable': () => ({
    problem: 'Le texte de ce PDF ne peut pas être copié ; il est donc lu sur l’image de la page.',
    advice:
      'Vous n’avez rien à faire. Si ce document peut être téléchargé ailleurs, cette autre version sera peut-être mieux lue.',
  }),
};
