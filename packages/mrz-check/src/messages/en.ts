import type { MessagesFor } from '@dossierkit/core';
import type { MrzMessageable } from './words.js';

const FIELDS = {
  documentCode: 'document code',
  issuingState: 'issuing state',
  documentNumber: 'document number',
  nationality: 'nationality',
  birthDate: 'date of birth',
  sex: 'sex',
  expiryDate: 'expiry date',
  issueMonth: 'month of issue',
  name: 'name',
  surname: 'surname',
  givenNames: 'given names',
  optionalData: 'optional data',
  optionalData2: 'optional data',
  administrativeCode: 'administrative code',
  languageCode: 'language code',
  filler: 'filler characters',
  composite: 'whole zone',
} as const;

const IMPOSSIBLE = {
  'expires-before-birth': 'The document would have expired before its holder was born.',
  'valid-too-long': 'The document would be valid for longer than any state issues one.',
  'issued-before-birth': 'The document would have been issued before its holder was born.',
  'issued-too-late': 'The document would have been issued at a time when such documents were not issued.',
} as const;

export const en: MessagesFor<MrzMessageable> = {
  'mrz-check/zone-found': () => ({
    problem: 'We could not find the machine-readable lines (the ones with < signs) in this picture.',
    advice:
      'Take a photo of the page with these lines, flat, sharp and without reflections, and fill the frame.',
    verified: 'The machine-readable lines were found.',
  }),
  'mrz-check/check-digit': ({ of, line, column }) => ({
    problem: `The check digit for the ${FIELDS[of]} (line ${line}, place ${column}) does not match.`,
    advice:
      'Take a sharper photo of the lines with < signs. If the digit is still wrong, use another document.',
    verified: `The check digit for the ${FIELDS[of]} matches.`,
  }),
  'mrz-check/no-check-digits': () => ({
    problem: 'This kind of document has no check digits, so we cannot verify that it was read correctly.',
    advice: 'Compare what was read with the document yourself.',
  }),
  'mrz-check/field-malformed': ({ field }) => ({
    problem: `The ${FIELDS[field]} in the machine-readable lines is not one that can exist.`,
    advice: 'Check that nothing covers these lines, and take another photo.',
  }),
  'mrz-check/repaired': ({ line, column, seen, taken }) => ({
    problem: `Line ${line}, place ${column} looked like “${seen}” and was read as “${taken}”, the only reading that fits.`,
    advice: 'Nothing to do, unless you see something else on the document.',
  }),
  'mrz-check/doubtful': ({ line, column, taken, or }) => ({
    problem: `Line ${line}, place ${column} may be “${taken}” or “${or}”.`,
    advice: 'Take a sharper photo, from straight above and without reflections.',
  }),
  'mrz-check/format-doubtful': ({ format, or }) => ({
    problem: `It is not clear to see where the lines end: this may be a zone of format ${format} or ${or}.`,
    advice: 'Take a photo that shows the whole document, from straight above and without reflections.',
  }),
  'mrz-check/document-code': ({ documentCode }) => ({
    problem: `The document code “${documentCode}” does not belong on this kind of document.`,
    advice: 'Check whether it is the document that was asked for; a person should look at it.',
    verified: 'The document code fits the kind of document.',
  }),
  'mrz-check/specimen': () => ({
    problem: 'This is a specimen, not a document that was issued to a person.',
    advice: 'Hand in your own document.',
  }),
  'mrz-check/expired': ({ on }, { date }) => ({
    problem: `This document expired on ${date(on)}.`,
    advice: 'Hand in a document that is still valid.',
    verified: `The document is valid until ${date(on)}.`,
  }),
  'mrz-check/expiry-unknown': () => ({
    problem: 'The machine-readable lines do not say until when the document is valid.',
    advice: 'Look for the date on the front of the document.',
  }),
  'mrz-check/too-young': ({ minimumAge }) => ({
    problem: `The holder must be at least ${minimumAge} years old.`,
    advice: 'A parent or guardian has to hand in their own document.',
    verified: `The holder is at least ${minimumAge} years old.`,
  }),
  'mrz-check/dates-impossible': ({ rule }) => ({
    problem: IMPOSSIBLE[rule],
    advice: 'Take another photo; if the dates stay the same, a person should look at the document.',
  }),
  'mrz-check/national-number': ({ name }) => ({
    problem: `The national number (${name}) has a wrong check digit.`,
    advice: 'Compare the number with the one on the document.',
    verified: `The national number (${name}) has the right check digit.`,
  }),
  'mrz-check/agrees': ({ field, with: other }) => ({
    problem:
      other === 'form'
        ? `The ${FIELDS[field]} in the form is not the one on the document.`
        : `The ${FIELDS[field]} in the machine-readable lines is not the one printed above them.`,
    advice:
      other === 'form'
        ? 'Correct the form so that it says what the document says.'
        : 'Take another photo; if they still differ, a person should look at the document.',
    verified:
      other === 'form'
        ? `The ${FIELDS[field]} in the form agrees with the document.`
        : `The ${FIELDS[field]} is the same in both parts of the document.`,
  }),
  'mrz-check/text-too-long': ({ limit }, { number }) => ({
    problem: `This text is too long: the machine-readable lines have at most ${number(limit)} characters.`,
    advice: 'Enter only the two or three lines with < signs.',
  }),
  'mrz-check/text-character': ({ line, column }) => ({
    problem: `Line ${line}, place ${column} has a character that these lines never contain.`,
    advice: 'Use only the letters A to Z, the digits 0 to 9 and the < sign.',
  }),
  'mrz-check/text-shape': ({ lengths }, { list }) => ({
    problem:
      lengths.length === 0
        ? 'No machine-readable lines were entered.'
        : `No document has lines of ${list(lengths.map(String))} characters.`,
    advice: 'Enter all lines completely: three of 30 characters, two of 36, or two of 44, with every < sign.',
  }),
};
