import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { type Adapter, isRaw, type RegisterRequest, type Send } from './adapter.js';
import { ownersInRne } from './beneficial-owners.js';
import { companyIn, idsOf, sirenIn } from './company-ids.js';
import { birthOf, dayOf } from './dates.js';
import type { CompanyFacts, PersonName, Representative } from './evidence.js';
import type { Fields } from './fields.js';
import { frenchAddress } from './french-address.js';
import { legalForm } from './legal-form.js';
import { personNames } from './person-names.js';
import type { Question } from './question.js';
import { found, inconclusive, notFound, type RawAnswer, type Reading, readAnswer } from './reading.js';

import { rneRoles } from './rne-roles.js';
import { signingPowerOf } from './signing-power.js';

/** An account at the RNE's API. */
export interface RneCredentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Registre national des entreprises (INPI): the last word on who represents a French company. Resigned officers stay in
 * its lists and carry a mark. The token of the login is kept in memory, and renewed once where it is refused.
 *
 * @see https://data.inpi.fr/content/editorial/Acces_API_Entreprises
 */
export function rne(credentials: RneCredentials): Adapter {
  let token: string | undefined;
  const withToken = async (
    send: Send,
    request: RegisterRequest,
    retry: boolean,
  ): Promise<RawAnswer | Reading> => {
    if (token === undefined) {
      const login = await send(loginRequest(credentials));
      const reading = isRaw(login) ? readLogin(login) : login;
      if (typeof reading !== 'string') return reading;
      token = reading;
    }
    const answer = await send({ ...request, headers: { authorization: `Bearer ${token}` } });
    if (!isRaw(answer) || (answer.status !== 401 && answer.status !== 403)) return answer;
    token = undefined;
    return retry ? withToken(send, request, false) : answer;
  };
  return {
    id: 'inpi-rne',
    name: 'Registre national des entreprises (INPI)',
    baseUrl: 'https://registre-national-entreprises.inpi.fr',
    authoritativeFor: ['company', 'representatives', 'beneficial-owners'],
    cost: 3,
    limit: { requests: 5, perMs: 1000 },
    accepts: (question) => companyIn(question) !== undefined && sirenIn(question) !== undefined,
    ask: async (question, send) => {
      const request = {
        method: 'GET',
        path: `/api/companies/${sirenIn(question)}`,
        endpoint: 'GET /api/companies/{siren}',
      } as const;
      const answer = await withToken(send, request, true);
      return isRaw(answer) ? readRne(answer, question) : answer;
    },
  };
}

const loginRequest = (credentials: RneCredentials): RegisterRequest => ({
  method: 'POST',
  path: '/api/sso/login',
  endpoint: 'POST /api/sso/login',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(credentials),
});

function readLogin(raw: RawAnswer): string | Reading {
  return readAnswer(raw, (fields) => fields.text('token') ?? inconclusive('changed-shape'));
}

/** Reads the entry of a company: its identity, and everyone who holds or held an office in it. */
export function readRne(raw: RawAnswer, question?: Question): Reading {
  const reading = readAnswer(raw, (fields) => readEntry(raw.status, fields, question && sirenIn(question)));
  const asksForOwners = question?.kind === 'beneficial-owners';
  // Only accredited accounts see the owners; for others the entry simply lacks them.
  return asksForOwners && reading.outcome === 'found' && !reading.beneficialOwners
    ? inconclusive('masked')
    : reading;
}

function readEntry(status: number, fields: Fields, wanted: string | undefined): Reading {
  const content = fields.at('formality.content');
  if (status === 404) {
    const isOwnWord =
      fields.has('message') || fields.has('code') || fields.has('detail') || fields.has('error');
    return isOwnWord && !fields.has('formality') ? notFound(['status']) : inconclusive('changed-shape');
  }
  if (fields.has('token') && !fields.has('formality')) return inconclusive('not-an-answer');
  const siren = fields.text('formality.siren') ?? fields.text('siren');
  const part = PARTS.map((name) => content.at(name)).find(
    (each) => each.value !== undefined && each.value !== null,
  );
  if (siren === undefined || part === undefined) return inconclusive('changed-shape');
  if (siren !== (wanted ?? siren)) return inconclusive('wrong-subject');
  const owner = part.at('identite.entrepreneur.descriptionPersonne');
  const offices = part.entries('composition.pouvoirs');
  const representatives = [...(owner.has('nom') ? [ownerOf(owner)] : []), ...(offices ?? []).map(officeOf)];
  const isListed = offices !== undefined || owner.has('nom');
  return found(fields, {
    company: companyOf(siren, content, part),
    ...(isListed ? { representatives } : {}),
    ...optional('beneficialOwners', ownersInRne(part)),
  });
}

