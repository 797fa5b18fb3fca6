import type { MessagesFor } from '@dossierkit/core';
import type { ClaimFinding, PaymentCodeError } from '../findings.js';

export const en: MessagesFor<ClaimFinding | PaymentCodeError> = {
  'claim-account/balance-complete': ({ events }, f) => ({
    problem: '',
    advice: '',
    verified: `The balance takes ${f.number(events)} ${f.plural(events, { one: 'event', other: 'events' })} into account, and every rate is known.`,
  }),
  'claim-account/rate-table-stale': ({ knownUntil }, f) => ({
    problem: `The reference rate is known until ${f.date(knownUntil)} only; the last known one was used after that.`,
    advice: 'Bring the rate table up to date before you ask for this interest.',
  }),
  'claim-account/rate-unknown': ({ through }, f) => ({
    problem: `No reference rate is known up to ${f.date(through)}; no interest was computed for those days.`,
    advice: 'Enter an interest rule of your own for them, if interest is owed.',
  }),
  'claim-account/no-default': () => ({
    problem: 'It is not known since when the debtor is in default, so no interest was computed.',
    advice: 'Record the first reminder, or the day of default.',
  }),
  'claim-account/event-unreadable': () => ({
    problem: 'An entry of the ledger could not be read and was left out.',
    advice: 'Correct its date or kind.',
  }),
  'claim-account/event-before-claim': ({ on }, f) => ({
    problem: `A payment of ${f.date(on)} is older than the claim itself.`,
    advice: 'Check whether it belongs to this claim.',
  }),
  'claim-account/event-repeated': ({ id }) => ({
    problem: `The entry “${id}” came twice; it was used once.`,
    advice: 'Nothing to do, if it was sent again by mistake.',
  }),
  'claim-account/amount-unusable': ({ id }) => ({
    problem: `The amount of the entry “${id}” is negative, not whole, or in another currency; the entry was left out.`,
    advice: 'Correct the amount, in whole minor units of the claim’s currency.',
  }),
  'claim-account/reference-missing': ({ id }) => ({
    problem: `The entry “${id}” takes back something that is not in the ledger.`,
    advice: 'Add the entry it belongs to.',
  }),
  'claim-account/fee-repeated': () => ({
    problem: 'A fee of this kind was charged before; it was not charged again.',
    advice: 'Leave it off the next letter.',
  }),
  'claim-account/fee-above-cap': ({ asked, allowed }, f) => ({
    problem: `${f.money(asked)} were asked for, but only ${f.money(allowed)} may be charged here.`,
    advice: 'Ask for no more than what is allowed.',
  }),
  'claim-account/overpaid': ({ surplus }, f) => ({
    problem: `${f.money(surplus)} more were paid than was owed.`,
    advice: 'Pay it back, or ask whether it was meant for something else.',
  }),
  'claim-account/promise-broken': ({ until, missing }, f) => ({
    problem: `Of a payment promised for ${f.date(until)}, ${f.money(missing)} have not come.`,
    advice: 'Talk to the customer; a new date or instalments may help.',
  }),
  'claim-account/instalments-may-be-credit': ({ days }, f) => ({
    problem: `A plan over ${f.number(days)} days, with charges or through a third party, may count as consumer credit.`,
    advice:
      'Have it checked before you agree on it; up to 50 days, free of charge and from the supplier itself, it does not.',
  }),
  'claim-account/claim-unreadable': ({ field }) => ({
    problem: `The claim cannot be computed: “${field}” is not valid.`,
    advice: 'Correct the field.',
  }),
  'claim-account/not-an-iban': () => ({
    problem: 'This is not a valid IBAN.',
    advice: 'Compare it character by character; often two digits are swapped.',
  }),
  'claim-account/not-a-bic': () => ({
    problem: 'This is not a BIC.',
    advice: 'A BIC has 8 or 11 letters and digits; it stands on the bank statement.',
  }),
  'claim-account/not-a-reference': () => ({
    problem: 'The payment reference is not valid.',
    advice: 'Copy it again from the invoice; its check digits do not agree.',
  }),
  'claim-account/amount-out-of-range': ({ least, most }, f) => ({
    problem: `The amount has to lie between ${f.money(least)} and ${f.money(most)}.`,
    advice: 'Correct the amount, or leave it out for the payer to fill in.',
  }),
  'claim-account/not-an-amount': () => ({
    problem: 'This is not an amount in whole minor units.',
    advice: 'Write it with a point and no more decimals than the currency has: 12.50.',
  }),
  'claim-account/field-too-long': ({ field, most }, f) => ({
    problem: `“${field}” is longer than the ${f.number(most)} that are allowed.`,
    advice: 'Shorten it.',
  }),
  'claim-account/field-missing': ({ field }) => ({
    problem: `“${field}” is missing.`,
    advice: 'Fill it in.',
  }),
  'claim-account/field-invalid': ({ field }) => ({
    problem: `“${field}” holds something that is not allowed there.`,
    advice: 'Remove line breaks and special characters.',
  }),
  'claim-account/reference-and-text': () => ({
    problem: 'A payment code has either a reference or free text, not both.',
    advice: 'Leave one of them out.',
  }),
  'claim-account/text-in-reference': () => ({
    problem: 'Free text stands where the reference belongs; one separator is missing.',
    advice: 'Put one more empty line before the text.',
  }),
  'claim-account/unsupported-version': () => ({
    problem: 'This version of the payment code is not known.',
    advice: 'Use version 001 or 002.',
  }),
  'claim-account/not-an-epc-code': () => ({
    problem: 'This is not a payment code for a SEPA transfer.',
    advice: 'Scan the code on the invoice that is meant for paying.',
  }),
  'claim-account/payload-too-long': ({ bytes, most }, f) => ({
    problem: `The payment code would hold ${f.number(bytes)} bytes; ${f.number(most)} are allowed.`,
    advice: 'Shorten name or text.',
  }),
  'claim-account/reference-does-not-fit-account': () => ({
    problem:
      'The reference does not fit the account: a QR-IBAN needs a QR reference, every other account must not have one.',
    advice: 'Use the account or the reference that belongs to it.',
  }),
};
