import type { Gradients } from '@dossierkit/doc-raster';

export type EdgeField = Gradients;

/** The points with nx x + ny y = distance; the normal points into the page. */
export interface EdgeLine {
  readonly nx: number;
  readonly ny: number;
  readonly distance: number;
  readonly votes: number;
}

const DEGREE_STEP = 1.5;
/** Normals up to this far from the wanted direction are taken. */
const SPREAD_DEGREES = 36;
/** Edges weaker than this do not vote; stronger ones than the cap do not vote more. */
const MIN_STRENGTH = 16;
const STRENGTH_CAP = 120;

/**
 * The strongest straight edges whose brightness rises (falls, for polarity -1) towards a direction, clockwise from the
 * right, in degrees. Each pixel votes for the lines that its own gradient allows.
 */
export function houghLines(field: EdgeField, degrees: number, polarity: 1 | -1, count: number): EdgeLine[] {
  const { widthPx, heightPx } = field;
  const angles = 2 * Math.round(SPREAD_DEGREES / DEGREE_STEP) + 1;
  const reach = Math.ceil(Math.hypot(widthPx, heightPx));
  const width = 2 * reach + 1;
  const votes = new Float32Array(angles * width);
  const normals = Array.from({ length: angles }, (_, k) => {
    const angle = ((degrees + (k - (angles - 1) / 2) * DEGREE_STEP) * Math.PI) / 180;
    return { nx: Math.cos(angle), ny: Math.sin(angle) };
  });
  castVotes(field, polarity, normals, votes, reach);
  return peaks(votes, width, angles, normals, reach, count);
}

type Normal = { readonly nx: number; readonly ny: number };

function castVotes(
  { widthPx, heightPx, dx, dy }: EdgeField,
  polarity: number,
  normals: readonly Normal[],
  votes: Float32Array,
  reach: number,
): void {
  const width = 2 * reach + 1;
  const middle = (normals.length - 1) / 2;
  const main = normals[middle] as Normal;
  const limit = Math.tan((SPREAD_DEGREES * Math.PI) / 180);
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1, at = y * widthPx + 1; x < widthPx - 1; x++, at++) {
      const gx = (dx[at] as number) * polarity;
      const gy = (dy[at] as number) * polarity;
      const along = gx * main.nx + gy * main.ny;
      if (along < MIN_STRENGTH) continue;
      const across = gy * main.nx - gx * main.ny;
      if (across > along * limit || across < -along * limit) continue;
      const off = (Math.atan2(across, along) * 180) / Math.PI / DEGREE_STEP;
      const weight = Math.min(along, STRENGTH_CAP);
      const centre = middle + Math.round(off);
      for (let k = Math.max(0, centre - 2); k <= Math.min(normals.length - 1, centre + 2); k++) {
        const { nx, ny } = normals[k] as Normal;
        const bin = k * width + Math.round((x + 0.5) * nx + (y + 0.5) * ny) + reach;
        votes[bin] = (votes[bin] as number) + weight;
      }
    }
  }
}

/** The highest bins, each with the next ones around it left out. */
function peaks(
  votes: Float32Array,
  width: number,
  angles: number,
  normals: readonly Normal[],
  reach: number,
  count: number,
): EdgeLine[] {
  const lines: EdgeLine[] = [];
  while (lines.length < count) {
    let best = 0;
    for (let bin = 1; bin < votes.length; bin++)
      if ((votes[bin] as number) > (votes[best] as number)) best = bin;
    const strength = votes[best] as number;
    if (strength <= 0 || strength < 0.12 * (lines[0]?.votes ?? 0)) break;
    const angle = Math.floor(best / width);
    const distance = best - angle * width - reach;
    lines.push({
      ...(normals[angle] as Normal),
      distance: centroid(votes, best) - angle * width - reach,
      votes: strength,
    });
    for (let k = Math.max(0, angle - 6); k <= Math.min(angles - 1, angle + 6); k++) {
      const from = k * width + distance + reach;
      votes.fill(0, Math.max(k * width, from - 4), Math.min((k + 1) * width, from + 5));
    }
  }
  return lines;
}

function centroid(votes: Float32Array, bin: number): number {
  const before = votes[bin - 1] ?? 0;
  const here = votes[bin] as number;
  const after = votes[bin + 1] ?? 0;
  return bin + (after - before) / (before + here + after);
}
