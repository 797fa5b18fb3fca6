import { fc, test } from '@fast-check/vitest';
import { ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import { expect } from 'vitest';
import { validFrenchIban, validLei, validSiren, validSiret, validSwissUid } from '../testing/identifiers.js';
import {
  formatIban,
  formatSiren,
  formatSiret,
  formatSwissUid,
  parseAustrianFn,
  parseBic,
  parseGermanRegisterNumber,
  parseIban,
  parseLei,
  parseNumeroFiscal,
  parseReferenceAvis,
  parseSiren,
  parseSiret,
  parseSwissUid,
  parseUkCompanyNumber,
  parseVatNumber,
} from './index.js';

const checked = fc.oneof(
  validSiren().map((text) => ({ text, parse: parseSiren, format: formatSiren, transpositions: 'not 09/90' })),
  validSiret()
    .filter((text) => !text.startsWith('356000000'))
    .map((text) => ({ text, parse: parseSiret, format: formatSiret, transpositions: 'not 09/90' })),
  validLei().map((text) => ({ text, parse: parseLei, format: (lei: string) => lei, transpositions: 'all' })),
  validFrenchIban().map((text) => ({ text, parse: parseIban, format: formatIban, transpositions: 'all' })),
  validSwissUid().map((text) => ({
    text,
    parse: parseSwissUid,
    format: formatSwissUid,
    transpositions: 'all',
  })),
);

test.prop([checked])('what is formatted reads back as the same number', ({ text, parse, format }) => {
  expect(parse(text)).toMatchObject({ ok: true });
  expect(parse(format(text))).toEqual(parse(text));
  expect(parse(format(text).toLowerCase())).toEqual(parse(text));
});

test.prop([checked, fc.nat(), fc.integer({ min: 1, max: 9 })])(
  'every single wrong digit is found',
  (sample, where, by) => {
    const { text, parse } = sample;
    const places = [...text.matchAll(/\d/g)].map((match) => match.index);
    const at = places[where % places.length] ?? 0;
    const wrong = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
    expect(parse(wrong).ok).toBe(false);
  },
);

test.prop([checked, fc.nat()])(
  'every swap of two neighbouring digits that the check digit promises is found',
  (sample, where) => {
    const { text, parse, transpositions } = sample;
    const at = where % (text.length - 1);
    const pair = text.slice(at, at + 2);
    fc.pre(/^\d\d$/.test(pair) && pair[0] !== pair[1]);
    // Luhn cannot see 09 against 90: doubling maps 0 to 0 and 9 to 9.
    fc.pre(transpositions === 'all' || (pair !== '09' && pair !== '90'));
    expect(parse(text.slice(0, at) + pair[1] + pair[0] + text.slice(at + 2)).ok).toBe(false);
  },
);

test.prop([fc.stringMatching(/^356000000\d{5}$/)])(
  'the SIRETs of La Poste follow the published exception',
  (siret) => {
    const sum = [...siret].reduce((total, digit) => total + Number(digit), 0);
    expect(parseSiret(siret).ok).toBe(siret === '35600000000048' || sum % 5 === 0);
  },
);

test.prop([fc.oneof(validSiret(), fc.stringMatching(/^\d{14}$/))])(
  'stdnum agrees about every SIRET',
  (siret) => {
    expect(parseSiret(siret).ok).toBe(stdnum.FR?.siret?.validate(siret).isValid);
  },
);

test.prop([fc.stringMatching(/^([0-9A-HJ-NP-Z]{2})\d{9}$/)])(
  'stdnum agrees about every French VAT number',
  (body) => {
    expect(parseVatNumber(`FR${body}`).ok).toBe(stdnum.FR?.tva?.validate(`FR${body}`).isValid);
  },
);

test.prop([validSiren()])('the numeric key of a SIREN is the published one', (siren) => {
  const key = String(Number(`${siren}12`) % 97).padStart(2, '0');
  expect(parseVatNumber(`FR${key}${siren}`)).toMatchObject({ ok: true, value: { siren } });
});

test.prop([fc.oneof(validFrenchIban(), fc.stringMatching(/^(FR\d{12}|DE\d{20}|BE\d{14}|NO\d{13})$/))])(
  'ibantools agrees about every IBAN, national check digits and digits that no bank issues aside',
  (iban) => {
    fc.pre(!/^..(00|01|99)/.test(iban));
    const { valid, errorCodes } = validateIBAN(iban);
    const nationalDigitsOnly = errorCodes.every(
      (code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
    );
    expect(parseIban(iban).ok).toBe(valid || nationalDigitsOnly);
  },
);

const parsers = [
  parseSiren,
  parseSiret,
  parseVatNumber,
  parseIban,
  parseBic,
  parseLei,
  parseUkCompanyNumber,
  parseGermanRegisterNumber,
  parseSwissUid,
  parseAustrianFn,
  parseNumeroFiscal,
  parseReferenceAvis,
];

test.prop([
  fc.oneof(fc.string({ maxLength: 120, unit: 'binary' }), fc.stringMatching(/^[0-9A-Z .-]{0,30}$/)),
])('any text gets an answer', (text) => {
  for (const parse of parsers) expect(parse(text)).toHaveProperty('ok');
});

test.prop([fc.stringMatching(/^[0-9A-Z]{8,34}$/)])('no error repeats the number', (text) => {
  for (const parse of parsers) {
    const result = parse(text);
    if (!result.ok) expect(JSON.stringify(result.error)).not.toContain(text);
  }
});
