import type { PersonName } from './evidence.js';

/**
 * Family and given names from a register's fields. `BERTHOME (KERMOAL)` is a name in use and a birth name: the person
 * goes by either. Given names are separated by commas, or by spaces where there is no comma.
 */
export function personNames(
  family: string | undefined,
  given: string | undefined,
  other?: string,
): PersonName {
  const names = (family ?? '').split(/[()]/).concat(other ?? '');
  const familyNames = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const givenNames = (given ?? '')
    .split(given?.includes(',') ? ',' : /\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { familyNames, givenNames };
}
