import { hash } from 'node:crypto';
import { timestamp } from '@dossierkit/core';
import { test } from 'vitest';
import { type AuditEntry, createEntry, createMerkleTree } from '../src/index.js';
import { nodeDigest } from '../src/node.js';

const at = timestamp('2026-05-04T08:00:00Z');
const facts = {
  check: 'doc-quality',
  version: '1.2.0',
  subject: 'a'.repeat(64),
  verdict: 'accept',
  findings: ['doc-quality/sharp'],
};
const draft = { at, type: 'check', by: { id: 'intake', kind: 'system' }, facts };

test('append an entry', async ({ bench }) => {
  let native: AuditEntry = createEntry('d', draft);
  let portable: AuditEntry = createEntry('d', draft);
  await bench.compare(
    bench('bare JSON.stringify and SHA-256 (baseline)', () => {
      hash('sha256', JSON.stringify(native), 'hex');
    }),
    bench('createEntry with nodeDigest', () => {
      native = createEntry(native, draft, { digest: nodeDigest });
    }),
    bench('createEntry, portable', () => {
      portable = createEntry(portable, draft);
    }),
  );
});

test('inclusion proof among 1,000,000 dossiers', async ({ bench }) => {
  const tree = createMerkleTree({ digest: nodeDigest });
  const leaf = new Uint8Array(100);
  const view = new DataView(leaf.buffer);
  for (let n = 0; n < 1_000_000; n++) {
    view.setUint32(0, n);
    tree.append(leaf);
  }
  const proof = JSON.stringify(
    tree.inclusionProof(123_456).map((bytes) => Buffer.from(bytes).toString('base64')),
  );
  console.log(`proof: ${proof.length} bytes as JSON`);
  await bench('inclusionProof', () => {
    tree.inclusionProof(123_456);
  }).run();
});
