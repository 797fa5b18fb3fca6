import type { Random } from '../../random.js';

/** One line of a sale. */
export interface Item {
  readonly text: string;
  readonly quantity: number;
  readonly minor: number;
}

export function itemsOf(random: Random, names: readonly string[], count: number): Item[] {
  return random
    .shuffle(names)
    .slice(0, count)
    .map((text) => ({ text, quantity: random.int(1, 3), minor: random.int(90, 4900) }));
}

export const totalOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + item.quantity * item.minor, 0);
