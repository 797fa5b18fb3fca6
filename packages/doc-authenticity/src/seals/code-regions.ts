import { boxMean, connectedComponents, type GreyRaster, type PixelRect } from '@dossierkit/doc-raster';

/** The longer side in pixels up to which every pixel is looked at: a scan of A4 at 200 dpi; of larger ones every second, third… */
const LOOK_PX = 2400;
/** The side of a cell in pixels: several modules of a code. */
const CELL = 8;
/** How much neighbouring pixels must differ to count as an edge, in levels of grey. */
const EDGE = 24;
/** What part of the pixels in and around a cell are edges, across and down alike: codes have more, text has less by its margins. */
const LEAST_EDGES = 0.13;
/** Cells around a cell over which this is averaged. */
const REACH = 2;
/** Codes that are read have at least so many cells to a side. */
const SMALLEST = 6;
const MOST_REGIONS = 6;
/** Cells around a region, for the quiet zone and for corners that the average has cut off. */
const MARGIN = 4;

/**
 * Where on a page a matrix code may be: areas that are full of edges in both directions. This costs a fraction of looking for
 * codes everywhere, which has to follow every line of text.
 *
 * @returns at most six places, the largest first; a place may turn out to be a photo or small print
 */
export function codeRegions(grey: GreyRaster): PixelRect[] {
  const step = Math.max(1, Math.round(Math.max(grey.widthPx, grey.heightPx) / LOOK_PX));
  const cells = edgeDensity(grey, step);
  const { components } = connectedComponents({
    widthPx: cells.widthPx,
    heightPx: cells.heightPx,
    data: Uint8Array.from(boxMean(cells, REACH).data, (mean) => (mean >= LEAST_EDGES * 255 ? 1 : 0)),
  });
  const scale = step * CELL;
  return components
    .filter(({ widthPx, heightPx }) => Math.min(widthPx, heightPx) >= SMALLEST)
    .sort((a, b) => b.areaPx - a.areaPx)
    .slice(0, MOST_REGIONS)
    .map((region) => withMargin(region, scale, grey));
}

/** For each cell, what part of its pixels are edges in the direction that has fewer, as 0 to 255. */
function edgeDensity({ data, widthPx, heightPx }: GreyRaster, step: number): GreyRaster {
  const columns = Math.max(1, Math.floor((widthPx - step) / (CELL * step)));
  const rows = Math.max(1, Math.floor((heightPx - step) / (CELL * step)));
  const cells = new Uint8Array(columns * rows);
  const [right, below] = [step, step * widthPx];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [across, down] = [0, 0];
      for (let y = 0; y < CELL; y++) {
        let at = (row * CELL + y) * step * widthPx + column * CELL * step;
        if (at + below + CELL * step > data.length) break;
        for (let x = 0; x < CELL; x++, at += step) {
          const value = data[at] as number;
          const one = value - (data[at + right] as number);
          const other = value - (data[at + below] as number);
          if (one > EDGE || one < -EDGE) across++;
          if (other > EDGE || other < -EDGE) down++;
        }
      }
      cells[row * columns + column] = (Math.min(across, down) / (CELL * CELL)) * 255;
    }
  return { widthPx: columns, heightPx: rows, channels: 1, data: cells };
}

function withMargin(
  { leftPx, topPx, widthPx, heightPx }: PixelRect,
  scale: number,
  page: GreyRaster,
): PixelRect {
  const left = Math.max(0, Math.floor((leftPx - MARGIN) * scale));
  const top = Math.max(0, Math.floor((topPx - MARGIN) * scale));
  const right = Math.min(page.widthPx, Math.ceil((leftPx + widthPx + MARGIN) * scale));
  const bottom = Math.min(page.heightPx, Math.ceil((topPx + heightPx + MARGIN) * scale));
  return { leftPx: left, topPx: top, widthPx: right - left, heightPx: bottom - top };
}
