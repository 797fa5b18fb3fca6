import { isValidIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import { test } from 'vitest';
import { parseIban, parseLei, parseSiren, parseSiret, parseSwissUid, parseVatNumber } from '../src/index.js';

const siren = '732829320';
const siret = '73282932000074';
const iban = 'FR1420041010050500013M02606';

test('SIREN', async ({ bench }) => {
  await bench.compare(
    bench('stdnum (baseline)', () => void stdnum.FR?.siren?.validate(siren)),
    bench('parseSiren', () => void parseSiren(siren)),
  );
});

test('SIRET', async ({ bench }) => {
  await bench.compare(
    bench('stdnum (baseline)', () => void stdnum.FR?.siret?.validate(siret)),
    bench('parseSiret', () => void parseSiret(siret)),
  );
});

test('IBAN', async ({ bench }) => {
  await bench.compare(
    bench('ibantools (baseline)', () => void isValidIBAN(iban)),
    bench('parseIban', () => void parseIban(iban)),
  );
});

test('VAT, France', async ({ bench }) => {
  await bench.compare(
    bench('stdnum (baseline)', () => void stdnum.FR?.tva?.validate('FR83404833048')),
    bench('parseVatNumber', () => void parseVatNumber('FR83404833048')),
  );
});

// One good number a prefix, and what stdnum calls it there.
const vatNumbers =
  `AT uid U13585627, BE vat 0411905847, BG vat 175074752, CY vat 10259033P, CZ dic 25123891, DE vat 136695976,
  DK cvr 13585628, EE kmkr 100931558, EL vat 094259216, ES nif B58378431, FI alv 20774740, HR oib 33392005961,
  HU anum 12892312, IE vat 6433435F, IT iva 00743110157, LT pvm 119511515, LU tva 15027442, LV pvn 40003521600,
  MT vat 11679112, NL btw 004495445B01, PL nip 8567346215, PT nif 501964843, RO cif 18547290, SE vat 123456789701,
  SI ddv 50223054, SK dph 2022749619, XI vat 980780684`
    .split(',')
    .map((line) => line.trim().split(' ') as [string, string, string]);
const STDNUM_PREFIX: Readonly<Record<string, string | undefined>> = { EL: 'GR', XI: 'GB' };

test('VAT, the 27 other prefixes once each', async ({ bench }) => {
  const oracles = vatNumbers.map(([country, name, number]) => ({
    validator: stdnum[STDNUM_PREFIX[country] ?? country]?.[name],
    number,
  }));
  const ours = vatNumbers.map(([country, , number]) => country + number);
  await bench.compare(
    bench('stdnum (baseline)', () => {
      for (const { validator, number } of oracles) validator?.validate(number);
    }),
    bench('parseVatNumber', () => {
      for (const vat of ours) parseVatNumber(vat);
    }),
  );
});

test('LEI and UID', async ({ bench }) => {
  await bench.compare(
    bench('parseLei', () => void parseLei('529900T8BM49AURSDO55')),
    bench('parseSwissUid', () => void parseSwissUid('CHE107787577')),
  );
});
