import { DossierkitError } from '@dossierkit/core';
import type { Raster } from '../raster.js';

/** Refuses a raster whose numbers do not belong together: reading past its end would give silent zeros. */
export function checkRaster(raster: Raster): void {
  const { widthPx, heightPx, channels, data } = raster;
  checkSize(widthPx, heightPx);
  if (data.length !== widthPx * heightPx * channels) {
    throw new DossierkitError(
      'doc-raster/raster-invalid',
      'The length of data must be width × height × channels',
      {
        context: { widthPx, heightPx, channels, length: data.length },
      },
    );
  }
}

/** Refuses sizes that are not whole positive numbers. */
export function checkSize(widthPx: number, heightPx: number): void {
  if (Number.isInteger(widthPx) && Number.isInteger(heightPx) && widthPx > 0 && heightPx > 0) return;
  throw new DossierkitError(
    'doc-raster/size-invalid',
    'A picture is at least 1 pixel wide and 1 pixel high',
    {
      context: { widthPx, heightPx },
    },
  );
}
