import { describe, expect, it } from 'vitest';
import { repairIban } from './repair-iban.js';

const FRENCH = 'FR7630006000011234567890189';
const GERMAN = 'DE89370400440532013000';
const replaced = (iban: string, at: number, char: string): string =>
  iban.slice(0, at) + char + iban.slice(at + 1);

describe('repairIban', () => {
  it.each([
    ['O for 0', replaced(FRENCH, 5, 'O'), FRENCH],
    ['E for a zero with a stroke', replaced(GERMAN, 6, 'E'), GERMAN],
    ['letters in an account that may have some', replaced(replaced(FRENCH, 15, 'I'), 16, 'Z'), undefined],
    ['S for 5 in it', replaced(FRENCH, 18, 'S'), FRENCH],
  ])('%s', (_, printed, iban) => {
    expect(repairIban(printed, printed.slice(0, 2))?.iban).toBe(iban);
  });

  it('makes no digit another, and gives up where too much is damaged', () => {
    for (let at = 4; at < GERMAN.length; at++) {
      for (const digit of '0123456789') {
        if (digit !== GERMAN[at]) expect(repairIban(replaced(GERMAN, at, digit), 'DE')).toBeUndefined();
      }
    }
    expect(repairIban('DE8937EEEEEEEEEEEE3000', 'DE')).toBeUndefined();
  });
});
