import { costOfBeginning } from './beginning.js';
import { shifted } from './line-geometry.js';
import type { Pyramid } from './pyramid.js';
import { type ReadLine, readLine } from './read-line.js';
import { settleHeight } from './settle-height.js';

/** A line of 30 characters that was read, and how many pixels below another it lies. */
export interface PlacedLine {
  readonly down: number;
  readonly read: ReadLine;
}

/** How unlikely, in nats, the first five characters of a licence may be: few other lines begin like that. */
const MOST_COST = 6;

/** Driving licences begin with their kind and state; their numbers of lines are no others'. From the top, one below another. */
export function licencesAmong(pyramid: Pyramid, placed: readonly PlacedLine[]): ReadLine[][] {
  const found: ReadLine[][] = [];
  placed.forEach((upper, index) => {
    if (costOfBeginning(upper.read.glyphs, 'D1FRA') < MOST_COST) found.push([upper.read]);
    const lower = placed[index + 1];
    if (!lower || !SWISS.some((text) => costOfBeginning(upper.read.glyphs, text) < MOST_COST)) return;
    const first = swissFirstLine(pyramid, upper.read, lower.down - upper.down);
    if (first) found.push([first, upper.read, lower.read]);
  });
  return found;
}

const SWISS = ['FACHE', 'FALIE'];
/** The first line of the Swiss licence has nine characters, above the first nine of the second. */
const SWISS_FIRST = 9;

function swissFirstLine(pyramid: Pyramid, { line }: ReadLine, spacing: number): ReadLine | undefined {
  const above = settleHeight(pyramid, shifted(line, -spacing), 0, SWISS_FIRST - 1);
  return readLine(pyramid, above, -1, SWISS_FIRST + 1, [SWISS_FIRST]).get(SWISS_FIRST);
}
