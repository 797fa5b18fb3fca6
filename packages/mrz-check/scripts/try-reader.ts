import { plainDate } from '@dossierkit/core';
import { checkMrz } from '../src/check-mrz.js';
import { isPlainlyOtherwise } from '../src/internal/decode.js';
import { lookForZone } from '../src/internal/look-for-zone.js';
import type { MrzReading } from '../src/reading.js';
import { drawPage } from './draw-page.js';
import { DAMAGES, type Damage, drawZone } from './draw-zone.js';
import { madeUpZone } from './made-up-zone.js';
import { createRandom } from './random.js';
import type { PageResult, ZoneResult } from './results.js';
import type { Sharp } from './with-fonts.js';

const at = plainDate('2026-05-03');

/** Draws zone number `seed` and reads it. */
export async function tryZone(sharp: Sharp, seed: number): Promise<ZoneResult> {
  const random = createRandom(seed * 2654435761);
  // A quarter of the zones is undamaged, the rest has one damage each.
  const damage =
    seed % 4 === 0
      ? 'standard'
      : (DAMAGES[1 + ((Math.floor(seed / 4) * 3 + (seed % 4)) % (DAMAGES.length - 1))] as Damage);
  const { format, lines } = madeUpZone(random);
  const raster = await drawZone(sharp, lines, damage, random);
  const start = performance.now();
  const attempt = lookForZone(raster, at);
  const ms = performance.now() - start;
  const reading = attempt?.reading;
  const outcome = !reading ? 'none' : reading.lines.join() === lines.join() ? 'exact' : 'wrong';
  const characters =
    (reading?.lines.join('').length === lines.join('').length && reading.checkDigits.length > 0
      ? attempt?.decoded.characters
      : []) ?? [];
  return {
    seed,
    damage,
    format,
    outcome,
    valid: reading?.valid === true,
    accepted: reading !== undefined && isAccepted(reading),
    sound: reading !== undefined && isAccepted(reading, 'mrz-check/doubtful'),
    repairs: attempt?.decoded.repairs.length ?? 0,
    characters: characters.map((c) => [
      c.support,
      Math.round(c.margin * 100) / 100,
      c.taken === lines[c.line]?.[c.at] ? 1 : 0,
      c.taken,
      c.line,
      c.or === undefined ? 0 : 1,
      isPlainlyOtherwise(c) ? 1 : 0,
    ]),
    ms,
  };
}

/** Whether nothing but the dates of the document, or what else is given, speaks against it. */
function isAccepted(reading: MrzReading, besides: string = ''): boolean {
  const { findings } = checkMrz(reading, { at });
  return findings.every(
    ({ outcome, severity, code }) =>
      outcome === 'passed' || severity === 'info' || code === 'mrz-check/expired' || code === besides,
  );
}

/** Draws page number `seed`, which has no zone, and looks for one. */
export async function tryPage(sharp: Sharp, seed: number): Promise<PageResult> {
  const { raster, kind } = await drawPage(sharp, seed);
  const start = performance.now();
  const reading = lookForZone(raster, at)?.reading;
  const ms = performance.now() - start;
  return {
    seed,
    kind,
    found: reading !== undefined,
    accepted: reading !== undefined && isAccepted(reading),
    ms,
  };
}
