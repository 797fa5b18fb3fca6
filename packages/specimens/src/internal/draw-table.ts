import type { Cell, Sheet, TableStyle } from './sheet.js';

const POINT_MM = 25.4 / 72;

export function drawTable(sheet: Sheet, table: TableStyle): number {
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
