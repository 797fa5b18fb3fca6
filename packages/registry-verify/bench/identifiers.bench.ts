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

test('VAT', async ({ bench }) => {
  await bench.compare(
    bench('stdnum FR (baseline)', () => void stdnum.FR?.tva?.validate('FR83404833048')),
    bench('parseVatNumber FR', () => void parseVatNumber('FR83404833048')),
    bench('parseVatNumber DE', () => void parseVatNumber('DE136695976')),
  );
});

test('LEI and UID', async ({ bench }) => {
  await bench.compare(
    bench('parseLei', () => void parseLei('529900T8BM49AURSDO55')),
    bench('parseSwissUid', () => void parseSwissUid('CHE107787577')),
  );
});
