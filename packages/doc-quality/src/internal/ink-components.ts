import type { GreyRaster } from '@dossierkit/doc-raster';

/** Pieces of ink that hang together, as columns of numbers: there are thousands of them. Right and bottom are excluded. */
export interface InkComponents {
  readonly count: number;
  readonly left: Int32Array;
  readonly top: Int32Array;
  readonly right: Int32Array;
  readonly bottom: Int32Array;
  readonly area: Int32Array;
}

/** How ink is told from paper. */
export interface InkOptions {
  /** Half the side of the square whose mean a pixel is compared with. */
  readonly radiusPx: number;
  /** Ink is darker than this part of the mean, in 1/256. */
  readonly ratio256: number;
}

/**
 * Finds what is darker than its surroundings, run by run, and joins the runs of neighbouring rows. Window sums slide
 * along with the rows, so that nothing but the runs is ever stored. Sums of whole numbers stay below 2³¹ for radii to 90.
 */
export function inkComponents(grey: GreyRaster, { radiusPx, ratio256 }: InkOptions): InkComponents {
  const { widthPx, heightPx, data } = grey;
  const columnSums = new Int32Array(widthPx);
  const table = new RunTable(widthPx);
  const runs = new Int32Array(widthPx + 2);
  for (let y = 0; y < Math.min(radiusPx, heightPx); y++) slide(columnSums, data, y * widthPx, -1);
  for (let y = 0; y < heightPx; y++) {
    const [first, last] = [y - radiusPx, Math.min(heightPx - 1, y + radiusPx)];
    const enters = y + radiusPx < heightPx ? last * widthPx : -1;
    slide(columnSums, data, enters, first > 0 ? (first - 1) * widthPx : -1);
    table.nextRow();
    const rows = last - Math.max(0, first) + 1;
    const ends = findRuns(data, y * widthPx, columnSums, rows, radiusPx, ratio256, runs);
    for (let k = 0; k < ends; k += 2) table.add(runs[k] as number, runs[k + 1] as number, y);
  }
  return table.components();
}

/** Adds the row that starts at `add` to the sums, and takes the one at `remove` away; -1 for none. */
function slide(sums: Int32Array, data: GreyRaster['data'], add: number, remove: number): void {
  if (add >= 0 && remove >= 0) {
    for (let x = 0; x < sums.length; x++)
      sums[x] = (sums[x] as number) + (data[add + x] as number) - (data[remove + x] as number);
  } else if (add >= 0) {
    for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] as number) + (data[add + x] as number);
  } else if (remove >= 0) {
    for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] as number) - (data[remove + x] as number);
  }
}

/**
 * Writes where the runs of a row begin and end that are darker than `ratio256` / 256 of the mean of the window around them,
 * and returns how many numbers these are.
 */
function findRuns(
  data: GreyRaster['data'],
  row: number,
  columnSums: Int32Array,
  rows: number,
  radius: number,
  ratio256: number,
  runs: Int32Array,
): number {
  const width = columnSums.length;
  const area = (2 * radius + 1) * rows;
  let sum = 0;
  for (let x = 0; x < Math.min(radius, width); x++) sum += columnSums[x] as number;
  let ends = 0;
  let inRun = false;
  for (let x = 0; x < width; x++) {
    let pixels = area;
    if (x + radius < width) sum += columnSums[x + radius] as number;
    else pixels -= (x + radius + 1 - width) * rows;
    if (x > radius) sum -= columnSums[x - radius - 1] as number;
    else pixels -= (radius - x) * rows;
    if (Math.imul((data[row + x] as number) << 8, pixels) < Math.imul(sum, ratio256) !== inRun) {
      runs[ends++] = x;
      inRun = !inRun;
    }
  }
  if (inRun) runs[ends++] = width;
  return ends;
}

/** Joins runs into components with union-find; only the runs of the last row are kept. */
class RunTable {
  private parent = new Int32Array(4096);
  private left = new Int32Array(4096);
  private top = new Int32Array(4096);
  private right = new Int32Array(4096);
  private bottom = new Int32Array(4096);
  private area = new Int32Array(4096);
  private count = 0;
  private above: Int32Array;
  private aboveCount = 0;
  private current: Int32Array;
  private currentCount = 0;
  /** The first run of the row above that may still touch the next run. */
  private cursor = 0;

  constructor(widthPx: number) {
    this.above = new Int32Array(3 * (widthPx + 1));
    this.current = new Int32Array(3 * (widthPx + 1));
  }

  nextRow(): void {
    [this.above, this.current] = [this.current, this.above];
    this.aboveCount = this.currentCount;
    this.currentCount = 0;
    this.cursor = 0;
  }

  add(start: number, end: number, y: number): void {
    const { above } = this;
    while (this.cursor < this.aboveCount && (above[this.cursor * 3 + 1] as number) < start) this.cursor++;
    let label = -1;
    for (let k = this.cursor; k < this.aboveCount && (above[k * 3] as number) <= end; k++) {
      const other = this.root(above[k * 3 + 2] as number);
      label = label < 0 ? other : this.join(label, other);
    }
    if (label < 0) label = this.create(start, end, y);
    else this.grow(label, start, end, y);
    const at = this.currentCount++ * 3;
    this.current[at] = start;
    this.current[at + 1] = end;
    this.current[at + 2] = label;
  }

  components(): InkComponents {
    const roots: number[] = [];
    for (let k = 0; k < this.count; k++) if (this.parent[k] === k) roots.push(k);
    const pick = (values: Int32Array): Int32Array => Int32Array.from(roots, (k) => values[k] as number);
    return {
      count: roots.length,
      left: pick(this.left),
      top: pick(this.top),
      right: pick(this.right),
      bottom: pick(this.bottom),
      area: pick(this.area),
    };
  }

  private create(start: number, end: number, y: number): number {
    if (this.count === this.parent.length) this.enlarge();
    const label = this.count++;
    this.parent[label] = label;
    this.left[label] = start;
    this.right[label] = end;
    this.top[label] = y;
    this.bottom[label] = y + 1;
    this.area[label] = end - start;
    return label;
  }

  private grow(label: number, start: number, end: number, y: number): void {
    if (start < (this.left[label] as number)) this.left[label] = start;
    if (end > (this.right[label] as number)) this.right[label] = end;
    this.bottom[label] = y + 1;
    this.area[label] = (this.area[label] as number) + end - start;
  }

  private join(a: number, b: number): number {
    if (a === b) return a;
    const [to, from] = a < b ? [a, b] : [b, a];
    this.parent[from] = to;
    this.left[to] = Math.min(this.left[to] as number, this.left[from] as number);
    this.top[to] = Math.min(this.top[to] as number, this.top[from] as number);
    this.right[to] = Math.max(this.right[to] as number, this.right[from] as number);
    this.bottom[to] = Math.max(this.bottom[to] as number, this.bottom[from] as number);
    this.area[to] = (this.area[to] as number) + (this.area[from] as number);
    return to;
  }

  private root(label: number): number {
    const { parent } = this;
    let at = label;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  }

  private enlarge(): void {
    const double = (values: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(values.length * 2);
      larger.set(values);
      return larger;
    };
    this.parent = double(this.parent);
    this.left = double(this.left);
    this.top = double(this.top);
    this.right = double(this.right);
    this.bottom = double(this.bottom);
    this.area = double(this.area);
  }
}
