import type { Mask } from './mask.js';

/** A rectangle that reaches so far from its centre pixel to each side. */
export interface Reach {
  readonly xPx: number;
  readonly yPx: number;
}

/** Marks every pixel within reach of a marked one. The cost does not depend on the reach. */
export function dilate(mask: Mask, reach: Reach): Mask {
  return spread(mask, reach, 1);
}

/** Keeps the pixels whose whole surroundings are marked; outside the picture counts as marked. */
export function erode(mask: Mask, reach: Reach): Mask {
  return spread(mask, reach, 0);
}

/** Spreads the pixels of one value over their neighbours, first along rows, then along columns. */
function spread({ widthPx, heightPx, data }: Mask, reach: Reach, value: 0 | 1): Mask {
  const rows = new Uint8Array(data.length).fill(1 - value);
  for (let y = 0; y < heightPx; y++) {
    let until = -1;
    for (let x = 0, ahead = 0; x < widthPx; x++) {
      const row = y * widthPx;
      for (; ahead <= x + reach.xPx && ahead < widthPx; ahead++) {
        if (data[row + ahead] === value) until = ahead + reach.xPx;
      }
      if (x <= until) rows[row + x] = value;
    }
  }
  const out = new Uint8Array(data.length).fill(1 - value);
  const until = new Int32Array(widthPx).fill(-1);
  for (let y = 0, ahead = 0; y < heightPx; y++) {
    for (; ahead <= y + reach.yPx && ahead < heightPx; ahead++) {
      for (let x = 0; x < widthPx; x++) {
        if (rows[ahead * widthPx + x] === value) until[x] = ahead + reach.yPx;
      }
    }
    for (let x = 0; x < widthPx; x++) if (y <= (until[x] as number)) out[y * widthPx + x] = value;
  }
  return { widthPx, heightPx, data: out };
}
