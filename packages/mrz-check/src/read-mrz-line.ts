import { type Raster, toGrey } from '@dossierkit/doc-raster';
import { allowedAt, type Cell, readingsOf, sharpened } from './internal/cells.js';
import { findChains } from './internal/find-chains.js';
import { inReadingOrder } from './internal/find-zone.js';
import { GLYPHS } from './internal/glyph-net-shape.js';
import { lookouts } from './internal/lookouts.js';
import { createPyramid, type Pyramid, scaledLine } from './internal/pyramid.js';
import { lookAgain, type ReadLine, readLine } from './internal/read-line.js';
import { settleHeight } from './internal/settle-height.js';
import { MRZ_LAYOUTS } from './layouts.js';

/** One line of a zone, read alone. */
export interface MrzLineReading {
  readonly text: string;
  /** 0 to 1: how likely each character is right. */
  readonly confidences: readonly number[];
}

const LENGTHS = [30, 36, 44];

/**
 * Reads one line of a zone from a picture of that line alone, as a cropping tool or another zone finder delivers it. Which
 * line of which format it is follows from its length and its characters. Without the other lines no check digit can help:
 * prefer `readMrz` with the whole page.
 *
 * @returns the line, or nothing where there is no line of 30, 36 or 44 characters
 */
export function readMrzLine(raster: Raster): MrzLineReading | undefined {
  if (raster.widthPx < 60 || raster.heightPx < 8) return undefined;
  const grey = toGrey(raster);
  const pyramid = createPyramid(grey);
  let best: ReadLine | undefined;
  for (const { longPx, radiusPx, offset } of lookouts(grey)) {
    const sized = pyramid.sized(longPx);
    for (const chain of findChains(sized.grey, radiusPx, offset).slice(0, 2)) {
      const line = settleHeight(pyramid, scaledLine(chain.line, 1 / sized.scale), 0, chain.cells - 1);
      for (const way of inReadingOrder(pyramid, line, chain.cells)) {
        const reach = 46 - Math.min(41, chain.cells);
        for (const read of readLine(pyramid, way, -reach, chain.cells + reach, LENGTHS).values()) {
          if (!best || worthOf(read) > worthOf(best)) best = read;
        }
      }
    }
    if (best) return decideLine(lookAgain(pyramid, best, settled(pyramid, best)));
  }
  return undefined;
}

/** The score, better where fillers are read: upside down there are none. */
function worthOf({ score, glyphs }: ReadLine): number {
  let fillers = 0;
  for (let at = GLYPHS.length - 1; at < glyphs.length; at += GLYPHS.length)
    if ((glyphs[at] as number) > -0.7) fillers++;
  return score + fillers;
}

const settled = (pyramid: Pyramid, { line, glyphs }: ReadLine): ReadLine['line'] =>
  settleHeight(pyramid, line, 0, glyphs.length / GLYPHS.length - 1);

/** The line as the place in a format allows it that fits best. */
function decideLine({ glyphs }: ReadLine): MrzLineReading {
  const length = glyphs.length / GLYPHS.length;
  let best: { readonly cells: readonly Pick<Cell, 'options'>[]; readonly forced: number } | undefined;
  for (const layout of Object.values(MRZ_LAYOUTS)) {
    layout.lengths.forEach((wanted, line) => {
      if (wanted !== length) return;
      let forced = 0;
      const cells = Array.from({ length }, (_, at) => {
        const scores = sharpened(glyphs.subarray(at * GLYPHS.length, (at + 1) * GLYPHS.length));
        const cell = readingsOf(scores, allowedAt(layout, line, at));
        forced += costOf(scores, cell.options[0]?.glyph ?? '<');
        return cell;
      });
      if (!best || forced < best.forced) best = { cells, forced };
    });
  }
  const cells = best?.cells ?? [];
  return {
    text: cells.map(({ options }) => options[0]?.glyph ?? '<').join(''),
    confidences: cells.map(({ options }) => 1 / options.reduce((sum, { cost }) => sum + Math.exp(-cost), 0)),
  };
}

const costOf = (scores: Float32Array, glyph: string): number =>
  scores.reduce((a, b) => Math.max(a, b)) - (scores[GLYPHS.indexOf(glyph)] as number);
