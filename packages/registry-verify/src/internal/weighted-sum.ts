/** The digit at a place of a text that is known to have one there. */
export function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

/** The number that the digits from one place to before another one make. */
export function decimalsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + digitAt(text, at);
  return value;
}

/** The sum of the first digits, each times its weight. */
export function weightedSum(digits: string, weights: readonly number[], from = 0): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += digitAt(digits, from + at) * (weights[at] as number);
  return sum;
}

/** What a sum lacks to the next multiple of eleven: 0 to 10. */
export function checkDigitOf11(sum: number): number {
  return (11 - (sum % 11)) % 11;
}

/** Whether digits satisfy ISO 7064, MOD 11,10. */
export function satisfiesMod11And10(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at++) {
    const sum = (digitAt(digits, at) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + digitAt(digits, digits.length - 1)) % 10 === 1;
}
