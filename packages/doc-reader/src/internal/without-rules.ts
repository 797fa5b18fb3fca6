import type { GreyRaster } from '@dossierkit/doc-raster';
import { inkOf } from './ink.js';

/**
 * What is so long and so thin is a rule: strokes of letters are shorter, or thicker. In pixels at the resolution that OCR wants,
 * where capitals of usual print are 20 to 30 high.
 */
const RULE = { longPx: 60, thinPx: 5 };
const LONG_RULE = { longPx: 150, thinPx: 9 };
/** The sides of boxes for single letters are short, but both their ends are on a rule. */
const BOX_SIDE = { longPx: 26, thinPx: 9 };
/** So far from its end a side may be and still stand on a rule. */
const NEAR_PX = 4;
/** Half the side of the place where two rules cross. */
const CROSSING_PX = 3;
/** Dust makes gaps of so many pixels, and so do boxes side by side. */
const GAP_PX = 2;
/** The ground is looked for so far from a rule, past others beside it. */
const GROUND_PX = 12;

/** Ink along an axis. */
interface Run {
  /** The row of a run across, the column of an upright one. */
  readonly lane: number;
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** A run with how thick the rule may be that it is part of. */
interface RulePart extends Run {
  readonly thinPx: number;
}

/** A picture as lanes of one direction: rows for what lies across, columns for what stands upright. */
interface Lanes {
  readonly ink: Uint8Array;
  readonly count: number;
  /** From one lane to the next at the same place, and from one place to the next in the same lane. */
  readonly laneStep: number;
  readonly placeStep: number;
}

/**
 * The picture without the rules of tables and the boxes of forms, which OCR takes for letters, or for which it loses the
 * letters beside them. Where a letter crosses a rule, the letter stays.
 */
export function withoutRules(grey: GreyRaster): GreyRaster {
  const { widthPx, heightPx } = grey;
  const ink = inkOf(grey);
  const rows: Lanes = { ink, count: heightPx, laneStep: widthPx, placeStep: 1 };
  const columns: Lanes = { ink, count: widthPx, laneStep: 1, placeStep: widthPx };
  const runs = longRuns(ink, widthPx, heightPx);
  const across = runs.across.flatMap((run) => asRule(rows, run) ?? []);
  const isOnRule = ruleFinder(across);
  const upright = runs.upright.flatMap((run) => {
    const isBoxSide = isOnRule(run.lane, run.from) && isOnRule(run.lane, run.to - 1);
    return asRule(columns, run) ?? (isBoxSide ? asRule(columns, run, BOX_SIDE) : undefined) ?? [];
  });
  if (across.length + upright.length === 0) return grey;
  const marks = new Uint8Array(ink.length);
  for (const part of upright) mark(marks, columns, part);
  for (const part of across) mark(marks, rows, part);
  markCrossings(marks, widthPx, across, upright);
  return painted(grey, marks);
}

/** Runs of ink that may be long enough. Both are found row by row: memory is read in its own order. */
function longRuns(ink: Uint8Array, widthPx: number, heightPx: number): { across: Run[]; upright: Run[] } {
  const across: Run[] = [];
  const upright: Run[] = [];
  const begins = new Int32Array(widthPx);
  const ends = new Int32Array(widthPx).fill(-1 - GAP_PX);
  const close = (x: number): void => {
    const [from, to] = [begins[x] as number, ends[x] as number];
    if (to - from >= BOX_SIDE.longPx) upright.push({ lane: x, from, to });
  };
  for (let y = 0, at = 0; y < heightPx; y++) {
    let from = 0;
    let to = -1 - GAP_PX;
    for (let x = 0; x < widthPx; x++, at++) {
      if (ink[at] === 0) continue;
      if (x - to > GAP_PX) {
        if (to - from >= RULE.longPx) across.push({ lane: y, from, to });
        from = x;
      }
      to = x + 1;
      const end = ends[x] as number;
      if (y - end > GAP_PX) {
        if (end - (begins[x] as number) >= BOX_SIDE.longPx) close(x);
        begins[x] = y;
      }
      ends[x] = y + 1;
    }
    if (to - from >= RULE.longPx) across.push({ lane: y, from, to });
  }
  for (let x = 0; x < widthPx; x++) close(x);
  return { across, upright };
}

/** The run as part of a rule, or nothing where it is too thick for its length: a bar, a picture, a letter. */
function asRule(lanes: Lanes, run: Run, allowed?: typeof RULE): RulePart | undefined {
  const length = run.to - run.from;
  const { longPx, thinPx } = allowed ?? (length >= LONG_RULE.longPx ? LONG_RULE : RULE);
  if (length < longPx) return undefined;
  let thin = 0;
  let seen = 0;
  for (let place = run.from; place < run.to; place += 3, seen++) {
    if (before(lanes, run.lane, place, thinPx) + after(lanes, run.lane, place, thinPx) < thinPx) thin++;
  }
  return thin >= 0.6 * seen ? { ...run, thinPx } : undefined;
}

/** How many lanes before a place have ink without a gap, counted up to a limit. */
function before({ ink, laneStep, placeStep }: Lanes, lane: number, place: number, limit: number): number {
  const at = lane * laneStep + place * placeStep;
  let reach = 0;
  while (reach < limit && lane - reach > 0 && ink[at - (reach + 1) * laneStep] === 1) reach++;
  return reach;
}

function after(
  { ink, count, laneStep, placeStep }: Lanes,
  lane: number,
  place: number,
  limit: number,
): number {
  const at = lane * laneStep + place * placeStep;
  let reach = 0;
  while (reach < limit && lane + reach + 1 < count && ink[at + (reach + 1) * laneStep] === 1) reach++;
  return reach;
}

/** Tells whether a rule that lies across passes near a place. */
function ruleFinder(across: readonly Run[]): (x: number, y: number) => boolean {
  const byRow = new Map<number, Run[]>();
  for (const run of across) {
    const row = byRow.get(run.lane);
    if (row) row.push(run);
    else byRow.set(run.lane, [run]);
  }
  return (x, y) => {
    for (let row = y - NEAR_PX; row <= y + NEAR_PX; row++) {
      if (byRow.get(row)?.some(({ from, to }) => x >= from - NEAR_PX && x < to + NEAR_PX)) return true;
    }
    return false;
  };
}

/** Marks a rule and its soft edges; where the ink is thicker, a letter crosses it. */
function mark(marks: Uint8Array, lanes: Lanes, { lane, from, to, thinPx }: RulePart): void {
  const { count, laneStep, placeStep } = lanes;
  for (let place = from; place < to; place++) {
    const [up, down] = [before(lanes, lane, place, thinPx), after(lanes, lane, place, thinPx)];
    if (up + down >= thinPx) continue;
    const first = Math.max(0, lane - up - 1);
    const last = Math.min(count - 1, lane + down + 1);
    for (let at = first; at <= last; at++) marks[at * laneStep + place * placeStep] = 1;
  }
}

/** Where two rules cross, the ink is thick in both directions, and askew rules have no pixel that is in a run of each. */
function markCrossings(
  marks: Uint8Array,
  widthPx: number,
  across: readonly RulePart[],
  upright: readonly RulePart[],
): void {
  const near = new Uint8Array(marks.length);
  for (const { lane, from, to } of upright) {
    for (let y = from; y < to; y++)
      near.fill(1, y * widthPx + lane - CROSSING_PX, y * widthPx + lane + CROSSING_PX + 1);
  }
  for (const { lane, from, to } of across) {
    for (let at = lane * widthPx + from; at < lane * widthPx + to; at++) {
      if (near[at] === 0) continue;
      for (let row = -CROSSING_PX; row <= CROSSING_PX; row++) marks[at + row * widthPx] = 1;
    }
  }
}

/** The picture with the nearest ground painted over what is marked. */
function painted(grey: GreyRaster, marks: Uint8Array): GreyRaster {
  const { widthPx } = grey;
  const data = Uint8ClampedArray.from(grey.data);
  for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) {
    let ground = 0;
    // At a crossing, the ground lies diagonally beside it.
    for (const step of [-1, 1, -widthPx, widthPx, 1 - widthPx, 1 + widthPx, -1 - widthPx, widthPx - 1]) {
      let from = at + step;
      for (let far = 1; far < GROUND_PX && marks[from] === 1; far++) from += step;
      if (marks[from] === 0) ground = Math.max(ground, grey.data[from] as number);
    }
    if ((data[at] as number) < ground) data[at] = ground;
  }
  return { ...grey, data };
}
