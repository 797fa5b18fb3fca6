import type { GreyRaster } from '@dossierkit/doc-raster';

/** How spots of ink are looked for. */
export interface Lookout {
  /** The picture is looked at with its longer side between this and twice this. */
  readonly longPx: number;
  readonly radiusPx: number;
  /** How much darker than its surroundings ink must be. */
  readonly offset: number;
}

/** In which sizes and with which sensitivity spots of ink are looked for: the cheapest first. */
export function lookouts({ widthPx, heightPx }: GreyRaster): Lookout[] {
  const long = Math.max(widthPx, heightPx);
  const first = long < 700 ? long * 2 : 700;
  const second = long < 700 ? long * 3 : long < 1400 ? long * 1.6 : 1400;
  return [
    { longPx: first, radiusPx: long < 700 ? 12 : 9, offset: 12 },
    { longPx: second, radiusPx: 12, offset: 9 },
    { longPx: first, radiusPx: 8, offset: 5 },
  ];
}
