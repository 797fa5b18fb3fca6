import type { MessagesFor } from '@dossierkit/core';
import type { ReadError, ReadFinding } from '../findings.js';
import { displayName } from './names.js';

const FOREIGN = {
  office: 'Open it in the program it was made with, and save or print it as a PDF.',
  archive: 'Unpack it and hand in the documents that are inside, one by one.',
  avif: 'Save the picture as JPEG or PNG, or take a photo with the camera set to "most compatible".',
  svg: 'Save it as a PDF or PNG.',
  'web-page': 'Download the document itself, or print the page to a PDF.',
  video: 'Hand in a photo of each page instead of a video.',
  text: 'Hand in the document itself, as a PDF or as a photo.',
  unknown: 'Hand in the document as a PDF, or take a photo of it (JPEG, PNG or HEIC).',
} as const;

export const en: MessagesFor<ReadError | ReadFinding> = {
  'doc-reader/empty-file': () => ({
    problem: 'This file is empty.',
    advice: 'The upload was probably interrupted: choose the file and send it again.',
  }),
  'doc-reader/unreadable-source': () => ({
    problem: 'The file could not be received.',
    advice: 'Check that it still exists and that the connection is stable, then send it again.',
  }),
  'doc-reader/unsupported-format': ({ looksLike }) => ({
    problem: 'This kind of file cannot be read here.',
    advice: FOREIGN[looksLike],
  }),
  'doc-reader/damaged': ({ format }) => ({
    problem: `This ${displayName(format)} file is damaged or incomplete.`,
    advice:
      'Open it on your device to see whether it is complete, then download or photograph the document again.',
  }),
  'doc-reader/encrypted': () => ({
    problem: 'This PDF is protected by a password.',
    advice: 'Open it with your password, save it without one or print it to a PDF, and hand that in.',
  }),
  'doc-reader/wrong-password': () => ({
    problem: 'The password does not open this PDF.',
    advice: 'Check the password, or save the document without one.',
  }),
  'doc-reader/unsupported-protection': () => ({
    problem: 'This PDF is protected in a way that keeps it from being read.',
    advice: 'Open it in the program it came with, print it to a PDF, and hand that in.',
  }),
  'doc-reader/no-pages': () => ({
    problem: 'This PDF has no pages.',
    advice: 'Download or export the document again.',
  }),
  'doc-reader/too-many-bytes': ({ limitBytes }, format) => ({
    problem: `This file is larger than ${format.number(Math.floor(limitBytes / 1_048_576))} MB.`,
    advice: 'Take a photo of the page in normal quality, or scan it at 200 to 300 dpi.',
  }),
  'doc-reader/too-many-pixels': ({ widthPx, heightPx }, format) => ({
    problem: `This picture is too large: ${format.number(widthPx)} × ${format.number(heightPx)} pixels.`,
    advice: 'Save it smaller, or take a photo in normal quality.',
  }),
  'doc-reader/too-much-memory': () => ({
    problem: 'This file is too complex to be read.',
    advice: 'Print it to a new PDF, or hand in a photo of each page.',
  }),
  'doc-reader/heic-support-missing': () => ({
    problem: 'Pictures in the HEIC format cannot be read here at the moment.',
    advice: 'Save the photo as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible.',
  }),
  'doc-reader/timed-out': () => ({
    problem: 'Reading this file took too long and was stopped.',
    advice: 'Try again; if it happens again, hand in a photo of each page.',
  }),
  'doc-reader/cancelled': () => ({
    problem: 'Reading this file was cancelled.',
    advice: 'Send it again if you still want to hand it in.',
  }),
  'doc-reader/language-missing': ({ language }) => ({
    problem: `Text in this language cannot be read here (${language}).`,
    advice: 'Hand in the document as a PDF with text in it, or ask for a person to look at it.',
  }),
  'doc-reader/ocr-failed': () => ({
    problem: 'The text on this page could not be read.',
    advice: 'Take the photo again in good light, with the page flat and filling the frame.',
  }),
  'doc-reader/no-text-layer': () => ({
    problem: 'This page contains a picture only, no text that can be selected.',
    advice: 'If you have the original PDF, hand that in instead of a scan.',
  }),
  'doc-reader/type-mismatch': ({ claimed, format }) => ({
    problem: `The file calls itself ${claimed}, but it is ${displayName(format)}.`,
    advice: 'Check that this is the file you meant to send. You need not rename it.',
  }),
  'doc-reader/pages-left-out': ({ pages, limit }, format) => ({
    problem: `The file has ${format.number(pages)} pages; only the first ${format.number(limit)} were read.`,
    advice: 'Hand in the pages that matter as a file of their own.',
  }),
  'doc-reader/second-format': () => ({
    problem: 'This file contains a second, hidden file.',
    advice: 'Download or photograph the document again, from its original source.',
  }),
  'doc-reader/page-scaled-down': () => ({
    problem: 'This page is unusually large and was reduced for reading.',
    advice: 'If small print matters, hand in that part as a page of its own.',
  }),
  'doc-reader/page-damaged': () => ({
    problem: 'One page of this PDF is damaged.',
    advice: 'Download the document again, or hand in a photo of that page.',
  }),
  'doc-reader/text-layer-hidden': () => ({
    problem: 'This page is a scan with invisible text behind it, so its text is read from the picture.',
    advice: 'Nothing to do. If you have the original PDF, it can be read more reliably.',
  }),
  'doc-reader/text-layer-unreadable': () => ({
    problem: 'The text of this PDF cannot be copied, so it is read from the picture of the page.',
    advice: 'Nothing to do. If there is another download of the same document, it may be read more reliably.',
  }),
};
