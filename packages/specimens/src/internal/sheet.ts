import { type FontFamily, fontFile, textWidthMm } from './fonts.js';

/** One piece of text: baseline start in millimetres from the upper left corner, size in points. */
export interface TextItem {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly color: string;
  readonly width: number;
  readonly tracking: number;
  readonly opacity: number;
  /** Clockwise, in degrees, around the start of the baseline. */
  readonly angle: number;
  /** The field of the truth that this text prints. */
  readonly field?: string;
  /** Part of the decoration: it is not a line of the truth. */
  readonly decoration: boolean;
}

/** A shape, as the path language of SVG in millimetres. */
export interface PathItem extends PathStyle {
  readonly type: 'path';
  readonly d: string;
}

export interface PathStyle {
  readonly fill?: string;
  readonly stroke?: string;
  /** Millimetres. */
  readonly lineWidth?: number;
  readonly opacity?: number;
  readonly dash?: readonly number[];
}

export interface TextStyle {
  readonly font?: FontFamily;
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Extra room after each letter, in millimetres. */
  readonly tracking?: number;
  readonly opacity?: number;
  readonly angle?: number;
  readonly field?: string;
  readonly decoration?: boolean;
  /** Baseline to baseline, in multiples of the size. Default: 1.3. */
  readonly leading?: number;
  /** Smaller letters where the text would be wider than this. */
  readonly maxWidth?: number;
}

export type Cell =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly field?: string; readonly color?: string };

export interface TableStyle {
  readonly x: number;
  readonly y: number;
  readonly columns: readonly { readonly width: number; readonly align?: 'left' | 'right' | 'center' }[];
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly look: 'grid' | 'lines' | 'zebra' | 'plain';
  readonly accent: string;
  readonly rowHeight?: number;
  readonly text?: TextStyle;
}

/** A sheet of paper or a card while it is being laid out, in millimetres from its upper left corner. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly items: readonly (TextItem | PathItem)[];
  /** Writes one line and returns its width. */
  text(x: number, y: number, text: string, style?: TextStyle): number;
  /** Writes one line under another and returns the next baseline. */
  lines(x: number, y: number, lines: readonly string[], style?: TextStyle): number;
  /** Breaks text at spaces to a width and returns the next baseline. */
  paragraph(x: number, y: number, width: number, text: string, style?: TextStyle): number;
  path(d: string, style: PathStyle): void;
  rect(
    x: number,
    y: number,
    width: number,
    height: number,
    style: PathStyle & { readonly radius?: number },
  ): void;
  line(x1: number, y1: number, x2: number, y2: number, style?: PathStyle): void;
  /** Draws a table and returns where it ends. */
  table(table: TableStyle): number;
}

const POINT_MM = 25.4 / 72;

export function createSheet(width: number, height: number, defaults: TextStyle = {}): Sheet {
  const items: (TextItem | PathItem)[] = [];
  const sheet: Sheet = {
    width,
    height,
    items,
    text(x, y, text, style) {
      const item = textItem(x, y, text, { ...defaults, ...style });
      if (item.text !== '') items.push(item);
      return item.width;
    },
    lines(x, y, lines, style) {
      const step = stepOf({ ...defaults, ...style });
      lines.forEach((line, at) => {
        sheet.text(x, y + at * step, line, style);
      });
      return y + lines.length * step;
    },
    paragraph(x, y, width, text, style) {
      return sheet.lines(x, y, breakLines(text, width, { ...defaults, ...style }), style);
    },
    path: (d, style) => void items.push({ type: 'path', d, ...style }),
    rect: (x, y, w, h, { radius = 0, ...style }) => sheet.path(rectPath(x, y, w, h, radius), style),
    line: (x1, y1, x2, y2, style = {}) =>
      sheet.path(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, { stroke: '#000000', lineWidth: 0.2, ...style }),
    table: (table) => drawTable(sheet, table),
  };
  return sheet;
}

function textItem(x: number, y: number, text: string, style: TextStyle): TextItem {
  const { font = 'open-sans', bold = false, color = '#111111', align = 'left', tracking = 0 } = style;
  const file = fontFile(font, bold);
  let { size = 9 } = style;
  let width = textWidthMm(file, text, size, tracking);
  if (style.maxWidth !== undefined && width > style.maxWidth) {
    size *= style.maxWidth / width;
    width = style.maxWidth;
  }
  const start = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
  const { opacity = 1, angle = 0, decoration = false } = style;
  const item = { x: start, y, text, font: file, size, color, width, tracking, opacity, angle, decoration };
  return { type: 'text', ...item, ...(style.field === undefined ? {} : { field: style.field }) };
}

function stepOf({ size = 9, leading = 1.3 }: TextStyle): number {
  return size * POINT_MM * leading;
}

