import type { MrzLayout } from '../layout.js';
import { PRINTED_STATES } from '../states.js';
import { type Cell, MOST_COST, type Option } from './cells.js';

/** How much better, in nats, letters that are no state's code must fit than any code that is one. */
const UNKNOWN_STATE = 5;

/**
 * Reads issuing state and nationality as one of the codes there are: a letter costs what the likeliest code with this
 * letter costs. Where no code comes close to what was seen, the document prints an unknown one, and nothing changes.
 */
export function fitStates(layout: MrzLayout, cells: Cell[]): void {
  for (const { name, line, start, end } of layout.fields) {
    if (name !== 'issuingState' && name !== 'nationality') continue;
    const first = cells.findIndex((cell) => cell.line === line && cell.at === start);
    if (end - start !== 3) continue;
    const fitted = fitCode(cells.slice(first, first + 3));
    fitted?.forEach((options, i) => {
      cells[first + i] = { ...(cells[first + i] as Cell), options };
    });
  }
}

/** The readings of three cells that some code allows, or nothing where no code fits. */
function fitCode(cells: readonly Cell[]): Option[][] | undefined {
  const least = cells.map(() => new Map<string, number>());
  let best = UNKNOWN_STATE;
  for (const code of PRINTED_STATES) {
    const cost = cells.reduce((sum, { options }, i) => sum + costOf(options, code[i] as string), 0);
    if (cost > MOST_COST) continue;
    best = Math.min(best, cost);
    least.forEach((costs, i) => {
      const letter = code[i] as string;
      costs.set(letter, Math.min(cost, costs.get(letter) ?? cost));
    });
  }
  if (best === UNKNOWN_STATE) return undefined;
  return least.map((costs) =>
    [...costs]
      .map(([glyph, cost]) => ({ glyph, cost: cost - best }))
      .sort((a, b) => a.cost - b.cost || (a.glyph < b.glyph ? -1 : 1)),
  );
}

const costOf = (options: readonly Option[], glyph: string): number =>
  options.find((option) => option.glyph === glyph)?.cost ?? Number.POSITIVE_INFINITY;
