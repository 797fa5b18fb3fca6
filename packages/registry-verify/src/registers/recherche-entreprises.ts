import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { type Adapter, askBySiret, askOnce } from './adapter.js';
import { companyIn, idsOf, sirenIn, sirenOf } from './company-ids.js';
import { birthOf, dayOf } from './dates.js';
import type { CompanyFacts, CompanyState, EstablishmentFacts, Representative } from './evidence.js';
import type { Fields } from './fields.js';
import { legalForm } from './legal-form.js';
import { personNames } from './person-names.js';
import type { CompanyId, Question } from './question.js';
import { found, inconclusive, notFound, type RawAnswer, type Reading, readAnswer } from './reading.js';
import { signingPowerOf } from './signing-power.js';

/**
 * Recherche d'entreprises (Annuaire des entreprises): open, fast, derived from Sirene and the RNE. Persons who do not
 * want to be found are masked, former officers are left out.
 *
 * @see https://recherche-entreprises.api.gouv.fr/docs/
 */
export const rechercheEntreprises: Adapter = {
  id: 'recherche-entreprises',
  name: 'Recherche d’entreprises (Annuaire des entreprises)',
  baseUrl: 'https://recherche-entreprises.api.gouv.fr',
  authoritativeFor: [],
  cost: 1,
  limit: { requests: 7, perMs: 1000 },
  accepts: (question) =>
    (question.kind === 'company' || question.kind === 'representatives') &&
    sirenOf(question.id) !== undefined,
  ask: (question, send) => {
    const ask = (number: string, scheme: 'siren' | 'siret'): Promise<Reading> => {
      const path = `/search?q=${number}&page=1&per_page=10`;
      return askOnce(send, { method: 'GET', path, endpoint: `GET /search?q={${scheme}}` }, (raw) =>
        readRechercheEntreprises(raw, question),
      );
    };
    const askCompany = (): Promise<Reading> => ask(sirenIn(question) ?? '', 'siren');
    const id = companyIn(question);
    return id?.scheme === 'siret'
      ? askBySiret(id.value, () => ask(id.value, 'siret'), askCompany)
      : askCompany();
  },
};

/** Reads the answer of a search: the one entry that the question is about, or the only entry where there is no question. */
export function readRechercheEntreprises(raw: RawAnswer, question?: Question): Reading {
  return readAnswer(raw, (fields) => readResults(fields, question));
}

function readResults(fields: Fields, question: Question | undefined): Reading {
  const results = fields.entries('results');
  if (!results) return inconclusive(fields.has('erreur') ? 'refused' : 'changed-shape');
  if (results.length === 0) {
    return fields.number('total_results') === 0 ? notFound(['total_results']) : inconclusive('changed-shape');
  }
  const entry = entryFor(results, question);
  if (!entry) return inconclusive('wrong-subject');
  const company = companyOf(entry, question);
  if (!company) return inconclusive('changed-shape');
  const officers = entry.entries('dirigeants');
  return found(entry, { company, ...optional('representatives', officers?.map(officerOf)) });
}

function entryFor(results: readonly Fields[], question: Question | undefined): Fields | undefined {
  const siren = question && sirenIn(question);
  if (siren === undefined) return results.length === 1 ? results[0] : undefined;
  return results.find((result) => result.text('siren') === siren);
}

function companyOf(entry: Fields, question: Question | undefined): CompanyFacts | undefined {
  const siren = entry.text('siren');
  const state = STATES[entry.text('etat_administratif') ?? ''];
  if (siren === undefined || state === undefined) return undefined;
  const seat = entry.at('siege');
  const postcode = seat.text('code_postal');
  const text = seat.text('adresse');
  return {
    ...optional('name', entry.text('nom_raison_sociale') ?? entry.text('nom_complet')),
    otherNames: known(entry.text('nom_complet'), entry.text('sigle'), seat.text('nom_commercial')),
    ids: idsOf(['siren', siren], ['siret', seat.text('siret')]),
    ...legalForm(entry.text('nature_juridique')),
    state,
    ...optional('since', dayOf(entry.text('date_creation'))),
    ...optional('ceasedOn', dayOf(entry.text('date_fermeture'))),
    ...(text === undefined
      ? {}
      : {
          address: {
            text,
            ...optional('postcode', postcode),
            ...optional('city', seat.text('libelle_commune')),
          },
        }),
    ...optional('activity', entry.text('activite_principale')),
    ...optional('establishment', establishmentIn(entry, companyIn(question))),
  };
}

/** The place that was asked about: the seat, or one of those that matched. */
function establishmentIn(entry: Fields, id: CompanyId | undefined): EstablishmentFacts | undefined {
  if (id?.scheme !== 'siret') return undefined;
  const places = [entry.at('siege'), ...(entry.entries('matching_etablissements') ?? [])];
  const place = places.find((each) => each.text('siret') === id.value);
  const state = place?.text('etat_administratif');
  if (!place || (state !== 'A' && state !== 'F')) return undefined;
  const closedOn = state === 'F' ? dayOf(place.text('date_fermeture')) : undefined;
  return { siret: id.value, state: state === 'A' ? 'open' : 'closed', ...optional('closedOn', closedOn) };
}

const STATES: Readonly<Record<string, CompanyState | undefined>> = { A: 'active', C: 'ceased' };

function officerOf(officer: Fields): Representative {
  const role = officer.text('qualite') ?? '';
  const office = { role, ...signingPowerOf(role) };
  if (officer.text('type_dirigeant') === 'personne morale' || officer.has('denomination')) {
    const siren = officer.text('siren');
    return {
      kind: 'company',
      ...optional('name', officer.text('denomination')),
      ...optional('id', siren === undefined ? undefined : { scheme: 'siren' as const, value: siren }),
      ...office,
    };
  }
  const names = personNames(officer.text('nom'), officer.text('prenoms'));
  const birth = birthOf(officer.text('date_de_naissance')) ?? birthOf(officer.text('annee_de_naissance'));
  return { kind: 'person', ...names, ...optional('birth', birth), ...masked(names.familyNames), ...office };
}

const masked = (familyNames: readonly string[]): { readonly masked?: true } =>
  familyNames.length === 0 ? { masked: true } : {};
