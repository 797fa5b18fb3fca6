import { timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, expect } from 'vitest';
import {
  type AuditEntry,
  checkBundle,
  checkChain,
  createAuditTrail,
  createEntry,
  generateSigner,
} from './index.js';

const at = timestamp('2026-05-04T08:00:00Z');
let file = '';
let verifier = '';

beforeAll(async () => {
  const signer = await generateSigner('t');
  const trail = createAuditTrail({ origin: 't', signer });
  for (let n = 0; n < 6; n++) trail.append(`d${n % 2}`, { at, type: 'check', facts: { n } });
  await trail.checkpoint({ at });
  file = await trail.exportBundle({ at });
  ({ verifier } = signer);
});

test.prop([fc.nat(), fc.integer({ min: 1, max: 127 })], { numRuns: 400 })(
  'no byte of a bundle can be changed unnoticed',
  async (place, by) => {
    const index = place % file.length;
    const other = String.fromCharCode((file.charCodeAt(index) + by) % 128);
    fc.pre(other !== file[index]);
    const changed = file.slice(0, index) + other + file.slice(index + 1);
    expect((await checkBundle(changed, { at, verifiers: [verifier] })).verdict).toBe('reject');
  },
  60_000,
);

const chain = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 2, maxLength: 12 }).map((facts) => {
  const entries: AuditEntry[] = [];
  for (const fact of facts)
    entries.push(createEntry(entries.at(-1) ?? 'd', { at, type: 't', facts: { fact: fact as never } }));
  return entries;
});
const faultsOf = (entries: readonly AuditEntry[], length: number) =>
  checkChain('d', entries, { length })
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ code, params }) => `${code.split('/')[1]} ${(params as { sequence: number }).sequence}`);

test.prop([chain])('a whole chain holds', (entries) => {
  expect(faultsOf(JSON.parse(JSON.stringify(entries)), entries.length)).toEqual([]);
});

test.prop([chain, fc.nat(), fc.constantFrom('at', 'type', 'facts', 'hash', 'previous')])(
  'a change in any part of an entry is named',
  (entries, pick, part) => {
    const sequence = (pick % entries.length) + 1;
    const others = {
      at: timestamp('2027-01-01T00:00:00Z'),
      type: 'other',
      facts: { fact: 'forged' },
      hash: 'f'.repeat(64),
      previous: 'e'.repeat(64),
    };
    const changed = entries.map((entry) =>
      entry.sequence === sequence ? { ...entry, [part]: others[part] } : entry,
    );
    expect(faultsOf(changed as AuditEntry[], entries.length)).toContain(`entry-changed ${sequence}`);
  },
);

test.prop([chain, fc.nat()])('a removed entry is named', (entries, pick) => {
  const sequence = (pick % entries.length) + 1;
  const left = entries.filter((entry) => entry.sequence !== sequence);
  expect(faultsOf(left, entries.length)).toContain(`entry-missing ${sequence}`);
});

test.prop([chain, fc.nat(), fc.nat()])(
  'a repeated entry is named, wherever it is put',
  (entries, pick, place) => {
    const entry = entries[pick % entries.length] as AuditEntry;
    const more = entries.toSpliced(place % (entries.length + 1), 0, entry);
    expect(faultsOf(more, entries.length)).toContain(`entry-added ${entry.sequence}`);
  },
);

test.prop([chain, fc.nat(), fc.nat()])('two entries that changed places are named', (entries, a, b) => {
  const [i, j] = [a % entries.length, b % entries.length];
  fc.pre(i !== j);
  const swapped = entries.with(i, entries[j] as AuditEntry).with(j, entries[i] as AuditEntry);
  expect(faultsOf(swapped, entries.length).some((fault) => fault.startsWith('entry-reordered'))).toBe(true);
});

test.prop([chain, fc.nat()])('an entry replaced by a well-made other one is named', (entries, pick) => {
  const at0 = pick % (entries.length - 1);
  const before = entries[at0 - 1];
  const forged = createEntry(before ?? 'd', { at, type: 'forged', facts: {} });
  expect(faultsOf(entries.with(at0, forged), entries.length)).toContain(`link-broken ${at0 + 2}`);
});
