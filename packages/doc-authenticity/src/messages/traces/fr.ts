import type { MessagesFor } from '@dossierkit/core';
import type { TraceMessageable } from '../../findings.js';
import type { ExaminationProblem, PdfChange } from '../../traces/findings.js';

const CHANGES: Readonly<Record<PdfChange, string>> = {
  signature: 'une signature',
  'validation-data': 'des données pour valider une signature',
  'form-filled': 'la saisie dans un formulaire',
  note: 'des liens ou des notes',
  metadata: 'les informations sur le fichier',
  structure: 'des réglages du fichier',
  annotation: 'des dessins ou du texte posés sur une page',
  'page-content': 'ce que montre une page',
  'page-added': 'une page ajoutée',
  'page-removed': 'une page retirée',
};

const REASONS: Readonly<Record<ExaminationProblem, string>> = {
  encrypted: 'il est protégé par un chiffrement',
  damaged: 'il est endommagé',
  'too-much': 'il dépasse la taille que nous examinons',
  'other-format': 'nous n’examinons pas ce type de fichier',
};

const LOOK = 'Regardez cet endroit et, en cas de doute, demandez le fichier d’origine.';
const ORIGINAL = 'Demandez le fichier tel que l’émetteur l’a envoyé, ou téléchargez-le de nouveau chez lui.';

