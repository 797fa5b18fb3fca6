import type { PixelRect } from './crop.js';
import type { Mask } from './mask.js';

/** Marked pixels that touch each other. */
export interface Component extends PixelRect {
  /** Counted from 1, as in {@link Components.labels}; in the order of the first pixel from the top. */
  readonly label: number;
  readonly areaPx: number;
}

/** The components of a mask. */
export interface Components {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The label of each pixel; 0 where it is not marked. */
  readonly labels: Int32Array;
  readonly components: readonly Component[];
}

/** Options of {@link connectedComponents}. */
export interface ComponentsOptions {
  /** Whether pixels that only touch at a corner belong together (8) or not (4). Default: 8. */
  readonly connectivity?: 4 | 8;
}

/** Finds the marked pixels that hang together, with their bounding rectangles, in two passes. */
export function connectedComponents(mask: Mask, options: ComponentsOptions = {}): Components {
  const { widthPx, heightPx } = mask;
  const labels = new Int32Array(widthPx * heightPx);
  const parents = joinRuns(mask, labels, options.connectivity !== 4);
  const names = new Int32Array(parents.length);
  const boxes: { left: number; top: number; right: number; bottom: number; areaPx: number }[] = [];
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      if (labels[at] === 0) continue;
      const root = findRoot(parents, labels[at] as number);
      let name = names[root] as number;
      if (name === 0) {
        boxes.push({ left: x, top: y, right: x, bottom: y, areaPx: 0 });
        name = boxes.length;
        names[root] = name;
      }
      labels[at] = name;
      const box = boxes[name - 1] as (typeof boxes)[number];
      box.areaPx++;
      box.bottom = y;
      if (x < box.left) box.left = x;
      if (x > box.right) box.right = x;
    }
  }
  const components = boxes.map(({ left, top, right, bottom, areaPx }, k) => ({
    label: k + 1,
    leftPx: left,
    topPx: top,
    widthPx: right - left + 1,
    heightPx: bottom - top + 1,
    areaPx,
  }));
  return { widthPx, heightPx, labels, components };
}

/** First pass: provisional labels, and which of them are the same component. */
function joinRuns({ widthPx, heightPx, data }: Mask, labels: Int32Array, diagonal: boolean): Int32Array {
  // Alternate pixels of alternate rows at worst, plus the unused 0.
  const parents = new Int32Array(Math.ceil(widthPx / 2) * heightPx + 2);
  let next = 1;
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      if (data[at] === 0) continue;
      let label = x > 0 ? (labels[at - 1] as number) : 0;
      if (y > 0) {
        const up = at - widthPx;
        label = join(parents, label, labels[up] as number);
        if (diagonal && x > 0) label = join(parents, label, labels[up - 1] as number);
        if (diagonal && x + 1 < widthPx) label = join(parents, label, labels[up + 1] as number);
      }
      if (label === 0) {
        label = next++;
        parents[label] = label;
      }
      labels[at] = label;
    }
  }
  return parents;
}

function join(parents: Int32Array, a: number, b: number): number {
  if (b === 0 || a === b) return a;
  if (a === 0) return b;
  const rootA = findRoot(parents, a);
  const rootB = findRoot(parents, b);
  const root = Math.min(rootA, rootB);
  parents[Math.max(rootA, rootB)] = root;
  return root;
}

function findRoot(parents: Int32Array, label: number): number {
  let root = label;
  while (parents[root] !== root) {
    const parent = parents[root] as number;
    parents[root] = parents[parent] as number;
    root = parent;
  }
  return root;
}
