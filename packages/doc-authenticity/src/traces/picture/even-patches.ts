import type { GreyRaster } from '@dossierkit/doc-raster';
import type { PictureRegion } from './picture-region.js';

/** The side of a cell: JPEG's blocks, so that a patch stays even after it was saved. */
const CELL = 8;
/** A patch covers at least so many even cells, and is no larger than that part of the picture. */
const LEAST_CELLS = 6;
const LARGEST = 0.06;
/** Levels beyond which a picture is burnt out or black, where evenness is natural. */
const [BLACK, WHITE] = [6, 250];
/** How much a burnt-out patch must differ from what lies around it. */
const STEP = 8;
/** Where more cells are even elsewhere than this part of those in the patch, evenness says nothing. */
const MOST_ELSEWHERE = 0.5;
/** And where more than this part of all cells are nearly even: a clean scan. */
const MOST_EVEN = 0.25;

/**
 * Places of one even tone in a picture that has none elsewhere: paper that was photographed or scanned is never quite even, and
 * what is painted over it is.
 */
export function evenPatches(grey: GreyRaster): PictureRegion[] {
  const columns = Math.floor(grey.widthPx / CELL);
  const rows = Math.floor(grey.heightPx / CELL);
  const tones = evenTones(grey, columns, rows);
  const regions = sameToneRegions(tones, columns, rows);
  const even = tones.reduce((sum, tone) => sum + (tone >= 0 || tone === NEARLY_EVEN ? 1 : 0), 0);
  const found: PictureRegion[] = [];
  for (const tone of new Set(regions.map((region) => region.tone))) {
    const cells = regions.filter((region) => region.tone === tone).flatMap((region) => region.cells);
    const box = boxOf(cells, columns, rows);
    if (box.touches || box.area > LARGEST * columns * rows) continue;
    const inside = evenIn(tones, box, columns);
    const elsewhere = regions.reduce(
      (sum, region) => sum + (isIn(region.cells[0] as number, box, columns) ? 0 : region.cells.length),
      0,
    );
    if (elsewhere > inside * MOST_ELSEWHERE || even - inside > tones.length * MOST_EVEN) continue;
    if (fades(tones, cells, columns) || (tone >= WHITE && !standsOut(grey, box, tone))) continue;
    found.push({
      box: {
        x: (box.left * CELL) / grey.widthPx,
        y: (box.top * CELL) / grey.heightPx,
        width: ((box.right - box.left) * CELL) / grey.widthPx,
        height: ((box.bottom - box.top) * CELL) / grey.heightPx,
      },
      surety: cells.length,
    });
  }
  return found.sort((a, b) => b.surety - a.surety);
}

function isIn(cell: number, { left, top, right, bottom }: CellBox, columns: number): boolean {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  return x >= left && x < right && y >= top && y < bottom;
}

function evenIn(tones: Int16Array, { left, top, right, bottom }: CellBox, columns: number): number {
  let count = 0;
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++)
      if ((tones[row * columns + column] as number) >= 0) count++;
  return count;
}

const UNEVEN = -1;
const SATURATED = -2;
const NEARLY_EVEN = -3;
/** Levels between the darkest and the brightest pixel of a cell that is nearly even. */
const NEARLY = 2;
/** Which part of the cells next to a patch may be nearly even. */
const MOST_SMOOTH = 0.25;

/** For each cell its tone where all its pixels have the same. */
function evenTones({ data, widthPx }: GreyRaster, columns: number, rows: number): Int16Array {
  const tones = new Int16Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const from = row * CELL * widthPx + column * CELL;
      const tone = data[from] as number;
      let [low, high] = [tone, tone];
      for (let y = 0; high - low <= NEARLY && y < CELL; y++)
        for (let x = 0; x < CELL; x++) {
          const value = data[from + y * widthPx + x] as number;
          if (value < low) low = value;
          else if (value > high) high = value;
        }
      tones[row * columns + column] =
        low === high ? (tone <= BLACK ? SATURATED : tone) : high - low <= NEARLY ? NEARLY_EVEN : UNEVEN;
    }
  return tones;
}

function sameToneRegions(
  tones: Int16Array,
  columns: number,
  rows: number,
): { cells: number[]; tone: number }[] {
  const seen = new Uint8Array(tones.length);
  const regions: { cells: number[]; tone: number }[] = [];
  for (let start = 0; start < tones.length; start++) {
    const tone = tones[start] as number;
    if (seen[start] || tone < 0) continue;
    const cells = [start];
    seen[start] = 1;
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[k] as number;
      const [x, y] = [cell % columns, Math.floor(cell / columns)];
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const) {
        const [nx, ny] = [x + dx, y + dy];
        const next = ny * columns + nx;
        if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || seen[next] || tones[next] !== tone) continue;
        seen[next] = 1;
        cells.push(next);
      }
    }
    if (cells.length >= LEAST_CELLS) regions.push({ cells, tone });
  }
  return regions;
}

interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly area: number;
  /** Whether it reaches the edge of the picture: margins that were added are even, too. */
  readonly touches: boolean;
}

function boxOf(cells: readonly number[], columns: number, rows: number): CellBox {
  let [left, top, right, bottom] = [columns, rows, 0, 0];
  for (const cell of cells) {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
  }
  const touches = left === 0 || top === 0 || right === columns || bottom === rows;
  return { left, top, right, bottom, area: (right - left) * (bottom - top), touches };
}

/** Whether many of the cells next to the even ones are nearly even, as where a lamp is mirrored: a patch ends at once. */
function fades(tones: Int16Array, cells: readonly number[], columns: number): boolean {
  const own = new Set(cells);
  const next = new Set<number>();
  for (const cell of cells)
    for (const other of [cell - 1, cell + 1, cell - columns, cell + columns])
      if (!own.has(other)) next.add(other);
  let smooth = 0;
  for (const cell of next) if ((tones[cell] ?? UNEVEN) !== UNEVEN) smooth++;
  return smooth > next.size * MOST_SMOOTH;
}

/** Whether what lies two cells around a burnt-out box is clearly darker nearly everywhere: glare fades, a patch ends. */
function standsOut({ data, widthPx, heightPx }: GreyRaster, box: CellBox, tone: number): boolean {
  let [darker, all] = [0, 0];
  const look = (column: number, row: number): void => {
    const [x, y] = [column * CELL + 4, row * CELL + 4];
    if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return;
    all++;
    if (tone - (data[y * widthPx + x] as number) >= STEP) darker++;
  };
  for (let column = box.left - 2; column <= box.right + 1; column++) {
    look(column, box.top - 2);
    look(column, box.bottom + 1);
  }
  for (let row = box.top - 1; row <= box.bottom; row++) {
    look(box.left - 2, row);
    look(box.right + 1, row);
  }
  return all > 0 && darker >= all * 0.9;
}
