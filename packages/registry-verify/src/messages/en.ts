import type { MessagesFor } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { IdentifierError, IdentifierScheme } from '../identifiers/identifier-error.js';
import type { InconclusiveReason } from '../registers/register.js';
import { registerName, schemeNames } from './register-name.js';

const schemes: Readonly<Record<IdentifierScheme, string>> = {
  ...schemeNames,
  vat: 'VAT number',
  'uk-company-number': 'UK company number',
  'german-register-number': 'German register number',
  'numero-fiscal': 'French tax number',
  'reference-avis': 'reference of the tax notice',
};

const reasons: Readonly<Record<InconclusiveReason, string>> = {
  unreachable: 'cannot be reached',
  timeout: 'took too long to answer',
  unavailable: 'is out of order',
  'rate-limited': 'is being asked too often right now',
  'quota-exhausted': 'has no questions left in our quota',
  'circuit-open': 'has failed repeatedly and is being left alone for a while',
  'maintenance-page': 'shows a maintenance page',
  'changed-shape': 'gave an answer that we cannot read',
  'wrong-subject': 'answered about somebody else',
  masked: 'does not publish what we need',
  unauthorised: 'did not accept our access',
  refused: 'does not take this question',
  redirected: 'sent us to another address',
  'too-large': 'sent an answer that is too large',
  incomplete: 'has more entries than we read',
  'not-an-answer': 'sent another kind of document',
  cancelled: 'was not waited for',
};