/** Breaks text into lines no wider than `width`; a word that is wider stands alone. */
export function breakLines(text: string, width: number, style: TextStyle): string[] {
  const file = fontFile(style.font ?? 'open-sans', style.bold ?? false);
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const word of part.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidthMm(file, longer, style.size ?? 9, style.tracking) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

/** Two decimals of a millimetre are finer than any printer. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

export function rectPath(x: number, y: number, width: number, height: number, radius = 0): string {
  if (radius === 0)
    return `M${n(x)} ${n(y)}L${n(x + width)} ${n(y)}L${n(x + width)} ${n(y + height)}L${n(x)} ${n(y + height)}Z`;
  const r = Math.min(radius, width / 2, height / 2);
  const k = r * 0.4477;
  const [right, bottom] = [x + width, y + height];
  return (
    `M${n(x + r)} ${n(y)}L${n(right - r)} ${n(y)}C${n(right - k)} ${n(y)} ${n(right)} ${n(y + k)} ${n(right)} ${n(y + r)}` +
    `L${n(right)} ${n(bottom - r)}C${n(right)} ${n(bottom - k)} ${n(right - k)} ${n(bottom)} ${n(right - r)} ${n(bottom)}` +
    `L${n(x + r)} ${n(bottom)}C${n(x + k)} ${n(bottom)} ${n(x)} ${n(bottom - k)} ${n(x)} ${n(bottom - r)}` +
    `L${n(x)} ${n(y + r)}C${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)}Z`
  );
}

export function ellipsePath(cx: number, cy: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  return (
    `M${n(cx - rx)} ${n(cy)}C${n(cx - rx)} ${n(cy - ky)} ${n(cx - kx)} ${n(cy - ry)} ${n(cx)} ${n(cy - ry)}` +
    `C${n(cx + kx)} ${n(cy - ry)} ${n(cx + rx)} ${n(cy - ky)} ${n(cx + rx)} ${n(cy)}` +
    `C${n(cx + rx)} ${n(cy + ky)} ${n(cx + kx)} ${n(cy + ry)} ${n(cx)} ${n(cy + ry)}` +
    `C${n(cx - kx)} ${n(cy + ry)} ${n(cx - rx)} ${n(cy + ky)} ${n(cx - rx)} ${n(cy)}Z`
  );
}

function drawTable(sheet: Sheet, table: TableStyle): number {
  const { x, columns, head, rows, look, accent, rowHeight = 6 } = table;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  let y = table.y;
  if (head) {
    if (look === 'grid' || look === 'zebra')
      sheet.rect(x, y, width, rowHeight, { fill: accent, opacity: look === 'grid' ? 0.16 : 1 });
    const color = look === 'zebra' ? '#ffffff' : '#111111';
    drawRow(
      sheet,
      table,
      y,
      head.map((text) => ({ text, bold: true, color })),
    );
    if (look === 'lines' || look === 'plain')
      sheet.line(x, y + rowHeight, x + width, y + rowHeight, { stroke: accent, lineWidth: 0.4 });
    y += rowHeight;
  }
  rows.forEach((row, at) => {
    if (look === 'zebra' && at % 2 === 1) sheet.rect(x, y, width, rowHeight, { fill: accent, opacity: 0.08 });
    drawRow(sheet, table, y, row);
    if (look === 'lines')
      sheet.line(x, y + rowHeight, x + width, y + rowHeight, { stroke: '#999999', lineWidth: 0.1 });
    y += rowHeight;
  });
  if (look === 'grid') drawGrid(sheet, table, width, y);
  return y;
}

function drawRow(sheet: Sheet, table: TableStyle, y: number, cells: readonly Cell[]): void {
  const { rowHeight = 6, text = {} } = table;
  let left = table.x;
  table.columns.forEach((column, at) => {
    const cell = cells[at] ?? '';
    const { text: words, ...own } = typeof cell === 'string' ? { text: cell } : cell;
    const { align = 'left', width } = column;
    const x = align === 'right' ? left + width - 1.2 : align === 'center' ? left + width / 2 : left + 1.2;
    const baseline = y + rowHeight / 2 + (text.size ?? 8) * POINT_MM * 0.36;
    sheet.text(x, baseline, words, { size: 8, ...text, ...own, align, maxWidth: width - 2 });
    left += width;
  });
}

function drawGrid(
  sheet: Sheet,
  { x, y, columns, rowHeight = 6 }: TableStyle,
  width: number,
  bottom: number,
): void {
  const style = { stroke: '#666666', lineWidth: 0.15 };
  for (let at = y; at <= bottom + 0.01; at += rowHeight) sheet.line(x, at, x + width, at, style);
  let left = x;
  for (const column of [...columns, { width: 0 }]) {
    sheet.line(left, y, left, bottom, style);
    left += column.width;
  }
}
