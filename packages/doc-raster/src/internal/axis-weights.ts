/** For each new position: the first old one that it takes from, how many, and with which weights (they sum to 1). */
export interface AxisWeights {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float32Array;
  /** The distance in `weights` from one position's first weight to the next one's. */
  readonly span: number;
}

/** Area averages where the axis shrinks, linear interpolation between pixel centres where it grows. */
export function axisWeights(from: number, to: number): AxisWeights {
  const scale = from / to;
  const span = scale > 1 ? Math.ceil(scale) + 1 : 2;
  const table: AxisWeights = {
    starts: new Int32Array(to),
    counts: new Int32Array(to),
    weights: new Float32Array(to * span),
    span,
  };
  for (let i = 0; i < to; i++) {
    if (scale > 1) setArea(table, i, i * scale, Math.min((i + 1) * scale, from));
    else setLinear(table, i, Math.min(Math.max((i + 0.5) * scale - 0.5, 0), from - 1), from);
  }
  return table;
}

function setArea(
  { starts, counts, weights, span }: AxisWeights,
  i: number,
  left: number,
  right: number,
): void {
  const start = Math.floor(left);
  // Rounding may leave a sliver of 1e-12 of the next pixel, which may lie outside.
  const end = Math.ceil(right - 1e-9);
  starts[i] = start;
  counts[i] = end - start;
  for (let at = start; at < end; at++) {
    weights[i * span + at - start] = (Math.min(right, at + 1) - Math.max(left, at)) / (right - left);
  }
}

function setLinear(
  { starts, counts, weights, span }: AxisWeights,
  i: number,
  at: number,
  from: number,
): void {
  const start = Math.min(Math.floor(at), Math.max(from - 2, 0));
  starts[i] = start;
  counts[i] = Math.min(2, from);
  weights[i * span] = 1 - (at - start);
  weights[i * span + 1] = at - start;
}
