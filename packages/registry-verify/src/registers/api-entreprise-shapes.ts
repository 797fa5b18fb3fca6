import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { readOwners } from './beneficial-owners.js';
import { idsOf, sirenIn } from './company-ids.js';
import { birthAt, dayOf, dayOfUnixSeconds } from './dates.js';
import type { CompanyFacts, CompanyState, EstablishmentFacts, Representative } from './evidence.js';
import type { Fields } from './fields.js';
import { frenchAddress } from './french-address.js';
import { legalForm } from './legal-form.js';

import { personNames } from './person-names.js';
import type { Question } from './question.js';
import { found, inconclusive, type Reading } from './reading.js';
import { signingPowerOf } from './signing-power.js';

/** Tells the kinds of document apart by what only they have, and reads those that answer one of our questions. */
export function readBusiness(fields: Fields, question: Question | undefined): Reading {
  const data = fields.at('data');
  const officers = fields.list('data')?.map((entry) => (entry.has('data') ? entry.at('data') : entry));
  if (officers && (question?.kind === 'beneficial-owners' || officers[0]?.has('modalites'))) {
    return readOwners(fields, officers);
  }
  if (officers) return readOfficers(fields, officers);
  if (data.has('tva_number')) return readVat(fields, data, question);
  const siren =
    data.text('siren') ?? data.text('unite_legale.siren') ?? data.text('identite_entreprise.siren');
  if (siren === undefined) return inconclusive('not-an-answer');
  const wanted = question && sirenIn(question);
  if (wanted !== undefined && wanted !== siren) return inconclusive('wrong-subject');
  if (data.has('identite_entreprise')) return readExtract(fields, data, siren);
  if (data.has('mandataires_sociaux') || data.has('date_immatriculation'))
    return readKbis(fields, data, siren);
  const company = data.has('unite_legale')
    ? companyAt(data, siren)
    : data.has('forme_juridique') && unitOf(data, siren);
  return company ? found(fields, { company }) : inconclusive('not-an-answer');
}

function readVat(fields: Fields, data: Fields, question: Question | undefined): Reading {
  const vat = data.text('tva_number');
  if (vat === undefined) return inconclusive('changed-shape');
  if (question?.kind === 'vat' && vat !== question.country + question.number)
    return inconclusive('wrong-subject');
  return found(fields, { vat: { vat, valid: true } });
}

const STATES: Readonly<Record<string, CompanyState | undefined>> = { A: 'active', C: 'ceased' };

function unitOf(unit: Fields, siren: string): CompanyFacts | undefined {
  const state = STATES[unit.text('etat_administratif') ?? ''];
  if (state === undefined) return undefined;
  const person = unit.at('personne_physique_attributs');
  const family = person.text('nom_usage') ?? person.text('nom_naissance');
  const given = person.text('prenom_usuel') ?? person.text('prenom_1');
  const personal = family === undefined ? undefined : known(given, family).join(' ');
  return {
    ...optional('name', unit.text('personne_morale_attributs.raison_sociale') ?? personal),
    otherNames: known(unit.text('personne_morale_attributs.sigle'), person.text('pseudonyme')),
    ids: idsOf(['siren', siren], ['siret', unit.text('siret_siege_social')]),
    ...legalForm(unit.text('forme_juridique.code'), unit.text('forme_juridique.libelle')),
    state,
    ...optional('since', dayOfUnixSeconds(unit.number('date_creation'))),
    ...optional('ceasedOn', dayOfUnixSeconds(unit.number('date_cessation'))),
    ...optional('activity', unit.text('activite_principale.code')),
  };
}

/** The company behind an establishment: its state is the company's; the establishment has one of its own. */
function companyAt(data: Fields, siren: string): CompanyFacts | undefined {
  const company = unitOf(data.at('unite_legale'), siren);
  const address = data.at('adresse');
  return (
    company && {
      ...company,
      ids: idsOf(['siren', siren], ['siret', data.text('siret')]),
      ...frenchAddress({
        street: [address.text('numero_voie'), address.text('type_voie'), address.text('libelle_voie')],
        postcode: address.text('code_postal'),
        city: address.text('libelle_commune'),
        country: address.text('libelle_pays_etranger'),
      }),
      ...optional('establishment', establishmentOf(data)),
    }
  );
}

