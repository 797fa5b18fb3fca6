import { type PlainDate, plainDateAt, type Timestamp, timestampFromMs } from '@dossierkit/core';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const cache = new Map<string, Timestamp>();
const MAX_CACHED = 4_096;

/**
 * The first instant of a calendar day in a zone. Found by halving, so that it is right on days that begin at 01:00 or
 * whose midnight comes twice, and needs no table of offsets.
 */
export function startOfDay(day: PlainDate, zone: string): Timestamp {
  const key = `${day} ${zone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const utc = Date.parse(`${day}T00:00:00Z`);
  let before = utc - 15 * HOUR_MS;
  let within = utc + 15 * HOUR_MS;
  while (within - before > MINUTE_MS) {
    const middle = before + Math.floor((within - before) / MINUTE_MS / 2) * MINUTE_MS;
    if (plainDateAt(timestampFromMs(middle), zone) >= day) within = middle;
    else before = middle;
  }
  if (cache.size >= MAX_CACHED) cache.clear();
  const start = timestampFromMs(within);
  cache.set(key, start);
  return start;
}
