/** The last names that were added, so many of them, oldest first. */
export interface RecentNames {
  has(name: string): boolean;
  add(name: string): void;
  values(): readonly string[];
}

/** A ring beside the set: to find the oldest entry of a set from which many were taken, it would be walked through. */
export function createRecentNames(limit: number): RecentNames {
  const names = new Set<string>();
  const ring: string[] = [];
  let oldest = 0;
  return {
    has: (name) => names.has(name),
    add(name) {
      if (names.has(name)) return;
      names.add(name);
      if (ring.length < limit) {
        ring.push(name);
        return;
      }
      names.delete(ring[oldest] as string);
      ring[oldest] = name;
      oldest = (oldest + 1) % limit;
    },
    values: () => [...ring.slice(oldest), ...ring.slice(0, oldest)],
  };
}
