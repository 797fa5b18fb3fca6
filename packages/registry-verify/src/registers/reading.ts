import type { JsonValue, Timestamp } from '@dossierkit/core';
import type { Facts } from './evidence.js';
import { type Fields, readFields } from './fields.js';
import type { InconclusiveReason } from './register.js';

/** A raw answer, as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: Timestamp;
}

/** What an adapter makes of a raw answer. */
export type Reading =
  | ({
      readonly outcome: 'found';
      readonly fieldsUsed: readonly string[];
      readonly maskedFields: readonly string[];
    } & Facts)
  | { readonly outcome: 'not-found'; readonly fieldsUsed: readonly string[] }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: InconclusiveReason;
      readonly retryAfterMs?: number;
    };

/** Facts, with the book that `fields` kept. */
export function found(fields: Fields, facts: Facts): Reading {
  return { outcome: 'found', ...facts, fieldsUsed: fields.used, maskedFields: fields.masked };
}

export function notFound(fieldsUsed: readonly string[]): Reading {
  return { outcome: 'not-found', fieldsUsed };
}

export function inconclusive(reason: InconclusiveReason, retryAfterMs?: number): Reading {
  return { outcome: 'inconclusive', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** Retry hints for servers that give none. */
const SOON_MS = 60_000;

/** What a status alone says where the register has nothing of its own to say; `undefined` for 200 and 404. */
export function readStatus({ status, headers, body, at }: RawAnswer): Reading | undefined {
  if (status === 200 || status === 404) return undefined;
  const wait = retryAfterMs(headers['retry-after'], at) ?? resetMs(headers, at);
  if (status === 429) {
    return inconclusive(/quota/i.test(body) ? 'quota-exhausted' : 'rate-limited', wait ?? SOON_MS);
  }
  if (status === 401 || status === 403 || status === 407) return inconclusive('unauthorised');
  if (status === 408 || status === 504) return inconclusive('timeout', wait ?? SOON_MS);
  if (status >= 500) return inconclusive('unavailable', wait ?? SOON_MS);
  if (status === 0 || (status >= 300 && status < 400)) return inconclusive('redirected');
  return inconclusive(status >= 400 ? 'refused' : 'changed-shape');
}

/** `Retry-After`: seconds, or a date; never more than a day, never less than nothing. */
export function retryAfterMs(header: string | undefined, at: Timestamp): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.parse(at);
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 86_400_000) : undefined;
}

/** `RateLimit-Reset` and its kin: the second since 1970 from which the count starts anew, or how many seconds are left. */
function resetMs(headers: RawAnswer['headers'], at: Timestamp): number | undefined {
  const reset = headers['ratelimit-reset'] ?? headers['x-ratelimit-reset'];
  if (reset === undefined || !/^\d+$/.test(reset)) return undefined;
  const isInstant = Number(reset) > 1_000_000_000;
  return retryAfterMs(isInstant ? new Date(Number(reset) * 1000).toUTCString() : reset, at);
}

/** Reads an answer that is JSON and whose status says nothing against it; for others, why it may not be used. */
export function readAnswer<Read>(raw: RawAnswer, read: (fields: Fields) => Read): Read | Reading {
  const status = readStatus(raw);
  if (status) return status;
  const json = readJson(raw.body);
  return 'fields' in json ? read(json.fields) : json.reading;
}

/** The answer as JSON; what else it may be is told apart: a page for people, or something cut off. */
export function readJson(body: string): { readonly fields: Fields } | { readonly reading: Reading } {
  const start = body.trimStart();
  if (start.startsWith('<')) return { reading: inconclusive('maintenance-page', SOON_MS) };
  try {
    const value = JSON.parse(start) as JsonValue;
    if (typeof value === 'object' && value !== null) return { fields: readFields(value) };
  } catch {
    // Told below: what is not JSON has no use, and its text may hold personal data.
  }
  return { reading: inconclusive('changed-shape', SOON_MS) };
}
