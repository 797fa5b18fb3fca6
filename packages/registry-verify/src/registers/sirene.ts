import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { type Adapter, askBySiret, askOnce } from './adapter.js';
import { companyIn, idsOf, sirenIn, sirenOf } from './company-ids.js';
import { dayOf } from './dates.js';
import type { CompanyFacts, CompanyState, EstablishmentFacts } from './evidence.js';
import type { Fields } from './fields.js';
import { frenchAddress } from './french-address.js';
import { legalForm } from './legal-form.js';
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
      const headers = { 'x-insee-api-key-integration': apiKey };
      const ask = (path: string, endpoint: string): Promise<Reading> =>
        askOnce(send, { method: 'GET', path, endpoint, headers }, (raw) => readSirene(raw, question));
      const askCompany = (): Promise<Reading> => ask(`/siren/${sirenIn(question)}`, 'GET /siren/{siren}');
      const id = companyIn(question);
      if (id?.scheme !== 'siret') return askCompany();
      return askBySiret(id.value, () => ask(`/siret/${id.value}`, 'GET /siret/{siret}'), askCompany);
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
  const wanted = question && sirenIn(question);
  const entries = [
    ...(fields.entries('unitesLegales') ?? fields.entries('uniteLegale') ?? []).map(unitEntry),
    ...(fields.entries('etablissements') ?? fields.entries('etablissement') ?? []).map(establishmentEntry),
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
  const period = currentPeriod(unit, 'periodesUniteLegale');
  const state = STATES[period.text('etatAdministratifUniteLegale') ?? ''];
  if (state === undefined) return undefined;
  const nic = period.text('nicSiegeUniteLegale');
  return {
    ...optional('name', nameOf(unit, period)),
    otherNames: known(unit.text('sigleUniteLegale'), period.text('denominationUsuelle1UniteLegale')),
    ids: idsOf(['siren', siren], ['siret', establishment?.text('siret') ?? (nic && siren + nic)]),
    ...legalForm(period.text('categorieJuridiqueUniteLegale')),
    state,
    ...optional('since', dayOf(unit.text('dateCreationUniteLegale'))),
    ...(state === 'ceased' ? optional('ceasedOn', dayOf(period.text('dateDebut'))) : {}),
    ...(establishment ? addressOf(establishment.at('adresseEtablissement')) : {}),
    ...(establishment ? optional('establishment', establishmentOf(establishment)) : {}),
    ...optional('activity', period.text('activitePrincipaleUniteLegale')),
  };
}

/** The period that has not ended; the facts of an answer without periods lie flat. */
function currentPeriod(fields: Fields, path: string): Fields {
  const periods = fields.entries(path) ?? [];
  return periods.find((each) => !each.has('dateFin')) ?? periods[0] ?? fields;
}

/** An establishment that closed says `F`, whatever became of its company. */
function establishmentOf(establishment: Fields): EstablishmentFacts | undefined {
  const siret = establishment.text('siret');
  const period = currentPeriod(establishment, 'periodesEtablissement');
  const state = period.text('etatAdministratifEtablissement');
  if (siret === undefined || (state !== 'A' && state !== 'F')) return undefined;
  if (state === 'A') return { siret, state: 'open' };
  return { siret, state: 'closed', ...optional('closedOn', dayOf(period.text('dateDebut'))) };
}

const STATES: Readonly<Record<string, CompanyState | undefined>> = { A: 'active', C: 'ceased' };

/** A sole trader has no company name: the person's names stand for it. */
function nameOf(unit: Fields, period: Fields): string | undefined {
  const company = period.text('denominationUniteLegale');
  if (company !== undefined) return company;
  const family = period.text('nomUsageUniteLegale') ?? period.text('nomUniteLegale');
  const given = unit.text('prenomUsuelUniteLegale') ?? unit.text('prenom1UniteLegale');
  return family === undefined ? undefined : known(given, family).join(' ');
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
