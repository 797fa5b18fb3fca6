import { parseTimestamp, type Timestamp, timestampMs } from '@dossierkit/core';
import type { Message } from '../events.js';
import type { RouterFinding } from '../findings.js';
import { advance } from './advance.js';
import { openItem } from './open-item.js';
import type { RouterState } from './state.js';

const TEXTS = ['item', 'team'] as const;
const OPTIONAL_TEXTS = [
  'channel',
  'customer',
  'owner',
  'reason',
  'profile',
  'dossierState',
  'language',
] as const;
const LISTS = ['flags', 'skills'] as const;
const COUNTS = ['valueTier', 'interactions'] as const;
const INSTANTS = ['receivedAt', 'dueAt'] as const;
const MAX_TEXT = 200;

/** Takes in rows of unknown origin; those that are no messages are named with the field that is wrong. */
export function importRows(
  state: RouterState,
  rows: Iterable<unknown>,
  at: Timestamp,
): { readonly imported: number; readonly findings: readonly RouterFinding[] } {
  const findings: RouterFinding[] = [];
  const atMs = timestampMs(at);
  advance(state, atMs);
  let imported = 0;
  let row = 0;
  for (const value of rows) {
    const field = wrongFieldOf(value);
    const item = field === null ? (value as Message).item : '';
    if (field !== null) {
      const params = { row, field };
      findings.push({
        code: 'priority-router/event-unreadable',
        outcome: 'failed',
        severity: 'warning',
        params,
      });
    } else if (state.items.slotOf.has(item) || state.closed.has(item)) {
      const params = { item };
      findings.push({ code: 'priority-router/item-exists', outcome: 'failed', severity: 'warning', params });
    } else {
      openItem(state, value as Message, atMs);
      imported++;
    }
    row++;
  }
  return { imported, findings };
}

/** The first field that is not what a message needs, or null where all are. By hand: a million rows are many. */
export function wrongFieldOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const row = value as Readonly<Record<string, unknown>>;
  for (const field of TEXTS) if (!isText(row[field]) || row[field] === '') return field;
  for (const field of OPTIONAL_TEXTS) if (row[field] !== undefined && !isText(row[field])) return field;
  for (const field of COUNTS) {
    const count = row[field];
    if (count !== undefined && !(Number.isSafeInteger(count) && (count as number) >= 0)) return field;
  }
  for (const field of LISTS) {
    const list = row[field];
    if (list !== undefined && !(Array.isArray(list) && list.length <= 50 && list.every(isText))) return field;
  }
  for (const field of INSTANTS) {
    const instant = row[field];
    if (instant !== undefined && !(typeof instant === 'string' && isWithinCalendar(instant))) return field;
  }
  if (row.answer !== undefined && row.answer !== 'first' && row.answer !== 'next') return 'answer';
  return null;
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;

/** Years that the business calendar reaches, with room for the longest promise. */
export function isWithinCalendar(instant: string): boolean {
  return instant >= '1950' && instant < '2150' && parseTimestamp(instant).ok;
}
