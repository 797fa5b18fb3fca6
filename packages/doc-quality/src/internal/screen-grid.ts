import { type GreyRaster, powerSpectra } from '@dossierkit/doc-raster';

/** The side of the squares that are looked at; a power of two, for the transform. */
const SIDE = 64;
/** Squares in each direction of which the flattest are taken, and how many that are. */
const LATTICE = 7;
const TAKEN = 6;
/** Fewer empty squares say nothing about the picture. */
const MIN_FLAT = 4;
/** A square is empty where the means of its 8 × 8 parts differ by less than this part of its brightness. */
const FLAT = 0.5;
/** Darker squares have lost their fine structure. */
const DARKEST = 30;

/**
 * How much of the fine structure of empty paper is one regular wave, 0 to 1: the grid of a screen that was photographed.
 * Noise has none, print was left aside. Absent where too little of the picture is empty.
 */
export function measureScreenGrid(grey: GreyRaster): number | undefined {
  const squares = flatSquares(grey);
  if (squares.length < MIN_FLAT) return undefined;
  const shares: number[] = [];
  for (let k = 0; k < squares.length; k += 2) {
    const pair = squares.slice(k, k + 2) as [Float64Array, Float64Array?];
    const spectra = powerSpectra(pair[0], pair[1] ?? pair[0], SIDE);
    pair.forEach((_, of) => {
      shares.push(waveShare(spectra[of] as Float64Array));
    });
  }
  shares.sort((a, b) => a - b);
  const [below, above] = [shares[(shares.length - 1) >> 1] ?? 0, shares[shares.length >> 1] ?? 0];
  return (below + above) / 2;
}

/** The brightness of the emptiest squares of a lattice over the picture. */
function flatSquares(grey: GreyRaster): Float64Array[] {
  const { widthPx, heightPx } = grey;
  const found: { readonly rough: number; readonly left: number; readonly top: number }[] = [];
  const places = (length: number): number[] => {
    const count = Math.min(LATTICE, Math.floor(length / SIDE));
    return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * length) / count - SIDE / 2));
  };
  for (const top of places(heightPx)) {
    for (const left of places(widthPx)) {
      const rough = roughness(grey, left, top);
      if (rough < FLAT) found.push({ rough, left, top });
    }
  }
  return found
    .sort((a, b) => a.rough - b.rough)
    .slice(0, TAKEN)
    .map(({ left, top }) => squareAt(grey, left, top));
}

function squareAt({ widthPx, data }: GreyRaster, left: number, top: number): Float64Array {
  const square = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    const from = (top + y) * widthPx + left;
    square.set(data.subarray(from, from + SIDE), y * SIDE);
  }
  return square;
}

/** The side of the parts of a square whose means are compared. */
const PART_PX = 8;

/** The difference between the brightest and the darkest of the means of a square's parts, as part of the brightness. */
function roughness({ widthPx, data }: GreyRaster, left: number, top: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let y = top; y < top + SIDE; y += PART_PX) {
    for (let x = left; x < left + SIDE; x += PART_PX) {
      let sum = 0;
      for (let row = y; row < y + PART_PX; row++) {
        for (let at = row * widthPx + x, end = at + PART_PX; at < end; at++) sum += data[at] as number;
      }
      if (sum < low) low = sum;
      if (sum > high) high = sum;
    }
  }
  return high / PART_PX ** 2 < DARKEST ? 1 : (high - low) / high;
}

/** Waves longer than this many pixels are shades, and print that shines through. */
const LONGEST_PX = 12;

/**
 * What the strongest wave accounts for, of all that are short. A screen's dots of one colour stand in rows, so one wave is the
 * strongest by far; the crossed lines of security print are as strong one way as the other.
 */
function waveShare(power: Float64Array): number {
  const least = (SIDE / LONGEST_PX) ** 2;
  const short = new Float64Array(power.length);
  let total = 0;
  let highest = 0;
  for (let k = 0; k < power.length; k++) {
    const u = signed(k % SIDE);
    const v = signed((k / SIDE) | 0);
    if (u * u + v * v < least) continue;
    const value = power[k] as number;
    short[k] = value;
    total += value;
    if (value > (short[highest] as number)) highest = k;
  }
  if (total === 0) return 0;
  const [column, row] = [highest % SIDE, (highest / SIDE) | 0];
  let around = 0;
  for (let dv = -1; dv <= 1; dv++) {
    for (let du = -1; du <= 1; du++)
      around += short[wrapped(row + dv) * SIDE + wrapped(column + du)] as number;
  }
  // A wave stands in the spectrum twice.
  return Math.min(1, (2 * around) / total);
}

const signed = (k: number): number => (k > SIDE / 2 ? k - SIDE : k);
const wrapped = (k: number): number => (k + SIDE) % SIDE;
