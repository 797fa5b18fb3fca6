import type { MessagesFor, MessageText } from '@dossierkit/core';
import type { ClassifierFinding, Confusion, KindRef } from '../findings.js';
import { kindName } from '../kind-names.js';
import { fieldName } from './field-names.js';
import { writeMonth, writeTime } from './write-time.js';

const name = (ref: KindRef): string => kindName(ref, 'en');
const field = (id: string): string => fieldName(id, 'en');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const CONFUSIONS: Readonly<Record<Confusion, MessageText>> = {
  'tax-declaration-for-notice': {
    problem:
      'This is the tax return that you filled in, not the notice with which the tax office answered it.',
    advice:
      'Please send the notice: it came after the return and says how much tax was set. You find it in your account at the tax office, under your documents.',
  },
  'tax-statement-for-notice': {
    problem:
      'This statement only confirms what you declared. The tax office has not calculated anything in it yet.',
    advice:
      'Please send the notice itself (avis d’impôt). It appears in your account on impots.gouv.fr in late July or August.',
  },
  'tax-prepayment-for-notice': {
    problem: 'This notice sets prepayments for the months to come. It does not show what you earned.',
    advice: 'Please send the income tax notice (Einkommensteuerbescheid) for a year that is over.',
  },
  'tax-notice-for-declaration': {
    problem: 'This is the notice of the tax office, but the return itself is asked for.',
    advice: 'Please send the return that you filed, with all its pages.',
  },
  'property-tax-for-income-tax': {
    problem: 'This notice is about a property, not about your income.',
    advice: 'Please send the notice for income tax; its first page shows the "revenu fiscal de référence".',
  },
  'order-for-invoice': {
    problem: 'This confirms an order. It is not the invoice.',
    advice: 'Please send the invoice; it has an invoice number and mostly comes with or after the delivery.',
  },
  'quote-for-invoice': {
    problem: 'This is an offer. It does not show that anything was bought.',
    advice: 'Please send the invoice that followed it.',
  },
  'card-front-for-back': {
    problem: 'This is the front of the card, and the back is missing.',
    advice: 'Turn the card over and take the same picture again.',
  },
  'card-back-for-front': {
    problem: 'This is the back of the card, and the front is missing.',
    advice: 'Turn the card over, so that the photo can be seen, and take the picture again.',
  },
  'statement-for-bank-details': {
    problem: 'This is a bank statement. Your transactions are not needed, only the details of the account.',
    advice: 'Please send the one-page RIB; your bank’s app offers it next to the account.',
  },
  'bank-details-for-statement': {
    problem: 'This page shows the details of the account, but not what happened on it.',
    advice: 'Please send the statement with the transactions and the balance.',
  },
  'annual-for-payslip': {
    problem: 'This sums up a whole year, but the single months are needed.',
    advice: 'Please send the monthly payslips.',
  },
  'payslip-for-annual': {
    problem: 'This payslip is for one month, but the summary of the year is needed.',
    advice: 'Please send the yearly summary; your employer issues it after the end of the year.',
  },
  'sirene-for-extract': {
    problem: 'This SIRENE notice shows that the company exists, but not who may sign for it.',
    advice: 'Please send the Kbis extract; monidenum.fr gives it to managers free of charge.',
  },
};

