import { dayFromDigits, dayFromHex } from './seal-dates.js';

/** Whether two ways to write a thing mean the same; `partly` where one holds only part of the other. */
export type Agreement = 'same' | 'partly' | 'different' | 'unreadable';

export function compareCodes(sealed: string, visible: string): Agreement {
  const [a, b] = [sealed, visible].map((text) => fold(text).replace(/[^A-Z0-9]/g, ''));
  if (!a || !b) return 'unreadable';
  return a === b ? 'same' : 'different';
}

/** Amounts; a sealed whole number agrees with any cents, because tax notices are sealed in whole euros. */
export function compareAmounts(sealed: string, visible: string): Agreement {
  const a = centsOf(sealed);
  const b = centsOf(visible);
  if (a === undefined || b === undefined) return 'unreadable';
  if (a === b) return 'same';
  const whole = a % 100n === 0n && !/[.,]/.test(sealed);
  return whole && b / 100n === a / 100n ? 'same' : 'different';
}

function centsOf(text: string): bigint | undefined {
  const bare = text.replace(/[\s\u00a0\u202f'€]|EUR/gi, '');
  const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match?.[2]) return undefined;
  const cents = BigInt(match[2].replace(/[.,]/g, '')) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -cents : cents;
}

/** Names and addresses word by word: order, case, accents and punctuation do not matter, nor do titles. */
export function compareWords(sealed: string, visible: string, truncated: boolean): Agreement {
  const a = wordsOf(sealed);
  const b = wordsOf(visible);
  if (a.length === 0 || b.length === 0) return 'unreadable';
  const missing = a.filter((word, index) => {
    const cut = truncated && index === a.length - 1;
    return !b.some((other) => other === word || (cut && other.startsWith(word)));
  });
  if (missing.length === 0)
    return b.every((word) => a.includes(word)) ? 'same' : truncated ? 'partly' : 'same';
  // Digits decide: another house number or postcode is another address.
  if (missing.some((word) => /\d/.test(word))) return 'different';
  return missing.length * 3 <= a.length ? 'partly' : 'different';
}

const TITLES: readonly string[] = ['M', 'MR', 'MME', 'MLLE', 'MONSIEUR', 'MADAME', 'OU', 'ET'];

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '' && !TITLES.includes(word));
}

/** Days: sealed as DDMMYYYY or as hexadecimal days since 2000; seen as YYYY-MM-DD or DD/MM/YYYY. */
export function compareDays(sealed: string, visible: string): Agreement {
  const a = dayFromDigits(sealed) ?? dayFromHex(sealed);
  const seen = visible.trim();
  const b = /^\d{4}-\d{2}-\d{2}$/.test(seen) ? seen : dayFromDigits(seen.replace(/[./\s-]/g, ''));
  if (!a || !b) return 'unreadable';
  return a === b ? 'same' : 'different';
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'OE').replace(/ß/g, 'SS').toUpperCase();
}
