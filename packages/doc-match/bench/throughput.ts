// Prints records a second over a batch of different customers, many passes: `node --import tsx --conditions=@dossierkit/source
// bench/throughput.ts [passes]`. After `pnpm build`, without the condition, it measures what is published.
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
const passes = Number(process.argv[2] ?? 200);
const seconds = { plain: [] as number[], rules: [] as number[] };
for (let pass = 0; pass < passes; pass++) {
  seconds.plain.push(timed(({ texts }) => texts.reduce((sum, [a, b]) => sum + distance(a, b), 0)));
  seconds.rules.push(timed(({ fields, record }) => matchRecord(fields, record, options).findings.length));
}
// Other programs of the machine only add time: the fastest pass says what the code costs.
const [plain, rules] = [Math.min(...seconds.plain), Math.min(...seconds.rules)];
const rate = (time: number): number => Math.round(cases.length / time);
console.log(`${cases.length} different records: name, birth date, address and IBAN each; ${passes} passes`);
console.log(`edit distances of the plain texts (baseline): ${rate(plain)} records/s in the fastest pass`);
console.log(
  `matchRecord: ${rate(rules)} records/s in the fastest pass, ${rate(median(seconds.rules))} in the median one`,
);
console.log(`ratio of the fastest: ${(rules / plain).toFixed(1)}`);

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

/** The seconds that one pass over all cases takes. */
function timed(work: (one: Case) => number): number {
  let sum = 0;
  const start = performance.now();
  for (const one of cases) sum += work(one);
  if (sum === 0) throw new Error('Nothing was compared');
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
