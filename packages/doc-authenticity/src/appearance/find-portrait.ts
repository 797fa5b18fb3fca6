import type { Box } from '@dossierkit/core';
import {
  type Component,
  connectedComponents,
  type GreyRaster,
  gaussianBlur,
  histogram,
  percentile,
  type Raster,
  toGrey,
} from '@dossierkit/doc-raster';

/** A blur at which text on a card has faded into its ground, and a portrait has not: in parts of the card's width. */
const BLUR = 0.012;
/** How much darker than its ground a portrait is at least, in levels of grey. */
const DARKER = 28;
/** Where the brightness of a whole card varies less than this, nothing can be told. */
const MIN_CONTRAST = 40;

/** What stands out of the ground of a card as a portrait does. */
export interface PortraitSearch {
  readonly portrait?: Box;
  /** Whether the picture is good enough for its absence to mean something. */
  readonly canTell: boolean;
}

/**
 * Finds a portrait on the flat side of a document: a connected area that is darker than the ground, as large as portraits on
 * documents are, higher than broad or nearly so, and full of half-tones. Works in colour and in grey; tells a portrait from text,
 * chip and emblem, and not one person from another.
 */
export function findPortrait(side: Raster): PortraitSearch {
  const grey = gaussianBlur(toGrey(side), side.widthPx * BLUR);
  const counts = histogram(grey);
  const ground = percentile(counts, 0.6);
  const canTell = percentile(counts, 0.97) - percentile(counts, 0.03) >= MIN_CONTRAST;
  const { widthPx, heightPx } = grey;
  const data = Uint8Array.from(grey.data, (value) => (ground - value > DARKER ? 1 : 0));
  const { components, labels } = connectedComponents({ widthPx, heightPx, data });
  let best: Component | undefined;
  for (const component of components) {
    if (best && best.areaPx >= component.areaPx) continue;
    if (hasPortraitShape(component, grey) && halftonePart(component, grey, labels, ground) > MIN_HALFTONES)
      best = component;
  }
  if (!best) return { canTell };
  const portrait = {
    x: best.leftPx / widthPx,
    y: best.topPx / heightPx,
    width: best.widthPx / widthPx,
    height: best.heightPx / heightPx,
  };
  return { canTell, portrait };
}

/** What part of a portrait lies between its darkest and its lightest: text and emblems have two tones only. */
const MIN_HALFTONES = 0.3;

/** Sizes in parts of the side: ICAO's portraits fill a quarter of a passport's page and a third of a card's height. */
function hasPortraitShape({ widthPx, heightPx, areaPx }: Component, side: GreyRaster): boolean {
  const [width, height] = [widthPx / side.widthPx, heightPx / side.heightPx];
  const proportion = widthPx / heightPx;
  const filled = areaPx / (widthPx * heightPx);
  return (
    width > 0.1 &&
    width < 0.5 &&
    height > 0.22 &&
    height < 0.9 &&
    proportion > 0.4 &&
    proportion < 1.3 &&
    filled > 0.35
  );
}

function halftonePart(
  { label, leftPx, topPx, widthPx, heightPx, areaPx }: Component,
  grey: GreyRaster,
  labels: Int32Array,
  ground: number,
): number {
  let between = 0;
  for (let y = topPx; y < topPx + heightPx; y++)
    for (let x = leftPx; x < leftPx + widthPx; x++) {
      const at = y * grey.widthPx + x;
      const value = grey.data[at] as number;
      if (labels[at] === label && value > ground * 0.3 && value < ground * 0.85) between++;
    }
  return between / areaPx;
}
