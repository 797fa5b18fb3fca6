import type { MessagesFor } from '@dossierkit/core';
import type { TraceMessageable } from '../../findings.js';
import type { ExaminationProblem, PdfChange } from '../../traces/findings.js';

const CHANGES: Readonly<Record<PdfChange, string>> = {
  signature: 'a signature',
  'validation-data': 'data to validate a signature',
  'form-filled': 'what was filled into the form',
  note: 'links or notes',
  metadata: 'the details about the file',
  structure: 'settings of the file',
  annotation: 'drawings or text laid on a page',
  'page-content': 'what a page shows',
  'page-added': 'an added page',
  'page-removed': 'a removed page',
};

const REASONS: Readonly<Record<ExaminationProblem, string>> = {
  encrypted: 'it is protected by encryption',
  damaged: 'it is damaged',
  'too-much': 'it is larger than we examine',
  'other-format': 'it is of a kind that we do not examine',
};

const LOOK = 'Look at this place, and ask for the original file where you are in doubt.';
const ORIGINAL = 'Ask for the file as the issuer sent it, or download it again from the issuer.';

/** What is said about traces of editing. */
export const en: MessagesFor<TraceMessageable> = {
  'doc-authenticity/traces-examined': ({ reason }) => ({
    problem: `We could not examine how this file was made: ${REASONS[reason ?? 'damaged']}.`,
    advice: 'Ask for the file as it was first issued, or have a person look at it.',
    verified: 'We examined how the file was made and changed.',
  }),
  'doc-authenticity/pdf-structure': () => ({
    problem: 'The table of contents inside this file does not fit what the file holds.',
    advice: ORIGINAL,
    verified: 'The file is built as its own table of contents says.',
  }),
  'doc-authenticity/pdf-updated': ({ changes }, format) => ({
    problem: `The file was saved again after it was made. What changed: ${format.list(changes.map((change) => CHANGES[change]))}.`,
    advice: 'Compare the marked place with the rest of the page, and ask for the original file.',
    verified:
      changes.length === 0
        ? 'The file was saved again, and nothing changed.'
        : `The file was added to after it was made, in a usual way: ${format.list(changes.map((change) => CHANGES[change]))}.`,
  }),
  'doc-authenticity/pdf-modified-later': ({ created, modified }, format) => ({
    problem: `The file says that it was made on ${format.date(created)} and changed later, on ${format.date(modified)}.`,
    advice: ORIGINAL,
    verified: 'The file does not say that it was changed after it was made.',
  }),
  'doc-authenticity/pdf-editor': ({ program }) => ({
    problem: `This file was last handled with a program for changing documents or pictures: ${program}.`,
    advice: ORIGINAL,
    verified: `The program that the file names (${program}) is not on the list of those for changing documents.`,
  }),
  'doc-authenticity/pdf-producer-unusual': ({ program }) => ({
    problem: program
      ? `This issuer does not usually make its files with ${program}.`
      : 'The file does not say with which program it was made; this issuer’s files do.',
    advice: ORIGINAL,
  }),
  'doc-authenticity/pdf-rewritten': ({ writer, program }) => ({
    problem: `The file says that ${program} made it, but ${writer} wrote it last.`,
    advice:
      'This can be innocent: many offices send their files through such programs. Look at it together with the rest.',
  }),
  'doc-authenticity/pdf-metadata-disagrees': () => ({
    problem: 'The file says two different things about when or with what it was made.',
    advice: ORIGINAL,
    verified: 'What the file says about itself agrees.',
  }),
  'doc-authenticity/pdf-covered-text': ({ replaced }) => ({
    problem: replaced
      ? 'Text on this page was covered, and other text was written over it.'
      : 'Text on this page was covered and can no longer be seen.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-picture-over-text': () => ({
    problem: 'A picture was put over text on this page.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-drawn-on-picture': () => ({
    problem: 'Something was added on top of the scanned page.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-added-text': () => ({
    problem: 'A few words were put on the page last, in a lettering that nothing else has.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-other-font': () => ({
    problem: 'Single words here have another lettering than the words around them.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-annotation': () => ({
    problem: 'Text or a drawing was laid on this page as an annotation. Everybody can add one.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-hidden-text': () => ({
    problem: 'Behind the picture of this page is text that says something else than the picture.',
    advice: 'Compare what you see with what you get when you copy the text from here.',
  }),
  'doc-authenticity/pdf-signature': ({ covers }) => ({
    problem:
      covers === 'part'
        ? 'The file was changed after it was signed electronically.'
        : 'The file has an electronic signature that does not cover what it should.',
    advice: 'Check the signature with a program that verifies signatures, and ask for the signed original.',
    verified:
      covers === 'all'
        ? 'The electronic signature covers the whole file. Whose it is was not verified.'
        : 'After the electronic signature only usual things were added. Whose it is was not verified.',
  }),
  'doc-authenticity/picture-editor': ({ program }) => ({
    problem: `This picture was handled with a program for changing pictures: ${program}.`,
    advice: 'Ask for the picture as the camera or the scanner made it.',
    verified: `The program that the picture names (${program}) is not on the list of those for changing pictures.`,
  }),
  'doc-authenticity/picture-patched': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'How this picture was compressed does not tell whether something was put into it.'
        : 'A part of this picture was put in after the rest had been saved.',
    advice: format.outcome === 'inconclusive' ? 'Nothing to do.' : LOOK,
    verified: 'All of the picture has been through the same.',
  }),
  'doc-authenticity/picture-even-patch': () => ({
    problem:
      'A place in this picture has exactly one tone, which photographed or scanned paper never has: something may have been painted over.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-copied': () => ({
    problem: 'Signs in this picture are copies of other signs in it, down to the grain.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Too little of this picture is even to tell whether a screen was photographed.'
        : 'The fine structure of this picture is regular, as in a photo of a screen.',
    advice:
      format.outcome === 'inconclusive'
        ? 'Nothing to do.'
        : 'Ask for the document itself, or for the file that was shown on the screen.',
    verified: 'The fine structure of the picture is not that of a screen.',
  }),
  'doc-authenticity/pdf-edited-content': ({ program }) => ({
    problem: `The text of this page was written anew by a program for changing documents (${program}).`,
    advice: LOOK,
  }),
  'doc-authenticity/pdf-word-offset': () => ({
    problem: 'This word stands a little higher or lower than the words beside it.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-glyph-order': () => ({
    problem: 'These characters were put in after the fonts of the file had been made.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-page-is-picture': () => ({
    problem: 'This page is one picture. What it says cannot be examined as text.',
    advice: 'Where the issuer hands out text, ask for the original file.',
  }),
};
