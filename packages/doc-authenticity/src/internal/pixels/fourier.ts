/** The power of every wave in a square picture whose side is a power of two; (0, 0) first, then across, then down. */
export function powerSpectrum(square: Float64Array, side: number): Float64Array {
  const re = faded(square, side);
  const im = new Float64Array(re.length);
  const cosines = Float64Array.from({ length: side / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / side));
  const sines = Float64Array.from({ length: side / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / side));
  for (let k = 0; k < side; k++) transform(re, im, k * side, 1, side, cosines, sines);
  for (let k = 0; k < side; k++) transform(re, im, k, side, side, cosines, sines);
  for (let k = 0; k < re.length; k++) re[k] = (re[k] as number) ** 2 + (im[k] as number) ** 2;
  return re;
}

/** Without its mean, fading out towards the borders, so that these make no waves of their own. */
function faded(square: Float64Array, side: number): Float64Array {
  let mean = 0;
  for (const value of square) mean += value / square.length;
  const window = Float64Array.from({ length: side }, (_, k) => Math.sin((Math.PI * (k + 0.5)) / side) ** 2);
  return square.map(
    (value, at) => (value - mean) * (window[at % side] as number) * (window[Math.floor(at / side)] as number),
  );
}

/** The fast transform of Cooley and Tukey, in place, of every `stride`-th number. */
function transform(
  re: Float64Array,
  im: Float64Array,
  from: number,
  stride: number,
  side: number,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const swap = (values: Float64Array, a: number, b: number): void => {
    const kept = values[a] as number;
    values[a] = values[b] as number;
    values[b] = kept;
  };
  for (let k = 1, reversed = 0; k < side; k++) {
    let bit = side >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (k >= reversed) continue;
    swap(re, from + k * stride, from + reversed * stride);
    swap(im, from + k * stride, from + reversed * stride);
  }
  for (let half = 1; half < side; half *= 2)
    for (let start = 0; start < side; start += 2 * half)
      for (let k = 0; k < half; k++) {
        const turn = (k * side) / (2 * half);
        const [c, s] = [cosines[turn] as number, sines[turn] as number];
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
