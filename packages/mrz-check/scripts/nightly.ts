// Reads thousands of made-up zones with every kind of damage, and pages without a zone, and counts what went wrong.
//   node --conditions=@dossierkit/source --import tsx packages/mrz-check/scripts/nightly.ts zones <folder> [from] [count]
//   node --conditions=@dossierkit/source --import tsx packages/mrz-check/scripts/nightly.ts pages <folder> [from] [count]
//   node --conditions=@dossierkit/source --import tsx packages/mrz-check/scripts/nightly.ts summary <folder>
// Every number has its own seed, so that pieces may run one after the other, or beside each other, into the same folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_KINDS } from './draw-page.js';
import { DAMAGES } from './draw-zone.js';
import { type PageResult, resultsIn, type ZoneResult } from './results.js';
import { isAcceptedToday } from './risks.js';
import { tryPage, tryZone } from './try-reader.js';
import { fontFile, sharpWithFonts } from './with-fonts.js';

async function run(what: string, folder: string, from: number, count: number): Promise<void> {
  const sharp = await sharpWithFonts(fontFile('ocr-b.otf'), fontFile('open-sans.ttf'));
  const results: (ZoneResult | PageResult)[] = [];
  // Pages share what was rendered for the one before; zones are drawn while others are read.
  const beside = what === 'zones' ? 6 : 1;
  const attempt = what === 'zones' ? tryZone : tryPage;
  for (let seed = from; seed < from + count; seed += beside) {
    const seeds = Array.from({ length: Math.min(beside, from + count - seed) }, (_, i) => seed + i);
    results.push(...(await Promise.all(seeds.map((one) => attempt(sharp, one)))));
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${what}-${from}.json`), JSON.stringify(results));
}

function summarise(folder: string): void {
  const zones = resultsIn<ZoneResult>(folder, 'zones');
  const row = (name: string, of: readonly ZoneResult[]): void => {
    const count = (test: (one: ZoneResult) => boolean): number => of.filter(test).length;
    const exact = count(({ outcome }) => outcome === 'exact');
    const share = (n: number): string => `${((100 * n) / Math.max(1, of.length)).toFixed(1)} %`.padStart(8);
    console.log(
      `${name.padEnd(18)}${String(of.length).padStart(6)}  exact ${share(exact)}  accepted ${share(count(isAcceptedToday))}  ` +
        `not found ${count(({ outcome }) => outcome === 'none')}  valid but wrong ${count((one) => one.valid && one.outcome === 'wrong')}  ` +
        `wrong and accepted ${count((one) => isAcceptedToday(one) && one.outcome === 'wrong')}`,
    );
  };
  for (const damage of DAMAGES)
    row(
      damage,
      zones.filter((zone) => zone.damage === damage),
    );
  row('all', zones);
  const pages = resultsIn<PageResult>(folder, 'pages');
  const times = pages.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(
    `pages without a zone: ${pages.length} of ${PAGE_KINDS.length} kinds, zones found ${pages.filter((page) => page.found).length}, ` +
      `accepted ${pages.filter((page) => page.accepted).length}, median ${Math.round(times[times.length >> 1] ?? 0)} ms`,
  );
}

const [what, folder, from = '0', count = '500'] = process.argv.slice(2);
if (folder && (what === 'zones' || what === 'pages')) await run(what, folder, Number(from), Number(count));
else if (folder && what === 'summary') summarise(folder);
