import type { PlayedAnswer, PlayedRequest } from './play.js';
import { frenchCompanies, type LocalCompany, type LocalOfficer } from './world.js';

const json = (value: unknown, status = 200): PlayedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const MASK = '[NON-DIFFUSIBLE]';
const bySiren = (siren: string | undefined): LocalCompany | undefined =>
  frenchCompanies.find((company) => company.siren === siren);
const sirenIn = (path: string): string | undefined => /\d{9}/.exec(path)?.[0];
const headOffice = ({ siren }: LocalCompany): string =>
  `${siren}${({ '999000011': '00018', '999000029': '00010' } as Record<string, string>)[siren] ?? '00013'}`;

export function playRecherche({ query }: PlayedRequest): PlayedAnswer {
  const company = bySiren(query.get('q')?.slice(0, 9));
  const results = company ? [searchResult(company)] : [];
  return json({ results, total_results: results.length, page: 1, per_page: 10, total_pages: 1 });
}

function searchResult(company: LocalCompany): object {
  const shown = (text: string): string => (company.masked ? MASK : text);
  const { street, postcode, city } = company;
  return {
    siren: company.siren,
    nom_complet: shown(company.name),
    nom_raison_sociale: shown(company.name),
    sigle: null,
    siege: {
      siret: headOffice(company),
      adresse: shown(`${street} ${postcode} ${city}`),
      code_postal: shown(postcode),
      libelle_commune: city,
    },
    date_creation: company.created,
    date_fermeture: company.ceased ?? null,
    dirigeants: company.officers
      .filter((officer) => !officer.resigned)
      .map((officer) => searchOfficer(officer, shown)),
    etat_administratif: company.state,
    nature_juridique: company.form,
    statut_diffusion: company.masked ? 'P' : 'O',
  };
}

function searchOfficer(officer: LocalOfficer, shown: (text: string) => string): object {
  if ('siren' in officer) {
    const { siren, denomination, role } = officer;
    return { siren, denomination, qualite: role, type_dirigeant: 'personne morale' };
  }
  return {
    nom: shown(officer.family),
    prenoms: shown(officer.given),
    date_de_naissance: shown(officer.birth),
    qualite: officer.role,
    nationalite: null,
    type_dirigeant: 'personne physique',
  };
}

export function playSirene({ path, headers }: PlayedRequest): PlayedAnswer {
  if (!headers['x-insee-api-key-integration']) return json({ message: 'Unauthorized' }, 401);
  const company = bySiren(sirenIn(path));
  if (!company) return json({ header: { statut: 404, message: 'Aucun élément trouvé' } }, 404);
  const shown = (text: string): string => (company.masked ? '[ND]' : text);
  const period = {
    dateFin: null,
    dateDebut: company.ceased ?? company.created,
    etatAdministratifUniteLegale: company.state,
    nomUniteLegale: null,
    denominationUniteLegale: shown(company.name),
    categorieJuridiqueUniteLegale: company.form,
    nicSiegeUniteLegale: headOffice(company).slice(9),
  };
  const uniteLegale = {
    siren: company.siren,
    statutDiffusionUniteLegale: company.masked ? 'P' : 'O',
    dateCreationUniteLegale: company.created,
    periodesUniteLegale: [period],
  };
  return json({ header: { statut: 200, message: 'ok' }, uniteLegale });
}

const TOKEN = 'local-token';

export function playRne({ method, path, headers, body }: PlayedRequest): PlayedAnswer {
  if (path.endsWith('/login')) {
    return method === 'POST' && body.includes('password')
      ? json({ token: TOKEN, user: {} })
      : json({ message: 'Invalid' }, 401);
  }
  if (headers.authorization !== `Bearer ${TOKEN}`)
    return json({ message: 'Expired JWT Token', code: 401 }, 401);
  const company = bySiren(sirenIn(path));
  if (!company) return json({ code: 404, message: 'Not found' }, 404);
  const { siren } = company;
  const entreprise = {
    siren,
    denomination: company.name,
    formeJuridique: company.form,
    dateImmat: `${company.created}T00:00:00Z`,
  };
  const part = {
    identite: { entreprise },
    adresseEntreprise: {
      adresse: { codePostal: company.postcode, commune: company.city, voie: company.street, codePays: 'FRA' },
    },
    composition: { pouvoirs: company.masked ? [] : company.officers.map(office) },
    ...(company.ceased ? { detailCessationEntreprise: { dateRadiation: company.ceased } } : {}),
  };
  return json({
    siren,
    formality: { siren, content: { natureCreation: { formeJuridique: company.form }, personneMorale: part } },
  });
}

function office(officer: LocalOfficer): object {
  const facts = {
    roleEntreprise: officer.code,
    ...(officer.resigned ? { mentionDemissionOrdre: true, dateMentionDemissionOrdre: officer.resigned } : {}),
  };
  if ('siren' in officer) {
    return {
      ...facts,
      entreprise: { siren: officer.siren, denomination: officer.denomination, roleEntreprise: officer.code },
    };
  }
  const [nom = '', nomUsage] = officer.family.split(/ \(|\)/);
  const descriptionPersonne = {
    nom,
    ...(nomUsage ? { nomUsage } : {}),
    prenoms: officer.given.split(' '),
    dateDeNaissance: officer.birth,
  };
  return { ...facts, individu: { descriptionPersonne } };
}

export function playApiEntreprise({ path, query, headers }: PlayedRequest): PlayedAnswer {
  if (!headers.authorization) return json({ errors: [{ code: '00101', title: 'Interdit' }] }, 401);
  if (!query.get('recipient')) return json({ errors: [{ code: '00201', title: 'Paramètre manquant' }] }, 422);
  const company = bySiren(sirenIn(path));
  if (!company)
    return json(
      { errors: [{ code: '04003', title: 'Entité non trouvée', meta: { provider: 'INSEE' } }] },
      404,
    );
  if (path.endsWith('/numero_tva')) {
    const key = String((12 + 3 * (Number(company.siren) % 97)) % 97).padStart(2, '0');
    return json({ data: { tva_number: `FR${key}${company.siren}` }, links: {}, meta: {} });
  }
  if (path.endsWith('/mandataires_sociaux')) {
    const current = company.officers.filter((officer) => !officer.resigned);
    return json({
      data: current.map((officer) => ({ data: mandate(officer), links: {}, meta: {} })),
      links: {},
      meta: {},
    });
  }
  const data = {
    siren: company.siren,
    type: 'personne_morale',
    personne_morale_attributs: { raison_sociale: company.name, sigle: null },
    personne_physique_attributs: { nom_usage: null, nom_naissance: null, prenom_1: null },
    forme_juridique: { code: company.form, libelle: 'Société' },
    etat_administratif: company.state,
    date_creation: Date.parse(company.created) / 1000,
    date_cessation: company.ceased ? Date.parse(company.ceased) / 1000 : null,
  };
  return json({ data, links: {}, meta: {} });
}

function mandate(officer: LocalOfficer): object {
  if ('siren' in officer) {
    return {
      type: 'personne_morale',
      fonction: officer.role,
      numero_identification: officer.siren,
      raison_sociale: officer.denomination,
    };
  }
  return {
    type: 'personne_physique',
    fonction: officer.role,
    nom: officer.family,
    prenom: officer.given,
    date_naissance: officer.birth,
  };
}
