import { DossierkitError } from '@dossierkit/core';

/**
 * The power of every wave in two square pictures, without their means, and faded towards the borders (Hann) so that these make
 * no waves of their own. Two at a time, because both go through one transform, as the real and the imaginary part of its input.
 *
 * @param first `side` × `side` numbers, row by row
 * @param second another of the same size; it may be the same one
 * @param side a power of two, 2 to 1024
 * @returns `side` × `side` numbers for each: wave (0, 0) first, then waves *down* the picture, then across
 * @throws {DossierkitError} `doc-raster/size-invalid`
 * @see Cooley and Tukey, Mathematics of Computation 19 (1965)
 */
export function powerSpectra(
  first: Float64Array,
  second: Float64Array,
  side: number,
): [Float64Array, Float64Array] {
  const fits = first.length === side * side && second.length === side * side;
  if (!fits || side < 2 || side > 1024 || (side & (side - 1)) !== 0)
    throw new DossierkitError(
      'doc-raster/size-invalid',
      'Spectra are made of two squares whose side is a power of two, 2 to 1024',
      { context: { side, first: first.length, second: second.length } },
    );
  const tables = tablesFor(side);
  const re = windowed(first, tables);
  const im = windowed(second, tables);
  for (let row = 0; row < side; row++) transform(re, im, row * side, tables);
  transpose(re, side);
  transpose(im, side);
  for (let row = 0; row < side; row++) transform(re, im, row * side, tables);
  return parted(re, im, side);
}

/** The spectrum of a real picture is its own mirror image: what is even belongs to the first, what is odd to the second. */
function parted(re: Float64Array, im: Float64Array, side: number): [Float64Array, Float64Array] {
  const first = new Float64Array(re.length);
  const second = new Float64Array(re.length);
  for (let v = 0, at = 0; v < side; v++) {
    const mirror = ((side - v) % side) * side;
    for (let u = 0; u < side; u++, at++) {
      const other = mirror + ((side - u) & (side - 1));
      const a = re[at] as number;
      const b = im[at] as number;
      const c = re[other] as number;
      const d = im[other] as number;
      first[at] = ((a + c) * (a + c) + (b - d) * (b - d)) / 4;
      second[at] = ((b + d) * (b + d) + (c - a) * (c - a)) / 4;
    }
  }
  return [first, second];
}

interface Tables {
  readonly side: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** Where each number goes before the first step: its bits in reverse. */
  readonly reversed: Uint16Array;
  /** Fades towards the borders (Hann), so that the borders themselves make no waves. */
  readonly fade: Float64Array;
}

function tablesFor(side: number): Tables {
  const angle = (k: number): number => (-2 * Math.PI * k) / side;
  const bits = Math.log2(side);
  const mirrored = (k: number): number => {
    let out = 0;
    for (let bit = 0; bit < bits; bit++) out |= ((k >> bit) & 1) << (bits - 1 - bit);
    return out;
  };
  return {
    side,
    cos: Float64Array.from({ length: side / 2 }, (_, k) => Math.cos(angle(k))),
    sin: Float64Array.from({ length: side / 2 }, (_, k) => Math.sin(angle(k))),
    reversed: Uint16Array.from({ length: side }, (_, k) => mirrored(k)),
    fade: Float64Array.from(
      { length: side },
      (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (k + 0.5)) / side),
    ),
  };
}

/** Without its mean, and faded towards the borders. */
function windowed(square: Float64Array, { side, fade }: Tables): Float64Array {
  let mean = 0;
  for (let k = 0; k < square.length; k++) mean += square[k] as number;
  mean /= square.length;
  const out = new Float64Array(square.length);
  for (let y = 0, at = 0; y < side; y++) {
    const down = fade[y] as number;
    for (let x = 0; x < side; x++, at++)
      out[at] = ((square[at] as number) - mean) * down * (fade[x] as number);
  }
  return out;
}

function transpose(square: Float64Array, side: number): void {
  for (let y = 1; y < side; y++) {
    for (let x = 0, a = y * side, b = y; x < y; x++, a++, b += side) {
      const value = square[a] as number;
      square[a] = square[b] as number;
      square[b] = value;
    }
  }
}

/** The fast Fourier transform (radix 2, in place) of the numbers from `from` on. */
function transform(re: Float64Array, im: Float64Array, from: number, tables: Tables): void {
  const { side, cos, sin, reversed } = tables;
  for (let k = 1; k < side; k++) {
    const j = reversed[k] as number;
    if (k >= j) continue;
    const [a, b] = [from + k, from + j];
    const [x, y] = [re[a] as number, im[a] as number];
    re[a] = re[b] as number;
    im[a] = im[b] as number;
    re[b] = x;
    im[b] = y;
  }
  for (let half = 1; half < side; half *= 2) {
    const step = side / half / 2;
    for (let k = 0, turn = 0; k < half; k++, turn += step) {
      const c = cos[turn] as number;
      const s = sin[turn] as number;
      for (let a = from + k; a < from + side; a += 2 * half) {
        const b = a + half;
        const p = re[b] as number;
        const q = im[b] as number;
        const x = p * c - q * s;
        const y = p * s + q * c;
        re[b] = (re[a] as number) - x;
        im[b] = (im[a] as number) - y;
        re[a] = (re[a] as number) + x;
        im[a] = (im[a] as number) + y;
      }
    }
  }
}
