import { type GreyRaster, powerSpectra } from '@dossierkit/doc-raster';

/** From this share on, a person should look: photographed screens have 0.48 and more, scans of printed dots up to 0.37. */
export const SCREEN_WAVES = 0.45;
/** The side of the squares that are looked at; a power of two. */
const SIDE = 64;
/** Squares in a row and a column of a lattice, of which the most even ones are taken. */
const LATTICE = 10;
const MOST_SQUARES = 16;
const LEAST_SQUARES = 4;
/** How much the means of the 8 × 8 parts of an even square may differ, in parts of its brightness. */
const EVEN = 0.35;
const [DARKEST, BRIGHTEST] = [40, 250];
/** Waves that are longer, in pixels, are shades and folds. */
const LONGEST = 10;
/** JPEG's blocks make waves of 8, 4, 2.67 and 2 pixels across and down. */
const BLOCK_WAVES = SIDE / 8;

/**
 * How regular the fine structure of the even parts of a picture is, 0 to 1: what the waves that most of them have in common account
 * for. The dots of a screen are such waves; noise, paper and print have none in common.
 *
 * @returns `undefined` where too little of the picture is even
 */
export function screenWaves(grey: GreyRaster): number | undefined {
  const squares = evenSquares(grey);
  if (squares.length < LEAST_SQUARES) return undefined;
  const shares = new Float64Array(SIDE * SIDE);
  for (const power of spectraOf(squares)) {
    let total = 1e-9;
    for (let k = 0; k < power.length; k++) {
      if (!isFine(k)) power[k] = 0;
      total += power[k] as number;
    }
    for (let k = 0; k < power.length; k++)
      shares[k] = (shares[k] as number) + (power[k] as number) / total / squares.length;
  }
  return strongestShare(shares);
}

function spectraOf(squares: readonly Float64Array[]): Float64Array[] {
  const spectra: Float64Array[] = [];
  for (let k = 0; k < squares.length; k += 2) {
    const [first, second] = squares.slice(k, k + 2) as [Float64Array, Float64Array?];
    const pair = powerSpectra(first, second ?? first, SIDE);
    spectra.push(...(second ? pair : pair.slice(0, 1)));
  }
  return spectra;
}

/** Whether a wave is short, and none of those that the blocks of JPEG make. */
function isFine(k: number): boolean {
  const [u, v] = [signed(k % SIDE), signed(Math.floor(k / SIDE))];
  if (u * u + v * v < (SIDE / LONGEST) ** 2) return false;
  const onAxis = Math.abs(u) <= 1 || Math.abs(v) <= 1;
  const along = Math.max(Math.abs(u), Math.abs(v)) % BLOCK_WAVES;
  return !(onAxis && (along <= 1 || along >= BLOCK_WAVES - 1));
}

/** The share of the strongest wave with its neighbours; a wave stands in the spectrum twice. */
function strongestShare(shares: Float64Array): number {
  let best = 0;
  for (let v = 0; v < SIDE; v++)
    for (let u = 0; u < SIDE; u++) {
      let sum = 0;
      for (let dv = -1; dv <= 1; dv++)
        for (let du = -1; du <= 1; du++)
          sum += shares[((v + dv + SIDE) % SIDE) * SIDE + ((u + du + SIDE) % SIDE)] as number;
      best = Math.max(best, sum);
    }
  return Math.min(1, 2 * best);
}

const signed = (k: number): number => (k > SIDE / 2 ? k - SIDE : k);

function evenSquares(grey: GreyRaster): Float64Array[] {
  const found: { readonly unevenness: number; readonly square: Float64Array }[] = [];
  const places = (length: number): number[] => {
    const count = Math.min(LATTICE, Math.floor(length / SIDE));
    return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * length) / count - SIDE / 2));
  };
  for (const top of places(grey.heightPx))
    for (const left of places(grey.widthPx)) {
      const square = squareAt(grey, left, top);
      const unevenness = unevennessOf(square);
      if (unevenness < EVEN) found.push({ unevenness, square });
    }
  return found
    .sort((a, b) => a.unevenness - b.unevenness)
    .slice(0, MOST_SQUARES)
    .map(({ square }) => square);
}

function squareAt({ data, widthPx }: GreyRaster, left: number, top: number): Float64Array {
  const square = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) square[y * SIDE + x] = data[(top + y) * widthPx + left + x] as number;
  return square;
}

function unevennessOf(square: Float64Array): number {
  const parts = new Float64Array(64);
  for (let at = 0; at < square.length; at++) {
    const part = (at >> 9) * 8 + ((at & 63) >> 3);
    parts[part] = (parts[part] as number) + (square[at] as number) / 64;
  }
  const [low, high] = [Math.min(...parts), Math.max(...parts)];
  return low < DARKEST || high > BRIGHTEST ? 1 : (high - low) / high;
}
