/** Where the 64 frequencies of a block stand in the order of the zigzag (ITU-T T.81, figure 5): row × 8 + column. */
export const ZIGZAG: Uint8Array = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]);

/** BASIS[k * 8 + n]: the k-th cosine at place n, of length one. */
const BASIS = Float32Array.from({ length: 64 }, (_, at) => {
  const [k, n] = [at >> 3, at & 7];
  return (k === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * n + 1) * k * Math.PI) / 16);
});

const scratch = new Float32Array(64);

/** The frequencies of a block of 8 × 8 (rows one after the other, in place of the block). */
export function forwardDct(block: Float32Array): void {
  for (let row = 0; row < 8; row++)
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let n = 0; n < 8; n++) sum += (BASIS[k * 8 + n] as number) * (block[row * 8 + n] as number);
      scratch[row * 8 + k] = sum;
    }
  for (let column = 0; column < 8; column++)
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let n = 0; n < 8; n++) sum += (BASIS[k * 8 + n] as number) * (scratch[n * 8 + column] as number);
      block[k * 8 + column] = sum;
    }
}

/** And back. */
export function inverseDct(block: Float32Array): void {
  for (let row = 0; row < 8; row++) {
    for (let n = 0; n < 8; n++) {
      let sum = 0;
      for (let k = 0; k < 8; k++) sum += (BASIS[k * 8 + n] as number) * (block[row * 8 + k] as number);
      scratch[row * 8 + n] = sum;
    }
  }
  for (let column = 0; column < 8; column++)
    for (let n = 0; n < 8; n++) {
      let sum = 0;
      for (let k = 0; k < 8; k++) sum += (BASIS[k * 8 + n] as number) * (scratch[k * 8 + column] as number);
      block[n * 8 + column] = sum;
    }
}
