import { parseUkCompanyNumber } from '../identifiers/uk-company-number.js';
import { encodeBase64 } from '../internal/base64.js';
import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { type Adapter, askOnce, isRaw, type Send } from './adapter.js';
import { companyIn } from './company-ids.js';
import { birthAt, dayOf } from './dates.js';
import type { AddressFacts, CompanyFacts, CompanyState, Representative } from './evidence.js';
import type { Fields } from './fields.js';
import { legalForm } from './legal-form.js';
import { personNames } from './person-names.js';
import type { Question } from './question.js';
import {
  found,
  inconclusive,
  notFound,
  type RawAnswer,
  type Reading,
  readAnswer,
  readJson,
} from './reading.js';
import { signingPowerOf } from './signing-power.js';

/** Officers come in pages of 35; more pages than these are not read, and the answer is then incomplete. */
const MOST_PAGES = 20;
const PAGE = 35;

/**
 * Companies House, the register of the United Kingdom. Births are told by month.
 *
 * @see https://developer-specs.company-information.service.gov.uk
 */
export function companiesHouse(apiKey: string): Adapter {
  const headers = { authorization: `Basic ${encodeBase64(`${apiKey}:`)}` };
  return {
    id: 'companies-house',
    name: 'Companies House (United Kingdom)',
    baseUrl: 'https://api.company-information.service.gov.uk',
    authoritativeFor: ['company', 'representatives'],
    cost: 1,
    limit: { requests: 600, perMs: 300_000 },
    accepts: (question) =>
      (question.kind === 'company' || question.kind === 'representatives') &&
      question.id.scheme === 'uk-company-number',
    ask: async (question, send) => {
      if (question.kind !== 'company' && question.kind !== 'representatives') return inconclusive('refused');
      const path = `/company/${question.id.value}`;
      const profile = await askOnce(
        send,
        { method: 'GET', path, endpoint: 'GET /company/{number}', headers },
        (raw) => readCompaniesHouse(raw, question),
      );
      if (profile.outcome !== 'found' || question.kind === 'company') return profile;
      const officers = await askOfficers(send, path, headers);
      if (officers.outcome !== 'found') return officers;
      const { company } = profile;
      const fieldsUsed = [...profile.fieldsUsed, ...officers.fieldsUsed];
      return { ...officers, ...optional('company', company), fieldsUsed };
    },
  };
}

async function askOfficers(
  send: Send,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reading> {
  const representatives: Representative[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await send({
      method: 'GET',
      path: `${path}/officers?items_per_page=${PAGE}&start_index=${page * PAGE}`,
      endpoint: 'GET /company/{number}/officers',
      headers,
    });
    const reading = isRaw(answer) ? readCompaniesHouse(answer) : answer;
    if (reading.outcome === 'not-found') return page === 0 ? noOfficers() : inconclusive('incomplete');
    if (reading.outcome !== 'found') return reading;
    representatives.push(...(reading.representatives ?? []));
    const total = isRaw(answer) ? totalOf(answer) : undefined;
    if (total === undefined) return inconclusive('changed-shape');
    if (representatives.length >= total) return { ...reading, representatives };
    if ((reading.representatives ?? []).length === 0) return inconclusive('incomplete');
  }
  return inconclusive('incomplete');
}

const noOfficers = (): Reading => ({
  outcome: 'found',
  representatives: [],
  fieldsUsed: [],
  maskedFields: [],
});

function totalOf(raw: RawAnswer): number | undefined {
  const json = readJson(raw.body);
  return 'fields' in json ? json.fields.number('total_results') : undefined;
}

/** Reads a company profile, or one page of officers. */
export function readCompaniesHouse(raw: RawAnswer, question?: Question): Reading {
  return readAnswer(raw, (fields) => readDocument(raw.status, fields, companyIn(question)?.value));
}

function readDocument(status: number, fields: Fields, wanted: string | undefined): Reading {
  if (status === 404) {
    return fields.list('errors')?.[0]?.has('error')
      ? notFound(['errors[].error'])
      : inconclusive('changed-shape');
  }
  const items = fields.entries('items');
  if (items) {
    if (!items.every((item) => item.has('officer_role'))) return inconclusive('not-an-answer');
    return found(fields, { representatives: items.map(officerOf) });
  }
  const company = companyOf(fields);
  if (!company) return inconclusive('changed-shape');
  if (wanted !== undefined && company.ids[0]?.value !== wanted) return inconclusive('wrong-subject');
  return found(fields, { company });
}

// "Administration" and "receivership" put others in charge, as a liquidation does.
const STATES: Readonly<Record<string, CompanyState | undefined>> = {
  active: 'active',
  open: 'active',
  registered: 'active',
  'voluntary-arrangement': 'active',
  liquidation: 'winding-up',
  receivership: 'winding-up',
  administration: 'winding-up',
  'insolvency-proceedings': 'winding-up',
  dissolved: 'ceased',
  'converted-closed': 'ceased',
  closed: 'ceased',
  removed: 'ceased',
};

function companyOf(fields: Fields): CompanyFacts | undefined {
  const [number, status] = [fields.text('company_number'), fields.text('company_status')];
  if (number === undefined) return undefined;
  const former = (fields.list('previous_company_names') ?? []).map((name) => name.text('name'));
  return {
    ...optional('name', fields.text('company_name')),
    otherNames: known(...former),
    ids: [{ scheme: 'uk-company-number', value: number }],
    ...legalForm(fields.text('type')),
    state: STATES[status ?? ''] ?? 'unknown',
    ...optional('since', dayOf(fields.text('date_of_creation'))),
    ...optional('ceasedOn', dayOf(fields.text('date_of_cessation'))),
    ...optional('address', addressOf(fields.at('registered_office_address'))),
    ...optional('activity', fields.list('sic_codes')?.[0]?.text('')),
  };
}

function addressOf(address: Fields): AddressFacts | undefined {
  const parts = ['address_line_1', 'address_line_2', 'locality', 'postal_code', 'country'];
  const text = known(...parts.map((part) => address.text(part)));
  if (text.length === 0) return undefined;
  const [postcode, city] = [address.text('postal_code'), address.text('locality')];
  return { text: text.join(', '), ...optional('postcode', postcode), ...optional('city', city) };
}

function officerOf(officer: Fields): Representative {
  const role = (officer.text('officer_role') ?? '').replaceAll('-', ' ');
  const facts = {
    role,
    ...signingPowerOf(role),
    ...optional('since', dayOf(officer.text('appointed_on'))),
    ...(officer.has('resigned_on')
      ? { resigned: dayOf(officer.text('resigned_on')) ?? (true as const) }
      : {}),
  };
  const name = officer.text('name');
  if (role.startsWith('corporate') || officer.has('identification')) {
    const number = parseUkCompanyNumber(officer.text('identification.registration_number') ?? '');
    const isUk = /^uk|united kingdom|companies house|england|scotland|wales/i.test(
      `${officer.text('identification.identification_type') ?? ''} ${officer.text('identification.place_registered') ?? ''}`,
    );
    const id =
      number.ok && isUk
        ? { scheme: 'uk-company-number' as const, value: number.value.companyNumber }
        : undefined;
    return { kind: 'company', ...optional('name', name), ...optional('id', id), ...facts };
  }
  const [family, given] = (name ?? '').split(',');
  const names = personNames(family, given?.trim());
  const masked = names.familyNames.length === 0 ? { masked: true as const } : {};
  return {
    kind: 'person',
    ...names,
    ...optional('birth', birthAt(officer.at('date_of_birth'))),
    ...masked,
    ...facts,
  };
}
