import type { SimulationResult } from './simulate-policy.js';

const COLOURS = ['#1d6fa5', '#c2571a', '#3f8f4f', '#7b4fa3', '#a3203d', '#5a6470'];
const WIDTH = 760;
const HEIGHT = 360;
const LEFT = 56;
const TOP = 24;
const RIGHT = 170;
const BOTTOM = 44;

/** Words of the drawing; English where absent. */
export interface ComparisonWords {
  readonly cured: string;
  readonly day: string;
}

/** The share of cured cases over the days, one line a policy, as an SVG image. */
export function drawComparison(
  results: readonly SimulationResult[],
  words: ComparisonWords = { cured: 'Settled or completed', day: 'Day' },
): string {
  const days = Math.max(1, ...results.map(({ curedByDay }) => curedByDay.length));
  const highest = Math.max(0.1, ...results.map(shareCured));
  const top = Math.min(1, Math.ceil(highest * 10) / 10);
  const x = (day: number): number => LEFT + (day / Math.max(1, days - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (share: number): number => HEIGHT - BOTTOM - (share / top) * (HEIGHT - TOP - BOTTOM);
  const parts = [...grid(top, days, x, y, words), ...results.flatMap((result, at) => line(result, at, x, y))];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13">${parts.join('')}</svg>`;
}

function shareCured({ cured, cases }: SimulationResult): number {
  return cases === 0 ? 0 : cured / cases;
}

function grid(
  top: number,
  days: number,
  x: (day: number) => number,
  y: (share: number) => number,
  words: ComparisonWords,
): string[] {
  const parts: string[] = [`<text x="${LEFT}" y="15" font-weight="600">${escapeXml(words.cured)}</text>`];
  const rows = Math.round(top * 10);
  for (let row = 0; row <= rows; row += rows > 5 ? 2 : 1) {
    const at = y(row / 10).toFixed(1);
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#8884"/>`,
      `<text x="${LEFT - 8}" y="${at}" text-anchor="end" dominant-baseline="middle" fill="#666">${row * 10} %</text>`,
    );
  }
  for (let day = 0; day < days; day += days > 60 ? 15 : 7) {
    parts.push(
      `<text x="${x(day).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" fill="#666">${day}</text>`,
    );
  }
  parts.push(
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end" fill="#666">${escapeXml(words.day)}</text>`,
  );
  return parts;
}

function line(
  result: SimulationResult,
  index: number,
  x: (day: number) => number,
  y: (share: number) => number,
): string[] {
  const colour = COLOURS[index % COLOURS.length] as string;
  const dash = index % 2 === 1 ? ' stroke-dasharray="7 4"' : '';
  const points = result.curedByDay
    .map(
      (cured, day) => `${x(day).toFixed(1)},${y(result.cases === 0 ? 0 : cured / result.cases).toFixed(1)}`,
    )
    .join(' ');
  const label = `${result.policy}: ${Math.round(shareCured(result) * 100)} %`;
  const legend = TOP + 14 + index * 24;
  return [
    `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2.5"${dash}/>`,
    `<line x1="${WIDTH - RIGHT + 14}" x2="${WIDTH - RIGHT + 40}" y1="${legend}" y2="${legend}" stroke="${colour}" stroke-width="2.5"${dash}/>`,
    `<text x="${WIDTH - RIGHT + 46}" y="${legend}" dominant-baseline="middle">${escapeXml(label)}</text>`,
  ];
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
