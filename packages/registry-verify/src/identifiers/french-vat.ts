import { satisfiesLuhn } from '../internal/luhn.js';
import { decimalsAt } from '../internal/weighted-sum.js';

/** What the eleven characters behind `FR` are made of; the parts of a French or Monegasque VAT number. */
export interface FrenchVat {
  readonly key: string;
  /** The holder's SIREN; absent for Monaco, whose numbers start with 000 and belong to no SIREN. */
  readonly siren?: string;
  readonly monaco: boolean;
}

/**
 * Takes the eleven characters behind `FR` apart: a key of two characters (digits, or letters but I and O), and the SIREN.
 *
 * @returns the parts, or which part is wrong
 * @see Directive 2006/112/EC art. 215; Code général des impôts art. 286 ter; key = (12 + 3 × (SIREN mod 97)) mod 97
 */
export function splitFrenchVat(body: string): FrenchVat | 'format' | 'check-digit' {
  if (!/^[0-9A-HJ-NP-Z]{2}[0-9]{9}$/.test(body)) return 'format';
  const siren = body.slice(2);
  const monaco = siren.startsWith('000');
  if (!monaco && !satisfiesLuhn(siren)) return 'check-digit';
  if (!hasValidKey(body)) return 'check-digit';
  const key = body.slice(0, 2);
  return monaco ? { key, monaco } : { key, siren, monaco };
}

function hasValidKey(body: string): boolean {
  const siren = decimalsAt(body, 2, 11);
  const first = keyValue(body.charCodeAt(0));
  const second = keyValue(body.charCodeAt(1));
  if (first < 10 && second < 10) return (12 + 3 * (siren % 97)) % 97 === first * 10 + second;
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (siren + 1 + Math.floor(check / 11)) % 11 === check % 11;
}

/** Digits for themselves, letters from 10 on, without I and O, which look like digits. */
function keyValue(code: number): number {
  if (code < 58) return code - 48;
  return code - 55 - Number(code > 73) - Number(code > 79);
}
