import { type GreyRaster, resize } from '@dossierkit/doc-raster';
import { type LineGeometry, pitchAt } from './line-geometry.js';

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
}

const MOST_PITCH = 28;

export function createPyramid(full: GreyRaster): Pyramid {
  const levels: GreyRaster[] = [full];
  return {
    full,
    levelFor(line) {
      let index = 0;
      for (let pitch = pitchAt(line, 15); pitch > MOST_PITCH && index < 6; pitch /= 2) index++;
      while (levels.length <= index) levels.push(halved(levels[levels.length - 1] as GreyRaster));
      const grey = levels[index] as GreyRaster;
      const sx = grey.widthPx / full.widthPx;
      const sy = grey.heightPx / full.heightPx;
      return { grey, scaled: (l) => scaledLine(l, sx, sy) };
    },
  };
}

/** A line in a picture of another size. */
export function scaledLine({ x, y, cap }: LineGeometry, sx: number, sy: number): LineGeometry {
  return {
    x: [x[0] * sx, x[1] * sx, x[2] * sx],
    y: [y[0] * sy, y[1] * sy, y[2] * sy],
    cap: (cap * (sx + sy)) / 2,
  };
}

function halved(grey: GreyRaster): GreyRaster {
  return resize(grey, {
    widthPx: Math.max(1, Math.round(grey.widthPx / 2)),
    heightPx: Math.max(1, Math.round(grey.heightPx / 2)),
  });
}
