import { parseSwissUid } from '../identifiers/swiss-uid.js';
import { encodeBase64 } from '../internal/base64.js';
import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { type Adapter, askOnce } from './adapter.js';
import { companyIn } from './company-ids.js';
import { dayOf } from './dates.js';
import type { AddressFacts, CompanyFacts, CompanyState } from './evidence.js';
import type { Fields } from './fields.js';
import { legalForm } from './legal-form.js';
import type { Question } from './question.js';
import { found, inconclusive, notFound, type RawAnswer, type Reading, readAnswer } from './reading.js';

/** An account at Zefix; the Federal Office gives it out on request. */
export interface ZefixCredentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Zefix, the index of the Swiss commercial registers. Who may sign stands in the cantonal extract only.
 *
 * @see https://www.zefix.admin.ch/ZefixPublicREST/swagger-ui/index.html
 */
export function zefix({ username, password }: ZefixCredentials): Adapter {
  const headers = { authorization: `Basic ${encodeBase64(`${username}:${password}`)}` };
  return {
    id: 'zefix',
    name: 'Zefix (Switzerland)',
    baseUrl: 'https://www.zefix.admin.ch/ZefixPublicREST',
    authoritativeFor: ['company'],
    cost: 1,
    // Not published.
    limit: { requests: 5, perMs: 1000 },
    accepts: (question) => question.kind === 'company' && question.id.scheme === 'swiss-uid',
    ask: (question, send) => {
      const path = `/api/v1/company/uid/${companyIn(question)?.value}`;
      return askOnce(
        send,
        { method: 'GET', path, endpoint: 'GET /api/v1/company/uid/{uid}', headers },
        (raw) => readZefix(raw, question),
      );
    },
  };
}

/** Reads the companies of a UID: the list has one entry, or one for each seat that the register moved it from. */
export function readZefix(raw: RawAnswer, question?: Question): Reading {
  return readAnswer(raw, (fields) => readEntries(raw.status, fields, companyIn(question)?.value));
}

function readEntries(status: number, fields: Fields, wanted: string | undefined): Reading {
  if (fields.text('error.type') === 'NOT_FOUND') return notFound(['error.type']);
  if (status === 404 || fields.has('error'))
    return inconclusive(fields.has('error') ? 'refused' : 'changed-shape');
  if (fields.has('openapi') || fields.has('swagger')) return inconclusive('not-an-answer');
  const entries = fields.list('') ?? [fields];
  if (entries.length === 0) return notFound(['[]']);
  const mine = entries.filter((entry) => wanted === undefined || uidOf(entry) === wanted);
  const entry = mine.find((each) => each.text('status') !== 'CANCELLED') ?? mine[0];
  if (!entry)
    return inconclusive(entries.some((each) => each.has('uid')) ? 'wrong-subject' : 'changed-shape');
  const company = companyOf(entry);
  return company ? found(fields, { company }) : inconclusive('changed-shape');
}

const uidOf = (entry: Fields): string | undefined => {
  const uid = parseSwissUid(entry.text('uid') ?? '');
  return uid.ok ? uid.value.uid : undefined;
};

const STATES: Readonly<Record<string, CompanyState | undefined>> = {
  ACTIVE: 'active',
  BEING_CANCELLED: 'winding-up',
  CANCELLED: 'ceased',
};

function companyOf(entry: Fields): CompanyFacts | undefined {
  const [uid, state] = [uidOf(entry), STATES[entry.text('status') ?? '']];
  if (uid === undefined || state === undefined) return undefined;
  const former = [...(entry.list('oldNames') ?? []), ...(entry.list('translation') ?? [])];
  return {
    ...optional('name', entry.text('name')),
    otherNames: known(...former.map((name) => name.text('name') ?? name.text(''))),
    ids: [{ scheme: 'swiss-uid', value: uid }],
    ...legalForm(entry.text('legalForm.uid'), labelOf(entry)),
    state,
    ...optional('ceasedOn', dayOf(entry.text('deletionDate'))),
    ...optional('address', addressOf(entry.at('address'))),
  };
}

/** The form in the first of the country's languages that has it. */
function labelOf(entry: Fields): string | undefined {
  const languages = ['de', 'fr', 'it', 'en'];
  return known(...languages.map((language) => entry.text(`legalForm.name.${language}`)))[0];
}

function addressOf(address: Fields): AddressFacts | undefined {
  const [postcode, city] = [address.text('swissZipCode'), address.text('city')];
  const text = known(address.text('street'), address.text('houseNumber'), postcode, city).join(' ');
  return text === ''
    ? undefined
    : { text, ...optional('postcode', postcode), ...optional('city', city), country: 'CH' };
}
