import type { Random } from './random.js';

/** The two check digits that make a national account number an IBAN. @see ISO 13616-1, ISO 7064 MOD 97-10 */
export function ibanOf(country: string, account: string): string {
  const digits = lettersAsDigits(`${account}${country}00`);
  return `${country}${String(98 - remainderOf97(digits)).padStart(2, '0')}${account}`;
}

/** `FR76 3000 …`: groups of four, as printed. */
export function groupIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A French account: bank, branch, account, RIB key. Bank codes from 97000 are not given to banks. */
export function frenchAccount(random: Random): {
  bank: string;
  branch: string;
  account: string;
  key: string;
} {
  const bank = `97${random.digits(3)}`;
  const branch = `0${random.digits(4)}`;
  const account = `0${random.digits(9)}${random.pick(['', 'A', 'K', 'X']) || random.int(0, 9)}`;
  const values = account.replace(/[A-Z]/g, (letter) => RIB_LETTERS[letter] ?? '0');
  const key = 97 - remainderOf97(`${bank}${branch}${values}00`);
  return { bank, branch, account, key: String(key).padStart(2, '0') };
}

/** Letters count as digits in a RIB key: A and J are 1, S is 2, and so on. */
const RIB_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => {
    const value = at < 9 ? at + 1 : at < 18 ? at - 8 : at - 16;
    return [letter, String(value)];
  }),
);

/** An IBAN of FR, DE or GB whose bank does not exist. */
export function createIban(random: Random, country: string): string {
  if (country === 'FR') {
    const { bank, branch, account, key } = frenchAccount(random);
    return ibanOf('FR', `${bank}${branch}${account}${key}`);
  }
  // No German bank code begins with 9.
  if (country === 'DE') return ibanOf('DE', `9${random.digits(7)}${random.digits(10)}`);
  return ibanOf('GB', `SPEC${random.digits(6)}${random.digits(8)}`);
}

/** A SIREN with its Luhn digit. */
export function createSiren(random: Random): string {
  const body = `9${random.digits(7)}`;
  return `${body}${luhnDigit(body)}`;
}

/** A SIRET of the SIREN: 14 digits, Luhn over all of them. */
export function siretOf(siren: string, establishment: number): string {
  const body = `${siren}${String(establishment).padStart(4, '0')}`;
  return `${body}${luhnDigit(body)}`;
}

/** A VAT number with right check digits, and for France the company's SIREN in it. */
export function createVatNumber(random: Random, country: string): string {
  if (country === 'FR') {
    const siren = createSiren(random);
    return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
  }
  const body = random.digits(country === 'DE' ? 8 : 7);
  if (country === 'DE') return `DE${body}${mod11And10(body)}`;
  // Weights 8 to 2; what is missing to a multiple of 97.
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0);
  return `GB${body}${String(97 - (sum % 97)).padStart(2, '0')}`;
}

/** A German tax identification number: 11 digits, ISO 7064 MOD 11,10. */
export function createGermanTaxId(random: Random): string {
  const [doubled, ...others] = random.shuffle([...'0123456789']);
  const digits = random.shuffle([doubled, ...others.slice(0, 8), doubled] as string[]);
  const firstOther = digits.findIndex((digit) => digit !== '0');
  if (digits[0] === '0') [digits[0], digits[firstOther]] = [digits[firstOther] as string, '0'];
  return `${digits.join('')}${mod11And10(digits.join(''))}`;
}

/** A French NIR (social security number) of 13 digits and its key of 2. */
export function createNir(random: Random, sex: 'F' | 'M', birthDate: string): string {
  const department = String(random.int(1, 19)).padStart(2, '0');
  const body = `${sex === 'M' ? 1 : 2}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${department}${random.digits(3)}${random.digits(3)}`;
  return `${body}${String(97 - remainderOf97(body)).padStart(2, '0')}`;
}

/** The digit that makes Luhn's sum divisible by ten. */
export function luhnDigit(body: string): number {
  let sum = 0;
  for (let at = 0; at < body.length; at++) {
    const digit = Number(body[body.length - 1 - at]);
    const value = at % 2 === 0 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}

export function remainderOf97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

export function lettersAsDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}

function mod11And10(body: string): number {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}
