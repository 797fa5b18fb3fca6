import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { plainDate } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import type { Areas, EvaluationOutcome } from '../../../scripts/evaluation.js';
import { checkMrz } from '../src/check-mrz.js';
import { defineMrzPolicy } from '../src/policy.js';
import { readMrz } from '../src/read-mrz.js';
import { readMrzLine } from '../src/read-mrz-line.js';
import type { MrzReading } from '../src/reading.js';

const at = plainDate('2026-05-03');
/** Whether a document has expired, or is a specimen, says nothing about how it was read. */
const policy = defineMrzPolicy({ specimens: 'accept' });
const BESIDE_THE_POINT = ['mrz-check/expired', 'mrz-check/dates-impossible', 'mrz-check/document-code'];

interface Label {
  readonly file: string;
  readonly mrz_format?: string | null;
  readonly mrz_lines?: readonly string[] | null;
}

interface CaseResult {
  readonly file: string;
  readonly wanted: readonly string[] | null;
  readonly read: readonly string[] | null;
  readonly exact: boolean;
  readonly accepted: boolean;
  readonly ms: number;
  readonly error?: string;
}

/** Grades whole pictures: `labels.json` with `mrz[]`. */
async function evaluateMrz(path: string, progress: (message: string) => void): Promise<EvaluationOutcome> {
  const labels = labelsOf(path, 'mrz');
  await using reader = createReader();
  const cases: CaseResult[] = [];
  for (const label of labels) {
    progress(`${label.file} (${cases.length + 1} of ${labels.length})`);
    cases.push(await gradeMrz(reader, path, label));
  }
  const exact = cases.filter((one) => one.exact).length;
  const wrongValid = cases.filter((one) => one.accepted && !one.exact).length;
  const times = cases.map((one) => one.ms).sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return {
    lines: [
      ...cases
        .filter((one) => !one.exact)
        .map((one) => `not exact: ${one.file}${one.error ? ` (${one.error})` : ''}`),
      ...cases.filter((one) => one.accepted && !one.exact).map((one) => `wrong and accepted: ${one.file}`),
      `accepted: ${cases.filter((one) => one.accepted).length} of ${cases.length}`,
    ],
    figure: `exact ${exact}/${cases.length}, wrong-valid ${wrongValid}, median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
    cases,
  };
}

async function gradeMrz(reader: Reader, path: string, { file, mrz_lines }: Label): Promise<CaseResult> {
  const wanted = mrz_lines ?? null;
  const bytes = readFileSync(join(path, file));
  const start = performance.now();
  try {
    const reading = await readFirst(reader, bytes);
    const ms = performance.now() - start;
    const read = reading?.lines ?? null;
    return {
      file,
      wanted,
      read,
      exact: (read ?? []).join() === (wanted ?? []).join(),
      accepted: isAccepted(reading),
      ms,
    };
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause);
    return { file, wanted, read: null, exact: false, accepted: false, ms: performance.now() - start, error };
  }
}

/** The first zone in a file. */
async function readFirst(reader: Reader, bytes: Uint8Array): Promise<MrzReading | undefined> {
  const opened = await reader.open(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  using document = opened.value;
  for (const page of document.pages) {
    const raster = await page.readRaster({ grey: true, maxSidePx: 2400 });
    if (!raster.ok) throw new Error(raster.error.code);
    const reading = readMrz(raster.value, { at });
    if (reading) return reading;
  }
  return undefined;
}

function isAccepted(reading: MrzReading | undefined): boolean {
  if (!reading) return false;
  const { findings } = checkMrz(reading, { at, policy });
  return findings.every(
    ({ outcome, severity, code }) =>
      outcome === 'passed' || severity === 'info' || BESIDE_THE_POINT.includes(code),
  );
}

/** Grades crops of single lines: `labels.json` with `lines[]`. */
async function evaluateLines(path: string, progress: (message: string) => void): Promise<EvaluationOutcome> {
  const labels = labelsOf(path, 'lines');
  await using reader = createReader();
  const cases: { file: string; wanted: string; read: string; wrong: number }[] = [];
  for (const { file, mrz_lines } of labels) {
    progress(`${file} (${cases.length + 1} of ${labels.length})`);
    const wanted = mrz_lines?.[0] ?? '';
    const read = await readLineOf(reader, readFileSync(join(path, file)));
    cases.push({ file, wanted, read, wrong: distance(wanted, read) });
  }
  const wrong = cases.reduce((sum, one) => sum + one.wrong, 0);
  const total = cases.reduce((sum, one) => sum + one.wanted.length, 0);
  return {
    lines: cases
      .filter((one) => one.wrong > 0)
      .map((one) => `${one.file}: ${one.wanted} was read ${one.read}`),
    figure: `characters wrong ${wrong}/${total}`,
    cases,
  };
}

async function readLineOf(reader: Reader, bytes: Uint8Array): Promise<string> {
  const opened = await reader.open(bytes);
  if (!opened.ok) return '';
  using document = opened.value;
  const raster = await document.pages[0]?.readRaster({ grey: true });
  return raster?.ok ? (readMrzLine(raster.value)?.text ?? '') : '';
}

/** Insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

function labelsOf(path: string, key: 'mrz' | 'lines'): readonly Label[] {
  const labels = JSON.parse(readFileSync(join(path, 'labels.json'), 'utf8')) as Record<
    string,
    Label[] | undefined
  >;
  return labels[key] ?? [];
}

export const areas: Areas = { mrz: evaluateMrz, 'mrz-lines': evaluateLines };
