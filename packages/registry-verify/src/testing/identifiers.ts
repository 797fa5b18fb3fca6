import fc, { type Arbitrary } from 'fast-check';
import { satisfiesLuhn } from '../internal/luhn.js';
import { mod97 } from '../internal/mod97.js';

const digits = (length: number): Arbitrary<string> =>
  fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Appends the one digit that makes the row satisfy Luhn. */
export function withLuhnDigit(row: string): string {
  for (let digit = 0; digit < 10; digit++) if (satisfiesLuhn(row + digit)) return row + digit;
  return row;
}

/** SIRENs with a valid check digit. Most belong to nobody. */
export function validSiren(): Arbitrary<string> {
  return digits(8)
    .filter((row) => !row.startsWith('000'))
    .map(withLuhnDigit);
}

/** SIRETs with a valid check digit, branches of La Poste among them. */
export function validSiret(): Arbitrary<string> {
  const ordinary = fc.tuple(validSiren(), digits(4)).map(([siren, nic]) => withLuhnDigit(siren + nic));
  return fc.oneof({ weight: 9, arbitrary: ordinary }, { weight: 1, arbitrary: laPosteSiret() });
}

function laPosteSiret(): Arbitrary<string> {
  return digits(4).map((nic) => {
    const sum = [...`356000000${nic}`].reduce((total, digit) => total + Number(digit), 0);
    return `356000000${nic}${(5 - (sum % 5)) % 5}`;
  });
}

/** LEIs with valid check digits. */
export function validLei(): Arbitrary<string> {
  return fc
    .stringMatching(/^[0-9A-Z]{18}$/)
    .map((body) => body + String(98 - mod97(`${body}00`)).padStart(2, '0'));
}

/** French IBANs with valid check digits. */
export function validFrenchIban(): Arbitrary<string> {
  return fc.stringMatching(/^[0-9]{10}[0-9A-Z]{11}[0-9]{2}$/).map((bban) => {
    const check = 98 - mod97(`${bban}FR00`);
    return `FR${String(check).padStart(2, '0')}${bban}`;
  });
}

/** Swiss enterprise numbers with a valid check digit. */
export function validSwissUid(): Arbitrary<string> {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4];
  const checkOf = (row: string): number =>
    (11 - ([...row].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11)) % 11;
  return digits(8)
    .filter((row) => checkOf(row) < 10)
    .map((row) => `CHE${row}${checkOf(row)}`);
}
