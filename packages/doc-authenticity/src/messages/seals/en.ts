import type { MessagesFor } from '@dossierkit/core';
import type { AuthorityProblem, SealMessageable } from '../../findings.js';
import type { ComparedField } from '../../seals/visible-fields.js';

const FIELDS: Readonly<Record<ComparedField, string>> = {
  incomeYear: 'income year',
  declarant1: 'first declarant',
  declarant2: 'second declarant',
  taxNumber1: 'first tax number',
  taxNumber2: 'second tax number',
  taxNoticeReference: 'reference of the notice',
  referenceIncome: 'reference income',
  address: 'address',
  postcode: 'postcode',
  town: 'town',
  name: 'name',
  iban: 'IBAN',
  bic: 'BIC',
  invoiceAmount: 'amount of the invoice',
  netPay: 'net pay',
  netTaxablePay: 'net taxable pay',
  birthDate: 'date of birth',
};

const PROBLEMS: Readonly<Record<AuthorityProblem, string>> = {
  'authority-unknown': 'we do not know the authority it names',
  'authority-withdrawn': 'its authority was no longer trusted on that day',
  'certificate-unknown': 'we do not have the certificate it names',
  'certificate-not-issued': 'the certificate we have under that name was not issued by this authority',
  'list-not-verified': 'our list of trusted authorities has not been verified',
  'list-stale': 'our list of trusted authorities is out of date',
  'wrong-key': 'the certificate holds a key of another kind',
  'test-authority': 'it names the public test authority',
};

export const en: MessagesFor<SealMessageable> = {
  'doc-authenticity/seal-found': ({ count }, { plural, number }) => ({
    problem: 'We found no readable digital seal (the square of small dots) on this document.',
    advice: 'If the document has one, send the original PDF, or a flat and sharp photo of the whole page.',
    verified: plural(count, {
      one: 'One digital seal was found.',
      other: `${number(count)} digital seals were found.`,
    }),
  }),
  'doc-authenticity/seal-unreadable': () => ({
    problem: 'There is a digital seal on this page, but it does not follow its own rules.',
    advice: 'Send the original PDF or a sharper picture. If it stays like this, have a person look at it.',
  }),
  'doc-authenticity/seal-signature': ({ authority, certificate }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `We could not check the signature of the digital seal: we do not have the key of ${authority} ${certificate}.`
        : `The fields in the digital seal are not what was signed under ${authority} ${certificate}.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Update the trust lists and certificates, or ask the issuer.'
        : 'Ask for the original document, and have a person look at it.',
    verified: `The fields in the digital seal are as they were signed under ${authority} ${certificate}.`,
  }),
  'doc-authenticity/seal-authority': ({ authority, certificate, problem }) => ({
    problem: `Nothing vouches for the signer of the digital seal (${authority} ${certificate}): ${PROBLEMS[problem ?? 'authority-unknown']}.`,
    advice: 'Update the trust lists and certificates; then check again.',
    verified: `${authority}, a trusted authority, issued the certificate ${certificate} of the seal.`,
  }),
  'doc-authenticity/seal-certificate-valid': ({ signedOn }, format) => ({
    problem:
      signedOn === null
        ? 'The digital seal does not say when it was signed, so we cannot tell whether its certificate was valid then.'
        : `The certificate of the digital seal was not valid on ${format.date(signedOn)}, the day of the signature.`,
    advice: 'Have a person look at the document.',
    verified: 'The certificate of the seal was valid on the day of the signature.',
  }),
  'doc-authenticity/seal-revoked': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'We could not find out whether the certificate of the digital seal has been revoked.'
        : 'The certificate of the digital seal has been revoked.',
    advice:
      format.outcome === 'inconclusive'
        ? 'Check again when the revocation list of the authority is available.'
        : 'Do not rely on the seal; ask the issuer.',
    verified: 'The certificate of the seal has not been revoked.',
  }),
  'doc-authenticity/seal-test-authority': () => ({
    problem: 'This seal was made with the public test key. Everybody can do that; it proves nothing.',
    advice: 'Ask for the real document.',
  }),
  'doc-authenticity/seal-from-future': ({ signedOn }, format) => ({
    problem: `The digital seal is dated ${format.date(signedOn)}, which is still to come.`,
    advice: 'Have a person look at the document.',
  }),
  'doc-authenticity/seal-field-unknown': ({ id }) => ({
    problem: `The digital seal has a field (${id}) that we do not know yet.`,
    advice: 'Nothing to do: the field is kept as it is.',
  }),
  'doc-authenticity/seal-field-malformed': ({ id }) => ({
    problem: `The field ${id} of the digital seal does not have the length it should have.`,
    advice: 'Compare this field with the document yourself.',
  }),
  'doc-authenticity/seal-unsigned-fields': ({ ids }, format) => ({
    problem: `The digital seal carries fields behind its signature (${format.list(ids)}). Anybody could have written them.`,
    advice: 'Do not rely on these fields.',
  }),
  'doc-authenticity/seal-agrees': ({ field }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `${capital(FIELDS[field])}: we could not tell whether the seal and what is written agree.`
        : `${capital(FIELDS[field])}: what the seal says and what is written differ.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Compare the two yourself.'
        : 'Compare the document with what was read from the seal, and ask for the original.',
    verified: `${capital(FIELDS[field])}: the seal and what is written agree.`,
  }),
  'doc-authenticity/not-a-seal': () => ({
    problem: 'This code is not a digital seal.',
    advice: 'Nothing to do, unless the document should have one.',
  }),
  'doc-authenticity/seal-malformed': () => ({
    problem: 'There is a digital seal on this page, but it does not follow its own rules.',
    advice: 'Send the original PDF or a sharper picture. If it stays like this, have a person look at it.',
  }),
  'doc-authenticity/trust-list-malformed': () => ({
    problem: 'This list of trusted authorities cannot be read.',
    advice: 'Fetch the list again from the authority that publishes it.',
  }),
  'doc-authenticity/trust-list-signature': () => ({
    problem: 'The signature of this list of trusted authorities could not be verified, so it is not used.',
    advice: 'Fetch the list again, and check which certificate signs it.',
  }),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
