// Draws docs/curves.svg: how many spoilt pages each limit catches, against how many good ones it refuses.
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-quality/scripts/draw-curves.ts
//
// Good: scans and photos of specimens that nothing was tuned on (seeds 301 and up), as they are. Spoilt: the same with one
// defect of a strength that a reader notices.
import { writeFileSync } from 'node:fs';
import { listKinds, renderSpecimen } from '@dossierkit/specimens';
import { DEFECTS, decode, type Pixels } from '../bench/defects.js';
import { measureQuality, type QualityMeasures } from '../src/index.js';

const SEEDS = Number(process.argv[2] ?? 1);

interface Curve {
  readonly name: string;
  readonly defect: string;
  readonly colour: string;
  /** Higher is worse. */
  readonly badness: (measures: QualityMeasures) => number;
  readonly limit: number;
}

const CURVES: readonly Curve[] = [
  {
    name: 'blur (Gaussian, 0.2 % of the width)',
    defect: 'blur 0.2 %',
    colour: '#175cd3',
    badness: ({ blur }) => (blur ? Math.max(blur.along, blur.across) : 0),
    limit: 0.00133,
  },
  {
    name: 'contrast (15 % left)',
    defect: 'contrast 15 %',
    colour: '#b54708',
    badness: ({ contrast }) => 1 - (contrast ?? 0),
    limit: 0.7,
  },
  {
    name: 'compression (JPEG quality 8)',
    defect: 'jpeg quality 8',
    colour: '#067647',
    badness: ({ blockiness }) => blockiness ?? 0,
    limit: 1.15,
  },
];

const measure = ({ data, width, height }: Pixels): QualityMeasures =>
  measureQuality({ raster: { widthPx: width, heightPx: height, channels: 3, data }, origin: 'picture' });

const good: QualityMeasures[] = [];
const spoilt = CURVES.map((): QualityMeasures[] => []);
for (let seed = 301; seed < 301 + SEEDS; seed++) {
  for (const kind of listKinds().filter((name) => name !== 'blank')) {
    for (const medium of ['scan', 'photo'] as const) {
      const pixels = await decode(
        Buffer.from((await renderSpecimen(kind, { seed, medium, widthPx: 1200 })).bytes),
      );
      good.push(measure(pixels));
      for (const [k, { defect }] of CURVES.entries()) {
        const put = DEFECTS[defect]?.put;
        if (put) spoilt[k]?.push(measure(await put(pixels)));
      }
    }
  }
}

const SIZE = 420;
const LEFT = 60;
const TOP = 20;
// Both axes from 0 to 1, stretched near the corner that matters: the square root of the share that goes wrong.
const x = (falseAlarms: number): number => LEFT + Math.sqrt(falseAlarms) * SIZE;
const y = (caught: number): number => TOP + Math.sqrt(1 - caught) * SIZE;
const share = (values: readonly number[], limit: number): number =>
  values.filter((value) => value > limit).length / values.length;

const parts: string[] = [];
for (const tick of [0, 0.01, 0.03, 0.1, 0.25, 0.5, 1]) {
  const label = `${Math.round(tick * 100)} %`;
  parts.push(
    `<path d="M${x(tick)} ${TOP}V${TOP + SIZE}M${LEFT} ${y(1 - tick)}H${LEFT + SIZE}" stroke="#ddd"/>`,
    `<text x="${x(tick)}" y="${TOP + SIZE + 18}" text-anchor="middle">${label}</text>`,
    `<text x="${LEFT - 8}" y="${y(1 - tick) + 4}" text-anchor="end">${Math.round((1 - tick) * 100)} %</text>`,
  );
}
CURVES.forEach(({ name, colour, badness, limit }, k) => {
  const fine = good.map(badness);
  const bad = (spoilt[k] ?? []).map(badness);
  const limits = [...new Set([...fine, ...bad, -1])].sort((a, b) => a - b);
  const points = limits.map((at) => `${x(share(fine, at)).toFixed(1)},${y(share(bad, at)).toFixed(1)}`);
  const chosen = { alarms: share(fine, limit), caught: share(bad, limit) };
  console.log(
    `${name}: false alarms ${(100 * chosen.alarms).toFixed(1)} %, caught ${(100 * chosen.caught).toFixed(1)} % of ${bad.length}`,
  );
  parts.push(
    `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-opacity="0.8"/>`,
    `<circle cx="${x(chosen.alarms)}" cy="${y(chosen.caught)}" r="${9 - 2 * k}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    `<text x="${LEFT + SIZE - 270}" y="${TOP + SIZE - 60 + 20 * k}" fill="${colour}">● ${name}</text>`,
  );
});
writeFileSync(
  new URL('../docs/curves.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 500" font-family="system-ui, sans-serif" font-size="12"><title>Spoilt pages caught against good pages refused, for blur, contrast and compression</title><rect width="520" height="500" fill="#fff"/>${parts.join('')}<text x="${LEFT + SIZE / 2}" y="${TOP + SIZE + 42}" text-anchor="middle">good pages refused</text><text transform="rotate(-90 14 230)" x="14" y="230" text-anchor="middle">spoilt pages caught</text></svg>\n`,
);
console.log(`${good.length} good pages; wrote docs/curves.svg`);
