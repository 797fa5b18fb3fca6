/** Wakes those who follow a dossier when it changes. Many changes before somebody looks count as one. */
export class Live {
  readonly #followers = new Map<string, Set<() => void>>();

  follow(id: string): { next(timeoutMs: number): Promise<boolean>; stop(): void } {
    let changed = false;
    let wake: (() => void) | undefined;
    const notice = (): void => {
      changed = true;
      wake?.();
    };
    const all = this.#followers.get(id) ?? new Set();
    this.#followers.set(id, all.add(notice));
    return {
      /** Whether something changed before the time was up. */
      next: async (timeoutMs) => {
        if (!changed) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, timeoutMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        const was = changed;
        changed = false;
        return was;
      },
      stop: () => {
        all.delete(notice);
        if (all.size === 0) this.#followers.delete(id);
        wake?.();
      },
    };
  }

  changed(id: string): void {
    for (const notice of this.#followers.get(id) ?? []) notice();
  }
}
