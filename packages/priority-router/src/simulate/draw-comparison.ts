import type { ReplayResult } from './replay.js';

const WIDTH = 720;
const ROW = 34;
const LABEL = 150;
const BAR = 230;
const GAP = 60;

/** How a comparison is drawn. */
export interface DrawOptions {
  /** What the two columns are called; English by default. */
  readonly titles?: { readonly late: string; readonly own: string };
}

const TITLES = { late: 'Answered late (log scale)', own: 'By the own advisor' };

/**
 * Draws replays side by side as an SVG: for each policy the share of late answers (on a logarithmic scale, since they differ
 * by orders of magnitude) and the share answered by the customer's own advisor.
 */
export function drawComparison(results: readonly ReplayResult[], options: DrawOptions = {}): string {
  const { late, own } = options.titles ?? TITLES;
  const height = 66 + results.length * ROW;
  const rows = results.map((result, index) => rowOf(result, 52 + index * ROW)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${escaped(`${late}, ${own}`)}"><rect width="${WIDTH}" height="${height}" fill="#fff"/><g fill="#333" font-weight="600"><text x="${LABEL}" y="28">${escaped(late)}</text><text x="${LABEL + BAR + GAP}" y="28">${escaped(own)}</text></g>${rows}</svg>\n`;
}

function rowOf({ policy, summary }: ReplayResult, y: number): string {
  const own = LABEL + BAR + GAP;
  return [
    `<text x="${LABEL - 10}" y="${y + 15}" text-anchor="end" fill="#333">${escaped(policy)}</text>`,
    bar(LABEL, y, logShare(summary.lateShare) * BAR, '#c2412d', percent(summary.lateShare, 2)),
    bar(own, y, summary.ownShare * (WIDTH - own - 60), '#2b6a8f', percent(summary.ownShare, 0)),
  ].join('');
}

function bar(x: number, y: number, width: number, colour: string, label: string): string {
  const length = Math.max(1, width).toFixed(1);
  const end = (x + Math.max(1, width) + 6).toFixed(1);
  return `<rect x="${x}" y="${y}" width="${length}" height="20" rx="2" fill="${colour}"/><text x="${end}" y="${y + 15}" fill="#333">${label}</text>`;
}

/** 0.01 % is at the left end, 100 % at the right one. */
function logShare(share: number): number {
  return share <= 0.0001 ? 0 : (Math.log10(share) + 4) / 4;
}

const percent = (share: number, digits: number): string => `${(share * 100).toFixed(digits)} %`;

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
