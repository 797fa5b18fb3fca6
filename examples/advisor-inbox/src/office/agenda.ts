/** What is going to happen in the office: by time, then in the order of entry. */
export interface Agenda {
  add(atMs: number, run: () => void): void;
  /** Takes the next entry that is due by then. */
  takeUntil(ms: number): { readonly atMs: number; run(): void } | undefined;
}

export function createAgenda(): Agenda {
  const entries: { readonly atMs: number; run(): void }[] = [];
  return {
    add(atMs, run) {
      let at = entries.length;
      while (at > 0 && (entries[at - 1]?.atMs ?? 0) > atMs) at--;
      entries.splice(at, 0, { atMs, run });
    },
    takeUntil: (ms) => ((entries[0]?.atMs ?? Number.POSITIVE_INFINITY) <= ms ? entries.shift() : undefined),
  };
}
