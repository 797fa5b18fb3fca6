import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plainDate } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import type { Areas, EvaluationOutcome } from '../../../scripts/evaluation.js';
import { readBarcodeWasm } from '../src/node.js';
import { defineAuthenticityPolicy } from '../src/policy.js';
import { findSeals } from '../src/seals/find-seals.js';
import { parseSeal } from '../src/seals/parse-seal.js';
import { verifySeal } from '../src/seals/verify-seal.js';
import { createTrustStore } from '../src/trust/trust-store.js';
import { evaluateForensics } from './evaluate-forensics.js';

const at = plainDate('2026-05-03');
const trust = createTrustStore();
const policy = defineAuthenticityPolicy({ acceptTestAuthority: true });

interface CaseResult {
  readonly name: string;
  readonly right: boolean;
  readonly got: string;
  readonly mutationsAccepted: number;
}

async function statusOf(content: Uint8Array | string): Promise<string> {
  const seal = parseSeal(content);
  if (!seal.ok) return seal.error.code;
  return (await verifySeal(seal.value, { trust, at, policy })).status;
}

const REPLACEMENTS = ['A', 'B', '0', '1', 'a', ' ', '\x1d', '\x1f', '\x00', 'é'];

/** Every character, replaced by several others and by its neighbours in the alphabet, and left out. */
async function acceptedMutations(data: string): Promise<number> {
  let accepted = 0;
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    const others = new Set([
      ...REPLACEMENTS,
      String.fromCharCode(code ^ 1),
      String.fromCharCode(code + 1),
      '',
    ]);
    others.delete(data.charAt(i));
    for (const other of others) {
      const status = await statusOf(data.slice(0, i) + other + data.slice(i + 1));
      if (status === 'verified') accepted++;
    }
  }
  return accepted;
}

interface Vector {
  readonly data: string;
  readonly ok: boolean;
}

async function gradeVectors(file: string, progress: (message: string) => void): Promise<CaseResult[]> {
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];
  const cases: CaseResult[] = [];
  for (const [index, { data, ok }] of vectors.entries()) {
    progress(`vector ${index + 1} of ${vectors.length}`);
    const got = await statusOf(data);
    const mutationsAccepted = ok ? await acceptedMutations(data) : 0;
    cases.push({ name: `vector ${index}`, right: (got === 'verified') === ok, got, mutationsAccepted });
  }
  return cases;
}

/** The label names version and type (`2ddoc_04_type_13`), or `2ddoc_none`. */
async function gradePictures(path: string, progress: (message: string) => void): Promise<CaseResult[]> {
  const labels = JSON.parse(readFileSync(join(path, 'labels.json'), 'utf8')) as {
    seals?: { file: string; doc_type: string }[];
  };
  const wasm = await readBarcodeWasm();
  await using reader = createReader();
  const cases: CaseResult[] = [];
  for (const { file, doc_type: wanted } of labels.seals ?? []) {
    progress(file);
    let got = '2ddoc_none';
    try {
      const opened = await reader.open(readFileSync(join(path, file)));
      if (!opened.ok) throw new Error(opened.error.code);
      using document = opened.value;
      for (const page of document.pages) {
        const raster = await page.readRaster({});
        if (!raster.ok) continue;
        const [first] = await findSeals(raster.value, { wasm });
        if (!first?.seal.ok) continue;
        got = `2ddoc_0${first.seal.value.version}_type_${first.seal.value.documentType}`;
        break;
      }
    } catch (cause) {
      got = `error: ${String(cause)}`;
    }
    cases.push({ name: file, right: got === wanted, got, mutationsAccepted: 0 });
  }
  return cases;
}

async function evaluateSeals(path: string, progress: (message: string) => void): Promise<EvaluationOutcome> {
  const file = statSync(path).isFile() ? path : join(path, 'vectors.json');
  const cases = existsSync(file) ? await gradeVectors(file, progress) : await gradePictures(path, progress);
  const accepted = cases.reduce((sum, one) => sum + one.mutationsAccepted, 0);
  const right = cases.filter((one) => one.right).length;
  return {
    lines: cases.filter((one) => !one.right).map((one) => `wrong: ${one.name}: ${one.got}`),
    figure: `${right}/${cases.length}, mutations accepted ${accepted}`,
    cases,
  };
}

export const areas: Areas = { seals: evaluateSeals, forensics: evaluateForensics };
