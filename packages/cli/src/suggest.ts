/** The name that was probably meant: the nearest one, at most a third of its letters away. */
export function suggest(typed: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  // Nobody mistypes a name of four letters as a hundred.
  const text = typed.toLowerCase().slice(0, 100);
  for (const name of names) {
    const away = distance(text, name);
    if (away < least && away <= Math.max(1, Math.round(name.length / 3))) {
      best = name;
      least = away;
    }
  }
  return best;
}

/** ` Did you mean "mrz"?`, or nothing. */
export function didYouMean(typed: string, names: readonly string[], prefix = ''): string {
  const name = suggest(typed, names);
  return name === undefined ? '' : ` Did you mean "${prefix}${name}"?`;
}

/** Insertions, deletions, replacements, and swaps of neighbours. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const above = rows[i - 1] as number[];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (above[j - 1] as number) + same,
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (rows[i - 2]?.[j - 2] as number) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] as number;
}
