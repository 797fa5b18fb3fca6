import { digestBytesSync, plainDate, timestamp } from '@dossierkit/core';
import { distance } from 'fastest-levenshtein';
import { test } from 'vitest';
import { type CustomerRecord, matchRecord } from '../src/index.js';

const options = { subject: digestBytesSync(new Uint8Array()), at: timestamp('2026-06-01T10:00:00Z') };
const record: CustomerRecord = {
  person: { givenNames: 'Jean-Pierre', familyName: 'Lefèvre', birthDate: plainDate('1990-04-05') },
  address: { lines: ['12 bis rue des Lilas'], postcode: '69003', town: 'Lyon' },
  iban: 'FR14 2004 1010 0505 0001 3M02 606',
};
const fields = [
  { name: 'holderName', value: 'M. LEFEVRE JEAN PIERRE' },
  { name: 'birthDate', value: '1990-04-05' },
  { name: 'address', value: { lines: ['12 BIS R DES LILAS'], postcode: '69003', town: 'LYON', country: '' } },
  { name: 'iban', value: 'FR1420041010050500013M02606' },
];

test('compare one record', async ({ bench }) => {
  await bench.compare(
    bench('four plain edit distances (baseline)', () => {
      distance('m. lefevre jean pierre', 'jean-pierre lefevre');
      distance('1990-04-05', '1990-04-05');
      distance('12 bis r des lilas 69003 lyon', '12 bis rue des lilas 69003 lyon');
      distance('fr1420041010050500013m02606', 'fr1420041010050500013m02606');
    }),
    bench('matchRecord: name, birth date, address, IBAN', () => {
      matchRecord(fields, record, options);
    }),
  );
});
