import type { RouterEvent, RouterEventType } from '../events.js';
import { isText, wrongFieldOf } from './import-rows.js';
import { readInstant } from './instants.js';

type Fields = Readonly<Record<string, unknown>>;

const TEXTS = ['item', 'advisor', 'owner', 'team', 'customer', 'backup', 'substitute', 'part', 'branch'];
/** What people write; it may be long. */
const PROSE = ['text', 'why'];
const LISTS = ['teams', 'skills', 'languages', 'flags', 'path'];
const INSTANTS = ['from', 'until'];
const COUNTS = ['valueTier', 'interactions', 'reserveMinutes'];
/** A week of open minutes: nobody keeps more for putting a reply together. */
const MAX_COUNT = 10_080;
const NEEDED: Readonly<Partial<Record<RouterEventType, readonly string[]>>> = {
  'customer-changed': ['customer'],
  'team-set': ['team'],
  'advisor-set': ['advisor', 'teams'],
  'leave-planned': ['advisor', 'from', 'until'],
  'leave-cancelled': ['advisor', 'from'],
  moved: ['points'],
  snoozed: ['item', 'advisor', 'until'],
  delegated: ['item', 'parts'],
  'part-answered': ['part', 'text'],
  'weight-changed': ['path', 'points'],
};

/** The first field of an event, as it came from outside, that could not be worked with; null where there is none. */
export function unreadableField(event: RouterEvent): string | null {
  const fields = event as unknown as Fields;
  if (!isInstant(fields.at)) return 'at';
  if (fields.seq !== undefined && !Number.isSafeInteger(fields.seq)) return 'seq';
  if (event.type === 'message-arrived') return wrongFieldOf(event);
  for (const field of NEEDED[event.type] ?? []) if (fields[field] === undefined) return field;
  return (
    wrong(fields, TEXTS, isText) ??
    wrong(fields, PROSE, (value) => typeof value === 'string') ??
    wrong(fields, LISTS, isTexts) ??
    wrong(fields, INSTANTS, isInstant) ??
    wrong(fields, COUNTS, isCount) ??
    wrong(fields, ['points'], Number.isFinite) ??
    wrong(fields, ['capacity'], isCapacity) ??
    wrong(fields, ['parts'], areParts)
  );
}

function wrong(
  fields: Fields,
  names: readonly string[],
  isRight: (value: unknown) => boolean,
): string | null {
  return names.find((name) => fields[name] !== undefined && !isRight(fields[name])) ?? null;
}

function isInstant(value: unknown): boolean {
  return !Number.isNaN(readInstant(value));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT;
}

/** A number for everything, or one for each channel. */
function isCapacity(value: unknown): boolean {
  const numbers = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return numbers.every((each) => typeof each === 'number' && each >= 0);
}

/** Requests with names of their own, each with one expert. */
function areParts(value: unknown): boolean {
  if (!Array.isArray(value) || !value.every(isPart)) return false;
  return new Set(value.map(({ part }: { part: string }) => part)).size === value.length;
}

function isPart(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { part, expert, reason, skills } = value as Fields;
  if (!isText(part) || part === '' || typeof expert !== 'object' || expert === null) return false;
  const { advisor, team, external } = expert as Fields;
  if ([advisor, team, external].filter(isText).length !== 1) return false;
  return (reason === undefined || isText(reason)) && (skills === undefined || isTexts(skills));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}
