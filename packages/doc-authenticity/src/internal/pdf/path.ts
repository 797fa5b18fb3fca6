import type { Matrix } from './matrix.js';

/** A rectangle in the page's own units, two of whose sides are level in these units. */
export interface PathRectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** How many points of a path are kept; a path with more is a drawing and not a rectangle. */
const MAX_POINTS = 2000;

/** Collects the path under construction, and tells which level rectangles it consists of. */
export class PathBuilder {
  #subpaths: [number, number][][] = [];
  #curved = false;
  #points = 0;

  get isEmpty(): boolean {
    return this.#subpaths.length === 0;
  }

  move(x: number, y: number): void {
    if (this.#points++ < MAX_POINTS) this.#subpaths.push([[x, y]]);
  }

  line(x: number, y: number): void {
    if (this.#points++ < MAX_POINTS) this.#subpaths.at(-1)?.push([x, y]);
  }

  curve(x: number, y: number): void {
    this.#curved = true;
    this.line(x, y);
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.move(x, y);
    this.line(x + width, y);
    this.line(x + width, y + height);
    this.line(x, y + height);
  }

  clear(): void {
    this.#subpaths = [];
    this.#curved = false;
    this.#points = 0;
  }

  /** The box around all of it. */
  bounds(): PathRectangle | undefined {
    return this.#subpaths.length === 0 ? undefined : boundsOf(this.#subpaths.flat());
  }

  /** The rectangles among its parts; none where it has curves. */
  rectangles(): PathRectangle[] {
    if (this.#curved) return [];
    return this.#subpaths.filter(isLevelRectangle).map(boundsOf);
  }

  /** The strokes that are as broad as a line of text, as rectangles: a corrector's pen. */
  broadStrokes(lineWidth: number, ctm: Matrix): PathRectangle[] {
    const broad = lineWidth * Math.hypot(ctm[2], ctm[3]);
    if (this.#curved || broad < BROAD_STROKE) return [];
    const half = lineWidth / 2;
    return this.#subpaths
      .filter((points) => points.length === 2 && points[0]?.[1] === points[1]?.[1])
      .map((points) => {
        const { left, right, bottom, top } = boundsOf(points);
        return { left, right, bottom: bottom - half, top: top + half };
      });
  }
}

/** As a part of the page's height: about 4 points on A4, less than any line of text needs to be hidden. */
const BROAD_STROKE = 0.005;

function boundsOf(points: readonly [number, number][]): PathRectangle {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, bottom, right, top };
}

function isLevelRectangle(points: readonly [number, number][]): boolean {
  if (points.length < 4 || points.length > 5) return false;
  const { left, bottom, right, top } = boundsOf(points);
  if (right <= left || top <= bottom) return false;
  const near = (a: number, b: number, size: number): boolean => Math.abs(a - b) <= size * 0.02;
  return points.every(
    ([x, y]) =>
      (near(x, left, right - left) || near(x, right, right - left)) &&
      (near(y, bottom, top - bottom) || near(y, top, top - bottom)),
  );
}
