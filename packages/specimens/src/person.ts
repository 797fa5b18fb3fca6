import { type PlainDate, partsOfDate, plainDate, plainDateFrom } from '@dossierkit/core';
import { BRITISH, FRENCH, GERMAN, type NamePool, OTHERS } from './data/names.js';
import {
  BIRTH_PLACES_ABROAD,
  BRITISH_STREETS,
  BRITISH_TOWNS,
  FRENCH_STREETS,
  FRENCH_TOWNS,
  GERMAN_STREETS,
  GERMAN_TOWNS,
} from './data/places.js';
import { createGermanTaxId, createIban } from './identifiers.js';
import { createRandom, type Random } from './random.js';

/** The countries whose papers can be rendered. */
export type SpecimenCountry = 'FR' | 'DE' | 'GB';

/** A postal address as a bill prints it. */
export interface PersonAddress {
  readonly line1: string;
  /** Building, floor, care of: absent for most. */
  readonly line2?: string;
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: SpecimenCountry;
}

/** A person who does not exist. */
export interface Person {
  readonly sex: 'F' | 'M';
  readonly givenNames: readonly string[];
  readonly familyName: string;
  /** The name at birth, where it differs. */
  readonly birthName?: string;
  readonly birthDate: PlainDate;
  readonly birthPlace: string;
  /** ISO 3166-1 alpha-3. */
  readonly nationality: string;
  readonly address: PersonAddress;
  readonly heightCm: number;
  readonly iban: string;
  /** The taxpayer's number: 13 digits in France (SPI), 11 in Germany (IdNr), a National Insurance number in the UK. */
  readonly taxNumber: string;
}

/** The parts of a person that a caller sets; the seed makes up the others. */
export type PartialPerson = Partial<Person>;

/** What {@link createPerson} makes up a person for. */
export interface CreatePersonOptions {
  /** Where the person lives. Default: `FR`. */
  readonly country?: SpecimenCountry;
  /** The day on which the person is 19 to 84 years old. Default: {@link DEFAULT_AT}. */
  readonly at?: PlainDate;
}

/** The day on which specimens are handed in unless a caller names another one. */
export const DEFAULT_AT: PlainDate = plainDate('2026-06-15');

const POOLS: Readonly<Record<SpecimenCountry, NamePool>> = { FR: FRENCH, DE: GERMAN, GB: BRITISH };
const NATIONALITY: Readonly<Record<SpecimenCountry, string>> = { FR: 'FRA', DE: 'DEU', GB: 'GBR' };

/**
 * A fictional person: names of many origins, an address whose postcode and town go together, numbers with right check digits.
 *
 * @param seed any number; the same seed and options give the same person
 * @example
 * createPerson(7, { country: 'DE' }).address.country; // 'DE'
 */
export function createPerson(seed: number, options: CreatePersonOptions = {}): Person {
  const { country = 'FR', at = DEFAULT_AT } = options;
  const random = createRandom(seed, `person/${country}`);
  const pool = random.chance(0.75) ? POOLS[country] : random.pick(OTHERS);
  const sex = random.pick(['F', 'M'] as const);
  const names = sex === 'F' ? pool.women : pool.men;
  const familyName = random.pick(pool.families);
  const birthName = sex === 'F' && random.chance(0.3) ? random.pick(pool.families) : familyName;
  return {
    sex,
    givenNames: random.shuffle(names).slice(0, random.pick([1, 1, 2, 2, 3])),
    familyName,
    ...(birthName === familyName ? {} : { birthName }),
    birthDate: birthDateOf(random, at),
    birthPlace: random.chance(0.8) ? townOf(random, country)[1] : random.pick(BIRTH_PLACES_ABROAD),
    nationality: NATIONALITY[country],
    address: addressOf(random, country),
    heightCm: sex === 'F' ? random.int(152, 181) : random.int(163, 197),
    iban: createIban(random, country),
    taxNumber: taxNumberOf(random, country),
  };
}

function birthDateOf(random: Random, at: PlainDate): PlainDate {
  const year = partsOfDate(at).year - random.int(20, 84);
  return plainDateFrom(year, random.int(1, 12), random.int(1, 28)) as PlainDate;
}

function townOf(random: Random, country: SpecimenCountry): readonly [string, string] {
  return random.pick({ FR: FRENCH_TOWNS, DE: GERMAN_TOWNS, GB: BRITISH_TOWNS }[country]);
}

function addressOf(random: Random, country: SpecimenCountry): PersonAddress {
  const [postcode, town] = townOf(random, country);
  const number = random.int(1, 148);
  const line2 = random.chance(0.25) ? random.pick(SECOND_LINES[country]) : undefined;
  const street = random.pick({ FR: FRENCH_STREETS, DE: GERMAN_STREETS, GB: BRITISH_STREETS }[country]);
  const suffix = random.pick(['', '', '', '', ' bis', ' ter']);
  const line1 = { FR: `${number}${suffix} ${street}`, DE: `${street} ${number}`, GB: `${number} ${street}` }[
    country
  ];
  return { line1, ...(line2 ? { line2 } : {}), postcode, town, country };
}

const SECOND_LINES: Readonly<Record<SpecimenCountry, readonly string[]>> = {
  FR: ['Bâtiment B', 'Appt 12', 'Résidence Les Acacias', '3e étage droite', 'Esc. 2 – porte 14'],
  DE: ['Hinterhaus', '2. OG links', 'Wohnung 14', 'c/o Winkelmann'],
  GB: ['Flat 3', 'Flat 12B', 'The Old Bakery', 'Garden Flat'],
};

function taxNumberOf(random: Random, country: SpecimenCountry): string {
  if (country === 'DE') return createGermanTaxId(random);
  if (country === 'GB') return `QQ${random.digits(6)}C`;
  // A French tax number begins with 0 to 3.
  return `${random.int(0, 3)}${random.digits(12)}`;
}
