import type { MrzFormat } from '../layout.js';

/**
 * For how many months documents are issued at most. Passports: ten years; the United Kingdom added up to nine months of the
 * old one. Visas: ten years (United States, B1/B2). Cards: some states issue them to old people without an end.
 */
const LONGEST_MONTHS: Partial<Readonly<Record<MrzFormat, number>>> = {
  TD3: 10 * 12 + 9,
  'MRV-A': 10 * 12,
  'MRV-B': 10 * 12,
};

interface YoungHolders {
  /** Holders below this age on the day of issue … */
  readonly belowAge: number;
  /** … get a passport for so many months at most. */
  readonly months: number;
}

/**
 * Passports of young holders.
 *
 * @see Germany: § 5 PassG; Austria: § 11 Passgesetz 1992; Switzerland: Art. 13 VAwG
 * @see France: décret n° 2005-1726, art. 7; United States: 22 CFR 51.4; United Kingdom: five years below 16, and up to nine
 *   months of the old passport until 2018
 */
const YOUNG_HOLDERS: Readonly<Record<string, YoungHolders | undefined>> = {
  D: { belowAge: 24, months: 6 * 12 },
  AUT: { belowAge: 12, months: 5 * 12 },
  CHE: { belowAge: 18, months: 5 * 12 },
  FRA: { belowAge: 18, months: 5 * 12 },
  USA: { belowAge: 16, months: 5 * 12 },
  GBR: { belowAge: 16, months: 5 * 12 + 9 },
};

/**
 * For how many months from today a document may still be valid, at most; nothing where states issue any. Who is too young
 * for the long time today was so on the day of issue.
 */
export function longestValidity(
  format: MrzFormat,
  state: string,
  age: number | undefined,
): number | undefined {
  const young = format === 'TD3' ? YOUNG_HOLDERS[state] : undefined;
  if (young && age !== undefined && age < young.belowAge) return young.months;
  return LONGEST_MONTHS[format];
}