export const en: MessagesFor<RegistryFinding | IdentifierError> = {
  'registry-verify/identifier-length': ({ scheme, length, expected }) => ({
    problem: `A ${schemes[scheme]} has ${expected} characters; this has ${length}.`,
    advice: 'Copy the number again from the document.',
  }),
  'registry-verify/identifier-characters': ({ scheme }) => ({
    problem: `This ${schemes[scheme]} contains a character that does not belong there.`,
    advice: 'Check for letters that look like digits: O is not 0, and l is not 1.',
  }),
  'registry-verify/identifier-format': ({ scheme }) => ({
    problem: `This is not written like a ${schemes[scheme]}.`,
    advice:
      scheme === 'german-register-number'
        ? 'Give the register, the number and the court, for example “HRB 12345, Amtsgericht München”.'
        : 'Compare it with the document, and leave nothing out.',
  }),
  'registry-verify/identifier-check-digit': ({ scheme }) => ({
    problem: `There is a typing error in this ${schemes[scheme]}.`,
    advice: 'Compare it digit by digit with the document; often two neighbouring digits are swapped.',
  }),
  'registry-verify/identifier-country': ({ scheme, country }) => ({
    problem: `There is no ${schemes[scheme]} of the country “${country}”.`,
    advice: 'Check the two letters at the start.',
  }),
  'registry-verify/identifier-invalid': ({ scheme }) => ({
    problem: `The ${schemes[scheme]} cannot be right.`,
    advice: 'Compare it with the document and enter it again. Nobody was asked about it yet.',
  }),
  'registry-verify/identifiers-disagree': ({ schemes: given }, { list }) => ({
    problem: `The numbers given (${list(given.map((scheme) => schemes[scheme]))}) belong to different companies.`,
    advice: 'Find out which company is meant, and give its numbers only.',
  }),
  'registry-verify/tax-number-key': () => ({
    problem: 'The last three digits of the tax number do not fit the others.',
    advice: 'Compare it with the notice. Specimens with made-up numbers show this too.',
  }),
  'registry-verify/register-not-answering': ({ register, reason, retryAt }, { dateTime }) => ({
    problem: `${registerName(register)} ${reasons[reason]}. This says nothing about the company or the person.`,
    advice: retryAt
      ? `Ask again from ${dateTime(retryAt, 'Europe/Paris')} (Paris).`
      : 'Ask again later, or look it up by hand.',
  }),
  'registry-verify/no-register': () => ({
    problem: 'None of the registers that are set up can answer this.',
    advice: 'Set up a register for this country and kind of number, or look it up by hand.',
  }),
  'registry-verify/registers-disagree': ({ registers: [one, other], about }) => ({
    problem: `${registerName(one)} and ${registerName(other)} contradict each other about ${
      {
        existence: 'whether the company exists',
        state: 'whether it is active',
        name: 'its name',
        officers: 'who represents it',
        number: 'its numbers',
      }[about]
    }.`,
    advice: 'Look at both entries. One of them is often only some days behind.',
  }),
  'registry-verify/company-registered': ({ register }) => ({
    problem: `${registerName(register)} knows no company with this number.`,
    advice: 'Check the number. A company that was founded this week may not be entered yet.',
    verified: `The company is entered in ${registerName(register)}.`,
  }),
  'registry-verify/company-active': ({ register, state }) => ({
    problem:
      state === 'ceased'
        ? `According to ${registerName(register)} the company has ceased to exist.`
        : state === 'winding-up'
          ? `According to ${registerName(register)} the company is being wound up.`
          : `${registerName(register)} does not say whether the company is active.`,
    advice:
      state === 'ceased'
        ? 'Nobody can sign for it any more. Ask who has taken over.'
        : 'Ask for a recent extract, and who may act now.',
    verified: `The company is active according to ${registerName(register)}.`,
  }),
  'registry-verify/establishment-open': ({ register, state, closedOn }, { date }) => ({
    problem:
      state === 'closed'
        ? `According to ${registerName(register)} this establishment closed${closedOn ? ` on ${date(closedOn)}` : ''}. The company itself may go on elsewhere.`
        : state === 'not-listed'
          ? `${registerName(register)} knows the company, but no establishment with this SIRET.`
          : `${registerName(register)} does not say whether this establishment is open.`,
    advice: 'Ask for the SIRET of the place where the company works today.',
    verified: `The establishment is open according to ${registerName(register)}.`,
  }),
  'registry-verify/name-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} has another name for this number.`
        : `${registerName(register)} does not tell the name.`,
    advice: 'Compare the name with the extract; trade names and former names are often used.',
    verified: `The name is the one in ${registerName(register)}.`,
  }),
  'registry-verify/address-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} has another address for the company.`
        : `${registerName(register)} does not tell the address.`,
    advice: 'Ask whether this is a branch, or whether the company has moved.',
    verified: `The address is the one in ${registerName(register)}.`,
  }),
  'registry-verify/representative-listed': ({ register, role }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} does not name this person among those who represent the company.`
        : `It could not be told from ${registerName(register)} whether this person represents the company.`,
    advice: 'Ask for a power of attorney, or for the document of the appointment.',
    verified: `The person is entered in ${registerName(register)}${role ? ` as ${role}` : ''}.`,
  }),
  'registry-verify/representative-resigned': ({ register }) => ({
    problem: `According to ${registerName(register)} this person has left the office.`,
    advice: 'Ask who holds it now.',
  }),
  'registry-verify/representative-identity': ({ register, problem }) => ({
    problem: {
      none: '',
      'birth-differs': `${registerName(register)} lists somebody of the same name who was born at another time.`,
      'birth-unknown': 'The name is the same, but without the month of birth a namesake cannot be ruled out.',
      'given-name-unknown': `${registerName(register)} lists the family name without a given name that could be compared.`,
    }[problem],
    advice: 'Compare with the identity document, and enter the date of birth.',
    verified: `Name and month of birth are those in ${registerName(register)}.`,
  }),
  'registry-verify/signing-power': ({ role, power }) => ({
    problem:
      power === 'none'
        ? `As ${role} this person does not represent the company.`
        : `The role “${role}” alone does not tell whether this person may sign.`,
    advice: 'Ask for a power of attorney, or look into the articles of association.',
    verified:
      power === 'joint'
        ? `As ${role} this person signs for the company together with others.`
        : `As ${role} this person may sign for the company alone.`,
  }),
  'registry-verify/joint-signature': ({ needed, present }, { plural }) => ({
    problem: `${needed} must sign together; ${present} of them ${plural(present, { one: 'is', other: 'are' })} confirmed.`,
    advice: 'Let the others who are entitled sign as well.',
    verified: 'Enough of those who must sign together are confirmed.',
  }),
  'registry-verify/role-agrees': ({ register, role }) => ({
    problem: `The register ${registerName(register)} gives this person another role: ${role}.`,
    advice: 'Correct the role on the form.',
    verified: `The role is the one in ${registerName(register)}.`,
  }),
  'registry-verify/signs-through': ({ through }, { list }) => ({
    problem: `The person acts through ${list(through)}.`,
    advice: 'Keep the entries of these companies with the file.',
    verified: `The person acts through ${list(through)}.`,
  }),
  'registry-verify/chain-unresolved': ({ reason }) => ({
    problem: {
      'no-number': 'The company is represented by another one whose number the register does not give.',
      'too-long': 'Too many companies in a row represent each other.',
      circular: 'The companies represent each other in a circle.',
      'not-active': 'The company is represented by another one that is not active.',
      register: 'The company is represented by another one about which no register answered.',
    }[reason],
    advice: 'Ask who acts for that company, with an extract of its register.',
  }),
  'registry-verify/officers-masked': ({ register, count }, { plural }) => ({
    problem: `${registerName(register)} does not publish the names of ${count} ${plural(count, { one: 'officer', other: 'officers' })}.`,
    advice: 'Ask the company for its full extract.',
  }),
  'registry-verify/vat-valid': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `According to ${registerName(register)} this VAT number is not valid.`
        : 'It could not be found out whether this VAT number is valid.',
    advice:
      outcome === 'failed'
        ? 'Ask whether it is registered for trade within the European Union.'
        : 'Ask again later; the databases of the states are often closed for a while.',
    verified: `The VAT number is valid according to ${registerName(register)}.`,
  }),
  'registry-verify/address-known': ({ precision }) => ({
    problem:
      precision === 'none'
        ? 'This address was not found.'
        : precision === 'street'
          ? 'The street is known, the house number is not.'
          : 'Only the place is known, not the street.',
    advice: 'Check street and number; a new house may not be entered yet.',
    verified: 'The address exists, down to the house number.',
  }),
  'registry-verify/tax-notice-known': () => ({
    problem: 'The tax authority knows no notice with these two numbers.',
    advice: 'Compare both numbers with the first page of the notice.',
    verified: 'The tax authority knows this notice.',
  }),
  'registry-verify/tax-notice-latest': () => ({
    problem: 'This notice was replaced by a newer one.',
    advice: 'Ask for the corrected notice (avis correctif).',
    verified: 'No newer notice replaces this one.',
  }),
  'registry-verify/tax-notice-partial': () => ({
    problem: 'The notice covers a part of the year only.',
    advice: 'Ask for the notice of the rest of the year as well.',
  }),
  'registry-verify/tax-notice-agrees': ({ field }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${capital(fields[field])} on the notice differs from what the tax authority has.`
        : `The tax authority does not tell ${fields[field]} here.`,
    advice:
      outcome === 'failed'
        ? 'Let a person compare the notice.'
        : 'Read it from the 2D-Doc seal of the notice.',
    verified: `${capital(fields[field])} agrees with the tax authority.`,
  }),
};

const fields = {
  declarants: 'the name',
  'reference-income': 'the reference income',
  tax: 'the amount of tax',
  'income-year': 'the year of the income',
  'household-shares': 'the number of shares',
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
