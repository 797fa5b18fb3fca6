import {
  addDays,
  addMonths,
  daysBetween,
  type JsonValue,
  type PlainDate,
  parsePlainDate,
  partsOfDate,
  plainDateFrom,
} from '@dossierkit/core';
import { z } from 'zod';

const monthDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .refine((text) => {
    const [month = 0, day = 0] = text.split('-').map(Number);
    return plainDateFrom(2025, month, day) !== undefined;
  }, 'a day of every year, as MM-DD');

const sourceSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  url: z.string().min(1),
  validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  validTo: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});

const field = z.string().min(1).max(41);

/** How old a document of a kind may be, as data. */
export const ageRuleSchema: z.ZodType<AgeRule, AgeRule> = z.discriminatedUnion('rule', [
  /** It has no age: bank details. */
  z.strictObject({ rule: z.literal('none') }),
  /** Issued at most so many months ago. */
  z.strictObject({
    rule: z.literal('max-age'),
    field,
    months: z.number().int().min(1).max(600),
    source: sourceSchema.optional(),
  }),
  /** Not expired; `extended` for cards that hold longer than they say. */
  z.strictObject({
    rule: z.literal('not-expired'),
    field,
    extended: z
      .strictObject({
        years: z.number().int().min(1).max(20),
        /** The field with the day of issue, which decides. */
        issueField: field,
        issuedFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        issuedTo: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        /** The field with the birth date: the holder must have been of age. */
        birthField: field,
      })
      .optional(),
    source: sourceSchema.optional(),
  }),
  /** Income year N-1; N-2 too until (and with) this day of the year. */
  z.strictObject({
    rule: z.literal('income-year'),
    field,
    previousUntil: monthDay,
    source: sourceSchema.optional(),
  }),
  /** Issue year N; before this day of the year N-1 too. */
  z.strictObject({
    rule: z.literal('issue-year'),
    field,
    switchesOn: monthDay,
    source: sourceSchema.optional(),
  }),
  /** One of the last `outOf` months; the window begins with the running month only after this day of it. */
  z.strictObject({
    rule: z.literal('recent-months'),
    field,
    outOf: z.number().int().min(1).max(24),
    movesAfterDay: z.number().int().min(1).max(31),
    source: sourceSchema.optional(),
  }),
]);

/** How old a document of a kind may be. */
export type AgeRule =
  | { readonly rule: 'none' }
  | (Sourced & { readonly rule: 'max-age'; readonly field: string; readonly months: number })
  | (Sourced & {
      readonly rule: 'not-expired';
      readonly field: string;
      readonly extended?: ExtendedValidity | undefined;
    })
  | (Sourced & { readonly rule: 'income-year'; readonly field: string; readonly previousUntil: string })
  | (Sourced & { readonly rule: 'issue-year'; readonly field: string; readonly switchesOn: string })
  | (Sourced & {
      readonly rule: 'recent-months';
      readonly field: string;
      readonly outOf: number;
      readonly movesAfterDay: number;
    });

interface Sourced {
  readonly source?:
    | {
        readonly id: string;
        readonly title: string;
        readonly url: string;
        readonly validFrom: string;
        readonly validTo?: string | undefined;
      }
    | undefined;
}

/** Cards issued in a span of time to people of age hold some years longer than is printed on them. */
interface ExtendedValidity {
  readonly years: number;
  /** The field with the day of issue, which decides. */
  readonly issueField: string;
  readonly issuedFrom: string;
  readonly issuedTo: string;
  /** The field with the birth date: the holder must have been of age. */
  readonly birthField: string;
}

/** What a document's age came to under the rule of its kind. */
export interface Age {
  readonly rule: AgeRule['rule'];
  /** The field that the rule reads. */
  readonly field: string;
  /** What stands there; absent where it was not found. */
  readonly value?: string;
  /** `too-new`: dated after the day of the check. */
  readonly answer: 'in-time' | 'too-old' | 'too-new' | 'not-known';
  /** What would be right, in the form of the field: the oldest and the newest that pass. */
  readonly oldest: string;
  readonly newest: string;
  /** For a day: how many days ago it was (negative: to come). */
  readonly days?: number;
  /** The rule's source, by its id. */
  readonly source?: string;
}