const PARTS = ['personneMorale', 'personnePhysique', 'exploitation'];

function companyOf(siren: string, content: Fields, part: Fields): CompanyFacts {
  const entity = part.at('identite.entreprise');
  const owner = part.at('identite.entrepreneur.descriptionPersonne');
  const end = part.at('detailCessationEntreprise');
  const ceasedOn = dayOf(
    end.text('dateRadiation') ?? end.text('dateCessationTotaleActivite') ?? end.text('dateEffet'),
  );
  const dissolved = end.has('dateDissolutionDisparition') || end.has('dateMiseEnSommeil');
  const ownerName = [
    ...(personOf(owner)?.givenNames.slice(0, 1) ?? []),
    ...(personOf(owner)?.familyNames ?? []),
  ];
  return {
    ...optional(
      'name',
      entity.text('denomination') ?? (ownerName.length > 0 ? ownerName.join(' ') : undefined),
    ),
    otherNames: known(entity.text('nomCommercial'), part.text('identite.description.sigle')),
    ids: idsOf(['siren', siren]),
    ...legalForm(content.text('natureCreation.formeJuridique') ?? entity.text('formeJuridique')),
    state: end.has('dateRadiation') ? 'ceased' : dissolved ? 'winding-up' : ceasedOn ? 'ceased' : 'active',
    ...optional('since', dayOf(entity.text('dateImmat') ?? content.text('natureCreation.dateCreation'))),
    ...optional('ceasedOn', ceasedOn),
    ...addressOf(part.at('adresseEntreprise.adresse')),
    ...optional('activity', entity.text('codeApe')),
  };
}

function addressOf(address: Fields): Pick<CompanyFacts, 'address'> | undefined {
  return frenchAddress({
    street: [
      address.text('numVoie'),
      address.text('indiceRepetition'),
      address.text('typeVoie'),
      address.text('voie'),
    ],
    postcode: address.text('codePostal'),
    city: address.text('commune'),
    ...(address.text('codePays') === 'FRA' ? {} : { country: address.text('pays') }),
  });
}

function officeOf(office: Fields): Representative {
  const code = office.text('roleEntreprise') ?? office.text('entreprise.roleEntreprise') ?? '';
  const role = office.text('libelleRoleEntreprise') ?? rneRoles[code] ?? code;
  const company = office.at('entreprise');
  const person = office.at('individu.descriptionPersonne');
  const facts = {
    role,
    ...signingPowerOf(role),
    ...resignationOf(office),
    ...optional('since', sinceOf(person)),
  };
  if (!person.has('nom') && (company.has('siren') || company.has('denomination'))) {
    const siren = company.text('siren');
    return {
      kind: 'company',
      ...optional('name', company.text('denomination')),
      ...optional('id', siren === undefined ? undefined : ({ scheme: 'siren', value: siren } as const)),
      ...optional('permanentRepresentative', personOf(office.at('representant.descriptionPersonne'))),
      ...facts,
    };
  }
  const names = personOf(person);
  return { kind: 'person', ...(names ?? { familyNames: [], givenNames: [], masked: true }), ...facts };
}

const sinceOf = (person: Fields): string | undefined => dayOf(person.text('dateEffetRoleDeclarant'));

/** The register keeps those who left: told by the mark of a resignation, or by no longer being active. */
function resignationOf(office: Fields): { readonly resigned?: string | true } {
  if (office.flag('mentionDemissionOrdre') !== true && office.flag('actif') !== false) return {};
  return { resigned: dayOf(office.text('dateMentionDemissionOrdre')) ?? true };
}

function ownerOf(owner: Fields): Representative {
  const names = personOf(owner) ?? { familyNames: [], givenNames: [], masked: true as const };
  return { kind: 'person', ...names, role: 'Entrepreneur individuel', power: 'sole' };
}

function personOf(person: Fields): PersonName | undefined {
  const family = person.text('nom');
  if (family === undefined) return undefined;
  const given = known(...(person.list('prenoms') ?? []).map((name) => name.text('')));
  const names = personNames(
    family,
    given.length > 0 ? given.join(',') : person.text('prenoms'),
    person.text('nomUsage'),
  );
  return { ...names, ...optional('birth', birthOf(person.text('dateDeNaissance'))) };
}
