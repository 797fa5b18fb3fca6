import { DossierkitError, type PageOrigin } from '@dossierkit/core';
import { type Raster, resize, toGrey } from '@dossierkit/doc-raster';
import type { PageSource } from './page-source.js';

/** A page of pixels that the caller has. */
export function rasterSource(raster: Raster, origin: PageOrigin): PageSource {
  const { widthPx, heightPx, channels, data } = raster;
  if (!(widthPx >= 1 && heightPx >= 1) || data.length !== widthPx * heightPx * channels) {
    throw new DossierkitError('doc-reader/invalid-raster', 'data has width × height × channels numbers', {
      context: { widthPx, heightPx, channels, length: data.length },
    });
  }
  return {
    widthPx,
    heightPx,
    origin,
    hasTextLayer: false,
    draw: async (size, grey) => {
      const sized = resize(raster, size);
      return grey ? toGrey(sized).data : toRgb(sized);
    },
  };
}

function toRgb(raster: Raster): Raster['data'] {
  const { channels, data } = raster;
  if (channels === 3) return data;
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let from = 0, to = 0; from < data.length; from += channels, to += 3) {
    // Transparent parts lie on white paper.
    const alpha = channels === 4 ? (data[from + 3] as number) / 255 : 1;
    for (let c = 0; c < 3; c++) {
      const value = data[from + (channels === 4 ? c : 0)] as number;
      rgb[to + c] = Math.round(255 - (255 - value) * alpha);
    }
  }
  return rgb;
}
