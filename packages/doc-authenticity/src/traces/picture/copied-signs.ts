import { type Box, boxAround } from '@dossierkit/core';
import {
  adaptiveThreshold,
  type Component,
  connectedComponents,
  type GreyRaster,
} from '@dossierkit/doc-raster';
import type { PictureRegion } from './picture-region.js';

/** Signs of these sizes in pixels are compared; smaller ones have too few pixels to be told from each other. */
const [SMALLEST, LARGEST] = [7, 72];
const MOST_SIGNS = 3000;
/** With fewer, it is not known how alike signs of this picture are by themselves. */
const LEAST_PAIRS = 30;
/** Single signs may be alike by chance; several that moved by the same way are not. */
const LEAST_SIGNS = 3;
/** And they are this part of all that are alike: drawn letters are alike in many places. */
const LEAST_PART = 0.6;
/** Paper around a sign that is compared with it. */
const REACH = 2;
/** How far apart copies lie at least. */
const LEAST_SHIFT = 10;
/** Signs whose sizes differ by more were not cut out of one place. */
const SIZE_TOLERANCE = 1;
/** How many of the likest signs are compared pixel by pixel. */
const CANDIDATES = 6;
/** Saving changes a copy by so much more than it should on average, in places. */
const ROOM = 0.7;
/** Signs whose pixels are so much more alike than usual pairs are copies; where usual ones are as much alike, nothing can be told. */
const CLEARLY = 4;

interface Sign {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its picture, reduced to a few numbers. */
  readonly sketch: Float32Array;
}

interface Pair {
  readonly from: Sign;
  readonly to: Sign;
  readonly dx: number;
  readonly dy: number;
  /** The mean square of the difference, in levels squared. */
  readonly difference: number;
}

/**
 * Signs that were copied within a picture. The same letter printed twice and photographed is never the same in its pixels: the grid
 * of the sensor falls on it differently, and its noise differs. A copy differs by what saving did to it only. Drawn pages, in which
 * letters repeat exactly, tell nothing.
 *
 * @param saving how much saving may have changed two copies, as the mean square of their difference in levels
 * @returns places with at least three signs that came from one place; `surety` counts them
 */
export function copiedSigns(grey: GreyRaster, saving: number): PictureRegion[] {
  const signs = signsOf(grey);
  const pairs = signs.flatMap((sign) => likest(grey, sign, signs) ?? []);
  const limit = Math.max(0.3, saving * ROOM);
  if (pairs.length < LEAST_PAIRS || usualDifference(pairs) < limit * CLEARLY) return [];
  const alike = pairs.filter(({ difference }) => difference <= limit);
  const shifts = new Map<string, Pair[]>();
  for (const pair of alike) {
    // Each of two copies finds the other: the later one in the order of reading is taken for the copy.
    if (pair.dy < 0 || (pair.dy === 0 && pair.dx < 0)) continue;
    const key = `${pair.dx} ${pair.dy}`;
    shifts.set(key, [...(shifts.get(key) ?? []), pair]);
  }
  return [...shifts.values()]
    .filter(
      (group) =>
        group.length >= LEAST_SIGNS && group.length * 2 >= alike.length * LEAST_PART && isApart(group),
    )
    .map((group) => regionOf(group, grey))
    .sort((a, b) => b.surety - a.surety)
    .slice(0, 3);
}

/** Whether what was copied and the copy do not overlap; rows of one sign repeat by nature, each the next. */
function isApart(group: readonly Pair[]): boolean {
  const [one, other] = [group.map(({ from }) => from), group.map(({ to }) => to)];
  const right = (signs: readonly Sign[]): number => Math.max(...signs.map(({ x, width }) => x + width));
  const bottom = (signs: readonly Sign[]): number => Math.max(...signs.map(({ y, height }) => y + height));
  const left = (signs: readonly Sign[]): number => Math.min(...signs.map(({ x }) => x));
  const top = (signs: readonly Sign[]): number => Math.min(...signs.map(({ y }) => y));
  return (
    right(one) <= left(other) ||
    right(other) <= left(one) ||
    bottom(one) <= top(other) ||
    bottom(other) <= top(one)
  );
}

/** What the likest three tenths of all pairs differ by at most. */
function usualDifference(pairs: readonly Pair[]): number {
  const sorted = pairs.map(({ difference }) => difference).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.3)] ?? 0;
}

function regionOf(group: readonly Pair[], { widthPx, heightPx }: GreyRaster): PictureRegion {
  const boxes = group.map(
    ({ to }): Box => ({
      x: to.x / widthPx,
      y: to.y / heightPx,
      width: to.width / widthPx,
      height: to.height / heightPx,
    }),
  );
  return { box: boxAround(boxes) ?? { x: 0, y: 0, width: 1, height: 1 }, surety: group.length };
}

