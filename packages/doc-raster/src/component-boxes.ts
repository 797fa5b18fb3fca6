import type { Component, ComponentsOptions } from './components.js';
import type { Mask } from './mask.js';

/**
 * The same components as `connectedComponents` finds, without the label of each pixel: several times as fast, because it
 * joins runs of pixels instead of pixels.
 */
export function componentBoxes(mask: Mask, options: ComponentsOptions = {}): Component[] {
  const { widthPx, heightPx, data } = mask;
  const touch = options.connectivity === 4 ? 0 : 1;
  const boxes: Box[] = [];
  let above: Run[] = [];
  for (let y = 0; y < heightPx; y++) {
    const runs: Run[] = [];
    const end = (y + 1) * widthPx;
    let candidate = 0;
    for (let at = y * widthPx; at < end; at++) {
      if (data[at] === 0) continue;
      const left = at - y * widthPx;
      while (at < end && data[at] !== 0) at++;
      const right = at - y * widthPx - 1;
      let box: Box | undefined;
      while (candidate < above.length && (above[candidate] as Run).right + touch < left) candidate++;
      for (let k = candidate; k < above.length && (above[k] as Run).left <= right + touch; k++) {
        const other = rootOf((above[k] as Run).box);
        box = box ? merge(box, other) : other;
      }
      if (!box) {
        box = { order: boxes.length, left, top: y, right, bottom: y, areaPx: 0, into: undefined };
        boxes.push(box);
      }
      extend(box, left, right, y);
      runs.push({ left, right, box });
    }
    above = runs;
  }
  return boxes.filter(({ into }) => into === undefined).map(componentOf);
}

interface Box {
  /** Boxes are numbered in the order of their first pixel. */
  readonly order: number;
  left: number;
  readonly top: number;
  right: number;
  bottom: number;
  areaPx: number;
  /** The component that this one turned out to be part of. */
  into: Box | undefined;
}

/** Marked pixels of one row, side by side. */
interface Run {
  readonly left: number;
  readonly right: number;
  readonly box: Box;
}

function rootOf(box: Box): Box {
  let root = box;
  while (root.into) root = root.into;
  if (box.into && box.into !== root) box.into = root;
  return root;
}

function extend(box: Box, left: number, right: number, y: number): void {
  if (left < box.left) box.left = left;
  if (right > box.right) box.right = right;
  box.bottom = y;
  box.areaPx += right - left + 1;
}

/** Makes the later of two components part of the earlier one. */
function merge(a: Box, b: Box): Box {
  if (a === b) return a;
  const [root, other] = a.order < b.order ? [a, b] : [b, a];
  root.left = Math.min(root.left, other.left);
  root.right = Math.max(root.right, other.right);
  root.bottom = Math.max(root.bottom, other.bottom);
  root.areaPx += other.areaPx;
  other.into = root;
  return root;
}

function componentOf({ left, top, right, bottom, areaPx }: Box, index: number): Component {
  return {
    label: index + 1,
    leftPx: left,
    topPx: top,
    widthPx: right - left + 1,
    heightPx: bottom - top + 1,
    areaPx,
  };
}
