// Makes src/generated/calibration.ts from a folder of results of scripts/nightly.ts: how often characters were wrong, by margin.
//   node --conditions=@dossierkit/source --import tsx packages/mrz-check/scripts/calibrate.ts <folder>
// Prints how the confidences of today agree with what came true.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confidenceOf, MARGIN_STEP } from '../src/internal/confidence.js';
import { resultsIn, type ZoneResult } from './results.js';
import { binsOf, measureRisks, SUPPORTS } from './risks.js';

function main(folder: string): void {
  const zones = resultsIn<ZoneResult>(folder, 'zones');
  const risks = measureRisks(zones);
  const tables = SUPPORTS.map((kind) => {
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
    return `  ${kind}: [${risks[kind]
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

main(process.argv[2] ?? '.');
