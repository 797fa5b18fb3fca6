// `evaluate quality`: legible originals must pass, and each known defect put on them must be found. Folders of
// scripts/render-split.ts also hold pictures with defects of their own, and say where the page's corners are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Areas, EvaluationOutcome } from '../../../scripts/evaluation.js';
import { DEFECTS, decode, type Pixels } from './defects.js';
import { type Case, grade, type Labels } from './grade.js';
import { renderPdf } from './render-pdf.js';

type Progress = (message: string) => void;

async function evaluateQuality(path: string, progress: Progress): Promise<EvaluationOutcome> {
  const labels = JSON.parse(readFileSync(join(path, 'labels.json'), 'utf8')) as Labels;
  const docs = [...(labels.mrz ?? []), ...(labels.docs ?? [])].filter(
    ({ usable }) => typeof usable === 'boolean',
  );
  const cases: Case[] = [];
  const read = (file: string): Promise<Pixels> =>
    file.endsWith('.pdf') ? renderPdf(join(path, file)) : decode(join(path, file));
  for (const [k, { file, usable, corners }] of docs.entries()) {
    progress(`${k + 1}/${docs.length} ${file}`);
    const original = read(file);
    cases.push(await grade(file, usable ? 'original' : 'unusable', original, { corners }));
    if (!usable) continue;
    for (const [defect, { put, codes, quarterTurns }] of Object.entries(DEFECTS)) {
      cases.push(await grade(file, defect, original.then(put), { codes, quarterTurns }));
    }
  }
  for (const [k, { file, defect, ...truth }] of (labels.spoilt ?? []).entries()) {
    progress(`${k + 1}/${labels.spoilt?.length} ${file}`);
    cases.push(await grade(file, defect, read(file), truth));
  }
  return summary(cases);
}

const share = (part: number, all: number): string => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));

function summary(cases: readonly Case[]): EvaluationOutcome {
  const originals = cases.filter(({ defect }) => defect === 'original');
  const alarms = originals.filter(({ right }) => !right);
  const unusable = cases.filter(({ defect }) => defect === 'unusable');
  const spoilt = cases.filter(({ defect }) => defect !== 'original' && defect !== 'unusable');
  const caught = spoilt.filter(({ right }) => right).length;
  const lines = [
    ...alarms.map(({ file, failed, error }) => `false alarm: ${file}: ${error ?? failed.join(', ')}`),
    `legible originals ${originals.length}, false alarms ${alarms.length}`,
    `unusable originals ${unusable.length}, flagged ${unusable.filter(({ right }) => right).length}`,
    ...[...new Set(spoilt.map(({ defect }) => defect))].map((name) => lineOf(name, spoilt)),
    ...cornersLine(cases),
    ...turnLine(cases),
  ];
  const figure = `false alarms ${share(alarms.length, originals.length)} %, caught ${share(caught, spoilt.length)} %`;
  return { lines, figure, cases };
}

function lineOf(name: string, spoilt: readonly Case[]): string {
  const those = spoilt.filter(({ defect }) => defect === name);
  const missed = those.filter(({ right }) => !right).map(({ file }) => file);
  const misses = missed.length > 0 ? `; missed ${missed.join(', ')}` : '';
  return `${name}: caught ${those.length - missed.length}/${those.length}${misses}`;
}

/** Corners further off than this part of the diagonal are wrong. */
const NEAR = 0.015;

function cornersLine(cases: readonly Case[]): string[] {
  const known = cases.filter(({ cornersOff }) => cornersOff !== undefined);
  const off = known.filter(({ cornersOff = 0 }) => cornersOff > NEAR);
  if (known.length === 0) return [];
  const names = off.map(({ file, cornersOff = 0 }) => `${file} ${share(cornersOff, 1)} %`).join(', ');
  const near = `corners within ${share(NEAR, 1)} % of the diagonal: ${known.length - off.length}/${known.length}`;
  return [off.length === 0 ? near : `${near}; off: ${names}`];
}

function turnLine(cases: readonly Case[]): string[] {
  const asked = cases.filter(({ turn }) => turn !== undefined);
  if (asked.length === 0) return [];
  const names = (answer: string): string =>
    asked
      .filter(({ turn }) => turn === answer)
      .map(({ file }) => ` ${file}`)
      .join(',');
  const right = asked.filter(({ turn }) => turn === 'right').length;
  return [`orientation right ${right}/${asked.length}; wrong:${names('wrong')}; unsure:${names('unsure')}`];
}

export const areas: Areas = { quality: evaluateQuality };
