import { timestampMs } from '@dossierkit/core';
import type { RouterEvent } from '../events.js';
import { wrongFieldOf } from './import-rows.js';

const TEXTS = ['item', 'advisor', 'owner', 'team', 'customer', 'backup', 'substitute', 'part', 'text', 'why'];
const LISTS = ['teams', 'skills', 'languages', 'flags', 'parts', 'path'];
const INSTANTS = ['from', 'until'];
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'customer-changed': ['customer'],
  'advisor-set': ['advisor', 'teams'],
  'leave-planned': ['advisor', 'from', 'until'],
  'leave-cancelled': ['advisor', 'from'],
  snoozed: ['item', 'advisor', 'until'],
  delegated: ['item', 'parts'],
  'weight-changed': ['path'],
};

/** The first field of an event, as it came from outside, that could not be worked with; null where there is none. */
export function unreadableField(event: RouterEvent): string | null {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  if (!isInstant(fields.at)) return 'at';
  if (event.type === 'message-arrived') return wrongFieldOf(event);
  for (const field of NEEDED[event.type] ?? []) if (fields[field] === undefined) return field;
  for (const field of TEXTS)
    if (fields[field] !== undefined && typeof fields[field] !== 'string') return field;
  for (const field of LISTS) if (fields[field] !== undefined && !Array.isArray(fields[field])) return field;
  for (const field of INSTANTS) if (fields[field] !== undefined && !isInstant(fields[field])) return field;
  if (fields.points !== undefined && !Number.isFinite(fields.points)) return 'points';
  return null;
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && Number.isFinite(timestampMs(value as RouterEvent['at']));
}
