import type { Raster } from '@dossierkit/doc-raster';
import { powerSpectrum } from './spectrum.js';

/** The side of the squares that are looked at; a power of two, for the transform. */
const SIDE = 64;
/** Squares in each direction of which the flattest are taken, and how many that are. */
const LATTICE = 7;
const TAKEN = 7;
/** Fewer empty squares say nothing about the picture. */
const MIN_FLAT = 4;
/** A square is empty where the means of its 8 × 8 parts differ by less than this part of its brightness. */
const FLAT = 0.5;
/** Darker or brighter squares have lost their fine structure. */
const TONES = { least: 30, most: 252 };

/**
 * How much of the fine structure of empty paper is one regular wave, 0 to 1: the grid of a screen that was photographed.
 * Noise has none, print was left aside. Absent where too little of the picture is empty.
 */
export function measureScreenGrid(raster: Raster): number | undefined {
  const squares = flatSquares(raster);
  if (squares.length < MIN_FLAT) return undefined;
  const shares = squares.map(waveShare).sort((a, b) => a - b);
  return shares[shares.length >> 1];
}

/** The brightness of the emptiest squares of a lattice over the picture. */
function flatSquares(raster: Raster): Float64Array[] {
  const { widthPx, heightPx } = raster;
  const found: { readonly rough: number; readonly square: Float64Array }[] = [];
  const places = (length: number): number[] => {
    const count = Math.min(LATTICE, Math.floor(length / SIDE));
    return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * length) / count - SIDE / 2));
  };
  for (const top of places(heightPx)) {
    for (const left of places(widthPx)) {
      const square = squareAt(raster, left, top);
      const rough = roughness(square);
      if (rough < FLAT) found.push({ rough, square });
    }
  }
  return found
    .sort((a, b) => a.rough - b.rough)
    .slice(0, TAKEN)
    .map(({ square }) => square);
}

function squareAt({ widthPx, channels, data }: Raster, left: number, top: number): Float64Array {
  const square = new Float64Array(SIDE * SIDE);
  // Green stands for brightness; it is nearly all of it.
  const green = channels === 1 ? 0 : 1;
  for (let y = 0, to = 0; y < SIDE; y++) {
    for (let x = 0, at = ((top + y) * widthPx + left) * channels + green; x < SIDE; x++, at += channels)
      square[to++] = data[at] as number;
  }
  return square;
}

/** The difference between the brightest and the darkest of the means of 8 × 8 pixels, as part of the brightness. */
function roughness(square: Float64Array): number {
  const parts = SIDE / 8;
  const sums = new Float64Array(parts * parts);
  for (let y = 0, at = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++, at++) {
      const part = (y >> 3) * parts + (x >> 3);
      sums[part] = (sums[part] as number) + (square[at] as number);
    }
  }
  const low = Math.min(...sums) / 64;
  const high = Math.max(...sums) / 64;
  return high < TONES.least ? 1 : (high - low) / high;
}

/** Waves longer than this many pixels are shades, and print that shines through. */
const LONGEST_PX = 12;

/**
 * What the strongest wave accounts for, of all that are short. A screen's dots of one colour stand in rows, so one wave is the
 * strongest by far; the crossed lines of security print are as strong one way as the other.
 */
function waveShare(square: Float64Array): number {
  const power = powerSpectrum(square, SIDE);
  const least = (SIDE / LONGEST_PX) ** 2;
  const short = power.map((value, k) => {
    const [u, v] = [signed(k % SIDE), signed((k / SIDE) | 0)];
    return u * u + v * v < least ? 0 : value;
  });
  const total = short.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const highest = short.reduce((best, value, k) => (value > (short[best] as number) ? k : best), 0);
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
