import { type Money, money, type PlainDate, type RuleSource } from '@dossierkit/core';
import type { Claim, FeeCode } from './claim.js';

/** What the law allows to be charged. */
export interface FeeCap {
  readonly most: Money;
  readonly source: RuleSource | null;
}

const directive: RuleSource = {
  id: 'eu/2011-7-6',
  title: 'Directive 2011/7/EU, art. 6 (1)',
  url: 'https://eur-lex.europa.eu/eli/dir/2011/7/oj',
  validFrom: '2013-03-16',
};

const lumpSumSources: { readonly [J in Claim['jurisdiction']]: RuleSource | null } = {
  de: {
    id: 'de/bgb-288-5',
    title: 'BGB § 288 (5)',
    url: 'https://www.gesetze-im-internet.de/bgb/__288.html',
    validFrom: '2014-07-29',
  },
  at: {
    id: 'at/ugb-458',
    title: 'UGB § 458',
    url: 'https://www.jusline.at/gesetz/ugb/paragraf/458',
    validFrom: '2013-03-16',
  },
  fr: {
    id: 'fr/ccom-d441-5',
    title: 'Code de commerce D. 441-5',
    url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000005634379',
    validFrom: '2013-01-01',
  },
  uk: {
    id: 'uk/lpcda-5a',
    title: 'Late Payment of Commercial Debts (Interest) Act 1998, s. 5A',
    url: 'https://www.legislation.gov.uk/ukpga/1998/20/section/5A',
    validFrom: '2002-08-07',
  },
  ch: null,
  eu: directive,
};

/**
 * The lump sum for the creditor's costs that a debtor in default owes by law: 40 € for each claim, in the United Kingdom
 * £40, £70 or £100 by its size; once, never for each reminder, and never from a consumer.
 */
export function lumpSum(claim: Pick<Claim, 'jurisdiction' | 'debtor' | 'principal'>): FeeCap {
  const { jurisdiction, debtor, principal } = claim;
  const source = lumpSumSources[jurisdiction];
  const currency = jurisdiction === 'uk' ? 'GBP' : 'EUR';
  if (debtor === 'consumer' || source === null) return { most: money(0, principal.currency), source };
  if (jurisdiction !== 'uk') return { most: money(40_00, currency), source };
  const pounds = principal.amountMinor < 1000_00 ? 40 : principal.amountMinor < 10_000_00 ? 70 : 100;
  return { most: money(pounds * 100, currency), source };
}

const bgb280: RuleSource = {
  id: 'de/bgb-280',
  title: 'BGB §§ 280, 286; BGH VIII ZR 95/18 (reminder fees of consumers: paper and postage, no staff)',
  url: 'https://www.gesetze-im-internet.de/bgb/__280.html',
  validFrom: '2019-06-26',
};

/** What may be charged of a fee: no more than the law allows, and where it allows only real costs no more than those. */
export function allowedFee(
  claim: Claim,
  fee: { readonly code: FeeCode; readonly amount: Money; readonly cost?: Money | undefined },
): FeeCap {
  const { amount, code, cost } = fee;
  if (code === 'lump-sum') {
    const { most, source } = lumpSum(claim);
    const fits = most.currency === amount.currency ? Math.min(most.amountMinor, amount.amountMinor) : 0;
    return { most: money(fits, amount.currency), source };
  }
  if (code === 'reminder-fee' && claim.debtor === 'consumer' && claim.jurisdiction === 'de') {
    const real = cost?.amountMinor ?? REMINDER_LETTER_MINOR;
    return { most: money(Math.min(real, amount.amountMinor), amount.currency), source: bgb280 };
  }
  return { most: amount, source: null };
}

/** Print, envelope and postage of one letter, in cents: what courts let pass where nobody says what it really cost. */
const REMINDER_LETTER_MINOR = 76;

/** The fee that a collection agency may ask the debtor for in Germany. */
export interface CollectionFee {
  /** The fee of the lawyers' table for a rate of 1.0. */
  readonly base: Money;
  readonly fee: Money;
  /** Lowest and highest rate that the law knows for this kind of claim, and the one not to be passed without reason. */
  readonly rates: { readonly least: string; readonly most: string; readonly threshold: string };
  readonly source: RuleSource;
}

interface FeeTable {
  readonly validFrom: string;
  readonly smallClaim: number;
  readonly first: number;
  /** Up to which value, in steps of how much, by how much a step. */
  readonly steps: readonly (readonly [upTo: number, step: number, fee: number])[];
}

/** In euros; § 13 RVG of 2021, and as the KostBRÄG 2025 changed it. */
const FEE_TABLES: readonly FeeTable[] = [
  {
    validFrom: '2025-06-01',
    smallClaim: 31.5,
    first: 51.5,
    steps: [
      [2000, 500, 41.5],
      [10_000, 1000, 59.5],
      [25_000, 3000, 55],
      [50_000, 5000, 86],
      [200_000, 15_000, 99.5],
      [500_000, 30_000, 140],
      [Number.POSITIVE_INFINITY, 50_000, 175],
    ],
  },
  {
    validFrom: '2021-10-01',
    smallClaim: 30,
    first: 49,
    steps: [
      [2000, 500, 39],
      [10_000, 1000, 56],
      [25_000, 3000, 52],
      [50_000, 5000, 81],
      [200_000, 15_000, 94],
      [500_000, 30_000, 132],
      [Number.POSITIVE_INFINITY, 50_000, 165],
    ],
  },
];

/**
 * What an undisputed or disputed claim may cost in out-of-court collection in Germany, without expenses and VAT.
 *
 * @param ratePermille the rate in thousandths: 900 is 0.9
 * @returns `undefined` for a day before the table of 2021
 */
export function germanCollectionFee(
  principal: Money,
  on: PlainDate,
  disputed: boolean,
  ratePermille: number,
): CollectionFee | undefined {
  const table = FEE_TABLES.find(({ validFrom }) => validFrom <= on);
  if (!table) return undefined;
  const small = !disputed && principal.amountMinor <= 50_00;
  const baseMinor = Math.round(
    (small ? table.smallClaim : tableFee(table, principal.amountMinor / 100)) * 100,
  );
  const rates = disputed
    ? { least: '0.5', most: '2.5', threshold: '1.3' }
    : { least: '0.5', most: '1.3', threshold: '0.9' };
  return {
    base: money(baseMinor, 'EUR'),
    fee: money(Math.max(15_00, Math.round((baseMinor * ratePermille) / 1000)), 'EUR'),
    rates,
    source: {
      id: 'de/rvg-13',
      title: 'RVG § 13, VV 2300 note (2)',
      url: 'https://www.gesetze-im-internet.de/rvg/__13.html',
      validFrom: table.validFrom,
    },
  };
}

function tableFee({ first, steps }: FeeTable, value: number): number {
  let fee = first;
  let from = 500;
  for (const [upTo, step, amount] of steps) {
    if (value <= from) break;
    fee += Math.ceil((Math.min(value, upTo) - from) / step) * amount;
    from = upTo;
  }
  return fee;
}
