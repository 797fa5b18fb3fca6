/** From (included) and to (excluded), in ms. */
export type Range = readonly [from: number, to: number];

/** What is left of sorted disjoint ranges without the sorted disjoint `holes`. */
export function cutRanges(ranges: readonly Range[], holes: readonly Range[]): readonly Range[] {
  if (holes.length === 0) return ranges;
  const left: Range[] = [];
  for (const [from, to] of ranges) {
    let start = from;
    for (const [holeFrom, holeTo] of holes) {
      if (holeTo <= start || holeFrom >= to) continue;
      if (holeFrom > start) left.push([start, holeFrom]);
      start = Math.max(start, holeTo);
    }
    if (start < to) left.push([start, to]);
  }
  return left;
}

/** Sorted and disjoint ranges with the same union. Ranges that end before they begin are nothing. */
export function unionOf(ranges: readonly Range[]): readonly Range[] {
  const out: Range[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (to <= from) continue;
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)];
    else out.push([from, to]);
  }
  return out;
}
