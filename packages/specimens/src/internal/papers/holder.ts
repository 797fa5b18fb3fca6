import type { PlainDate } from '@dossierkit/core';
import type { PaperContext } from '../paper.js';

/** The person as a paper names them: the caller's fields win over the person's. */
export interface Holder {
  readonly familyName: string;
  /** All given names with one space between. */
  readonly givenNames: string;
  readonly birthDate: PlainDate;
  readonly birthPlace: string;
  readonly sex: 'F' | 'M';
  /** As ICAO writes it: Germany is `D`. */
  readonly nationality: string;
}

/** @param nationality the code that the paper gives unless the caller sets one */
export function holderOf({ person, field }: PaperContext, nationality: string): Holder {
  const sex = field('sex', () => person.sex);
  return {
    familyName: field('familyName', () => person.familyName),
    givenNames: field('givenNames', () => person.givenNames.join(' ')),
    birthDate: field('birthDate', () => person.birthDate) as PlainDate,
    birthPlace: field('birthPlace', () => person.birthPlace),
    sex: sex === 'F' ? 'F' : 'M',
    nationality: field('nationality', () => nationality),
  };
}

/** The lines of an address block on a letter. */
export function addressBlock(context: PaperContext, name: string): string[] {
  const { line1, line2, postcode, town } = addressOf(context);
  const { country } = context.person.address;
  const last =
    country === 'GB' ? [town, postcode] : [`${postcode} ${country === 'FR' ? town.toUpperCase() : town}`];
  const lines = country === 'GB' ? [line2, line1] : country === 'FR' ? [line2, line1] : [line1, line2];
  return [name, ...lines.filter((line): line is string => line !== undefined && line !== ''), ...last];
}

/** The address as the truth keeps it. */
export function addressOf({ person, field }: PaperContext): {
  line1: string;
  line2: string;
  postcode: string;
  town: string;
} {
  const { address } = person;
  const line2 = address.line2 ? field('addressLine2', () => address.line2 ?? '') : '';
  field('country', () => address.country);
  return {
    line1: field('addressLine1', () => address.line1),
    line2,
    postcode: field('postcode', () => address.postcode),
    town: field('town', () => address.town),
  };
}

/** `M. Jean LEFÈVRE`, `Mme Zoé Martin`: the name on a letter, remembered as the field `holder`. */
export function letterName(
  { person, field, random }: PaperContext,
  titles: { F: string; M: string } | undefined,
): string {
  const own = random.fork('letter-name');
  const given = field('givenNames', () => person.givenNames.join(' ')).split(' ')[0] ?? '';
  const family = field('familyName', () => person.familyName);
  const written = own.chance(0.6) ? family.toUpperCase() : family;
  const reversed = own.chance(0.15);
  field('holder', () => `${given} ${family}`);
  const name = reversed ? `${written} ${given}` : `${given} ${written}`;
  return titles && own.chance(0.8) ? `${titles[person.sex]} ${name}` : name;
}
