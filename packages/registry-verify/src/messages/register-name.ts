/** Registers by the names under which people know them; the same in every language. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  'recherche-entreprises': 'Recherche d’entreprises',
  sirene: 'Sirene (INSEE)',
  'inpi-rne': 'RNE (INPI)',
  'api-entreprise': 'API Entreprise',
  vies: 'VIES',
  gleif: 'GLEIF',
  'companies-house': 'Companies House',
  'base-adresse-nationale': 'Base Adresse Nationale',
  zefix: 'Zefix',
  svair: 'impots.gouv.fr',
  'api-particulier': 'API Particulier',
  'german-register': 'Handelsregister',
};

/** The name of a register for a sentence; its id where this package does not know it. */
export function registerName(id: string): string {
  return NAMES[id] ?? id;
}

/** Numbers by the names under which people know them. */
export const schemeNames = {
  siren: 'SIREN',
  siret: 'SIRET',
  iban: 'IBAN',
  bic: 'BIC',
  lei: 'LEI',
  'swiss-uid': 'UID (CHE)',
  'austrian-fn': 'FN',
} as const;
