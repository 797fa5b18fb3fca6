import type { Point } from '@dossierkit/core';
import {
  applyHomography,
  dilate,
  erode,
  type Homography,
  homographyFromQuads,
  percentile,
  type Quad,
  type Raster,
  type Reach,
} from '@dossierkit/doc-raster';

/** What fingers cover. */
export interface Covered {
  /** Its part of the page. */
  readonly share: number;
  /** Corners of the box around the largest on the page, in fractions of the picture; none without a finger. */
  readonly corners?: readonly Point[];
}

/** The page is looked at in so many cells across its shorter side: a finger on a letter is about nine cells wide. */
const CELLS = 96;

/**
 * Finds a finger that holds the page: an even patch of the colour of skin that comes in over one side. Absent for grey
 * pictures, in which skin cannot be told from shade.
 */
export function findFinger(raster: Raster, corners: Quad): Covered | undefined {
  if (raster.channels === 1) return undefined;
  if (!showsSkin(raster)) return { share: 0 };
  const cells = sampleCells(raster, corners);
  const fingers = patches(thickened(skinCells(cells), cells), cells).filter((patch) =>
    isFinger(patch, cells),
  );
  if (fingers.length === 0 || !cells.toPicture) return { share: 0 };
  const toPicture = cells.toPicture;
  const share = fingers.reduce((sum, { count }) => sum + count, 0) / (cells.columns * cells.rows);
  const { left, top, right, bottom } = fingers.reduce((a, b) => (b.count > a.count ? b : a));
  const box = [left, right].flatMap((x) =>
    [top, bottom].map((y) => applyHomography(toPicture, { x: x / cells.columns, y: y / cells.rows })),
  );
  return { share, corners: box };
}

/** A finger is at least so many cells wide on the page, and the page at least so large in the picture, that a net misses none. */
const NET_STEPS = 72;
const NET_CAUGHT = 3;

/** Whether anything in the picture has the colour of skin. Most pictures have not, and need no closer look. */
function showsSkin({ widthPx, heightPx, channels, data }: Raster): boolean {
  const step = Math.max(1, Math.floor(Math.min(widthPx, heightPx) / NET_STEPS));
  let caught = 0;
  for (let y = step >> 1; y < heightPx; y += step) {
    for (
      let x = step >> 1, at = (y * widthPx + x) * channels;
      x < widthPx;
      x += step, at += step * channels
    ) {
      const r = data[at] as number;
      const g = data[at + 1] as number;
      const b = data[at + 2] as number;
      if (r - b < r * SATURATION.least || !isSkin(r, g, b)) continue;
      if (++caught >= NET_CAUGHT) return true;
    }
  }
  return false;
}

interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** Red, green and blue of each cell. */
  readonly colours: Uint8Array;
  readonly toPicture: Homography | undefined;
}

/** The mean colours of a grid over the page, each of two spots. */
function sampleCells({ widthPx, heightPx, channels, data }: Raster, corners: Quad): Cells {
  const length = (a: number, b: number): number => {
    const [p, q] = [corners[a] as Point, corners[b] as Point];
    return Math.hypot((p.x - q.x) * widthPx, (p.y - q.y) * heightPx);
  };
  const [across, down] = [Math.max(1, length(0, 1)), Math.max(1, length(1, 2))];
  const shorter = Math.min(across, down);
  const columns = Math.min(3 * CELLS, Math.round((CELLS * across) / shorter));
  const rows = Math.min(3 * CELLS, Math.round((CELLS * down) / shorter));
  const toPicture = homographyFromQuads(UNIT, corners);
  const colours = new Uint8Array(columns * rows * 3);
  const [a, b, c, d, e, f, g, h, i] = toPicture ?? FLAT;
  // By hand rather than by applyHomography: there are thirty thousand spots, and a frame of a camera has a few milliseconds.
  for (let row = 0, to = 0; toPicture && row < rows; row++) {
    for (let column = 0; column < columns; column++, to += 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let spot = 0.25; spot < 1; spot += 0.5) {
        const x = (column + spot) / columns;
        const y = (row + spot) / rows;
        const w = 1 / (g * x + h * y + i);
        const u = clamp((a * x + b * y + c) * w * widthPx, widthPx);
        const v = clamp((d * x + e * y + f) * w * heightPx, heightPx);
        const at = (v * widthPx + u) * channels;
        red += data[at] as number;
        green += data[at + 1] as number;
        blue += data[at + 2] as number;
      }
      colours[to] = red >> 1;
      colours[to + 1] = green >> 1;
      colours[to + 2] = blue >> 1;
    }
  }
  return { columns, rows, colours, toPicture };
}

const clamp = (value: number, length: number): number =>
  value < 0 ? 0 : value >= length ? length - 1 : value | 0;

