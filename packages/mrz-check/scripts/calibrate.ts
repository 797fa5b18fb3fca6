// Makes src/generated/calibration.ts from a folder of results of scripts/nightly.ts: how often characters were wrong, by margin.
//   node --conditions=@dossierkit/source --import tsx packages/mrz-check/scripts/calibrate.ts <folder>
// Prints how the confidences of today agree with what came true.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confidenceOf, MARGIN_STEP, MARGIN_STEPS, type Support } from '../src/internal/confidence.js';
import { resultsIn, type ZoneResult } from './results.js';

interface Bin {
  readonly seen: number;
  readonly wrong: number;
}

const KINDS: readonly Support[] = ['unchecked', 'alone', 'vouched', 'repaired'];

function main(folder: string): void {
  const zones = resultsIn<ZoneResult>(folder, 'zones');
  const tables = KINDS.map((kind) => {
    const bins = binsOf(zones, kind);
    console.log(`\n${kind}\nmargin  characters  wrong  share wrong  today's table says`);
    bins.forEach(({ seen, wrong }, step) => {
      const margin = (step + 0.5) * MARGIN_STEP;
      const share = seen === 0 ? '' : (wrong / seen).toFixed(5);
      const said = (1 - confidenceOf(margin, kind)).toFixed(5);
      console.log(
        `${margin.toFixed(2).padStart(6)}  ${String(seen).padStart(10)}  ${String(wrong).padStart(5)}  ${share.padStart(11)}  ${said.padStart(10)}`,
      );
    });
    return `  ${kind}: [${risksOf(bins)
      .map((risk) => risk.toPrecision(3))
      .map(Number)
      .join(', ')}],\n`;
  });
  const seen = zones.reduce((sum, zone) => sum + zone.characters.length, 0);
  const file = join(dirname(fileURLToPath(import.meta.url)), '../src/generated/calibration.ts');
  writeFileSync(
    file,
    `// Made by scripts/calibrate.ts from ${zones.length} zones of scripts/nightly.ts (${seen} characters, seeds ${zones[0]?.seed} and up).\n` +
      `import type { Support } from '../internal/confidence.js';\n\n` +
      `/** How often a character was wrong, by its margin in steps, for each kind of support. */\n` +
      `export const RISKS: Readonly<Record<Support, readonly number[]>> = {\n${tables.join('')}};\n`,
  );
}

function binsOf(zones: readonly ZoneResult[], kind: Support): Bin[] {
  const bins = Array.from({ length: MARGIN_STEPS }, () => ({ seen: 0, wrong: 0 }));
  for (const { characters } of zones) {
    for (const [support, margin, right] of characters) {
      if (support !== kind) continue;
      const bin = bins[Math.min(MARGIN_STEPS - 1, Math.max(0, Math.floor(margin / MARGIN_STEP)))];
      if (!bin) continue;
      bin.seen++;
      if (right === 0) bin.wrong++;
    }
  }
  return bins;
}

/**
 * Risks that never grow with the margin: neighbours that do are pooled. Half a wrong character is added to each pool, so
 * that nothing is certain because it was rarely seen.
 */
function risksOf(bins: readonly Bin[]): number[] {
  const pools: { seen: number; wrong: number; width: number }[] = [];
  for (const { seen, wrong } of bins) {
    pools.push({ seen, wrong, width: 1 });
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last && before && riskOf(last) >= riskOf(before);
      last = pools.at(-1), before = pools.at(-2)
    ) {
      pools.splice(-2, 2, {
        seen: before.seen + last.seen,
        wrong: before.wrong + last.wrong,
        width: before.width + last.width,
      });
    }
  }
  return pools.flatMap((pool) => Array<number>(pool.width).fill(riskOf(pool)));
}

const riskOf = ({ seen, wrong }: Bin): number => Math.min(0.5, (wrong + 0.5) / (seen + 1));

main(process.argv[2] ?? '.');