/** How many days a document may be dated ahead (a bill is dated with the day it will arrive). */
const AHEAD_DAYS = 7;

/**
 * Holds a document's age against the rule of its kind.
 *
 * @param readValue reads a field's value as it was found
 * @returns `undefined` where the kind has no age
 */
export function ageOf(
  rule: AgeRule,
  readValue: (field: string) => JsonValue | undefined,
  today: PlainDate,
): Age | undefined {
  if (rule.rule === 'none') return undefined;
  const source = rule.source ? { source: rule.source.id } : {};
  return { rule: rule.rule, field: rule.field, ...answerOf(rule, readValue, today), ...source };
}

type Answer = Omit<Age, 'rule' | 'field' | 'source'>;

function answerOf(
  rule: Exclude<AgeRule, { rule: 'none' }>,
  readValue: (field: string) => JsonValue | undefined,
  today: PlainDate,
): Answer {
  const value = readValue(rule.field);
  if (rule.rule === 'max-age') {
    return compareDays(dayOf(value), addMonths(today, -rule.months), addDays(today, AHEAD_DAYS), today);
  }
  if (rule.rule === 'not-expired') return expiryAnswer(rule, readValue, today);
  if (rule.rule === 'recent-months') {
    const newest = monthIndex(today) - (partsOfDate(today).day > rule.movesAfterDay ? 0 : 1);
    return compareText(monthOfValue(value), monthText(newest - rule.outOf + 1), monthText(monthIndex(today)));
  }
  const { year } = partsOfDate(today);
  const monthAndDay = today.slice(5);
  const newest = rule.rule === 'income-year' ? year - 1 : year;
  const older =
    rule.rule === 'income-year' ? monthAndDay <= rule.previousUntil : monthAndDay < rule.switchesOn;
  const found =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value.slice(0, 4) : undefined;
  return compareText(found, String(older ? newest - 1 : newest), String(newest));
}

function compareDays(
  found: PlainDate | undefined,
  oldest: PlainDate,
  newest: PlainDate,
  today: PlainDate,
): Answer {
  const answer = compareText(found, oldest, newest);
  return found ? { ...answer, days: daysBetween(found, today) } : answer;
}

/** Days, months and years are written so that they sort as text. */
function compareText(found: string | undefined, oldest: string, newest: string): Answer {
  if (found === undefined) return { answer: 'not-known', oldest, newest };
  const answer = found < oldest ? 'too-old' : found > newest ? 'too-new' : 'in-time';
  return { value: found, answer, oldest, newest };
}

function expiryAnswer(
  rule: Extract<AgeRule, { rule: 'not-expired' }>,
  readValue: (field: string) => JsonValue | undefined,
  today: PlainDate,
): Answer {
  const printed = dayOf(readValue(rule.field));
  const newest = '9999-12-31';
  if (!printed) return { answer: 'not-known', oldest: today, newest };
  const expiry =
    rule.extended && isExtended(rule.extended, readValue)
      ? addMonths(printed, rule.extended.years * 12)
      : printed;
  return {
    value: expiry,
    answer: expiry < today ? 'too-old' : 'in-time',
    oldest: today,
    newest,
    days: daysBetween(expiry, today),
  };
}

function isExtended(
  extended: NonNullable<Extract<AgeRule, { rule: 'not-expired' }>['extended']>,
  readValue: (field: string) => JsonValue | undefined,
): boolean {
  const issued = dayOf(readValue(extended.issueField));
  const born = dayOf(readValue(extended.birthField));
  if (!issued || !born || issued < extended.issuedFrom || issued > extended.issuedTo) return false;
  return addMonths(born, 18 * 12) <= issued;
}

function dayOf(value: JsonValue | undefined): PlainDate | undefined {
  if (typeof value !== 'string') return undefined;
  const day = parsePlainDate(value);
  return day.ok ? day.value : undefined;
}

/** The month of a period is the one in which it ends. */
function monthOfValue(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string' && /^\d{4}-\d{2}/.test(value)) return value.slice(0, 7);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const to = (value as { readonly to?: JsonValue }).to;
  return typeof to === 'string' ? to.slice(0, 7) : undefined;
}

const monthIndex = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function monthText(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
