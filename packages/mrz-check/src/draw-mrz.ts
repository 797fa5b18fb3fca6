import type { Point } from '@dossierkit/core';
import type { MrzReading } from './reading.js';

/** Options of {@link drawMrz}. */
export interface DrawMrzOptions {
  /** Size of the picture that the drawing is laid over. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** A character that is less likely right than this is marked as weak. Default: 0.9. */
  readonly weakBelow?: number;
}

const COLOURS = { sure: '#0a7d33', weak: '#c77700', repaired: '#1f5fd0', doubtful: '#c5221f' } as const;

/**
 * Draws what was read over the picture: the zone, each cell with the character taken, weak ones orange, repaired ones blue,
 * doubtful ones red.
 *
 * @returns an SVG document with transparent ground, as large as the picture; an empty one for a reading from text
 * @example
 * const overlay = drawMrz(reading, { widthPx: picture.widthPx, heightPx: picture.heightPx });
 */
export function drawMrz({ sight }: MrzReading, options: DrawMrzOptions): string {
  const { widthPx, heightPx, weakBelow = 0.9 } = options;
  const place = ({ x, y }: Point): string => `${round(x * widthPx)},${round(y * heightPx)}`;
  const shapes: string[] = [];
  if (sight) {
    const marked = (list: readonly { readonly line: number; readonly at: number }[]): Set<string> =>
      new Set(list.map(({ line, at }) => `${line}:${at}`));
    const repaired = marked(sight.repairs);
    const doubtful = marked(sight.doubts);
    const size = round(sight.pitchPx * 0.6);
    shapes.push(
      `<polygon points="${sight.corners.map(place).join(' ')}" fill="none" stroke="${COLOURS.sure}" stroke-width="${round(Math.max(2, size / 6))}"/>`,
    );
    for (const { line, at, character, confidence, corners } of sight.cells) {
      const key = `${line}:${at}`;
      const state = doubtful.has(key)
        ? 'doubtful'
        : repaired.has(key)
          ? 'repaired'
          : confidence < weakBelow
            ? 'weak'
            : 'sure';
      const colour = COLOURS[state];
      const [upperLeft] = corners;
      const text = character === '<' ? '&lt;' : character;
      const strength = state === 'sure' ? '0.5' : '2';
      shapes.push(
        `<polygon points="${corners.map(place).join(' ')}" fill="${colour}" fill-opacity="${state === 'sure' ? 0 : 0.2}" stroke="${colour}" stroke-width="${strength}"/>`,
        `<text transform="translate(${place(upperLeft)}) rotate(${sight.angleDegrees})" font-family="monospace" font-size="${size}" fill="${colour}">${text}</text>`,
      );
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">${shapes.join('')}</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
