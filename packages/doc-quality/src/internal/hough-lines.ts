import type { Gradients } from '@dossierkit/doc-raster';

/** The points with nx x + ny y = distance; the normal points into the page. */
export interface EdgeLine {
  readonly nx: number;
  readonly ny: number;
  readonly distance: number;
  readonly votes: number;
}

const DEGREE_STEP = 1.5;
const DIRECTIONS = 360 / DEGREE_STEP;
const QUARTER = DIRECTIONS / 4;
const STEPS_PER_RADIAN = 180 / Math.PI / DEGREE_STEP;
/** Normals up to this far from level or upright are taken, in steps. */
const SPREAD = 24;
const MAX_SLOPE = /* @__PURE__ */ Math.tan((SPREAD + 0.5) / STEPS_PER_RADIAN);
/** Edges weaker than this do not vote; stronger ones than the cap do not vote more. */
const MIN_STRENGTH = 16;
const STRENGTH_CAP = 120;
/** How far around its own direction an edge votes, in steps: its gradient is not exact. */
const VOTE_REACH = 2;

const NX = /* @__PURE__ */ perDirection(Math.cos);
const NY = /* @__PURE__ */ perDirection(Math.sin);

function perDirection(component: (radians: number) => number): Float64Array {
  return Float64Array.from({ length: DIRECTIONS }, (_, k) => component(k / STEPS_PER_RADIAN));
}

/** The direction of a gradient in steps; -1 where it is too far from level and upright. */
function stepOf(gx: number, gy: number): number {
  const [width, height] = [Math.abs(gx), Math.abs(gy)];
  const level = width > height;
  const slope = level ? height / width : width / height;
  if (slope > MAX_SLOPE) return -1;
  // The arc tangent to a quarter of a degree, which is much faster than Math.atan2.
  const off = (slope / (1 + 0.28 * slope * slope)) * STEPS_PER_RADIAN;
  const clockwise = (gx > 0 === gy > 0) === level;
  const axis = level ? (gx > 0 ? 0 : 2 * QUARTER) : gy > 0 ? QUARTER : 3 * QUARTER;
  return Math.round(axis + (clockwise ? off : -off) + DIRECTIONS) % DIRECTIONS;
}

/** What every edge of a picture says about straight lines through it, whichever side of the line is the brighter. */
export class HoughVotes {
  private readonly reach: number;
  private readonly width: number;
  private readonly votes: Float32Array;
  private readonly found = new Map<number, EdgeLine[]>();

  constructor(field: Gradients) {
    this.reach = Math.ceil(Math.hypot(field.widthPx, field.heightPx));
    this.width = 2 * this.reach + 1;
    this.votes = new Float32Array(DIRECTIONS * this.width);
    this.cast(field);
  }

  /**
   * The strongest straight edges whose brightness rises (falls, for polarity -1) towards a direction: 0, 90, 180 or 270
   * degrees, clockwise from the right.
   */
  lines(degrees: number, polarity: 1 | -1): EdgeLine[] {
    // An edge that falls towards one side rises towards the other.
    const middle = ((degrees + (polarity === 1 ? 0 : 180)) % 360) / DEGREE_STEP;
    const rising = this.found.get(middle) ?? this.peaks(middle);
    this.found.set(middle, rising);
    if (polarity === 1) return rising;
    return rising.map(({ nx, ny, distance, votes }) => ({ nx: -nx, ny: -ny, distance: -distance, votes }));
  }

  private cast({ widthPx, heightPx, dx, dy }: Gradients): void {
    const { votes, width } = this;
    const half = this.reach + 0.5;
    for (let y = 1; y < heightPx - 1; y++) {
      for (let x = 1, at = y * widthPx + 1; x < widthPx - 1; x++, at++) {
        const gx = dx[at] as number;
        const gy = dy[at] as number;
        const squared = gx * gx + gy * gy;
        if (squared < MIN_STRENGTH * MIN_STRENGTH) continue;
        const centre = stepOf(gx, gy);
        if (centre < 0) continue;
        const weight = squared > STRENGTH_CAP * STRENGTH_CAP ? STRENGTH_CAP : Math.sqrt(squared);
        for (let k = centre - VOTE_REACH; k <= centre + VOTE_REACH; k++) {
          const direction = k < 0 ? k + DIRECTIONS : k >= DIRECTIONS ? k - DIRECTIONS : k;
          const distance = (x + 0.5) * (NX[direction] as number) + (y + 0.5) * (NY[direction] as number);
          const bin = direction * width + ((distance + half) | 0);
          votes[bin] = (votes[bin] as number) + weight;
        }
      }
    }
  }

  /** The highest bins around a direction, each with the next ones around it left out. */
  private peaks(middle: number): EdgeLine[] {
    const { width, reach } = this;
    const angles = Array.from(
      { length: 2 * SPREAD + 1 },
      (_, k) => (middle + k - SPREAD + DIRECTIONS) % DIRECTIONS,
    );
    const votes = new Float32Array(angles.length * width);
    angles.forEach((angle, k) => {
      votes.set(this.votes.subarray(angle * width, (angle + 1) * width), k * width);
    });
    const highest = angles.map((_, k) => highestBin(votes, k * width, (k + 1) * width));
    const lines: EdgeLine[] = [];
    while (lines.length < MAX_LINES) {
      const best = highest.reduce((a, b) => ((votes[b] as number) > (votes[a] as number) ? b : a));
      const strength = votes[best] as number;
      if (strength <= 0 || strength < MIN_PEAK * (lines[0]?.votes ?? 0)) break;
      const row = Math.floor(best / width);
      const angle = angles[row] as number;
      const normal = { nx: NX[angle] as number, ny: NY[angle] as number };
      lines.push({ ...normal, distance: centroid(votes, best) - row * width - reach, votes: strength });
      const column = best - row * width;
      for (let k = Math.max(0, row - 6); k <= Math.min(angles.length - 1, row + 6); k++) {
        const from = k * width;
        votes.fill(0, Math.max(from, from + column - 4), Math.min(from + width, from + column + 5));
        highest[k] = highestBin(votes, from, from + width);
      }
    }
    return lines;
  }
}

/** More lines than this are no sides of pages. */
const MAX_LINES = 8;
/** A line with fewer votes than this part of the strongest is no side of a page. */
const MIN_PEAK = 0.12;

function highestBin(votes: Float32Array, from: number, until: number): number {
  let best = from;
  for (let bin = from + 1; bin < until; bin++)
    if ((votes[bin] as number) > (votes[best] as number)) best = bin;
  return best;
}

function centroid(votes: Float32Array, bin: number): number {
  const before = votes[bin - 1] ?? 0;
  const here = votes[bin] as number;
  const after = votes[bin + 1] ?? 0;
  return bin + (after - before) / (before + here + after);
}
