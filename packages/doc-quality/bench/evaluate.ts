// `evaluate quality`: legible originals must pass, and each known defect put on them must be found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timestamp } from '@dossierkit/core';
import type { Areas, EvaluationOutcome } from '../../../scripts/evaluation.js';
import { checkQuality, type PageImage, type QualityFinding } from '../src/index.js';
import { DEFECTS, decode, type Pixels } from './defects.js';
import { renderPdf } from './render-pdf.js';

interface Label {
  readonly file: string;
  readonly usable?: boolean | null;
}

interface Case {
  readonly file: string;
  readonly defect: string;
  readonly right: boolean;
  readonly failed: readonly string[];
  readonly error?: string;
}

const at = timestamp('2026-01-01T00:00:00Z');

const pageOf = ({ data, width, height }: Pixels): PageImage => ({
  raster: { widthPx: width, heightPx: height, channels: 3, data },
  origin: 'picture',
});

/** Codes that speak against using the page: hints aside. */
const failedCodes = (page: PageImage): string[] =>
  checkQuality(page, { at })
    .findings.filter(({ outcome, severity }: QualityFinding) => outcome === 'failed' && severity !== 'info')
    .map(({ code }) => code.replace('doc-quality/', ''));

async function evaluateQuality(
  path: string,
  progress: (message: string) => void,
): Promise<EvaluationOutcome> {
  const labels = JSON.parse(readFileSync(join(path, 'labels.json'), 'utf8')) as Record<string, Label[]>;
  const graded = [...(labels.mrz ?? []), ...(labels.docs ?? [])].filter(
    ({ usable }) => typeof usable === 'boolean',
  );
  const cases: Case[] = [];
  for (const [k, { file, usable }] of graded.entries()) {
    progress(`${k + 1}/${graded.length} ${file}`);
    const run = async (
      defect: string,
      grade: () => Promise<{ failed: string[]; right: boolean }>,
    ): Promise<void> => {
      try {
        cases.push({ file, defect, ...(await grade()) });
      } catch (error) {
        cases.push({ file, defect, right: false, failed: [], error: String(error) });
      }
    };
    let pixels: Pixels | undefined;
    await run('original', async () => {
      pixels = await (file.endsWith('.pdf') ? renderPdf(join(path, file)) : decode(join(path, file)));
      const failed = failedCodes(pageOf(pixels));
      return { failed, right: usable ? failed.length === 0 : failed.length > 0 };
    });
    const original = pixels;
    if (!usable || !original) continue;
    for (const [defect, { put, codes }] of Object.entries(DEFECTS)) {
      await run(defect, async () => {
        const failed = failedCodes(pageOf(await put(original)));
        return { failed, right: failed.some((code) => codes.includes(code)) };
      });
    }
  }
  return summary(cases, graded);
}

function summary(cases: readonly Case[], labels: readonly Label[]): EvaluationOutcome {
  const usable = new Set(labels.filter((label) => label.usable).map(({ file }) => file));
  const originals = cases.filter(({ defect }) => defect === 'original');
  const legible = originals.filter(({ file }) => usable.has(file));
  const alarms = legible.filter(({ right }) => !right);
  const unusable = originals.filter(({ file }) => !usable.has(file));
  const spoilt = cases.filter(({ defect }) => defect !== 'original');
  const share = (part: number, all: number): string => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));
  const lines = [
    ...alarms.map(({ file, failed, error }) => `false alarm: ${file}: ${error ?? failed.join(', ')}`),
    `legible originals ${legible.length}, false alarms ${alarms.length}`,
    `unusable originals ${unusable.length}, flagged ${unusable.filter(({ right }) => right).length}`,
    ...Object.keys(DEFECTS).map((name) => {
      const those = spoilt.filter(({ defect }) => defect === name);
      const missed = those.filter(({ right }) => !right).map(({ file }) => file);
      const misses = missed.length > 0 ? `; missed ${missed.join(', ')}` : '';
      return `${name}: caught ${those.length - missed.length}/${those.length}${misses}`;
    }),
  ];
  const caught = spoilt.filter(({ right }) => right).length;
  return {
    lines,
    figure: `false alarms ${share(alarms.length, legible.length)} %, caught ${share(caught, spoilt.length)} %`,
    cases,
  };
}

export const areas: Areas = { quality: evaluateQuality };
