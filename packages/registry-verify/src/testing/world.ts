import { optional } from '../internal/optional.js';

/** An officer of a company of the local registers: a person, or a company with its number. */
export type LocalOfficer = {
  readonly role: string;
  /** Code of the role in the RNE. */
  readonly code: string;
  readonly resigned?: string;
} & (
  | { readonly family: string; readonly given: string; readonly birth: string }
  | { readonly siren: string; readonly denomination: string }
);

/** A French company of the local registers. */
export interface LocalCompany {
  readonly siren: string;
  readonly name: string;
  readonly form: string;
  readonly state: 'A' | 'C';
  readonly created: string;
  readonly ceased?: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** A second place of business, by its NIC, that has closed. */
  readonly closedNic?: string;
  /** Whether its people do not want to be found. */
  readonly masked?: true;
  readonly officers: readonly LocalOfficer[];
}

/** A company of Companies House. */
export interface LocalUkCompany {
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly officers: readonly {
    readonly name: string;
    readonly role: string;
    readonly birth?: { readonly year: number; readonly month: number };
    readonly resigned?: string;
    readonly registration?: string;
  }[];
}

const created = '2015-04-01';

/** Everyone and everything here is made up. The numbers start with 999000, which INSEE does not give out. */
export const frenchCompanies: readonly LocalCompany[] = [
  {
    siren: '999000011',
    name: 'ATELIER MERIDIEN',
    closedNic: '00026',
    form: '5710',
    state: 'A',
    created,
    street: '12 RUE DES TANNEURS',
    postcode: '44000',
    city: 'NANTES',
    officers: [
      { siren: '999000029', denomination: 'FONTAINE PARTICIPATIONS', role: 'Président de SAS', code: '73' },
      { family: 'FONTAINE', given: 'CLAIRE MARIE', birth: '1978-04', role: 'Directeur Général', code: '53' },
      {
        family: 'MERCIER',
        given: 'PAUL',
        birth: '1969-11',
        role: 'Directeur Général',
        code: '53',
        resigned: '2022-03-31',
      },
      {
        siren: '999000110',
        denomination: 'LUTECE AUDIT',
        role: 'Commissaire aux comptes titulaire',
        code: '71',
      },
    ],
  },
  {
    siren: '999000029',
    name: 'FONTAINE PARTICIPATIONS',
    form: '5499',
    state: 'A',
    created,
    street: '3 PLACE DU MARCHE',
    postcode: '44000',
    city: 'NANTES',
    officers: [{ family: 'BENALI (FONTAINE)', given: 'AMINA', birth: '1971-09', role: 'Gérant', code: '30' }],
  },
  {
    siren: '999000037',
    name: 'BOULANGERIE DU VIEUX PONT',
    form: '5499',
    state: 'C',
    created,
    ceased: '2023-06-30',
    street: '8 QUAI DE LA RIVIERE',
    postcode: '69001',
    city: 'LYON',
    officers: [{ family: 'CARPENTIER', given: 'LOUIS', birth: '1955-02', role: 'Gérant', code: '30' }],
  },
  {
    siren: '999000045',
    name: 'PETIT SERVICES',
    form: '1000',
    state: 'A',
    created,
    street: '',
    postcode: '',
    city: 'BREST',
    masked: true,
    officers: [{ family: 'PETIT', given: 'NADIA', birth: '1990-01', role: 'Entrepreneur', code: '101' }],
  },
  {
    siren: '999000052',
    name: 'MENUISERIE MARTIN FRERES',
    form: '5499',
    state: 'A',
    created,
    street: '41 AVENUE DE LA GARE',
    postcode: '31000',
    city: 'TOULOUSE',
    officers: [
      { family: 'MARTIN', given: 'JEAN', birth: '1980-03', role: 'Gérant', code: '30' },
      { family: 'MARTIN', given: 'JEAN', birth: '1952-07', role: 'Administrateur', code: '65' },
    ],
  },
  {
    siren: '999000060',
    name: 'CERCLE ALPHA',
    form: '5710',
    state: 'A',
    created,
    street: '1 RUE RONDE',
    postcode: '13001',
    city: 'MARSEILLE',
    officers: [{ siren: '999000078', denomination: 'CERCLE BETA', role: 'Président de SAS', code: '73' }],
  },
  {
    siren: '999000078',
    name: 'CERCLE BETA',
    form: '5710',
    state: 'A',
    created,
    street: '2 RUE RONDE',
    postcode: '13001',
    city: 'MARSEILLE',
    officers: [{ siren: '999000060', denomination: 'CERCLE ALPHA', role: 'Président de SAS', code: '73' }],
  },
  {
    siren: '999000086',
    name: 'IMPRIMERIE ROY',
    form: '5499',
    state: 'A',
    created,
    street: '5 RUE DES PRESSES',
    postcode: '59000',
    city: 'LILLE',
    officers: [
      { family: 'ROY', given: 'MARC', birth: '1964-01', role: 'Gérant', code: '30' },
      { family: 'LEFEVRE', given: 'HELENE', birth: '1966-12', role: 'Liquidateur', code: '40' },
    ],
  },
];

