import { drawTable } from './draw-table.js';
import { type FontFamily, fontFile, textWidthMm } from './fonts.js';
import { n, rectPath } from './paths.js';

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
