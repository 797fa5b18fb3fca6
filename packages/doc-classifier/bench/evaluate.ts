import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { digestBytes, timestamp } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import type { Areas, EvaluationOutcome } from '../../../scripts/evaluation.js';
import { type Classification, classifyDocument } from '../src/index.js';
import { kindsOfLabel } from './label-kinds.js';

interface Label {
  readonly file: string;
  readonly doc_type?: string | null;
}

interface Case {
  readonly file: string;
  readonly label: string;
  readonly wanted: readonly string[];
  readonly found: string;
  readonly probability: number;
  readonly right: boolean;
  readonly confidentlyWrong: boolean;
  readonly evidence: readonly string[];
  readonly fields: readonly string[];
  readonly ms: number;
}

/** Grades the kind that the classifier gives to labelled files. Time is from bytes to answer. */
export const areas: Areas = { classify: gradeKinds };

async function gradeKinds(path: string, progress: (message: string) => void): Promise<EvaluationOutcome> {
  const { docs = [] } = JSON.parse(readFileSync(join(path, 'labels.json'), 'utf8')) as {
    docs?: readonly Label[];
  };
  const graded = docs.filter((label) => typeof label.doc_type === 'string' && label.doc_type !== '');
  await using reader = createReader({ ocrWorkers: 1 });
  const cases: Case[] = [];
  for (const [at, label] of graded.entries()) {
    progress(`${at + 1}/${graded.length} ${label.file}`);
    cases.push(await grade(reader, path, label));
  }
  const right = cases.filter((item) => item.right).length;
  const wrong = cases.filter((item) => item.confidentlyWrong).length;
  const times = cases.map((item) => item.ms).sort((a, b) => a - b);
  const misses = cases.filter((item) => !item.right);
  const lines = [
    ...misses.map(
      (item) =>
        `${item.file} (${item.label}): ${item.found} ${item.probability}, wanted ${item.wanted.join(' or ')}`,
    ),
    `not graded, no label: ${docs.length - graded.length}`,
    `labels that no kind of the project answers to (must be unknown): ${[...new Set(cases.filter((item) => item.wanted[0] === 'unknown').map((item) => item.label))].join(', ') || 'none'}`,
  ];
  const median = Math.round(times[times.length >> 1] ?? 0);
  return {
    lines,
    figure: `right ${right}/${cases.length}, confidently wrong ${wrong}, median ${median} ms`,
    cases,
  };
}

async function grade(reader: Reader, path: string, { file, doc_type: label = '' }: Label): Promise<Case> {
  const wanted = kindsOfLabel(label ?? '');
  const start = performance.now();
  let value: Classification | undefined;
  try {
    const bytes = readFileSync(join(path, file));
    const opened = await reader.open(bytes, { name: `file${extname(file)}` });
    if (opened.ok) {
      const subject = await digestBytes(bytes);
      value = (await classifyDocument(opened.value, { subject, at: timestamp('2026-06-01T10:00:00Z') }))
        .value;
      opened.value.close();
    }
  } catch {
    // A crash is this case's failure.
  }
  const found = value ? (value.confident ? value.kind : 'unknown') : 'crashed';
  const right = wanted.includes(found);
  return {
    file,
    label: label ?? '',
    wanted,
    found,
    probability: value?.probability ?? 0,
    right,
    confidentlyWrong: !right && value?.confident === true,
    evidence: value?.evidence.map(({ text, weight, by }) => `${text} ${weight} ${by}`) ?? [],
    fields: value?.fields.map((field) => `${field.name}: ${JSON.stringify(field.value)}`) ?? [],
    ms: performance.now() - start,
  };
}
