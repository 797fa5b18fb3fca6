import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timestamp } from '@dossierkit/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuditTrail, generateSigner } from '../src/index.js';
import { createFileAnchor, nodeDigest } from '../src/node.js';

const at = timestamp('2026-05-04T08:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'audit-trail-'));
const bundle = join(folder, 'bundle');
const witness = join(folder, 'witness.txt');
let verifier = '';

beforeAll(async () => {
  const signer = await generateSigner('t.example');
  ({ verifier } = signer);
  const trail = createAuditTrail({ origin: 't.example', signer, digest: nodeDigest });
  trail.append('d1', { at, type: 'check', facts: { n: 1 } });
  await trail.checkpoint({
    at,
    anchors: [createFileAnchor(witness), createFileAnchor(join(folder, 'no/such/folder'))],
  });
  writeFileSync(bundle, await trail.exportBundle({ at }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', '--conditions=@dossierkit/source', bin, ...args], {
    encoding: 'utf8',
  });

it('verifies a bundle, says what is anchored, and draws it', () => {
  const html = join(folder, 'timeline.html');
  const { status, stdout } = run('verify', bundle, '--key', verifier, '--witness', witness, '--html', html);
  expect(stdout).toBe('d1: 1–1 anchored\naccept: 1 entries, 1 dossiers, 1 checkpoints\n');
  expect(status).toBe(0);
  expect(readFileSync(html, 'utf8')).toContain('d1');
  expect(run('verify', bundle, '--key', verifier).stdout).toContain('d1: 1–1 signed\n');
  expect(readFileSync(witness, 'utf8')).toContain('t.example\n1\n');
});

it('names what was changed, in the reader’s language, and ends with 2', () => {
  const changed = join(folder, 'changed');
  writeFileSync(changed, readFileSync(bundle, 'utf8').replace('"n":1', '"n":2'));
  const { status, stdout } = run('verify', changed, '--key', verifier, '--locale', 'fr');
  expect(stdout).toContain('d1 : l’écriture 1 a été modifiée après son enregistrement.');
  expect(status).toBe(2);
});

it('explains itself', () => {
  expect(run('--help').stdout).toContain('usage: audit-trail verify');
  expect(run('verify').status).toBe(64);
  expect(run('verify', join(folder, 'nothing')).status).toBe(2);
  expect(run('verify', bundle, '--authority', witness).stderr).toContain('authority-invalid');
});