export const en: MessagesFor<ClassifierFinding> = {
  'doc-classifier/kind-recognised': ({ found }) => ({
    problem: 'It cannot be said for sure which document this is.',
    advice: 'Please send the first page, whole and sharp; or a person will have a look.',
    verified: `It was recognised as ${name(found)}.`,
  }),
  'doc-classifier/expected-kind': ({ expected, found }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `It cannot be said for sure that this is ${format.list(expected.map(name), 'or')}.`
        : `This looks like ${name(found)}, but ${format.list(expected.map(name), 'or')} is needed.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'If it is, leave it: a person will look at it. If it is something else, please replace it.'
        : `Please send ${format.list(expected.map(name), 'or')}.`,
    verified: `It is ${name(found)}, as asked for.`,
  }),
  'doc-classifier/confused-kind': ({ confusion }) => CONFUSIONS[confusion],
  'doc-classifier/too-old': ({ found, value, oldest, newest, form }, format) => ({
    problem:
      form === 'day'
        ? `It is from ${writeTime(value, form, format)}. That is too old: it should be from ${writeTime(oldest, form, format)} or later.`
        : `It is for ${writeTime(value, form, format)}, but ${writeTime(oldest, form, format)} or later is needed.`,
    advice:
      oldest === newest
        ? `Please send the one for ${writeTime(newest, form, format)}.`
        : 'Please send the latest one that you have.',
    verified: `${capital(name(found))}, dated ${writeTime(value, form, format)}: recent enough.`,
  }),
  'doc-classifier/expired': ({ expiry }, format) => ({
    problem: `It expired on ${writeTime(expiry, 'day', format)}.`,
    advice: 'Please send one that is still valid. If you have applied for a new one, tell us.',
    verified: `Valid until ${writeTime(expiry, 'day', format)}.`,
  }),
  'doc-classifier/dated-ahead': ({ value, form }, format) => ({
    problem: `Its date, ${writeTime(value, form, format)}, is still to come.`,
    advice: 'Please check that you sent the right document.',
  }),
  'doc-classifier/age-unknown': ({ field: id }) => ({
    problem: `${capital(field(id))} was not found, so we cannot tell whether it is recent enough.`,
    advice: 'Please send the page with the date on it, whole and sharp.',
  }),
  'doc-classifier/field-not-found': ({ field: id }) => ({
    problem: `${capital(field(id))} was not found on the document.`,
    advice: 'Please check that all pages are there and nothing is cut off or covered.',
  }),
  'doc-classifier/check-digits': ({ field: id }) => ({
    problem: `The check digits of ${field(id)} do not fit: a character is misprinted or was misread.`,
    advice: 'Compare it character by character with the document.',
    verified: `The check digits of ${field(id)} agree.`,
  }),
  'doc-classifier/several-documents': ({ found }, format) => ({
    problem: `The file holds ${found.length} documents: ${format.list(found.map(name))}.`,
    advice: 'Nothing to do. It is easier for us if you send each one in a file of its own.',
  }),
  'doc-classifier/too-many-pages': ({ pages, limit }) => ({
    problem: `It has ${pages} pages; such a document has at most ${limit}.`,
    advice: 'Please send only the pages that belong to it.',
  }),
  'doc-classifier/no-text': () => ({
    problem: 'No words could be read on it.',
    advice:
      'If the page is empty, leave it out. Otherwise take the picture again: flat, in good light, close enough to read.',
  }),
  'doc-classifier/page-unreadable': ({ number }) => ({
    problem: `Page ${number} could not be read.`,
    advice: 'Please open the file yourself; if the page shows, save it again as a PDF and send that.',
  }),
  'doc-classifier/page-limit': ({ pages, limit }) => ({
    problem: `Of ${pages} pages only the first ${limit} were looked at.`,
    advice: 'If what matters comes later, send those pages on their own.',
  }),
  'doc-classifier/text-limit': ({ limit }, { number }) => ({
    problem: `It holds more than ${number(limit)} words; the rest was not looked at.`,
    advice: 'If what matters comes later, send those pages on their own.',
  }),
  'doc-classifier/payslips-complete': ({ months, missing, found }, format) => ({
    problem:
      missing.length > 0
        ? `For ${months} months in a row, ${format.list(missing.map((month) => writeMonth(month, format)))} ${missing.length === 1 ? 'is' : 'are'} missing.`
        : `The payslips do not show ${months} months in a row.`,
    advice: 'Please send the missing payslips.',
    verified: `The payslips cover ${format.list(found.map((month) => writeMonth(month, format)))}.`,
  }),
};
