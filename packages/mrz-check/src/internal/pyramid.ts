import { type GreyRaster, resize } from '@dossierkit/doc-raster';
import { halved } from './halved.js';
import { type Cubic, type LineGeometry, pitchAt } from './line-geometry.js';

/** A picture in one size. Lines are given in pixels of the full size. */
export interface PyramidLevel {
  readonly grey: GreyRaster;
  /** A line of the full size in this one. */
  scaled(line: LineGeometry): LineGeometry;
}

/** A picture in several sizes, each half of the one before, made when they are needed. */
export interface Pyramid {
  readonly full: GreyRaster;
  /** The size in which a cell of this line has 14 to 28 pixels, or the full one where it has less. */
  levelFor(line: LineGeometry): PyramidLevel;
  /** The picture halved until its longer side is below twice this, or enlarged to it; and its scale. */
  sized(longPx: number): { readonly grey: GreyRaster; readonly scale: number };
}

const MOST_PITCH = 28;

export function createPyramid(full: GreyRaster): Pyramid {
  const levels: GreyRaster[] = [full];
  const level = (index: number): GreyRaster => {
    while (levels.length <= index) levels.push(halved(levels[levels.length - 1] as GreyRaster));
    return levels[index] as GreyRaster;
  };
  return {
    full,
    levelFor(line) {
      let index = 0;
      for (let pitch = pitchAt(line, 15); pitch > MOST_PITCH && index < 6; pitch /= 2) index++;
      // An odd last row or column is left out when halving, so that the scale is exact.
      const scale = 0.5 ** index;
      return { grey: level(index), scaled: (l) => scaledLine(l, scale) };
    },
    sized(longPx) {
      let index = 0;
      let long = Math.max(full.widthPx, full.heightPx);
      for (; long >= 2 * longPx - 1; long >>= 1) index++;
      const grey = level(index);
      const scale = longPx > long ? longPx / long : 1;
      const larger = {
        widthPx: Math.round(grey.widthPx * scale),
        heightPx: Math.round(grey.heightPx * scale),
      };
      return { grey: scale === 1 ? grey : resize(grey, larger), scale: 0.5 ** index * scale };
    },
  };
}

/** A line in a picture of another size. */
export function scaledLine({ x, y, cap }: LineGeometry, scale: number): LineGeometry {
  const scaled = (q: Cubic): Cubic => [q[0] * scale, q[1] * scale, q[2] * scale, q[3] * scale];
  return { x: scaled(x), y: scaled(y), cap: cap * scale };
}