/** `F` is a closed establishment. A date of closing beside an `A` is one to come, or a specimen's. */
function establishmentOf(data: Fields): EstablishmentFacts | undefined {
  const [siret, state] = [data.text('siret'), data.text('etat_administratif')];
  if (siret === undefined || (state !== 'A' && state !== 'F')) return undefined;
  if (state === 'A') return { siret, state: 'open' };
  return { siret, state: 'closed', ...optional('closedOn', dayOfUnixSeconds(data.number('date_fermeture'))) };
}

/** The list of officers from Infogreffe. A list of anything else has no `fonction`. */
function readOfficers(fields: Fields, entries: readonly Fields[]): Reading {
  if (!entries.every((entry) => entry.has('fonction'))) return inconclusive('not-an-answer');
  return found(fields, { representatives: entries.map(officerOf) });
}

function officerOf(officer: Fields): Representative {
  const role = officer.text('fonction') ?? officer.text('qualite') ?? '';
  const office = { role, ...signingPowerOf(role) };
  if (officer.has('raison_sociale') || officer.has('denomination')) {
    const siren = officer.text('numero_identification') ?? officer.text('siren');
    const isSiren = siren !== undefined && /^\d{9}$/.test(siren);
    return {
      kind: 'company',
      ...optional('name', officer.text('raison_sociale') ?? officer.text('denomination')),
      ...optional('id', isSiren ? ({ scheme: 'siren', value: siren } as const) : undefined),
      ...office,
    };
  }
  const names = personNames(officer.text('nom'), officer.text('prenom') ?? officer.text('prenoms'));
  const birth = birthAt(officer.at('date_naissance'));
  const masked = names.familyNames.length === 0 ? { masked: true as const } : {};
  return { kind: 'person', ...names, ...optional('birth', birth), ...masked, ...office };
}

/** The extract of the commercial register (RCS). */
function readKbis(fields: Fields, data: Fields, siren: string): Reading {
  const ceasedOn = dayOf(data.text('date_radiation'));
  const form = data.at('personne_morale.forme_juridique');
  const company: CompanyFacts = {
    ...optional('name', data.text('personne_morale.denomination') ?? data.text('nom_commercial')),
    otherNames: known(data.text('nom_commercial')),
    ids: idsOf(['siren', siren]),
    ...legalForm(form.text('code'), form.text('valeur')),
    state: ceasedOn === undefined ? 'active' : 'ceased',
    ...optional('since', dayOf(data.text('date_immatriculation'))),
    ...optional('ceasedOn', ceasedOn),
  };
  const officers = data.entries('mandataires_sociaux');
  return found(fields, { company, ...optional('representatives', officers?.map(officerOf)) });
}

/** The extract of the Registre national des entreprises. */
function readExtract(fields: Fields, data: Fields, siren: string): Reading {
  const identity = data.at('identite_entreprise');
  const ceasedOn = dayOf(identity.text('date_fin_personne') ?? identity.text('detail_cessation.date'));
  const dissolved = identity.has('dissolution.date');
  const person = known(identity.text('prenoms'), identity.text('nom')).join(' ');
  const isOver = identity.has('detail_cessation') && identity.at('detail_cessation').value !== '';
  const seat = identity.at('adresse_siege_social');
  const company: CompanyFacts = {
    ...optional('name', identity.text('denomination') ?? (person || undefined)),
    otherNames: [],
    ids: idsOf(['siren', siren]),
    ...legalForm(identity.text('forme_juridique.code'), identity.text('forme_juridique.libelle')),
    // The planned end of a company's life (`date_fin_personne`) alone says nothing about today.
    state: isOver ? 'unknown' : dissolved ? 'winding-up' : 'active',
    ...optional('since', dayOf(identity.text('date_immatriculation_rne'))),
    ...(isOver ? optional('ceasedOn', ceasedOn) : {}),
    ...frenchAddress({
      street: [seat.text('voie')],
      postcode: seat.text('code_postal'),
      city: seat.text('commune'),
    }),
  };
  const officers = data.entries('dirigeants_et_associes');
  return found(fields, { company, ...optional('representatives', officers?.map(officerOf)) });
}
