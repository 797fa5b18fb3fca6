import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { parseVatNumber } from './vat.js';
import { vatRules } from './vat-rules.js';

// One number for each kind that a state gives out, with valid check digits.
const GOOD = `
  ATU13585627 BE0411905847 BE1234567894 BG175074752 CY10259033P CZ25123891 CZ7103192745 CZ640903926 DE136695976 DK13585628
  EE100931558 EL094259216 ESB58378431 ESX2482300W ES54362315K FI20774740 FR40303265045 FR83404833048 FRK7399859412
  FR53000004605 HR33392005961 HU12892312 IE6433435F IE8D79739I IE6433435OA IT00743110157 LT119511515 LT100001919017 LU15027442
  LV40003521600 LV16117519997 LV32000000001 MT11679112 NL004495445B01 NL000099998B57 PL8567346215 PT501964843 RO18547290
  SE123456789701 SI50223054 SK2022749619 XI980780684`
  .trim()
  .split(/\s+/);

describe('parseVatNumber', () => {
  it.each(GOOD)('accepts %s', (vat) => {
    expect(parseVatNumber(vat)).toMatchObject({ ok: true, value: { vat } });
  });

  it('has a good number of every state', () => {
    const covered = new Set(GOOD.map((vat) => vat.slice(0, 2)));
    expect([...Object.keys(vatRules), 'FR'].filter((country) => !covered.has(country))).toEqual([]);
  });

  it('knows the SIREN in a French number, and Monaco', () => {
    expect(parseVatNumber('FR 83 404 833 048')).toMatchObject({ ok: true, value: { siren: '404833048' } });
    expect(parseVatNumber('FR53000004605')).toEqual({
      ok: true,
      value: { country: 'FR', number: '53000004605', vat: 'FR53000004605', monaco: true },
    });
  });

  it('writes Greece as VIES does', () => {
    expect(parseVatNumber('GR094259216')).toMatchObject({
      ok: true,
      value: { country: 'EL', vat: 'EL094259216' },
    });
  });

  it.each([
    ['DE136695977', 'check-digit'],
    ['FR84404833048', 'check-digit'],
    ['FRO7399859412', 'format'],
    ['DE13669597', 'format'],
    ['GB980780684', 'country'],
    ['D', 'length'],
    ['12345678', 'characters'],
  ])('refuses %s: %s', (vat, code) => {
    expect(parseVatNumber(vat)).toMatchObject({
      ok: false,
      error: { code: `registry-verify/identifier-${code}` },
    });
  });
});

describe('where stdnum is wrong', () => {
  it.each([
    ['BG', 'vat', '831646048', 'companies from before 2008 may start with 4 to 8'],
    ['CZ', 'dic', '640903926', 'the leading 6 does not count'],
    ['CZ', 'dic', '4001010002', 'it asks the machine whether the person is born yet'],
    ['LV', 'pvn', '01015020000', 'it asks the machine whether the person is born yet'],
    ['LV', 'pvn', '32000000001', 'codes since 2017 carry no birth date'],
    ['SK', 'dph', '1020270009', 'it looks at the first digit instead of the third'],
  ])('%s: it refuses %s %s (%s)', (country, name, number) => {
    expect(stdnum[country]?.[name]?.validate(number).isValid).toBe(false);
    expect(parseVatNumber(country + number).ok).toBe(true);
  });

  it.each([
    ['BG', 'vat', '1234567002', 'ten digits whose check digit is wrong by all three rules'],
    ['SI', 'ddv', '50223071', 'a remainder for which there is no check digit'],
    ['SK', 'dph', '2010270009', 'it looks at the first digit instead of the third'],
  ])('%s: it accepts %s %s (%s)', (country, name, number) => {
    expect(stdnum[country]?.[name]?.validate(number).isValid).toBe(true);
    expect(parseVatNumber(country + number).ok).toBe(false);
  });

  it('AT: it does not look at the check letter of a Firmenbuch number', () => {
    expect(stdnum.AT?.businessid?.validate('FN 122119k').isValid).toBe(true);
  });

  it('still refuses a wrong digit in those numbers', () => {
    for (const vat of ['BG831646049', 'CZ640903927']) {
      expect(parseVatNumber(vat)).toMatchObject({
        ok: false,
        error: { code: 'registry-verify/identifier-check-digit' },
      });
    }
  });
});
