import * as fc from 'fast-check';
import type { Mask } from './mask.js';
import type { GreyRaster, Raster } from './raster.js';

/** Sizes of the pictures that an arbitrary makes. */
export interface SizeConstraints {
  /** Default: 1. */
  readonly minSidePx?: number;
  /** Default: 24. */
  readonly maxSidePx?: number;
}

/** Grey pictures of random pixels. */
export function greyRaster(constraints: SizeConstraints = {}): fc.Arbitrary<GreyRaster> {
  return sized(constraints, 1).map((raster) => ({ ...raster, channels: 1 }));
}

/** Pictures of random pixels with 1, 3 or 4 channels. */
export function anyRaster(constraints: SizeConstraints = {}): fc.Arbitrary<Raster> {
  return fc
    .constantFrom(1 as const, 3 as const, 4 as const)
    .chain((channels) => sized(constraints, channels));
}

/** Masks of random pixels. */
export function anyMask(constraints: SizeConstraints = {}): fc.Arbitrary<Mask> {
  return sized(constraints, 1).map(({ widthPx, heightPx, data }) => ({
    widthPx,
    heightPx,
    data: Uint8Array.from(data, (value) => value & 1),
  }));
}

function sized(
  { minSidePx = 1, maxSidePx = 24 }: SizeConstraints,
  channels: 1 | 3 | 4,
): fc.Arbitrary<Raster> {
  const side = fc.integer({ min: minSidePx, max: maxSidePx });
  return fc.tuple(side, side).chain(([widthPx, heightPx]) => {
    const length = widthPx * heightPx * channels;
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((data) => ({ widthPx, heightPx, channels, data }));
  });
}
