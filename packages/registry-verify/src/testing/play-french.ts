import type { PlayedAnswer, PlayedRequest } from './play.js';
import { json } from './played-json.js';
import { companyInPath, establishment, headOffice, type LocalCompany, type LocalOfficer } from './world.js';

const MASK = '[NON-DIFFUSIBLE]';

export function playRecherche({ query }: PlayedRequest): PlayedAnswer {
  const number = query.get('q') ?? '';
  const company = companyInPath(number);
  const place = company && number.length === 14 ? establishment(company, number) : undefined;
  const isKnown = company && (number.length === 9 || place);
  const results = isKnown ? [searchResult(company, place)] : [];
  return json({ results, total_results: results.length, page: 1, per_page: 10, total_pages: 1 });
}

function searchResult(company: LocalCompany, place: ReturnType<typeof establishment>): object {
  const shown = (text: string): string => (company.masked ? MASK : text);
  const { street, postcode, city } = company;
  return {
    siren: company.siren,
    nom_complet: shown(company.name),
    nom_raison_sociale: shown(company.name),
    sigle: null,
    siege: {
      siret: headOffice(company),
      etat_administratif: company.state === 'A' ? 'A' : 'F',
      adresse: shown(`${street} ${postcode} ${city}`),
      code_postal: shown(postcode),
      libelle_commune: city,
    },
    matching_etablissements: place
      ? [{ siret: place.siret, etat_administratif: place.state, date_fermeture: place.closed ?? null }]
      : [],
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
  const company = companyInPath(path);
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
  const siret = /\/siret\/(\d{14})/.exec(path)?.[1];
  if (siret !== undefined) return playEstablishment(company, siret, period);
  const uniteLegale = {
    siren: company.siren,
    statutDiffusionUniteLegale: company.masked ? 'P' : 'O',
    dateCreationUniteLegale: company.created,
    periodesUniteLegale: [period],
  };
  return json({ header: { statut: 200, message: 'ok' }, uniteLegale });
}

/** An establishment carries its company flat, without periods. */
function playEstablishment(company: LocalCompany, siret: string, unit: object): PlayedAnswer {
  const place = establishment(company, siret);
  if (!place) return json({ header: { statut: 404, message: 'Aucun élément trouvé' } }, 404);
  const periodesEtablissement = [
    {
      dateFin: null,
      dateDebut: place.closed ?? company.created,
      etatAdministratifEtablissement: place.state,
    },
    { dateFin: place.closed ?? null, dateDebut: company.created, etatAdministratifEtablissement: 'A' },
  ];
  const etablissement = { siren: company.siren, siret, uniteLegale: unit, periodesEtablissement };
  return json({ header: { statut: 200, message: 'ok' }, etablissement });
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
  const company = companyInPath(path);
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
