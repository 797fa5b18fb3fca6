import type { PlainDate, Timestamp } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import { lookForZone } from './internal/look-for-zone.js';
import type { MrzReading } from './reading.js';

/** Options of {@link readMrz}. */
export interface ReadMrzOptions {
  /** The day that tells 1926 from 2026. */
  readonly at: Timestamp | PlainDate;
}

/**
 * Finds the machine-readable zone in a picture and reads it.
 *
 * Any rotation, moderate perspective, patterned paper, colour or grey. The format's alphabets, the check digits and the
 * calendar take part in the decision; what was taken otherwise than the picture alone suggests is listed in
 * `sight.repairs`, what stayed open in `sight.doubts`. Same pixels, same answer; nothing is sent or stored.
 *
 * @returns the reading, right or wrong (see `valid`, and `checkMrz` for a verdict), or nothing where no zone was found
 * @example
 * const reading = readMrz(picture, { at: plainDate('2026-05-03') });
 * reading?.fields.surname;
 */
export function readMrz(raster: Raster, { at }: ReadMrzOptions): MrzReading | undefined {
  return lookForZone(raster, at.slice(0, 10) as PlainDate)?.reading;
}
