import { fc, test } from '@fast-check/vitest';
import { stdnum } from 'stdnum';
import { describe, expect } from 'vitest';
import { parseVatNumber } from './vat.js';
import { type VatCountry, vatRules } from './vat-rules.js';

/** What stdnum calls the numbers, and where the two are known to differ (`vat-rules.test.ts` says who is right). */
const ORACLES: Readonly<
  Record<Exclude<VatCountry, 'FR'>, readonly [string, string, differs?: (number: string) => boolean]>
> = {
  AT: ['AT', 'uid'],
  BE: ['BE', 'vat'],
  BG: ['BG', 'vat', (number) => number.length === 10 || /^[4-8]/.test(number)],
  CY: ['CY', 'vat'],
  CZ: ['CZ', 'dic', (number) => (number.length === 9 && number[0] === '6') || isFutureCzech(number)],
  DE: ['DE', 'vat'],
  DK: ['DK', 'cvr'],
  EE: ['EE', 'kmkr'],
  EL: ['GR', 'vat'],
  ES: ['ES', 'nif'],
  FI: ['FI', 'alv'],
  HR: ['HR', 'oib'],
  HU: ['HU', 'anum'],
  IE: ['IE', 'vat'],
  IT: ['IT', 'iva'],
  LT: ['LT', 'pvm'],
  LU: ['LU', 'tva'],
  LV: ['LV', 'pvn', (number) => number.startsWith('32') || number.slice(6, 7) >= '2'],
  MT: ['MT', 'vat'],
  NL: ['NL', 'btw'],
  PL: ['PL', 'nip'],
  PT: ['PT', 'nif'],
  RO: ['RO', 'cif'],
  SE: ['SE', 'vat'],
  SI: ['SI', 'ddv', (number) => isWithoutSlovenianCheckDigit(number)],
  SK: ['SK', 'dph', (number) => /^[156]/.test(number) || /^..[0156]/.test(number)],
  XI: ['GB', 'vat'],
};

/** Born after today, by the machine that runs stdnum. */
function isFutureCzech(number: string): boolean {
  return number.length === 10 && Number(number.slice(0, 2)) > 20 && Number(number.slice(0, 2)) < 54;
}

function isWithoutSlovenianCheckDigit(number: string): boolean {
  return [8, 7, 6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11 === 0;
}

/** The texts that differ from one only in its last two characters: among them are all kinds of right and wrong check digits. */
function endings(number: string): string[] {
  const digits = Array.from({ length: 100 }, (_, end) => number.slice(0, -2) + String(end).padStart(2, '0'));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => number.slice(0, -1) + letter);
  return [...digits, ...letters, number];
}

describe.each(Object.entries(vatRules))('%s', (country, { format }) => {
  const [scope, name, differs = () => false] = ORACLES[country as 'AT'];

  test.prop([fc.stringMatching(format)], { numRuns: 60 })('stdnum agrees', (start) => {
    for (const number of endings(start).filter((each) => format.test(each) && !differs(each))) {
      expect(parseVatNumber(country + number).ok, number).toBe(
        stdnum[scope]?.[name]?.validate(number).isValid,
      );
    }
  });
});
