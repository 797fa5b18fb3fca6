import { minorUnitDigits } from '@dossierkit/core';
import type { CallListEntry } from './call-list.js';

/** The columns of a call list, in order. */
export const CALL_LIST_COLUMNS: readonly string[] = [
  'case',
  'customer',
  'segment',
  'age_days',
  'amount',
  'currency',
  'missing',
  'failed_channels',
  'call_from',
  'call_until',
  'zone',
  'talking_points',
];

/** One row of cells: text, or a number where it is one. */
export function callListRow(entry: CallListEntry): (string | number)[] {
  const { outstanding, from, until } = entry;
  const digits = outstanding ? minorUnitDigits(outstanding.currency) : 0;
  return [
    entry.caseId,
    entry.customerId,
    entry.segment ?? '',
    entry.ageDays,
    outstanding ? outstanding.amountMinor / 10 ** digits : '',
    outstanding?.currency ?? '',
    entry.missing.join('; '),
    entry.failedChannels.join('; '),
    from.local.replace('T', ' '),
    until.local.replace('T', ' '),
    from.zone,
    entry.talkingPoints.join(' | '),
  ];
}

/**
 * A call list as CSV (RFC 4180) with a header line. Text that a spreadsheet would run as a formula gets an apostrophe before
 * it: names and items come from customers.
 */
export function formatCallListCsv(entries: readonly CallListEntry[]): string {
  const rows = [CALL_LIST_COLUMNS, ...entries.map(callListRow)];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