/** Ce qui est dit des traces de modification. */
export const fr: MessagesFor<TraceMessageable> = {
  'doc-authenticity/traces-examined': ({ reason }) => ({
    problem: `Nous n’avons pas pu examiner comment ce fichier a été fait : ${REASONS[reason ?? 'damaged']}.`,
    advice: 'Demandez le fichier tel qu’il a été émis, ou faites-le regarder par une personne.',
    verified: 'Nous avons examiné comment le fichier a été fait et modifié.',
  }),
  'doc-authenticity/pdf-structure': () => ({
    problem: 'La table interne de ce fichier ne correspond pas à ce qu’il contient.',
    advice: ORIGINAL,
    verified: 'Le fichier est construit comme sa table interne l’indique.',
  }),
  'doc-authenticity/pdf-updated': ({ changes }, format) => ({
    problem: `Le fichier a été réenregistré après sa création. Ce qui a changé : ${format.list(changes.map((change) => CHANGES[change]))}.`,
    advice: 'Comparez l’endroit indiqué avec le reste de la page, et demandez le fichier d’origine.',
    verified:
      changes.length === 0
        ? 'Le fichier a été réenregistré sans que rien ne change.'
        : `Le fichier a été complété après sa création, d’une manière habituelle : ${format.list(changes.map((change) => CHANGES[change]))}.`,
  }),
  'doc-authenticity/pdf-modified-later': ({ created, modified }, format) => ({
    problem: `Le fichier indique qu’il a été créé le ${format.date(created)} et modifié ensuite, le ${format.date(modified)}.`,
    advice: ORIGINAL,
    verified: 'Le fichier n’indique aucune modification après sa création.',
  }),
  'doc-authenticity/pdf-editor': ({ program }) => ({
    problem: `Ce fichier est passé par un logiciel de modification de documents ou d’images : ${program}.`,
    advice: ORIGINAL,
    verified: `Le logiciel que le fichier indique (${program}) n’est pas dans la liste de ceux qui servent à modifier des documents.`,
  }),
  'doc-authenticity/pdf-producer-unusual': ({ program }) => ({
    problem: program
      ? `D’habitude, cet émetteur ne crée pas ses fichiers avec ${program}.`
      : 'Le fichier n’indique pas le logiciel qui l’a créé ; ceux de cet émetteur l’indiquent.',
    advice: ORIGINAL,
  }),
  'doc-authenticity/pdf-rewritten': ({ writer, program }) => ({
    problem: `Le fichier indique avoir été créé par ${program}, mais c’est ${writer} qui l’a écrit en dernier.`,
    advice:
      'Cela peut être anodin : beaucoup d’organismes font passer leurs fichiers par de tels logiciels. À voir avec le reste.',
  }),
  'doc-authenticity/pdf-metadata-disagrees': () => ({
    problem: 'Le fichier se contredit sur la date ou le logiciel de sa création.',
    advice: ORIGINAL,
    verified: 'Ce que le fichier dit de lui-même concorde.',
  }),
  'doc-authenticity/pdf-covered-text': ({ replaced }) => ({
    problem: replaced
      ? 'Sur cette page, du texte a été recouvert et un autre texte a été écrit par-dessus.'
      : 'Sur cette page, du texte a été recouvert et ne se voit plus.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-picture-over-text': () => ({
    problem: 'Une image a été posée sur du texte de cette page.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-drawn-on-picture': () => ({
    problem: 'Quelque chose a été ajouté par-dessus la page numérisée.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-added-text': () => ({
    problem:
      'Quelques mots ont été posés en dernier sur la page, dans une écriture que rien d’autre n’utilise.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-other-font': () => ({
    problem: 'Ici, quelques mots sont écrits dans une autre police que les mots voisins.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-annotation': () => ({
    problem: 'Du texte ou un dessin a été posé sur cette page comme annotation. Tout le monde peut le faire.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-hidden-text': () => ({
    problem: 'Derrière l’image de cette page se trouve un texte qui dit autre chose que l’image.',
    advice: 'Comparez ce que vous voyez avec ce que donne une copie du texte à cet endroit.',
  }),
  'doc-authenticity/pdf-signature': ({ covers }) => ({
    problem:
      covers === 'part'
        ? 'Le fichier a été modifié après sa signature électronique.'
        : 'Le fichier porte une signature électronique qui ne couvre pas ce qu’elle devrait couvrir.',
    advice: 'Vérifiez la signature avec un logiciel prévu pour cela, et demandez l’original signé.',
    verified:
      covers === 'all'
        ? 'La signature électronique couvre tout le fichier. L’identité du signataire n’a pas été vérifiée.'
        : 'Après la signature électronique, seuls des ajouts habituels ont été faits. L’identité du signataire n’a pas été vérifiée.',
  }),
  'doc-authenticity/picture-editor': ({ program }) => ({
    problem: `Cette image est passée par un logiciel de retouche : ${program}.`,
    advice: 'Demandez l’image telle que l’appareil ou le scanner l’a faite.',
    verified: `Le logiciel que l’image indique (${program}) n’est pas dans la liste des logiciels de retouche.`,
  }),
  'doc-authenticity/picture-patched': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'La compression de cette image ne permet pas de dire si quelque chose y a été ajouté.'
        : 'Une partie de cette image a été ajoutée après un premier enregistrement du reste.',
    advice: format.outcome === 'inconclusive' ? 'Rien à faire.' : LOOK,
    verified: 'Toute l’image a la même histoire.',
  }),
  'doc-authenticity/picture-even-patch': () => ({
    problem:
      'Un endroit de cette image est d’une teinte parfaitement unie, ce qu’un papier photographié ou numérisé n’a jamais : quelque chose a pu être recouvert.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-copied': () => ({
    problem: 'Des signes de cette image sont la copie d’autres signes de la même image, jusqu’au grain.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Trop peu de cette image est uni pour savoir si un écran a été photographié.'
        : 'La structure fine de cette image est régulière, comme sur la photo d’un écran.',
    advice:
      format.outcome === 'inconclusive'
        ? 'Rien à faire.'
        : 'Demandez le document lui-même, ou le fichier qui était affiché à l’écran.',
    verified: 'La structure fine de l’image n’est pas celle d’un écran.',
  }),
  'doc-authenticity/pdf-edited-content': ({ program }) => ({
    problem: `Le texte de cette page a été réécrit par un programme de modification de documents (${program}).`,
    advice: LOOK,
  }),
  'doc-authenticity/pdf-word-offset': () => ({
    problem: 'Ce mot est un peu plus haut ou plus bas que les mots voisins.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-glyph-order': () => ({
    problem: 'Ces caractères ont été placés après la création des polices du fichier.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-page-is-picture': () => ({
    problem: 'Cette page est une seule image. Son contenu ne peut pas être examiné comme du texte.',
    advice: 'Si l’émetteur fournit du texte, demandez le fichier d’origine.',
  }),
};
