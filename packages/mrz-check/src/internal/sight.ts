import type { Point } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import type { MrzCell, MrzSight } from '../reading.js';
import type { Decoded } from './decode.js';
import { directionAt, type LineGeometry, pitchAt, pointAt } from './line-geometry.js';

/** Where everything stands in the picture. */
export function sightOf(grey: GreyRaster, lines: readonly LineGeometry[], decoded: Decoded): MrzSight {
  const place = (line: LineGeometry, t: number, v: number): Point => {
    const { x, y } = pointAt(line, t, v);
    return { x: within(x / grey.widthPx), y: within(y / grey.heightPx) };
  };
  const cells = decoded.characters.map(({ line: index, at, taken, confidence }): MrzCell => {
    const line = lines[index] as LineGeometry;
    const half = line.cap * 0.65;
    return {
      line: index,
      at,
      character: taken,
      confidence,
      corners: [
        place(line, at - 0.5, -half),
        place(line, at + 0.5, -half),
        place(line, at + 0.5, half),
        place(line, at - 0.5, half),
      ],
    };
  });
  const first = lines[0] as LineGeometry;
  const last = lines[lines.length - 1] as LineGeometry;
  const [ux, uy] = directionAt(last, 15);
  const end = Math.max(...decoded.lines.map((line) => line.length)) - 0.5;
  const angle = (Math.atan2(uy, ux) * 180) / Math.PI;
  return {
    angleDegrees: Math.round(angle * 10) / 10,
    pitchPx: Math.round(pitchAt(last, 15) * 10) / 10,
    corners: [
      place(first, -0.5, -first.cap),
      place(first, end, -first.cap),
      place(last, end, last.cap),
      place(last, -0.5, last.cap),
    ],
    cells,
    repairs: decoded.repairs,
    doubts: decoded.doubts,
    confidence: cells.reduce((product, { confidence }) => product * confidence, 1),
  };
}

const within = (fraction: number): number => Math.min(1, Math.max(0, fraction));
