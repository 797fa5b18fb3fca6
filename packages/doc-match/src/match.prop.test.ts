import { fc, test } from '@fast-check/vitest';
import { distance } from 'fastest-levenshtein';
import { expect } from 'vitest';
import { matchAddress } from './addresses/match-address.js';
import { matchCompany } from './companies/match-company.js';
import { fold } from './fold.js';
import { matchBirthDate } from './match-birth-date.js';
import { matchIban, normalIban } from './match-iban.js';
import { compareTokens, isOneEdit } from './names/compare-tokens.js';
import { matchName, normalName } from './names/match-name.js';

const word = fc.stringMatching(/^[a-z]{1,9}$/);
const name = fc.record({
  givenNames: fc.stringMatching(/^[A-Z][a-zé]{2,8}( [A-Z][a-z]{2,8})?$/),
  familyName: fc.stringMatching(/^[A-Z][a-zü]{2,10}(-[A-Z][a-z]{3,8})?$/),
});
const any = fc.string({ unit: 'binary', maxLength: 60 });

test.prop([word, word])('words are compared alike from both sides', (a, b) => {
  expect(compareTokens(a, b)).toBe(compareTokens(b, a));
});

test.prop([word, word])(
  'one edit is what an independent edit distance says, or two neighbours swapped',
  (a, b) => {
    const far = distance(a, b);
    if (far <= 1) expect(isOneEdit(a, b)).toBe(true);
    if (far > 2) expect(isOneEdit(a, b)).toBe(false);
  },
);

test.prop([name])('a name agrees with itself, in any order and in capitals', (person) => {
  const { givenNames, familyName } = person;
  expect(matchName(`${givenNames} ${familyName}`, person).answer).toBe('agree');
  expect(matchName(`${familyName} ${givenNames}`.toUpperCase(), person).answer).toBe('agree');
  expect(matchName(person, person)).toMatchObject({ answer: 'agree', score: 1 });
});

test.prop([name, name])('two people in two pieces are compared alike from both sides', (a, b) => {
  expect(matchName(a, b).answer).toBe(matchName(b, a).answer);
});

test.prop([any, any])('companies and addresses are compared alike from both sides', (a, b) => {
  expect(matchCompany(a, b).answer).toBe(matchCompany(b, a).answer);
  expect(matchAddress({ lines: [a] }, { lines: [b] }).answer).toBe(
    matchAddress({ lines: [b] }, { lines: [a] }).answer,
  );
});

test.prop([any])('normal forms are their own normal forms', (text) => {
  expect(fold(fold(text))).toBe(fold(text));
  expect(normalName(normalName(text))).toBe(normalName(text));
  expect(normalIban(normalIban(text))).toBe(normalIban(text));
});

test.prop([any, any, any])('any text gets an answer', (a, b, c) => {
  expect(() => matchName(a, { givenNames: b, familyName: c })).not.toThrow();
  expect(() => matchBirthDate(a, b)).not.toThrow();
  expect(() => matchIban(a, b)).not.toThrow();
});

test.prop([fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 9 })])(
  'every single wrong digit of an IBAN is no agreement',
  (at, by) => {
    const iban = 'DE89370400440532013000';
    const place = 4 + (at % 18);
    const wrong = iban.slice(0, place) + ((Number(iban[place]) + by) % 10) + iban.slice(place + 1);
    expect(matchIban(wrong, iban)).toMatchObject({ answer: 'cannot-tell', reason: 'typing-error' });
  },
);