const FLAT: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const UNIT: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
/** Skin of any shade is redder than green and greener than blue, and more coloured than paper in the same light. */
const HUE = { least: 4, most: 38 };
const SATURATION = { least: 0.17, most: 0.8, abovePaper: 0.12 };
const MIN_BRIGHTNESS = 25;

function skinCells({ columns, rows, colours }: Cells): Uint8Array {
  const counts = new Uint32Array(256);
  const saturations = new Uint8Array(columns * rows);
  for (let cell = 0, at = 0; cell < saturations.length; cell++, at += 3) {
    const r = colours[at] as number;
    const g = colours[at + 1] as number;
    const b = colours[at + 2] as number;
    const most = r > g ? (r > b ? r : b) : g > b ? g : b;
    const least = r < g ? (r < b ? r : b) : g < b ? g : b;
    const saturation = most < 1 ? 0 : ((most - least) * 255) / most;
    saturations[cell] = saturation;
    counts[saturation | 0] = (counts[saturation | 0] as number) + 1;
  }
  const paper = percentile(counts, 0.5) / 255;
  const least = 255 * Math.max(SATURATION.least, paper + SATURATION.abovePaper);
  const skin = new Uint8Array(saturations.length);
  for (let cell = 0, at = 0; cell < skin.length; cell++, at += 3) {
    const saturation = saturations[cell] as number;
    if (saturation < least || saturation > 255 * SATURATION.most) continue;
    if (isSkin(colours[at] as number, colours[at + 1] as number, colours[at + 2] as number)) skin[cell] = 1;
  }
  return skin;
}

/** Whether a colour has the hue of skin, whatever its saturation. */
function isSkin(r: number, g: number, b: number): boolean {
  if (r < MIN_BRIGHTNESS || r <= g || g < b) return false;
  const hue = (60 * (g - b)) / (r - b);
  return hue >= HUE.least && hue <= HUE.most;
}

/** Bars and rules of the same colour are thinner than this, in cells to either side. */
const THIN: Reach = { xPx: 2, yPx: 2 };

/** Without what is thin, so that a finger does not hang together with the lines of a form. */
function thickened(data: Uint8Array, { columns, rows }: Cells): Uint8Array {
  return dilate(erode({ widthPx: columns, heightPx: rows, data }, THIN), THIN).data;
}

/** Cells that hang together; right and bottom are excluded. */
interface Patch {
  readonly count: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How much the brightness changes from cell to cell, as part of it. */
  readonly roughness: number;
}

function patches(marked: Uint8Array, { columns, rows, colours }: Cells): Patch[] {
  const seen = new Uint8Array(marked.length);
  const found: Patch[] = [];
  for (let start = 0; start < marked.length; start++) {
    if (!marked[start] || seen[start]) continue;
    const patch = { count: 0, left: columns, top: rows, right: 0, bottom: 0, roughness: 0 };
    let [steps, light] = [0, 0];
    const open = [start];
    seen[start] = 1;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const x = cell % columns;
      const y = (cell - x) / columns;
      patch.count++;
      patch.left = Math.min(patch.left, x);
      patch.right = Math.max(patch.right, x + 1);
      patch.top = Math.min(patch.top, y);
      patch.bottom = Math.max(patch.bottom, y + 1);
      light += colours[cell * 3] as number;
      const near = [x > 0 ? cell - 1 : -1, x < columns - 1 ? cell + 1 : -1, cell - columns, cell + columns];
      for (const next of near) {
        if (!marked[next]) continue;
        steps += Math.abs((colours[next * 3] as number) - (colours[cell * 3] as number)) / 4;
        if (seen[next]) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    found.push({ ...patch, roughness: steps / Math.max(1, light) });
  }
  return found;
}

/** A finger reaches this far over the page, in cells, and is this wide: on a letter nine cells, on a card nearly forty. */
const REACH = { least: 5, most: 80 };
const WIDTH = { least: 7, most: 60 };
/** Wood and print are rougher than skin. */
const MAX_ROUGHNESS = 0.09;
const MIN_FILL = 0.45;
/** Cells at the side that may be lost: the outline is not exact. */
const SIDE_CELLS = 3;

function isFinger(patch: Patch, { columns, rows }: Cells): boolean {
  const [width, height] = [patch.right - patch.left, patch.bottom - patch.top];
  if (patch.count < MIN_FILL * width * height || patch.roughness > MAX_ROUGHNESS) return false;
  const overSide = patch.left < SIDE_CELLS || patch.right > columns - SIDE_CELLS;
  const overEnd = patch.top < SIDE_CELLS || patch.bottom > rows - SIDE_CELLS;
  const fits = (reach: number, across: number): boolean =>
    reach >= REACH.least && reach <= REACH.most && across >= WIDTH.least && across <= WIDTH.most;
  return (overSide && fits(width, height)) || (overEnd && fits(height, width));
}
