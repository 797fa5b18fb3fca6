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
  /** Ink is darker than this part of the mean. */
  readonly ratio: number;
}

/**
 * Finds what is darker than its surroundings, run by run, and joins the runs of neighbouring rows. Window sums slide
 * along with the rows, so that nothing but the runs is ever stored.
 */
export function inkComponents(grey: GreyRaster, options: InkOptions): InkComponents {
  const { widthPx, heightPx, data } = grey;
  const radius = options.radiusPx;
  const columnSums = new Uint32Array(widthPx);
  const table = new RunTable(widthPx);
  let bottom = 0;
  let top = 0;
  for (let y = 0; y < heightPx; y++) {
    for (; bottom <= y + radius && bottom < heightPx; bottom++) addRow(columnSums, data, bottom * widthPx, 1);
    for (; top < y - radius; top++) addRow(columnSums, data, top * widthPx, -1);
    table.nextRow();
    const rows = bottom - top;
    let sum = 0;
    let start = -1;
    for (let x = 0; x < Math.min(radius, widthPx); x++) sum += columnSums[x] as number;
    const row = y * widthPx;
    for (let x = 0; x < widthPx; x++) {
      if (x + radius < widthPx) sum += columnSums[x + radius] as number;
      if (x > radius) sum -= columnSums[x - radius - 1] as number;
      const left = x < radius ? 0 : x - radius;
      const right = x + radius >= widthPx ? widthPx : x + radius + 1;
      const ink = (data[row + x] as number) * ((right - left) * rows) < sum * options.ratio;
      if (ink) {
        if (start < 0) start = x;
      } else if (start >= 0) {
        table.add(start, x, y);
        start = -1;
      }
    }
    if (start >= 0) table.add(start, widthPx, y);
  }
  return table.components();
}

function addRow(sums: Uint32Array, data: GreyRaster['data'], row: number, sign: number): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] as number) + sign * (data[row + x] as number);
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
