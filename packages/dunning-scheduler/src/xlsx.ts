import writeExcelFile from 'write-excel-file/universal';
import type { CallListEntry } from './call-list.js';
import { CALL_LIST_COLUMNS, callListRow } from './format-call-list.js';

/**
 * A call list as an Excel workbook with one sheet. Cells hold text or numbers, never formulas, whatever a customer is called.
 *
 * @returns the bytes of an `.xlsx` file; in a browser and in Node alike
 */
export async function formatCallListXlsx(entries: readonly CallListEntry[]): Promise<Uint8Array> {
  const header = CALL_LIST_COLUMNS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = entries.map((entry) =>
    callListRow(entry).map((value) =>
      typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' },
    ),
  );
  const widths = [16, 16, 14, 9, 12, 9, 28, 18, 18, 18, 18, 80];
  const columns = widths.map((width) => ({ width }));
  const blob = await writeExcelFile([header, ...rows], {
    sheet: 'calls',
    columns,
    stickyRowsCount: 1,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
