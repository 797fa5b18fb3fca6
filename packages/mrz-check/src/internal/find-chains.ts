import type { GreyRaster } from '@dossierkit/doc-raster';
import { fit } from './fit.js';
import { CAP, PITCH } from './glyph-net-shape.js';
import { at, type LineGeometry, pitchAt } from './line-geometry.js';
import { findSpots, type Spots } from './spots.js';

/** A row of evenly spaced, equally large spots of ink: perhaps a line of a zone. */
export interface Chain {
  /** Cell 0 is the first spot. */
  readonly line: LineGeometry;
  /** How many cells lie between the first spot and the last, and how many of them have a spot. */
  readonly cells: number;
  readonly spots: number;
  /** Grows with the number of spots, and with how evenly they lie. */
  readonly quality: number;
}

const LEAST_SPOTS = 9;
const MOST_CHAINS = 24;
/** A spot may lie this far from where the pitch predicts it, in pitches. */
const SLACK = 0.3;
/** Spots that may be missing in a row, because they touch a neighbour or are broken. */
const MOST_GAPS = 3;

/** Finds chains in any direction, the longest and most even ones first. A chain is given in one of its two reading directions. */
export function findChains(grey: GreyRaster, radiusPx: number, offset: number): Chain[] {
  const spots = findSpots(grey, radiusPx, offset);
  const chains: Chain[] = [];
  const linked = new Set<number>();
  for (let i = 0; i < spots.count; i++) {
    for (const j of spots.near(i)) {
      if (linked.has(i * spots.count + j)) continue;
      const members = follow(spots, i, j);
      for (let k = 1; k < members.length; k++) {
        const pair = [members[k - 1] as Member, members[k] as Member];
        if ((pair[1] as Member).cell - (pair[0] as Member).cell !== 1) continue;
        linked.add((pair[0] as Member).spot * spots.count + (pair[1] as Member).spot);
        linked.add((pair[1] as Member).spot * spots.count + (pair[0] as Member).spot);
      }
      if (members.length < LEAST_SPOTS) continue;
      const chain = fitChain(spots, members);
      if (chain) chains.push(chain);
    }
  }
  return withoutDoubles(chains.sort((a, b) => b.quality - a.quality));
}

/** Leaves out chains that lie on a better one. */
function withoutDoubles(chains: readonly Chain[]): Chain[] {
  const kept: Chain[] = [];
  for (const chain of chains) {
    if (kept.length >= MOST_CHAINS) break;
    const middle = chain.cells / 2;
    const x = at(chain.line.x, middle);
    const y = at(chain.line.y, middle);
    if (!kept.some((other) => liesOn(other, x, y))) kept.push(chain);
  }
  return kept;
}

function liesOn({ line, cells }: Chain, x: number, y: number): boolean {
  const pitch = pitchAt(line, cells / 2);
  for (let t = 0; t < cells; t++) {
    if (Math.hypot(at(line.x, t) - x, at(line.y, t) - y) < 0.7 * pitch) return true;
  }
  return false;
}

interface Member {
  readonly spot: number;
  readonly cell: number;
}

/** Follows the pitch from spot `i` to spot `j` and on, both ways. */
function follow(spots: Spots, i: number, j: number): Member[] {
  const ahead = walk(spots, i, j);
  if (ahead.length < 3) return [];
  const last = ahead[ahead.length - 1] as Member;
  const before = ahead[ahead.length - 2] as Member;
  if (last.cell - before.cell > 1) return ahead;
  const back = walk(spots, last.spot, before.spot);
  return back.length > ahead.length
    ? back.map(({ spot, cell }) => ({ spot, cell: (back[back.length - 1] as Member).cell - cell })).reverse()
    : ahead;
}

function walk({ x, y, size, at: spotAt }: Spots, i: number, j: number): Member[] {
  const members: Member[] = [
    { spot: i, cell: 0 },
    { spot: j, cell: 1 },
  ];
  let dx = (x[j] as number) - (x[i] as number);
  let dy = (y[j] as number) - (y[i] as number);
  let px = x[j] as number;
  let py = y[j] as number;
  let cell = 1;
  let gaps = 0;
  let typical = ((size[i] as number) + (size[j] as number)) / 2;
  while (gaps <= MOST_GAPS && cell < 60) {
    px += dx;
    py += dy;
    cell++;
    const pitch = Math.hypot(dx, dy);
    const found = spotAt(px, py, pitch * (members.length < 4 ? 0.42 : SLACK), typical);
    if (found < 0) {
      gaps++;
      if (members.length < 5) break;
      continue;
    }
    // Trust the long run more than the last step.
    const trust = gaps === 0 ? 1 / Math.min(6, members.length) : 0.1;
    dx += ((x[found] as number) - px) * trust * 0.6;
    dy += ((y[found] as number) - py) * trust * 0.6;
    px += ((x[found] as number) - px) * 0.5;
    py += ((y[found] as number) - py) * 0.5;
    typical += ((size[found] as number) - typical) * 0.2;
    gaps = 0;
    members.push({ spot: found, cell });
  }
  return members;
}

/** The line through the spots, or nothing where they are too uneven for type of a fixed pitch. */
function fitChain({ x, y, size }: Spots, members: readonly Member[]): Chain | undefined {
  const cells = (members[members.length - 1] as Member).cell + 1;
  if (members.length < cells * 0.6) return undefined;
  // A cubic follows perspective, and runs wild beyond its spots: only for nearly whole lines.
  const order = members.length >= 28 ? 4 : members.length >= 14 ? 3 : 2;
  const fitX = fit(members, (m) => x[m.spot] as number, order);
  const fitY = fit(members, (m) => y[m.spot] as number, order);
  const line: LineGeometry = { x: fitX, y: fitY, cap: 1 };
  const pitch = pitchAt(line, cells / 2);
  let squares = 0;
  for (const { spot, cell } of members) {
    squares += ((x[spot] as number) - at(fitX, cell)) ** 2 + ((y[spot] as number) - at(fitY, cell)) ** 2;
  }
  const unevenness = Math.sqrt(squares / members.length) / pitch;
  if (unevenness > 0.17) return undefined;
  const sizes = members.map(({ spot }) => size[spot] as number).sort((a, b) => a - b);
  const typical = sizes[sizes.length >> 1] as number;
  if (typical < 0.5 * pitch || typical > 2 * pitch) return undefined;
  const spots = members.length;
  // OCR-B's own proportion, unless the line is seen from the side.
  const cap = typical > 1.25 * pitch ? typical * 0.92 : (pitch * CAP) / PITCH;
  return {
    line: { ...line, cap },
    cells,
    spots,
    quality: spots * (1 - unevenness * 4),
  };
}
