// Draws docs/calibration.svg from a folder of results of scripts/nightly.ts that were not used for calibration: how often characters were wrong, by how often they
// were said to be.
//   node --conditions=@dossierkit/source --import tsx packages/mrz-check/scripts/draw-calibration.ts <folder>
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confidenceOf } from '../src/internal/confidence.js';
import { resultsIn, type ZoneResult } from './results.js';

interface Group {
  readonly said: number;
  readonly wrong: number;
  readonly seen: number;
}

const WIDTH = 640;
const HEIGHT = 500;
const LEFT = 90;
const TOP = 60;
const SIDE = 380;
/** The axes run from 10⁻⁵ to 1. */
const DECADES = 5;
const STEPS_A_DECADE = 2;

/** Characters with about the same risk by today's table. */
function groupsOf(zones: readonly ZoneResult[]): Group[] {
  const groups = new Map<number, { said: number; wrong: number; seen: number }>();
  for (const zone of zones) {
    for (const [support, margin, right] of zone.characters) {
      const risk = 1 - confidenceOf(margin, support);
      const key = Math.round(Math.log10(risk) * STEPS_A_DECADE);
      const group = groups.get(key) ?? { said: 0, wrong: 0, seen: 0 };
      groups.set(key, { said: group.said + risk, wrong: group.wrong + 1 - right, seen: group.seen + 1 });
    }
  }
  return [...groups.values()]
    .filter(({ seen }) => seen >= 20)
    .map((group) => ({ ...group, said: group.said / group.seen }));
}

const along = (share: number): number =>
  LEFT + (SIDE * (Math.log10(Math.max(share, 1e-5)) + DECADES)) / DECADES;
const up = (share: number): number => TOP + SIDE - (along(share) - LEFT);

/** Wilson's interval of 95 %. */
function interval({ wrong, seen }: Group): [number, number] {
  const z = 1.96;
  const p = wrong / seen;
  const middle = (p + z ** 2 / (2 * seen)) / (1 + z ** 2 / seen);
  const half = (z / (1 + z ** 2 / seen)) * Math.sqrt((p * (1 - p)) / seen + z ** 2 / (4 * seen ** 2));
  return [Math.max(1e-5, middle - half), middle + half];
}

function pointOf(group: Group): string {
  const [low, high] = interval(group);
  const x = along(group.said).toFixed(1);
  const share = group.wrong / group.seen;
  const bar = `<path d="M${x} ${up(low).toFixed(1)}V${up(high).toFixed(1)}" stroke="#175cd3" stroke-width="1.5"/>`;
  const dot =
    group.wrong === 0
      ? `<path d="M${x} ${up(high).toFixed(1)}m-5 0h10" stroke="#175cd3" stroke-width="1.5"/>`
      : `<circle cx="${x}" cy="${up(share).toFixed(1)}" r="4.5" fill="#175cd3"/>`;
  const count = `<text x="${x}" y="${(up(high) - 6).toFixed(1)}" font-size="10" fill="#555" text-anchor="middle">${group.wrong}/${group.seen}</text>`;
  return bar + dot + count;
}

function axes(): string {
  const superscripts = ['10⁻⁵', '10⁻⁴', '10⁻³', '1 %', '10 %', '1'];
  return superscripts
    .map((name, i) => {
      const share = 10 ** (i - DECADES);
      const [x, y] = [along(share).toFixed(1), up(share).toFixed(1)];
      return `<path d="M${x} ${TOP}V${TOP + SIDE}M${LEFT} ${y}H${LEFT + SIDE}" stroke="#e4e4e7"/><text x="${x}" y="${TOP + SIDE + 18}" text-anchor="middle">${name}</text><text x="${LEFT - 8}" y="${Number(y) + 4}" text-anchor="end">${name}</text>`;
    })
    .join('');
}

function draw(zones: readonly ZoneResult[]): string {
  const groups = groupsOf(zones);
  const characters = zones.reduce((sum, zone) => sum + zone.characters.length, 0);
  const wrong = groups.reduce((sum, group) => sum + group.wrong, 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">
<title>Wrong characters: how many were said to be, how many were</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="24" font-size="14" font-weight="bold">Wrong characters: how many were said to be, how many were</text>
<text x="${LEFT}" y="44" fill="#555">${characters.toLocaleString('en')} characters of ${zones.length.toLocaleString('en')} consistent made-up zones that were not used for calibration</text>
${axes()}
<path d="M${along(1e-5)} ${up(1e-5)}L${along(1)} ${up(1)}" stroke="#999" stroke-dasharray="5 4"/>
${groups.map(pointOf).join('\n')}
<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 40}" text-anchor="middle">said: 1 − confidence</text>
<text transform="translate(28 ${TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">came true: share of wrong characters</text>
<g fill="#555" font-size="11"><text x="${LEFT + SIDE + 14}" y="${TOP + 16}">points: wrong / seen</text><text x="${LEFT + SIDE + 14}" y="${TOP + 34}">bars: 95 % interval</text><text x="${LEFT + SIDE + 14}" y="${TOP + 52}">bar alone: none wrong</text><text x="${LEFT + SIDE + 14}" y="${TOP + 70}">${wrong} wrong in all</text></g>
</svg>
`;
}

// What is not consistent is never accepted, whatever its characters' confidence.
const consistent = resultsIn<ZoneResult>(process.argv[2] ?? '.', 'zones').filter(({ valid }) => valid);
const docs = join(dirname(fileURLToPath(import.meta.url)), '../docs');
mkdirSync(docs, { recursive: true });
writeFileSync(join(docs, 'calibration.svg'), draw(consistent));
