// Prints records a second over a batch of different customers, several rounds: `node --import tsx --conditions=@dossierkit/source
// bench/throughput.ts [rounds]`. After `pnpm build`, without the condition, it measures what is published.
import { digestBytesSync, plainDate, timestamp } from '@dossierkit/core';
import { type CustomerRecord, type DocumentField, matchRecord } from '@dossierkit/doc-match';
import { distance } from 'fastest-levenshtein';
import { PAIRS } from './pairs.js';

interface Case {
  readonly fields: readonly DocumentField[];
  readonly record: CustomerRecord;
  /** The same values as plain text, for the baseline. */
  readonly texts: readonly (readonly [string, string])[];
}

const options = { subject: digestBytesSync(new Uint8Array()), at: timestamp('2026-06-01T10:00:00Z') };
const cases = makeCases();
const rounds = Number(process.argv[2] ?? 7);
const rates = { doc: [] as number[], plain: [] as number[] };
for (let round = 0; round < rounds; round++) {
  rates.plain.push(rateOf(({ texts }) => texts.reduce((sum, [a, b]) => sum + distance(a, b), 0)));
  rates.doc.push(rateOf(({ fields, record }) => matchRecord(fields, record, options).findings.length));
}
const [plain, doc] = [median(rates.plain), median(rates.doc)];
console.log(
  `${cases.length} different records, name, birth date, address and IBAN each; median of ${rounds} rounds`,
);
console.log(`edit distances of the plain texts (baseline): ${plain} records/s`);
console.log(
  `matchRecord: ${doc} records/s (${Math.min(...rates.doc)} to ${Math.max(...rates.doc)}), ${(plain / doc).toFixed(1)} × the time of the baseline`,
);

function makeCases(): Case[] {
  const names = PAIRS.filter(({ about }) => about === 'name');
  const addresses = PAIRS.filter(({ about }) => about === 'address');
  return names.map((name, at) => {
    const address = addresses[at % addresses.length] as (typeof addresses)[number];
    const [givenNames = '', familyName = '', other] = name.record.split('|');
    const birthDate = plainDate(`19${60 + (at % 40)}-0${1 + (at % 9)}-1${at % 10}`);
    const person = { givenNames, familyName, birthDate, ...(other ? { otherFamilyName: other } : {}) };
    const record = {
      person,
      address: { lines: [address.record] },
      iban: 'FR14 2004 1010 0505 0001 3M02 606',
    };
    const values = [name.document, birthDate, address.document, 'FR1420041010050500013M02606'];
    return {
      record,
      fields: [
        { name: 'holderName', value: name.document },
        { name: 'birthDate', value: birthDate },
        { name: 'address', value: address.document },
        { name: 'iban', value: 'FR1420041010050500013M02606' },
      ],
      texts: [`${givenNames} ${familyName}`, birthDate, address.record, record.iban].map(
        (text, field) => [text, values[field] as string] as const,
      ),
    };
  });
}

/** Passes over all cases for a third of a second. */
function rateOf(work: (one: Case) => number): number {
  let passes = 0;
  let sum = 0;
  const start = performance.now();
  for (; performance.now() - start < 333; passes++) for (const one of cases) sum += work(one);
  if (sum === 0) throw new Error('Nothing was compared');
  return Math.round((passes * cases.length * 1000) / (performance.now() - start));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
