const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Turns local clock readings of one zone into instants. Local readings are ms as if the clock showed UTC. */
export interface ZoneOffsets {
  /** How far local clocks are ahead of UTC at an instant, in ms. */
  offsetAt(instantMs: number): number;
  /**
   * The instant of a local reading. A reading that occurs twice (clocks set back) means its first occurrence; one that
   * never occurs (clocks set forward) is as much later as clocks were set.
   */
  toInstant(localMs: number): number;
}

/** The offsets of an IANA zone, from `Intl`, remembered by day because asking costs microseconds. */
export function createZoneOffsets(zone: string): ZoneOffsets {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const atMidnight = new Map<number, number>();

  const offsetAt = (instantMs: number): number => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instantMs)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instantMs / 1000) * 1000;
  };
  const offsetOfDay = (day: number): number => {
    const known = atMidnight.get(day);
    if (known !== undefined) return known;
    const offset = offsetAt(day * DAY_MS);
    atMidnight.set(day, offset);
    return offset;
  };
  const toInstant = (localMs: number): number => {
    const day = Math.floor(localMs / DAY_MS);
    const before = offsetOfDay(day - 1);
    const after = offsetOfDay(day + 2);
    if (before === after) return localMs - before;
    if (offsetAt(localMs - before) === before) return localMs - before;
    if (offsetAt(localMs - after) === after) return localMs - after;
    return localMs - before;
  };
  return { offsetAt, toInstant };
}
