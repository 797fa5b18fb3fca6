// States that give out several kinds of VAT number: to companies, to people by their personal numbers, by older rules.
import { checkDigitOf11, decimalsAt, digitAt, weightedSum } from '../internal/weighted-sum.js';

/** Nine digits: a company (UIC, BULSTAT). Ten: a citizen (EGN), a foreigner (PNF), or others. */
export function isBulgarian(number: string): boolean {
  if (number.length === 9) {
    const first = weightedSum(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    const check = first === 10 ? (weightedSum(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first;
    return check === digitAt(number, 8);
  }
  const check = digitAt(number, 9);
  return (
    (weightedSum(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === check ||
    weightedSum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === check ||
    checkDigitOf11(weightedSum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2])) === check
  );
}

/** Eight digits: a legal person. Nine that start with a 6: another one. Otherwise a birth number. */
export function isCzech(number: string): boolean {
  if (number.length === 8) {
    if (number[0] === '9') return false;
    const check = checkDigitOf11(weightedSum(number, [8, 7, 6, 5, 4, 3, 2]));
    return (check === 0 ? 1 : check % 10) === digitAt(number, 7);
  }
  if (number.length === 9 && number[0] === '6') {
    const remainder = weightedSum(number, [8, 7, 6, 5, 4, 3, 2], 1) % 11;
    return (18 - ((10 - remainder) % 11)) % 10 === digitAt(number, 8);
  }
  return isBirthNumber(number);
}

/** A Czech birth number: month + 50 for women, + 20 where a day's numbers ran out. Nine digits were given out until 1953. */
function isBirthNumber(number: string): boolean {
  const short = decimalsAt(number, 0, 2);
  const isOld = number.length === 9;
  if (isOld && short > 53 && short <= 80) return false;
  const year = isOld ? (short > 80 ? 1800 : 1900) + short : (short < 54 ? 2000 : 1900) + short;
  const month = (decimalsAt(number, 2, 4) % 50) % 20;
  if (!isDay(year, month, decimalsAt(number, 4, 6))) return false;
  if (isOld) return true;
  const remainder = decimalsAt(number, 0, 9) % 11;
  return (year < 1985 ? remainder % 10 : remainder) === digitAt(number, 9);
}

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const SPANISH_COMPANIES = 'ABCDEFGHJNPQRSUVW';
const SPANISH_COMPANY_LETTERS = 'JABCDEFGHI';

/** A citizen (DNI), a resident (NIE: X, Y, Z stand for 0, 1, 2), a person without either (K, L, M), or a company. */
export function isSpanish(number: string): boolean {
  const first = number.charAt(0);
  const last = number.charAt(8);
  const body = decimalsAt(number, 1, 8);
  if (SPANISH_COMPANIES.includes(first)) {
    const check = spanishCompanyDigit(number);
    return last === String(check) || last === SPANISH_COMPANY_LETTERS[check];
  }
  if ('KLM'.includes(first)) return last === SPANISH_LETTERS[body % 23];
  const leading = first >= '0' && first <= '9' ? digitAt(number, 0) : 'XYZ'.indexOf(first);
  return leading >= 0 && last === SPANISH_LETTERS[(leading * 10_000_000 + body) % 23];
}

/** Luhn over the seven digits in the middle. */
function spanishCompanyDigit(number: string): number {
  let sum = 0;
  for (let at = 1; at < 8; at++) {
    const digit = digitAt(number, at);
    sum += at % 2 === 0 ? digit : Math.floor(digit / 5) + ((2 * digit) % 10);
  }
  return (10 - (sum % 10)) % 10;
}

const IRISH_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

/** Since 2013 a second letter counts too; before that the second place could be a letter or a sign. */
export function isIrish(number: string): boolean {
  const isOld = number.charCodeAt(1) < 48 || number.charCodeAt(1) > 57;
  const sum = isOld
    ? weightedSum(number, [7, 6, 5, 4, 3], 2) + 2 * digitAt(number, 0)
    : weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) +
      (number.length === 9 ? 9 * IRISH_LETTERS.indexOf(number.charAt(8)) : 0);
  return IRISH_LETTERS[sum % 23] === number[7];
}

/** The place before the check digit is a 1 in all numbers for VAT. A sum of 10 is taken again with shifted weights. */
export function isLithuanian(number: string): boolean {
  const last = number.length - 1;
  if (number[last - 1] !== '1') return false;
  const sum = lithuanianSum(number, 0);
  return (sum === 10 ? lithuanianSum(number, 2) % 10 : sum) === digitAt(number, last);
}

function lithuanianSum(number: string, shift: number): number {
  let sum = 0;
  for (let at = 0; at < number.length - 1; at++) sum += digitAt(number, at) * (1 + ((at + shift) % 9));
  return sum % 11;
}

/** A company, or a personal code: with the day of birth, or since 2017 starting with 32 and without anything to check. */
export function isLatvian(number: string): boolean {
  if (number.startsWith('32')) return true;
  if (digitAt(number, 0) > 3) return weightedSum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;
  const year = (18 + digitAt(number, 6)) * 100 + decimalsAt(number, 4, 6);
  if (!isDay(year, decimalsAt(number, 2, 4), decimalsAt(number, 0, 2))) return false;
  const sum = 1 + weightedSum(number, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
  return (sum % 11) % 10 === digitAt(number, 10);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month has this day. Days to come count: which day it is today, a check digit does not know. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0));
}
