import { type Box, boxAround, type Point } from '@dossierkit/core';

export const areaOf = ({ width, height }: Box): number => width * height;

export function contains({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Whether a box lies wholly in the outer part of the page. */
export function inMargin({ x, y, width, height }: Box, ratio: number): boolean {
  return y + height <= ratio || y >= 1 - ratio || x + width <= ratio || x >= 1 - ratio;
}

/** More boxes than this are not told apart any more. */
const MOST_BOXES = 3000;

/** Joins boxes that touch or nearly touch, so that a person sees places and not letters. */
export function groupBoxes(boxes: readonly Box[], gap = 0.015): Box[] {
  const groups: Box[] = [];
  for (const box of boxes.slice(0, MOST_BOXES)) {
    let joined = box;
    for (let k = groups.length - 1; k >= 0; k--) {
      const group = groups[k] as Box;
      if (!near(group, joined, gap)) continue;
      joined = boxAround([group, joined]) as Box;
      groups.splice(k, 1);
    }
    groups.push(joined);
  }
  return groups;
}

function near(a: Box, b: Box, gap: number): boolean {
  return (
    a.x - gap <= b.x + b.width &&
    b.x - gap <= a.x + a.width &&
    a.y - gap <= b.y + b.height &&
    b.y - gap <= a.y + a.height
  );
}
