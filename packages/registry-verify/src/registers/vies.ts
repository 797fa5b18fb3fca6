import { optional } from '../internal/optional.js';
import { type Adapter, askOnce, type RegisterRequest } from './adapter.js';
import type { Fields } from './fields.js';
import type { Question } from './question.js';
import { found, inconclusive, type RawAnswer, type Reading, readJson, readStatus } from './reading.js';

/**
 * VIES (European Commission) asks the state's own database. It answers 200 even where it could not: only its words
 * `VALID` and `INVALID` are verdicts.
 *
 * @see https://ec.europa.eu/taxation_customs/vies/#/technical-information
 */
export const vies: Adapter = {
  id: 'vies',
  name: 'VIES (European Commission)',
  baseUrl: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
  authoritativeFor: ['vat'],
  cost: 1,
  // Not published; VIES blocks addresses that ask in parallel.
  limit: { requests: 5, perMs: 1000 },
  accepts: (question) => question.kind === 'vat',
  ask: (question, send) => {
    if (question.kind !== 'vat') return Promise.resolve(inconclusive('refused'));
    return askOnce(send, requestFor(question), (raw) => readVies(raw, question));
  },
};

function requestFor(question: Extract<Question, { kind: 'vat' }>): RegisterRequest {
  const { country, number, requester } = question;
  if (!requester) {
    return {
      method: 'GET',
      path: `/ms/${country}/vat/${number}`,
      endpoint: 'GET /ms/{country}/vat/{number}',
    };
  }
  return {
    method: 'POST',
    path: '/check-vat-number',
    endpoint: 'POST /check-vat-number',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      countryCode: country,
      vatNumber: number,
      requesterMemberStateCode: requester.country,
      requesterNumber: requester.number,
    }),
  };
}

/** Reads the answer of either request. */
export function readVies(raw: RawAnswer, question?: Question): Reading {
  const json = readJson(raw.body);
  const error = 'fields' in json ? errorOf(json.fields) : undefined;
  if (error) return error;
  const status = readStatus(raw);
  if (status) return status;
  if ('reading' in json) return json.reading;
  if (raw.status === 404) return inconclusive('changed-shape');
  return readVerdict(json.fields, question);
}

const MINUTE_MS = 60_000;

/** What VIES says when it could not ask. Everything that is not listed here counts as an outage as well. */
function errorOf(fields: Fields): Reading | undefined {
  const word = fields.text('userError') ?? fields.list('errorWrappers')?.[0]?.text('error');
  if (word === undefined)
    return fields.flag('actionSucceed') === false ? inconclusive('unavailable', MINUTE_MS) : undefined;
  if (word === 'VALID' || word === 'INVALID') return undefined;
  if (/MAX_CONCURRENT/.test(word)) return inconclusive('rate-limited', MINUTE_MS);
  if (/TIMEOUT/.test(word)) return inconclusive('timeout', MINUTE_MS);
  if (/INVALID_(INPUT|REQUESTER)|VAT_BLOCKED|IP_BLOCKED/.test(word)) return inconclusive('refused');
  return inconclusive('unavailable', 5 * MINUTE_MS);
}

function readVerdict(fields: Fields, question: Question | undefined): Reading {
  const word = fields.text('userError');
  const flag = fields.flag('isValid') ?? fields.flag('valid');
  const number = fields.text('vatNumber');
  // Without its word, an answer counts only where it repeats the number that it is about.
  const valid = word === undefined ? (number === undefined ? undefined : flag) : word === 'VALID';
  if (valid === undefined || (flag !== undefined && flag !== valid)) return inconclusive('changed-shape');
  const asked = question?.kind === 'vat' ? question : undefined;
  if (asked && number !== undefined && number.replace(/\s/g, '') !== asked.number)
    return inconclusive('wrong-subject');
  const country = fields.text('countryCode') ?? asked?.country ?? '';
  if (asked && country !== asked.country) return inconclusive('wrong-subject');
  const vat = country + (number ?? asked?.number ?? '');
  const [name, address] = [shown(fields.text('name')), shown(fields.text('address'))];
  return found(fields, {
    vat: {
      vat,
      valid,
      ...optional('name', name),
      ...optional('address', address?.replace(/\s*\n\s*/g, ', ')),
      ...optional('consultationNumber', fields.text('requestIdentifier')),
    },
  });
}

/** States that do not tell names put dashes there. */
const shown = (text: string | undefined): string | undefined =>
  text && /[\p{L}\p{N}]/u.test(text) ? text : undefined;