/** The company whose SIREN, or SIRET, stands in a text. */
export function companyInPath(text: string): LocalCompany | undefined {
  const siren = /\d{9}/.exec(text)?.[0];
  return frenchCompanies.find((company) => company.siren === siren);
}

const HEAD_OFFICES: Readonly<Record<string, string | undefined>> = {
  '999000011': '00018',
  '999000029': '00010',
};

export const headOffice = ({ siren }: LocalCompany): string => `${siren}${HEAD_OFFICES[siren] ?? '00013'}`;

/** A place of business of a company, in the words of INSEE (`A` open, `F` closed); nothing for other numbers. */
export function establishment(
  company: LocalCompany,
  siret: string,
): { readonly siret: string; readonly state: 'A' | 'F'; readonly closed?: string } | undefined {
  const isOpen = company.state === 'A';
  if (siret === headOffice(company)) {
    return isOpen ? { siret, state: 'A' } : { siret, state: 'F', ...optional('closed', company.ceased) };
  }
  const isClosedPlace = company.closedNic !== undefined && siret === company.siren + company.closedNic;
  return isClosedPlace ? { siret, state: 'F', closed: '2021-09-30' } : undefined;
}

/** Companies of the United Kingdom, of the same kind. */
export const ukCompanies: readonly LocalUkCompany[] = [
  {
    number: '09990001',
    name: 'NORTHFIELD JOINERY LTD',
    status: 'active',
    officers: [
      { name: 'SHAW, Emily Jane', role: 'director', birth: { year: 1984, month: 5 } },
      { name: 'COLE, Peter', role: 'director', birth: { year: 1970, month: 1 }, resigned: '2021-02-28' },
      { name: 'HUGHES, Thomas', role: 'secretary' },
      { name: 'NORTHFIELD HOLDINGS LTD', role: 'corporate-director', registration: '09990002' },
    ],
  },
  {
    number: '09990002',
    name: 'NORTHFIELD HOLDINGS LTD',
    status: 'active',
    officers: [{ name: 'OKAFOR, Ada', role: 'director', birth: { year: 1976, month: 8 } }],
  },
  { number: '09990003', name: 'SOUTHFIELD PAPER LTD', status: 'dissolved', officers: [] },
];

export const lei = '9999FICTIONAL0000132';
export const swissUid = 'CHE999000019';
export const addressLabel = '12 Rue des Tanneurs 44000 Nantes';
/** A notice, by its two numbers. */
export const taxNotice = { numeroFiscal: '3099900001261', referenceAvis: '2544A99990001' } as const;
/** A notice that a newer one replaced. */
export const supersededNotice = { numeroFiscal: '3099900001261', referenceAvis: '2444A99990001' } as const;
