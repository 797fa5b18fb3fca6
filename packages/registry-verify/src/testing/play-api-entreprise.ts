import type { PlayedAnswer, PlayedRequest } from './play.js';
import { json } from './played-json.js';
import { companyInPath, establishment, type LocalOfficer } from './world.js';

export function playApiEntreprise({ path, query, headers }: PlayedRequest): PlayedAnswer {
  if (!headers.authorization) return json({ errors: [{ code: '00101', title: 'Interdit' }] }, 401);
  if (!query.get('recipient')) return json({ errors: [{ code: '00201', title: 'Paramètre manquant' }] }, 422);
  const company = companyInPath(path);
  const siret = /etablissements\/(\d{14})/.exec(path)?.[1];
  const place = company && siret ? establishment(company, siret) : undefined;
  if (!company || (siret && !place)) {
    const error = { code: '04003', title: 'Entité non trouvée', meta: { provider: 'INSEE' } };
    return json({ errors: [error] }, 404);
  }
  if (path.endsWith('/numero_tva')) {
    const key = String((12 + 3 * (Number(company.siren) % 97)) % 97).padStart(2, '0');
    return json({ data: { tva_number: `FR${key}${company.siren}` }, links: {}, meta: {} });
  }
  if (path.endsWith('/beneficiaires_effectifs')) {
    const people = company.officers.filter((officer) => !('siren' in officer) && !officer.resigned);
    const data = people.map((person) => ({ data: owner(person, 100 / people.length), links: {}, meta: {} }));
    return json({ data, links: {}, meta: { count: people.length } });
  }
  if (path.endsWith('/mandataires_sociaux')) {
    const current = company.officers.filter((officer) => !officer.resigned);
    return json({
      data: current.map((officer) => ({ data: mandate(officer), links: {}, meta: {} })),
      links: {},
      meta: {},
    });
  }
  const unit = {
    siren: company.siren,
    type: 'personne_morale',
    personne_morale_attributs: { raison_sociale: company.name, sigle: null },
    personne_physique_attributs: { nom_usage: null, nom_naissance: null, prenom_1: null },
    forme_juridique: { code: company.form, libelle: 'Société' },
    etat_administratif: company.state,
    date_creation: Date.parse(company.created) / 1000,
    date_cessation: company.ceased ? Date.parse(company.ceased) / 1000 : null,
  };
  const data = place
    ? {
        siret: place.siret,
        etat_administratif: place.state,
        date_fermeture: place.closed ? Date.parse(place.closed) / 1000 : null,
        adresse: { code_postal: company.postcode, libelle_commune: company.city },
        unite_legale: unit,
      }
    : unit;
  return json({ data, links: {}, meta: {} });
}

function owner(officer: LocalOfficer, percent: number): object {
  if ('siren' in officer) return {};
  const [annee, mois] = officer.birth.split('-');
  return {
    nom: officer.family,
    prenoms: officer.given.split(' '),
    date_naissance: { annee, mois },
    modalites: { detention_de_capital: { parts_totale: percent }, droits_de_vote: { total: percent } },
  };
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
