import { minorUnitDigits } from '@dossierkit/core';
import { type Scene, spanOf } from '../text/scene.js';
import type { Candidate } from './candidate.js';

/** An amount as it stands on paper. `currency` is absent where none is printed. */
export interface PrintedAmount {
  readonly amountMinor: number;
  readonly currency: string;
  /** Whether the paper itself names the currency. */
  readonly printed: boolean;
  readonly [key: string]: string | number | boolean;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  chf: 'CHF',
  $: 'USD',
  usd: 'USD',
};
const SIGN = '€|£|\\$|eur|euros?|gbp|chf|usd';
// Bounded quantifiers throughout: linear time.
const AMOUNT = new RegExp(
  `(?<![\\d.,/a-z-])(?:(${SIGN}) ?)?([-+−])? ?(\\d{1,3}(?:[ .,'’]\\d{3}){1,4}|\\d{1,9})(?:([.,]) ?(\\d{2})| (\\d{2})(?= ?(?:${SIGN})(?![a-z])))?(-)?(?![\\d/%]|[.,]\\d)(?: ?(${SIGN})(?![a-z]))?`,
  'g',
);

/** The currencies that signs and codes beside numbers name. */
export function printedCurrencies(scene: Scene): string[] {
  return scanAmounts(scene, '').flatMap(({ value }) => (value.printed ? [value.currency] : []));
}

/** Finds every amount: with a currency, with cents, or a bare whole number (which then is less certain). */
export function scanAmounts(
  scene: Scene,
  currency: string,
): Candidate<PrintedAmount & { currency: string }>[] {
  return scene.lineTexts.flatMap((line) => {
    if (!/\d/.test(line.digits)) return [];
    return [...line.digits.matchAll(AMOUNT)].flatMap((match) => {
      // "248 74 €": two digits are no group of thousands, so the comma was lost.
      const cents = match[5] ?? match[6];
      const found = match[1] ?? match[8];
      // "§ 165" is often read as "$ 165".
      const sign = found === '$' && cents === undefined ? undefined : found;
      const printed = sign === undefined ? undefined : CURRENCIES[sign];
      const code = printed ?? currency;
      const value = minorOf(match[3] as string, cents, code);
      if (value === undefined) return [];
      const negative = match[2] === '-' || match[2] === '−' || match[7] === '-';
      const from = (match.index as number) + (match[0].length - match[0].trimStart().length);
      const to = (match.index as number) + match[0].trimEnd().length;
      const certainty = match[6] ? 0.8 : printed ? 1 : cents ? 0.95 : 0.6;
      const amountMinor = negative && value !== 0 ? -value : value;
      return [
        {
          ...spanOf(line, from, to),
          value: { amountMinor, currency: code, printed: printed !== undefined },
          certainty,
        },
      ];
    });
  });
}

function minorOf(whole: string, cents: string | undefined, currency: string): number | undefined {
  const units = Number(whole.replace(/\D/g, ''));
  const digits = minorUnitDigits(currency);
  if (digits === 0) return units;
  const minor = units * 10 ** digits + Number((cents ?? '0').padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
