import { parseSiret } from '../identifiers/siret.js';
import { parseVatNumber } from '../identifiers/vat.js';
import type { CompanyId, Question } from './question.js';

/** The SIREN that an identifier carries: itself, or the one inside a SIRET or a French VAT number. */
export function sirenOf({ scheme, value }: CompanyId): string | undefined {
  if (scheme === 'siren') return value;
  if (scheme === 'siret') {
    const siret = parseSiret(value);
    return siret.ok ? siret.value.siren : undefined;
  }
  if (scheme !== 'vat') return undefined;
  const vat = parseVatNumber(value);
  return vat.ok ? vat.value.siren : undefined;
}

/** Identifiers from pairs of scheme and value, those without a value left out. */
export function idsOf(
  ...pairs: readonly (readonly [CompanyId['scheme'], string | undefined])[]
): CompanyId[] {
  return pairs.flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]));
}

/** Whether two identifiers name the same company, as far as they can be compared at all. */
export function sameCompany(one: CompanyId, other: CompanyId): boolean | undefined {
  const [a, b] = [sirenOf(one), sirenOf(other)];
  if (a !== undefined && b !== undefined) return a === b;
  return one.scheme === other.scheme ? one.value === other.value : undefined;
}

/** The company that a question is about, where it is about one. */
export function companyIn(question: Question | undefined): CompanyId | undefined {
  return question && 'id' in question ? question.id : undefined;
}

/** The SIREN that a question is about; for VAT the one in a French number. */
export function sirenIn(question: Question): string | undefined {
  const id = companyIn(question);
  if (id) return sirenOf(id);
  if (question.kind !== 'vat' || question.country !== 'FR') return undefined;
  return sirenOf({ scheme: 'vat', value: `FR${question.number}` });
}