function signsOf(grey: GreyRaster): Sign[] {
  const ink = adaptiveThreshold(grey, { method: 'mean', radiusPx: 15, offset: 14 });
  const { components } = connectedComponents(ink);
  const { widthPx, heightPx } = grey;
  const fits = ({ leftPx, topPx, widthPx: width, heightPx: height }: Component): boolean =>
    Math.max(width, height) >= SMALLEST &&
    Math.min(width, height) >= 4 &&
    Math.max(width, height) <= LARGEST &&
    leftPx > REACH + 1 &&
    topPx > REACH + 1 &&
    leftPx + width + REACH + 1 < widthPx &&
    topPx + height + REACH + 1 < heightPx;
  const kept = components.filter(fits);
  const step = Math.max(1, Math.ceil(kept.length / MOST_SIGNS));
  return kept
    .filter((_, k) => k % step === 0)
    .map(({ leftPx: x, topPx: y, widthPx: width, heightPx: height }) => ({
      x,
      y,
      width,
      height,
      sketch: sketchOf(grey, x, y, width, height),
    }));
}

const SKETCH = 6;

/** 6 × 6 means of the sign, without their own mean. */
function sketchOf(
  { data, widthPx }: GreyRaster,
  x: number,
  y: number,
  width: number,
  height: number,
): Float32Array {
  const sums = new Float32Array(SKETCH * SKETCH);
  const counts = new Uint16Array(SKETCH * SKETCH);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const cell = Math.floor((row * SKETCH) / height) * SKETCH + Math.floor((column * SKETCH) / width);
      sums[cell] = (sums[cell] as number) + (data[(y + row) * widthPx + x + column] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  let mean = 0;
  for (let k = 0; k < sums.length; k++) {
    sums[k] = (sums[k] as number) / Math.max(1, counts[k] as number);
    mean += (sums[k] as number) / sums.length;
  }
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) - mean;
  return sums;
}

/** The other sign whose pixels differ least from those of `sign`. */
function likest(grey: GreyRaster, sign: Sign, signs: readonly Sign[]): Pair | undefined {
  const near: { sign: Sign; distance: number }[] = [];
  for (const other of signs) {
    if (other === sign) continue;
    if (
      Math.abs(other.width - sign.width) > SIZE_TOLERANCE ||
      Math.abs(other.height - sign.height) > SIZE_TOLERANCE
    )
      continue;
    if (Math.abs(other.x - sign.x) < LEAST_SHIFT && Math.abs(other.y - sign.y) < LEAST_SHIFT) continue;
    let distance = 0;
    for (let k = 0; k < sign.sketch.length; k++) {
      const d = (sign.sketch[k] as number) - (other.sketch[k] as number);
      distance += d * d;
    }
    near.push({ sign: other, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  let best: Pair | undefined;
  for (const { sign: other } of near.slice(0, CANDIDATES))
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const [shiftX, shiftY] = [other.x - sign.x + dx, other.y - sign.y + dy];
        const difference = differenceOf(
          grey,
          sign,
          shiftX,
          shiftY,
          best?.difference ?? Number.POSITIVE_INFINITY,
        );
        if (!best || difference < best.difference)
          best = { from: sign, to: other, dx: shiftX, dy: shiftY, difference };
      }
  return best;
}

/** The mean square of the difference between a sign with the paper around it and the same place `dx`, `dy` further. */
function differenceOf(
  { data, widthPx, heightPx }: GreyRaster,
  sign: Sign,
  dx: number,
  dy: number,
  limit: number,
): number {
  const [left, top] = [sign.x - REACH, sign.y - REACH];
  const [width, height] = [sign.width + 2 * REACH, sign.height + 2 * REACH];
  if (left + dx < 0 || top + dy < 0 || left + dx + width > widthPx || top + dy + height > heightPx)
    return Number.POSITIVE_INFINITY;
  const count = width * height;
  let [sum, squares] = [0, 0];
  for (let row = 0; row < height; row++) {
    let at = (top + row) * widthPx + left;
    for (let column = 0; column < width; column++, at++) {
      const d = (data[at] as number) - (data[at + dy * widthPx + dx] as number);
      sum += d;
      squares += d * d;
    }
    // Light may differ by a few levels and no more.
    if (squares / count - 64 > limit) return Number.POSITIVE_INFINITY;
  }
  return squares / count - (sum / count) ** 2;
}
