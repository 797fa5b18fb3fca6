import { type Timestamp, timestampMs } from '@dossierkit/core';
import type { Message } from '../events.js';
import type { RouterFinding } from '../findings.js';
import { advance } from './advance.js';
import { readInstant } from './instants.js';
import { openItem } from './open-item.js';
import type { RouterState } from './state.js';

/** Names and traits are short; what people write never comes here. */
const MAX_TEXT = 200;
/** Flags, or skills, of one message. */
const MAX_WORDS = 50;

/** How often an import looks up: to tell how far it is, and whether it should stop. */
const ROWS_A_STEP = 5000;

/** How an import is watched. */
export interface ImportOptions {
  /** Told every 5,000 rows, and at the end, how many rows were read. */
  readonly onProgress?: (rows: number) => void;
  /** Stops the import between two rows. What is in stays in; go on with the rows behind those that were read. */
  readonly signal?: AbortSignal;
}

/** What became of an import. */
export interface Imported {
  readonly imported: number;
  /** How many rows were read: all of them, unless it was stopped. */
  readonly rows: number;
  /** One for each row that is not in. */
  readonly findings: readonly RouterFinding[];
}

/** Takes in rows of unknown origin; those that are no messages are named with the field that is wrong. */
export function importRows(
  state: RouterState,
  rows: Iterable<unknown>,
  at: Timestamp,
  { onProgress, signal }: ImportOptions = {},
): Imported {
  const findings: RouterFinding[] = [];
  const atMs = timestampMs(at);
  advance(state, atMs);
  let row = 0;
  for (const value of rows) {
    const finding = importRow(state, value, row, atMs);
    if (finding) findings.push(finding);
    row++;
    if (row % ROWS_A_STEP !== 0) continue;
    onProgress?.(row);
    if (signal?.aborted) return { imported: row - findings.length, rows: row, findings };
  }
  onProgress?.(row);
  return { imported: row - findings.length, rows: row, findings };
}

function importRow(state: RouterState, value: unknown, row: number, atMs: number): RouterFinding | null {
  const field = wrongFieldOf(value);
  if (field !== null) {
    const params = { row, field };
    return { code: 'priority-router/event-unreadable', outcome: 'failed', severity: 'warning', params };
  }
  const message = value as Message;
  if (state.items.slotOf.has(message.item) || state.closed.has(message.item)) {
    const params = { item: message.item };
    return { code: 'priority-router/item-exists', outcome: 'failed', severity: 'warning', params };
  }
  openItem(state, message, atMs);
  return null;
}

/**
 * The first field that is not what a message needs, or null where all are. Field by field, because a million rows are many,
 * and looking a field up by a name that varies takes ten times as long.
 */
export function wrongFieldOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const row = value as { readonly [Field in keyof Message]?: unknown };
  if (!isText(row.item) || row.item === '') return 'item';
  if (!isText(row.team) || row.team === '') return 'team';
  return wrongText(row) ?? wrongFact(row);
}

function wrongText(row: { readonly [Field in keyof Message]?: unknown }): string | null {
  if (row.channel !== undefined && !isText(row.channel)) return 'channel';
  if (row.customer !== undefined && !isText(row.customer)) return 'customer';
  if (row.owner !== undefined && !isText(row.owner)) return 'owner';
  if (row.reason !== undefined && !isText(row.reason)) return 'reason';
  if (row.profile !== undefined && !isText(row.profile)) return 'profile';
  if (row.dossierState !== undefined && !isText(row.dossierState)) return 'dossierState';
  if (row.language !== undefined && !isText(row.language)) return 'language';
  return null;
}

function wrongFact(row: { readonly [Field in keyof Message]?: unknown }): string | null {
  if (row.valueTier !== undefined && !isCount(row.valueTier)) return 'valueTier';
  if (row.interactions !== undefined && !isCount(row.interactions)) return 'interactions';
  if (row.flags !== undefined && !areTexts(row.flags)) return 'flags';
  if (row.skills !== undefined && !areTexts(row.skills)) return 'skills';
  if (row.receivedAt !== undefined && Number.isNaN(readInstant(row.receivedAt))) return 'receivedAt';
  if (row.dueAt !== undefined && Number.isNaN(readInstant(row.dueAt))) return 'dueAt';
  if (row.answer !== undefined && row.answer !== 'first' && row.answer !== 'next') return 'answer';
  return null;
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= MAX_WORDS && value.every(isText);
