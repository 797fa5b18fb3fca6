import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  createGermanTaxId,
  createIban,
  createNir,
  createSiren,
  createVatNumber,
  frenchAccount,
  lettersAsDigits,
  luhnDigit,
  remainderOf97,
  siretOf,
} from './identifiers.js';
import { checkDigit, mrvA, mrvB, oldFrenchCard, td1, td2, td3, transliterate } from './mrz.js';
import { createPerson } from './person.js';
import { createRandom } from './random.js';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const countries = fc.constantFrom('FR', 'DE', 'GB');

const zoneOf = (seed: number, country: 'FR' | 'DE' | 'GB') => {
  const person = createPerson(seed, { country });
  return {
    ...{
      documentCode: 'P',
      issuingState: 'UTO',
      documentNumber: 'L898902C3',
      nationality: 'D',
      sex: person.sex,
    },
    ...{ familyName: person.familyName, givenNames: person.givenNames, birthDate: person.birthDate },
    expiryDate: person.birthDate,
  };
};

test.prop([seeds, countries])('every zone has its shape and alphabet', (seed, country) => {
  const data = zoneOf(seed, country);
  const shapes = [
    [td1, 3, 30],
    [td2, 2, 36],
    [td3, 2, 44],
    [mrvA, 2, 44],
    [mrvB, 2, 36],
  ] as const;
  for (const [write, count, length] of shapes) {
    const lines = write(data);
    expect(lines).toHaveLength(count);
    for (const line of lines) expect(line).toMatch(new RegExp(`^[A-Z0-9<]{${length}}$`));
  }
});

test.prop([seeds, countries])(
  'the composite digit of a passport covers what the standard says',
  (seed, country) => {
    const second = td3(zoneOf(seed, country))[1] ?? '';
    expect(second[43]).toBe(checkDigit(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43)));
  },
);

test.prop([seeds])('the old French card checks both of its lines', (seed) => {
  const { familyName, givenNames, birthDate, sex } = createPerson(seed);
  const number = { issueDate: birthDate, department: '075', office: '101', serial: '00012' };
  const [first = '', second = ''] = oldFrenchCard({ familyName, givenNames, birthDate, sex, ...number });
  expect([first.length, second.length]).toEqual([36, 36]);
  expect(second[12]).toBe(checkDigit(second.slice(0, 12)));
  expect(second[33]).toBe(checkDigit(second.slice(27, 33)));
  expect(second[35]).toBe(checkDigit(first + second.slice(0, 35)));
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])(
  'any name becomes letters and fillers',
  (name) => {
    expect(transliterate(name)).toMatch(/^([A-Z]+(<[A-Z]+)*)?$/);
  },
);

test.prop([seeds, countries])('account numbers carry right check digits', (seed, country) => {
  const iban = createIban(createRandom(seed), country);
  expect(remainderOf97(lettersAsDigits(iban.slice(4) + iban.slice(0, 4)))).toBe(1);
});

test.prop([seeds])('a RIB key satisfies its own rule', (seed) => {
  const { bank, branch, account, key } = frenchAccount(createRandom(seed));
  const digits = account.replace(/[A-Z]/g, (letter) =>
    String('AJ,BKS,CLT,DMU,ENV,FOW,GPX,HQY,IRZ'.split(',').findIndex((group) => group.includes(letter)) + 1),
  );
  const sum = 89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(digits);
  expect(97 - Number(sum % 97n)).toBe(Number(key));
});

test.prop([seeds])('company and person numbers carry right check digits', (seed) => {
  const random = createRandom(seed);
  const siren = createSiren(random);
  expect(luhnDigit(siren.slice(0, 8))).toBe(Number(siren[8]));
  const siret = siretOf(siren, random.int(1, 99));
  expect(siret).toMatch(/^\d{14}$/);
  expect(luhnDigit(siret.slice(0, 13))).toBe(Number(siret[13]));
  const nir = createNir(random, 'F', '1980-05-03');
  expect(97 - Number(BigInt(nir.slice(0, 13)) % 97n)).toBe(Number(nir.slice(13)));
});

test.prop([seeds])('a German tax number repeats one digit, and its check digit is right', (seed) => {
  const id = createGermanTaxId(createRandom(seed));
  expect(id).toMatch(/^[1-9]\d{10}$/);
  expect(new Set(id.slice(0, 10)).size).toBe(9);
  let product = 10;
  for (const digit of id.slice(0, 10)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  expect((11 - product) % 10).toBe(Number(id[10]));
});

test.prop([seeds])('VAT numbers carry right check digits', (seed) => {
  const french = createVatNumber(createRandom(seed), 'FR');
  expect(Number(french.slice(2, 4))).toBe((12 + 3 * (Number(french.slice(4)) % 97)) % 97);
  const british = [...createVatNumber(createRandom(seed), 'GB').slice(2)].map(Number);
  const sum = british.slice(0, 7).reduce((total, digit, at) => total + digit * (8 - at), 0);
  expect((sum + Number(british.slice(7).join(''))) % 97).toBe(0);
  expect(createVatNumber(createRandom(seed), 'DE')).toMatch(/^DE[1-9]\d{8}$/);
});

test.prop([seeds, countries])('the same seed makes the same person', (seed, country) => {
  expect(createPerson(seed, { country })).toEqual(createPerson(seed, { country }));
});
