/** Something that costs more or less than others of its kind. */
export interface Priced {
  readonly cost: number;
}

/** So many choices are looked at, and no more. */
export const MOST_STEPS = 700;

/** All choices of one option from each list, the cheapest first, up to a limit. Options are sorted by cost, the first costs 0. */
export function* inOrderOfCost(
  options: readonly (readonly Priced[])[],
): Generator<{ readonly cost: number; readonly choice: readonly number[] }> {
  const queue: { cost: number; choice: number[]; last: number }[] = [
    { cost: 0, choice: options.map(() => 0), last: 0 },
  ];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = takeLeast(queue);
    if (!next) return;
    yield next;
    for (let i = next.last; i < options.length; i++) {
      const now = next.choice[i] as number;
      const from = options[i]?.[now];
      const to = options[i]?.[now + 1];
      if (!from || !to) continue;
      const choice = next.choice.slice();
      choice[i] = now + 1;
      push(queue, { cost: next.cost + to.cost - from.cost, choice, last: i });
    }
  }
}

/** A binary heap by cost. */
function push<T extends { readonly cost: number }>(heap: T[], item: T): void {
  heap.push(item);
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if ((heap[parent] as T).cost <= item.cost) break;
    heap[i] = heap[parent] as T;
    i = parent;
  }
  heap[i] = item;
}

function takeLeast<T extends { readonly cost: number }>(heap: T[]): T | undefined {
  const least = heap[0];
  const item = heap.pop();
  if (!least || !item || heap.length === 0) return least;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] as T).cost < (heap[child] as T).cost) child++;
    if ((heap[child] as T).cost >= item.cost) break;
    heap[i] = heap[child] as T;
    i = child;
  }
  heap[i] = item;
  return least;
}
