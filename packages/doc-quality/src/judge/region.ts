import type { Box } from '@dossierkit/core';
import type { Region } from '../findings.js';

/** Where a box lies, in words. */
export function regionOf({ x, y, width, height }: Box): Region {
  if (width * height > 0.5) return 'page';
  const across = thirdOf(x + width / 2, width);
  const down = thirdOf(y + height / 2, height);
  if (across === 0 && down === 0) return 'centre';
  if (down === 0) return across < 0 ? 'left' : 'right';
  if (across === 0) return down < 0 ? 'top' : 'bottom';
  return `${down < 0 ? 'upper' : 'lower'}-${across < 0 ? 'left' : 'right'}`;
}

/** -1, 0 or 1 for the first, middle or last third; what is long belongs to the middle. */
function thirdOf(centre: number, length: number): number {
  if (length > 0.6) return 0;
  return centre < 0.4 ? -1 : centre > 0.6 ? 1 : 0;
}
