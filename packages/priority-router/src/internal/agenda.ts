/** What happens next in a simulation: by time, then in the order of entry. */
export interface Agenda<Entry> {
  readonly size: number;
  add(atMs: number, entry: Entry): void;
  take(): { readonly atMs: number; readonly entry: Entry } | undefined;
}

export function createAgenda<Entry>(): Agenda<Entry> {
  interface Row {
    readonly atMs: number;
    readonly order: number;
    readonly entry: Entry;
  }
  const rows: Row[] = [];
  let entered = 0;
  const before = (a: Row, b: Row): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  return {
    get size() {
      return rows.length;
    },
    add(atMs, entry) {
      const row = { atMs, order: entered++, entry };
      let index = rows.push(row) - 1;
      while (index > 0) {
        const parent = (index - 1) >>> 1;
        const above = rows[parent] as Row;
        if (!before(row, above)) break;
        rows[index] = above;
        index = parent;
      }
      rows[index] = row;
    },
    take() {
      const first = rows[0];
      const last = rows.pop();
      if (!first || !last || rows.length === 0) return first;
      let index = 0;
      for (let child = 1; child < rows.length; child = 2 * index + 1) {
        const right = rows[child + 1];
        if (right && before(right, rows[child] as Row)) child++;
        const below = rows[child] as Row;
        if (!before(below, last)) break;
        rows[index] = below;
        index = child;
      }
      rows[index] = last;
      return first;
    },
  };
}
