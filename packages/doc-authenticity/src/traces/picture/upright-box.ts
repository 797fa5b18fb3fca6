import type { Box } from '@dossierkit/core';

/** Turns a place among the stored pixels into the place on the upright picture (EXIF 2.32, tag 274). */
export function uprightBox({ x, y, width, height }: Box, orientation: number): Box {
  const [right, below] = [1 - x - width, 1 - y - height];
  const flat = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  const turned = (left: number, top: number): Box => ({ x: left, y: top, width: height, height: width });
  switch (orientation) {
    case 2:
      return flat(right, y);
    case 3:
      return flat(right, below);
    case 4:
      return flat(x, below);
    case 5:
      return turned(y, x);
    case 6:
      return turned(below, x);
    case 7:
      return turned(below, right);
    case 8:
      return turned(y, right);
    default:
      return flat(x, y);
  }
}
