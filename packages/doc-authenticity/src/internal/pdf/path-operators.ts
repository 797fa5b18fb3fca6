import type { PathBuilder } from './path.js';

/** What the end of a path asks for. */
export type PathEnd = 'fill' | 'stroke' | 'clip' | 'none';

const ENDS: Readonly<Record<string, PathEnd>> = {
  f: 'fill',
  F: 'fill',
  'f*': 'fill',
  B: 'fill',
  'B*': 'fill',
  b: 'fill',
  'b*': 'fill',
  S: 'stroke',
  s: 'stroke',
  W: 'clip',
  'W*': 'clip',
  n: 'none',
};

/**
 * Carries out an operator that builds a path (ISO 32000-1, 8.5.2).
 *
 * @returns whether it was one; for those that paint or end a path, what they ask for
 */
export function buildPath(path: PathBuilder, operator: string, n: (k: number) => number): boolean | PathEnd {
  switch (operator) {
    case 'm':
      path.move(n(0), n(1));
      return true;
    case 'l':
      path.line(n(0), n(1));
      return true;
    case 'c':
      path.curve(n(4), n(5));
      return true;
    case 'v':
    case 'y':
      path.curve(n(2), n(3));
      return true;
    case 're':
      path.rectangle(n(0), n(1), n(2), n(3));
      return true;
    case 'h':
      return true;
    default:
      return Object.hasOwn(ENDS, operator) ? (ENDS[operator] as PathEnd) : false;
  }
}
