/** Whether a row of digits satisfies Luhn: from the right, every second digit doubled, and the sum divisible by ten. */
export function satisfiesLuhn(digits: string): boolean {
  let sum = 0;
  let double = false;
  for (let at = digits.length - 1; at >= 0; at--) {
    const digit = digits.charCodeAt(at) - 48;
    const counted = double ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
    double = !double;
  }
  return sum % 10 === 0;
}
