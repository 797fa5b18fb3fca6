import { optional } from '../internal/optional.js';
import { type Adapter, askOnce } from './adapter.js';
import { idsOf, sirenOf } from './company-ids.js';
import { dayOf } from './dates.js';
import type { CompanyFacts, CompanyState } from './evidence.js';
import type { Fields } from './fields.js';
import { frenchAddress } from './french-address.js';
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

/**
 * Sirene 3.11, the directory of INSEE: the last word on whether a French company exists. It knows no officers.
 *
 * @see https://portail-api.insee.fr (API Sirene 3.11)
 */
export function sirene(apiKey: string): Adapter {
  return {
    id: 'sirene',
    name: 'Répertoire Sirene (INSEE)',
    baseUrl: 'https://api.insee.fr/api-sirene/3.11',
    authoritativeFor: ['company'],
    cost: 2,
    limit: { requests: 30, perMs: 60_000 },
    accepts: (question) => question.kind === 'company' && sirenOf(question.id) !== undefined,
    ask: (question, send) => {
      const id = question.kind === 'company' ? question.id : undefined;
      const siret = id?.scheme === 'siret' ? id.value : undefined;
      const path = siret ? `/siret/${siret}` : `/siren/${id && sirenOf(id)}`;
      const endpoint = siret ? 'GET /siret/{siret}' : 'GET /siren/{siren}';
      const headers = { 'x-insee-api-key-integration': apiKey };
      return askOnce(send, { method: 'GET', path, endpoint, headers }, (raw) => readSirene(raw, question));
    },
  };
}

/** Reads a legal unit (`/siren/…`) or an establishment (`/siret/…`), or the entry in question out of a list of either. */
export function readSirene(raw: RawAnswer, question?: Question): Reading {
  const json = readJson(raw.body);
  // INSEE repeats its status in the body; proxies in between are known to answer 200 with it.
  const said = 'fields' in json ? json.fields.number('header.statut') : undefined;
  const message = 'fields' in json ? json.fields.text('header.message') : undefined;
  if (message !== undefined && /non[- ]diffus/i.test(message)) return inconclusive('masked');
  const status = readStatus({ ...raw, status: said ?? raw.status });
  if (status) return status;
  if ('reading' in json) return json.reading;
  if (said === 404) return notFound(['header.statut']);
  const unit = entryFor(json.fields, question);
  if (unit === 'other') return inconclusive('wrong-subject');
  const company = unit && companyOf(unit);
  return unit && company ? found(json.fields, { company }) : inconclusive('changed-shape');
}

/** The legal unit, and the establishment that it was found by. */
interface Entry {
  readonly siren: string;
  readonly unit: Fields;
  readonly establishment?: Fields;
}

function entryFor(fields: Fields, question: Question | undefined): Entry | 'other' | undefined {
  const wanted = question?.kind === 'company' ? sirenOf(question.id) : undefined;
  const entries = [
    ...(fields.list('unitesLegales') ?? (fields.has('uniteLegale') ? [fields.at('uniteLegale')] : [])).map(
      unitEntry,
    ),
    ...(
      fields.list('etablissements') ?? (fields.has('etablissement') ? [fields.at('etablissement')] : [])
    ).map((establishment) => establishmentEntry(establishment)),
  ].filter((entry) => entry !== undefined);
  if (entries.length === 0) return undefined;
  if (wanted === undefined) return entries.length === 1 ? entries[0] : 'other';
  return entries.find((entry) => entry.siren === wanted) ?? 'other';
}

function unitEntry(unit: Fields): Entry | undefined {
  const siren = unit.text('siren');
  return siren === undefined ? undefined : { siren, unit };
}

function establishmentEntry(establishment: Fields): Entry | undefined {
  const siren = establishment.text('siren');
  return siren === undefined ? undefined : { siren, unit: establishment.at('uniteLegale'), establishment };
}

/** State, name and legal form live in the current period of a legal unit, and flat in the unit of an establishment. */
function companyOf({ siren, unit, establishment }: Entry): CompanyFacts | undefined {
  const periods = unit.list('periodesUniteLegale') ?? [];
  const period = periods.find((each) => !each.has('dateFin')) ?? periods[0] ?? unit;
  const state = STATES[period.text('etatAdministratifUniteLegale') ?? ''];
  if (state === undefined) return undefined;
  const nic = period.text('nicSiegeUniteLegale');
  return {
    ...optional('name', nameOf(unit, period)),
    otherNames: [unit.text('sigleUniteLegale'), period.text('denominationUsuelle1UniteLegale')].filter(
      (name) => name !== undefined,
    ),
    ids: idsOf(['siren', siren], ['siret', establishment?.text('siret') ?? (nic && siren + nic)]),
    ...legalForm(period.text('categorieJuridiqueUniteLegale')),
    state,
    ...optional('since', dayOf(unit.text('dateCreationUniteLegale'))),
    ...(state === 'ceased' ? optional('ceasedOn', dayOf(period.text('dateDebut'))) : {}),
    ...(establishment ? addressOf(establishment.at('adresseEtablissement')) : {}),
    ...optional('activity', period.text('activitePrincipaleUniteLegale')),
  };
}

const STATES: Readonly<Record<string, CompanyState | undefined>> = { A: 'active', C: 'ceased' };
const legalForm = (code: string | undefined): Pick<CompanyFacts, 'legalForm'> =>
  code === undefined ? {} : { legalForm: { code } };

/** A sole trader has no company name: the person's names stand for it. */
function nameOf(unit: Fields, period: Fields): string | undefined {
  const company = period.text('denominationUniteLegale');
  if (company !== undefined) return company;
  const family = period.text('nomUsageUniteLegale') ?? period.text('nomUniteLegale');
  const given = unit.text('prenomUsuelUniteLegale') ?? unit.text('prenom1UniteLegale');
  return family === undefined ? undefined : [given, family].filter((name) => name !== undefined).join(' ');
}

function addressOf(address: Fields): Pick<CompanyFacts, 'address'> | undefined {
  return frenchAddress({
    street: [
      address.text('numeroVoieEtablissement'),
      address.text('indiceRepetitionEtablissement'),
      address.text('typeVoieEtablissement'),
      address.text('libelleVoieEtablissement'),
    ],
    postcode: address.text('codePostalEtablissement'),
    city: address.text('libelleCommuneEtablissement') ?? address.text('libelleCommuneEtrangerEtablissement'),
    country: address.text('libellePaysEtrangerEtablissement'),
  });
}
