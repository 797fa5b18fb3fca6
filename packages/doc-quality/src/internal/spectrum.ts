/** The power of every wave in a square picture whose side is a power of two, as a square of the same size; (0, 0) first. */
export function powerSpectrum(square: Float64Array, side: number): Float64Array {
  const real = windowed(square, side);
  const imaginary = new Float64Array(real.length);
  const twiddles = twiddlesFor(side);
  for (let row = 0; row < side; row++) transform(real, imaginary, row * side, 1, side, twiddles);
  for (let column = 0; column < side; column++) transform(real, imaginary, column, side, side, twiddles);
  return real.map((value, k) => value * value + (imaginary[k] as number) ** 2);
}

/** Without its mean, fading towards the borders (Hann), so that the borders themselves make no waves. */
function windowed(square: Float64Array, side: number): Float64Array {
  const mean = square.reduce((sum, value) => sum + value, 0) / square.length;
  const fade = Float64Array.from(
    { length: side },
    (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (k + 0.5)) / side),
  );
  return square.map(
    (value, k) => (value - mean) * (fade[k % side] as number) * (fade[(k / side) | 0] as number),
  );
}

interface Twiddles {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

function twiddlesFor(side: number): Twiddles {
  const angle = (k: number): number => (-2 * Math.PI * k) / side;
  return {
    cos: Float64Array.from({ length: side / 2 }, (_, k) => Math.cos(angle(k))),
    sin: Float64Array.from({ length: side / 2 }, (_, k) => Math.sin(angle(k))),
  };
}

/** The fast Fourier transform (radix 2, in place) of `side` numbers that are `stride` apart. */
function transform(
  re: Float64Array,
  im: Float64Array,
  from: number,
  stride: number,
  side: number,
  { cos, sin }: Twiddles,
): void {
  for (let k = 1, j = 0; k < side; k++) {
    let bit = side >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (k < j) {
      const [a, b] = [from + k * stride, from + j * stride];
      [re[a], re[b]] = [re[b] as number, re[a] as number];
      [im[a], im[b]] = [im[b] as number, im[a] as number];
    }
  }
  for (let span = 2; span <= side; span *= 2) {
    const half = span / 2;
    const step = side / span;
    for (let start = 0; start < side; start += span) {
      for (let k = 0; k < half; k++) {
        const c = cos[k * step] as number;
        const s = sin[k * step] as number;
        const a = from + (start + k) * stride;
        const b = a + half * stride;
        const x = (re[b] as number) * c - (im[b] as number) * s;
        const y = (re[b] as number) * s + (im[b] as number) * c;
        re[b] = (re[a] as number) - x;
        im[b] = (im[a] as number) - y;
        re[a] = (re[a] as number) + x;
        im[a] = (im[a] as number) + y;
      }
    }
  }
}
