import { parseAustrianFn } from '../identifiers/austrian-fn.js';
import { parseSiren } from '../identifiers/siren.js';
import { parseSwissUid } from '../identifiers/swiss-uid.js';
import { parseUkCompanyNumber } from '../identifiers/uk-company-number.js';
import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { type Adapter, askOnce } from './adapter.js';
import { companyIn } from './company-ids.js';
import { dayOf } from './dates.js';
import type { AddressFacts, CompanyFacts, CompanyState } from './evidence.js';
import type { Fields } from './fields.js';
import { legalForm } from './legal-form.js';
import type { CompanyId, Question } from './question.js';
import { found, inconclusive, notFound, type RawAnswer, type Reading, readAnswer } from './reading.js';

/**
 * GLEIF, the register of legal entity identifiers. Its records repeat what a local register said when the LEI was last
 * renewed: a lapsed record is old news.
 *
 * @see https://www.gleif.org/en/lei-data/gleif-api
 */
export const gleif: Adapter = {
  id: 'gleif',
  name: 'GLEIF',
  baseUrl: 'https://api.gleif.org/api/v1',
  authoritativeFor: ['company'],
  cost: 2,
  limit: { requests: 60, perMs: 60_000 },
  accepts: (question) => question.kind === 'company' && question.id.scheme === 'lei',
  ask: (question, send) => {
    const request = {
      method: 'GET',
      path: `/lei-records/${leiIn(question)}`,
      endpoint: 'GET /lei-records/{lei}',
    } as const;
    return askOnce(send, request, (raw) => readGleif(raw, question));
  },
};

/** Reads a record, or the record in question out of a list. Other documents of the API are `not-an-answer`. */
export function readGleif(raw: RawAnswer, question?: Question): Reading {
  return readAnswer(raw, (fields) => readRecords(raw.status, fields, leiIn(question)));
}

const leiIn = (question: Question | undefined): string | undefined => {
  const id = companyIn(question);
  return id?.scheme === 'lei' ? id.value : undefined;
};

function readRecords(status: number, fields: Fields, lei: string | undefined): Reading {
  if (status === 404) {
    return fields.list('errors') ? notFound(['errors[]']) : inconclusive('changed-shape');
  }
  const records = fields.list('data') ?? (fields.has('data') ? [fields.at('data')] : undefined);
  if (!records) return inconclusive('changed-shape');
  if (records.some((record) => record.text('type') !== 'lei-records')) return inconclusive('not-an-answer');
  if (records.length === 0) return lei === undefined ? inconclusive('not-an-answer') : notFound(['data[]']);
  const record =
    lei === undefined ? (records.length === 1 ? records[0] : undefined) : leiRecord(records, lei);
  if (!record) return inconclusive('wrong-subject');
  const company = companyOf(record.at('attributes'));
  return company ? found(fields, { company }) : inconclusive('changed-shape');
}

const leiRecord = (records: readonly Fields[], lei: string): Fields | undefined =>
  records.find((record) => record.text('attributes.lei') === lei);

function companyOf(attributes: Fields): CompanyFacts | undefined {
  const entity = attributes.at('entity');
  const [lei, status] = [attributes.text('lei'), entity.text('status')];
  if (lei === undefined || status === undefined) return undefined;
  const state = stateOf(status, attributes.text('registration.status'));
  const others = [...(entity.list('otherNames') ?? []), ...(entity.list('transliteratedOtherNames') ?? [])];
  return {
    ...optional('name', entity.text('legalName.name')),
    otherNames: known(...others.map((other) => other.text('name'))),
    ids: [{ scheme: 'lei', value: lei }, ...registeredAs(entity)],
    ...legalForm(entity.text('legalForm.id')),
    state,
    ...optional('since', dayOf(entity.text('creationDate'))),
    ...(state === 'ceased' ? optional('ceasedOn', dayOf(entity.text('expiration.date'))) : {}),
    ...optional('address', addressOf(entity.at('legalAddress'))),
  };
}

/** What an LEI record says about today: only one that is kept up to date says that a company is active. */
function stateOf(entity: string, registration: string | undefined): CompanyState {
  if (entity === 'INACTIVE') return 'ceased';
  const upToDate = registration === 'ISSUED' || registration?.startsWith('PENDING') === true;
  return entity === 'ACTIVE' && upToDate ? 'active' : 'unknown';
}

/** The number in the local register, where the country's numbers can be told by their form. */
function registeredAs(entity: Fields): CompanyId[] {
  const number = entity.text('registeredAs');
  const country = entity.text('legalAddress.country') ?? entity.text('jurisdiction')?.slice(0, 2);
  if (number === undefined) return [];
  if (country === 'FR') {
    const siren = parseSiren(number);
    return siren.ok ? [{ scheme: 'siren', value: siren.value.siren }] : [];
  }
  if (country === 'GB') {
    const uk = parseUkCompanyNumber(number);
    return uk.ok ? [{ scheme: 'uk-company-number', value: uk.value.companyNumber }] : [];
  }
  if (country === 'CH') {
    const uid = parseSwissUid(number);
    return uid.ok ? [{ scheme: 'swiss-uid', value: uid.value.uid }] : [];
  }
  const fn = country === 'AT' ? parseAustrianFn(number) : undefined;
  return fn?.ok ? [{ scheme: 'austrian-fn', value: fn.value.fn }] : [];
}

function addressOf(address: Fields): AddressFacts | undefined {
  const lines = (address.list('addressLines') ?? []).map((line) => line.text(''));
  const [postcode, city] = [address.text('postalCode'), address.text('city')];
  const text = known(...lines, postcode, city, address.text('country')).join(' ');
  if (text === '') return undefined;
  return {
    text,
    ...optional('postcode', postcode),
    ...optional('city', city),
    ...optional('country', address.text('country')),
  };
}
