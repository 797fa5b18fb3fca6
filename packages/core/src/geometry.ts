/** A point on a page, as fractions of the upright page's width and height: (0, 0) upper left, (1, 1) lower right. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * An upright rectangle on a page, as fractions of the upright page's width and height, so that it fits every size the
 * page is drawn in. `x` and `y` are the upper left corner; all four numbers lie between 0 and 1.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in a document. */
export interface Place {
  /** The page, counted from 0. */
  readonly page: number;
  /** The part of the page; absent where the whole page is meant. */
  readonly box?: Box;
}

/** The smallest box around all boxes, or `undefined` where there are none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes;
  if (!first) return undefined;
  let { x: left, y: top } = first;
  let right = left + first.width;
  let bottom = top + first.height;
  for (const box of others) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
