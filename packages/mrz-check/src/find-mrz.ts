import type { PlainDate } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import { lookForZone } from './internal/look-for-zone.js';
import type { MrzFormat } from './layout.js';
import type { MrzSight } from './reading.js';

/** Where a zone lies in a picture. */
export interface MrzPlace extends Pick<MrzSight, 'angleDegrees' | 'pitchPx' | 'corners'> {
  readonly format: MrzFormat;
}

/** Finding asks only whether the calendar has a day, not in which century. */
const ANY_DAY = '2020-01-01' as PlainDate;

/**
 * Finds where the machine-readable zone lies, to frame a camera's picture or to cut the zone out. It takes as long as
 * `readMrz`, which says the same in `sight` of its reading.
 *
 * @returns the zone's place, or nothing where there is no zone
 * @example
 * const place = findMrz(picture);
 * if (place && place.pitchPx < 9) tellThePerson('Move closer');
 */
export function findMrz(raster: Raster): MrzPlace | undefined {
  const reading = lookForZone(raster, ANY_DAY)?.reading;
  if (!reading?.sight) return undefined;
  const { angleDegrees, pitchPx, corners } = reading.sight;
  return { format: reading.format, angleDegrees, pitchPx, corners };
}
