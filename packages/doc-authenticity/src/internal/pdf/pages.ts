import type { Box } from '@dossierkit/core';
import { type Matrix, multiply } from './matrix.js';
import { isArray, isDict, isRef, type PdfDict, type PdfObject, type PdfRef } from './objects.js';
import type { PdfView } from './pdf-view.js';

/** How many pages are looked at, and how deep their tree may be. */
const MAX_PAGES = 100;
const MAX_TREE = 40;

/** One page, with what it inherits. */
export interface PdfPage {
  readonly dict: PdfDict;
  readonly ref?: PdfRef;
  readonly resources: PdfDict;
  /** Maps the page's own coordinates to fractions of the upright page. */
  readonly toFraction: Matrix;
  /** Width and height of the upright page in points. */
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The pages of a document in order, at most 100. */
export function pagesOf(view: PdfView): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PdfDict>();
  const walk = (node: PdfObject | undefined, inherited: PdfDict, depth: number): void => {
    const dict = view.resolve(node);
    if (!isDict(dict) || seen.has(dict) || depth > MAX_TREE || pages.length >= MAX_PAGES) return;
    seen.add(dict);
    const own = inherit(inherited, dict);
    const kids = view.get(dict, 'Kids');
    if (isArray(kids)) for (const kid of kids) walk(kid, own, depth + 1);
    else pages.push(pageOf(view, dict, own, isRef(node) ? node : undefined));
  };
  const catalog = view.dict(view.trailer, 'Root');
  walk(catalog.entries.get('Pages'), { type: 'dict', entries: new Map() }, 0);
  return pages;
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

function inherit(from: PdfDict, dict: PdfDict): PdfDict {
  const entries = new Map<string, PdfObject>();
  for (const key of INHERITED) {
    const value = dict.entries.get(key) ?? from.entries.get(key);
    if (value !== undefined) entries.set(key, value);
  }
  return { type: 'dict', entries };
}

function pageOf(view: PdfView, dict: PdfDict, own: PdfDict, ref: PdfRef | undefined): PdfPage {
  const media = rectangle(view, view.get(own, 'MediaBox')) ?? [0, 0, 595, 842];
  const crop = rectangle(view, view.get(own, 'CropBox')) ?? media;
  const visible = overlap(media, crop) ?? media;
  const [left, bottom, right, top] = visible;
  const [width, height] = [Math.max(right - left, 1), Math.max(top - bottom, 1)];
  const rotate = view.get(own, 'Rotate');
  const turns = typeof rotate === 'number' ? ((Math.round(rotate / 90) % 4) + 4) % 4 : 0;
  const toUnit: Matrix = [1 / width, 0, 0, -1 / height, -left / width, top / height];
  const sideways = turns % 2 === 1;
  return {
    dict,
    ...(ref && { ref }),
    resources: view.dict(own, 'Resources'),
    toFraction: multiply(toUnit, TURNS[turns] as Matrix),
    widthPt: sideways ? height : width,
    heightPt: sideways ? width : height,
  };
}

/** Turns the unit square clockwise by quarters. */
const TURNS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [0, -1, 1, 0, 0, 1],
];

type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** Four numbers as a rectangle with its corners in order. */
export function rectangle(view: PdfView, object: PdfObject): Rectangle | undefined {
  if (!isArray(object) || object.length < 4) return undefined;
  const [a, b, c, d] = object.slice(0, 4).map((item) => view.resolve(item));
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number')
    return undefined;
  if (a === c || b === d) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

function overlap(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const [left, bottom] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [right, top] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return left < right && bottom < top ? [left, bottom, right, top] : undefined;
}

/** The part of the page that a rectangle in the page's coordinates covers, or `undefined` where it lies outside. */
export function boxOnPage(page: PdfPage, [left, bottom, right, top]: Rectangle): Box | undefined {
  return clampBox(page.toFraction, left, bottom, right, top);
}

/** The upright box around a mapped rectangle, cut to the page. */
export function clampBox(
  [a, b, c, d, e, f]: Matrix,
  left: number,
  bottom: number,
  right: number,
  top: number,
): Box | undefined {
  // The extent of a mapped rectangle is the sum of what its two sides reach; called for every character.
  const [ax, bx] = [a * left + e, a * right + e];
  const [cx, dx] = [c * bottom, c * top];
  const [ay, by] = [b * left + f, b * right + f];
  const [cy, dy] = [d * bottom, d * top];
  const x0 = inside(Math.min(ax, bx) + Math.min(cx, dx));
  const x1 = inside(Math.max(ax, bx) + Math.max(cx, dx));
  const y0 = inside(Math.min(ay, by) + Math.min(cy, dy));
  const y1 = inside(Math.max(ay, by) + Math.max(cy, dy));
  if (!(x1 > x0) || !(y1 > y0)) return undefined;
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

const inside = (value: number): number => Math.min(1, Math.max(0, value));
