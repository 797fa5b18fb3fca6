/** Luhn's sum is divisible by ten: SIREN and SIRET (INSEE). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** A SIRET's check digit; La Poste's branches have a rule of their own. */
export function isSiret(digits: string): boolean {
  if (digits.length !== 14) return false;
  if (digits.startsWith('356000000') && digits !== '35600000000048') {
    return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  }
  return isLuhn(digits);
}

/** The lengths of IBANs by country, for the countries whose papers are met here. SWIFT, IBAN registry, release 99. */
export const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
};

/** The check digits of an IBAN (ISO 7064, modulo 97) and, where the country is known, its length. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const length = IBAN_LENGTHS[iban.slice(0, 2)];
  if (length !== undefined && iban.length !== length) return false;
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = char >= 'A' ? char.charCodeAt(0) - 55 : Number(char);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The check digit of a German tax identification number: 11 digits, ISO 7064 modulo 11,10. */
export function isGermanTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** The key of a French social security number (NIR): 97 minus the 13 digits modulo 97; Corsica counts as 19 and 18. */
export function isNir(text: string): boolean {
  const digits = text.replace('2A', '19').replace('2B', '18');
  if (!/^[1-478]\d{14}$/.test(digits)) return false;
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/** The key of a French VAT number: (12 + 3 × (SIREN modulo 97)) modulo 97. */
export function isFrenchVat(text: string): boolean {
  const match = /^FR(\d{2})(\d{9})$/.exec(text);
  if (!match) return /^FR[A-Z0-9]{2}\d{9}$/.test(text);
  return (12 + 3 * (Number(match[2]) % 97)) % 97 === Number(match[1]) && isLuhn(match[2] as string);
}
