import { parseSwissUid } from '../identifiers/swiss-uid.js';
import { encodeBase64 } from '../internal/base64.js';
import { optional } from '../internal/optional.js';
import { type Adapter, askOnce } from './adapter.js';
import { dayOf } from './dates.js';
import type { AddressFacts, CompanyFacts, CompanyState } from './evidence.js';
import type { Fields } from './fields.js';
import type { Question } from './question.js';
import {
  found,
  inconclusive,
  notFound,
  type RawAnswer,
  type Reading,
  readJson,
  readStatus,
} from './reading.js';

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
      const uid = question.kind === 'company' ? question.id.value : '';
      const path = `/api/v1/company/uid/${uid}`;
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
  const status = readStatus(raw);
  if (status) return status;
  const json = readJson(raw.body);
  if ('reading' in json) return json.reading;
  const { fields } = json;
  if (fields.text('error.type') === 'NOT_FOUND') return notFound(['error.type']);
  if (raw.status === 404 || fields.has('error'))
    return inconclusive(fields.has('error') ? 'refused' : 'changed-shape');
  if (fields.has('openapi') || fields.has('swagger')) return inconclusive('not-an-answer');
  const entries = fields.list('') ?? [fields];
  if (entries.length === 0) return notFound(['[]']);
  const wanted = question?.kind === 'company' ? question.id.value : undefined;
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
  const [code, label] = [entry.text('legalForm.uid'), entry.text('legalForm.name.de')];
  const former = [...(entry.list('oldNames') ?? []), ...(entry.list('translation') ?? [])];
  return {
    ...optional('name', entry.text('name')),
    otherNames: former.map((name) => name.text('name') ?? name.text('')).filter((name) => name !== undefined),
    ids: [{ scheme: 'swiss-uid', value: uid }],
    ...(code === undefined && label === undefined
      ? {}
      : { legalForm: { ...optional('code', code), ...optional('label', label) } }),
    state,
    ...optional('ceasedOn', dayOf(entry.text('deletionDate'))),
    ...optional('address', addressOf(entry.at('address'))),
  };
}

function addressOf(address: Fields): AddressFacts | undefined {
  const [postcode, city] = [address.text('swissZipCode'), address.text('city')];
  const street = [address.text('street'), address.text('houseNumber')]
    .filter((part) => part !== undefined)
    .join(' ');
  const text = [street, postcode, city].filter((part) => part !== undefined && part !== '').join(' ');
  return text === ''
    ? undefined
    : { text, ...optional('postcode', postcode), ...optional('city', city), country: 'CH' };
}
