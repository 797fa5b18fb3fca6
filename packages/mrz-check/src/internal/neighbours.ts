import type { Chain } from './find-chains.js';
import { CAP, PITCH, WINDOW } from './glyph-net-shape.js';
import {
  at,
  directionAt,
  type LineGeometry,
  moved,
  pitchAt,
  reversed,
  sampleStrip,
  shifted,
} from './line-geometry.js';
import type { Pyramid } from './pyramid.js';
import { bandAround, rowEnergy } from './settle-height.js';

/** A line above or below another. */
export interface Neighbour {
  /** Pixels below the line, across the text. */
  readonly down: number;
  readonly line: LineGeometry;
}

/** Lines above and below, seen as bands of lively rows. Where a chain lies on one, its geometry is the better one. */
export function neighbours(
  pyramid: Pyramid,
  line: LineGeometry,
  length: number,
  own: Chain,
  chains: readonly Chain[],
): Neighbour[] {
  const found: Neighbour[] = [];
  const middle = Math.min(length, 36) / 2;
  const pitch = pitchAt(line, middle);
  for (const chain of chains) {
    if (chain === own) continue;
    const placed = placeOf(line, middle, chain);
    if (!placed) continue;
    const { down, line: other, start } = placed;
    if (Math.abs(down) < 0.9 * pitch || Math.abs(down) > 5 * pitch) continue;
    if (found.some((n) => Math.abs(n.down - down) < 0.5 * pitch)) continue;
    found.push({ down, line: aligned(other, line, start) });
  }
  for (const down of bands(pyramid, line, length)) {
    if (found.some((n) => Math.abs(n.down - down) < 0.6 * pitch)) continue;
    found.push({ down, line: shifted(line, down) });
  }
  return found;
}

/** Where a chain that runs parallel lies: how far below, and at which of its cells this line's cell 0 is. */
function placeOf(
  line: LineGeometry,
  middle: number,
  chain: Chain,
): { readonly down: number; readonly line: LineGeometry; readonly start: number } | undefined {
  const [ux, uy] = directionAt(line, middle);
  const forward = directionAt(chain.line, chain.cells / 2);
  const sameWay = forward[0] * ux + forward[1] * uy;
  if (Math.abs(sameWay) < 0.985) return undefined;
  const other = sameWay > 0 ? chain.line : reversed(chain.line, chain.cells);
  const pitch = pitchAt(line, middle);
  const ratio = pitchAt(other, chain.cells / 2) / pitch;
  if (ratio < 0.85 || ratio > 1.18) return undefined;
  const t = chain.cells / 2;
  const dx = at(other.x, t) - at(line.x, middle);
  const dy = at(other.y, t) - at(line.y, middle);
  const along = (dx * ux + dy * uy) / pitch;
  if (Math.abs(along) > 40) return undefined;
  const atSame = t - along / ratio;
  const down =
    -(at(other.x, atSame) - at(line.x, middle)) * uy + (at(other.y, atSame) - at(line.y, middle)) * ux;
  return { down, line: other, start: atSame - middle / ratio };
}

/** The chain's line with its cell 0 next to this line's cell 0. */
function aligned(other: LineGeometry, line: LineGeometry, start: number): LineGeometry {
  const whole = Math.round(start);
  return { x: moved(other.x, whole, 1), y: moved(other.y, whole, 1), cap: line.cap };
}

const AROUND = 5;

/** How far above and below, in pixels, lively rows of about the line's height are centred. */
function bands(pyramid: Pyramid, line: LineGeometry, length: number): number[] {
  const rows = Math.round((2 * AROUND + 1) * PITCH) | 1;
  const level = pyramid.levelFor(line);
  const strip = sampleStrip(level.grey, level.scaled(line), 0, length - 1, rows);
  const energy = rowEnergy(strip.grey, strip.width, rows);
  const found: number[] = [];
  for (let row = WINDOW; row < rows - WINDOW; row += 4) {
    const band = bandAround(energy, row);
    if (!band) continue;
    const height = band.bottom - band.top;
    if (height < CAP * 0.6 || height > CAP * 1.7) continue;
    const down = (((band.top + band.bottom) / 2 - rows / 2) * line.cap) / CAP;
    if (Math.abs(down) < 0.9 * line.cap || found.some((other) => Math.abs(other - down) < 0.5 * line.cap))
      continue;
    found.push(down);
  }
  return found;
}
