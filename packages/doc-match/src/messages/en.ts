import type { MessagesFor } from '@dossierkit/core';
import type { MatchFinding } from '../findings.js';
import { writeAmount, writeDay } from './write.js';

const LOOK = 'A person will look at it. You need not do anything.';

export const en: MessagesFor<MatchFinding> = {
  'doc-match/name': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `The document is made out to "${document}", the form to "${record}".`
        : reason === 'initial'
          ? `The document gives only an initial: "${document}". The form says "${record}".`
          : reason === 'given-names-missing' || reason === 'no-name'
            ? `The name on the document, "${document}", is not complete enough to compare it with "${record}".`
            : `The document says "${document}", the form "${record}": close, but not the same.`,
    advice:
      outcome === 'failed'
        ? 'Please send a document in your own name. If your name has changed, send the proof of it too (marriage certificate, for instance).'
        : LOOK,
    verified: `The name agrees: ${record}.`,
  }),
  'doc-match/birth-date': ({ document, record, reason }, format) => ({
    problem:
      reason === 'one-digit'
        ? `The birth dates differ by one digit: ${writeDay(document, format)} on the document, ${writeDay(record, format)} in the form.`
        : `The document says born on ${writeDay(document, format)}, the form ${writeDay(record, format)}.`,
    advice: 'Please check the date in the form. If it is right, this is somebody else’s document.',
    verified: `The birth date agrees: ${writeDay(record, format)}.`,
  }),
  'doc-match/birth-date-swapped': ({ document, record }, format) => ({
    problem: `Day and month of the birth date are swapped: ${writeDay(document, format)} on the document, ${writeDay(record, format)} in the form.`,
    advice: 'Please correct the date in the form.',
  }),
  'doc-match/address': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `The document shows another address, "${document}", than the form, "${record}".`
        : reason === 'street-missing' || reason === 'number-missing' || reason === 'no-address'
          ? `The address on the document, "${document}", is not complete enough to compare it with "${record}".`
          : `The addresses are close, but not the same: "${document}" and "${record}".`,
    advice:
      outcome === 'failed'
        ? 'Please send a document that shows the address in the form; or, if you have moved, correct the form.'
        : LOOK,
    verified: `The address agrees: ${record}.`,
  }),
  'doc-match/iban': ({ document, record, reason }) => ({
    problem:
      reason === 'record-invalid'
        ? `The IBAN in the form, ${record}, contains a typing error.`
        : reason === 'typing-error'
          ? 'The IBAN on the document could not be read for sure.'
          : `The document shows another account, ${document}, than the form, ${record}.`,
    advice:
      reason === 'record-invalid'
        ? `Please compare it with the document, which says ${document}.`
        : reason === 'typing-error'
          ? LOOK
          : 'Please send the bank details of the account in the form, or correct the IBAN there.',
    verified: 'The IBAN agrees.',
  }),
  'doc-match/company': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `The document is about "${document}", the form about "${record}".`
        : reason === 'other-form'
          ? `The company has another legal form: "${document}" on the document, "${record}" in the form.`
          : `The company names are close, but not the same: "${document}" and "${record}".`,
    advice: outcome === 'failed' ? 'Please send the document of the company in the form.' : LOOK,
    verified: `The company agrees: ${record}.`,
  }),
  'doc-match/amount': ({ document, record }, format) => ({
    problem: `The document says ${writeAmount(document, format)}, the form ${writeAmount(record, format)}.`,
    advice: 'Please check the amount in the form, or send the document that it is from.',
    verified: `The amount agrees: ${writeAmount(document, format)}.`,
  }),
  'doc-match/identifier': ({ document, record }) => ({
    problem: `The document shows the number ${document}, the form ${record}.`,
    advice: 'Please compare the number in the form with the document, digit by digit.',
    verified: `The number agrees: ${document}.`,
  }),
};
