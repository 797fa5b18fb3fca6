import { DossierkitError, type Locale, parsePolicy } from '@dossierkit/core';
import { z } from 'zod';
import { type AgeRule, ageRuleSchema } from './age/age-rule.js';
import { squeeze } from './text/fold.js';

const KIND = /^[a-z0-9]+(-[a-z0-9]+){0,8}$/;

/** Plain words, never a pattern: at least two letters or digits, so that a phrase says something. */
const phraseSchema = z
  .string()
  .max(90)
  .refine((text) => squeeze(text).length >= 2, 'a phrase needs at least 2 Latin letters or digits');

const anchorSchema = z.strictObject({
  any: z.array(phraseSchema).min(1).max(40),
  weight: z.number().min(0.1).max(10),
  as: z.enum(['title', 'text']).default('text'),
});

/** Kinds of values that a scanner can find. */
const FIELD_TYPES = [
  'date',
  'month',
  'period',
  'year',
  'amount',
  'iban',
  'bic',
  'siren',
  'siret',
  'vat',
  'de-tax-id',
  'nir',
  'digits',
  'code',
  'person',
  'company',
  'address',
  'text',
] as const;

const fieldSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/),
  type: z.enum(FIELD_TYPES),
  labels: z.array(phraseSchema).max(150).default([]),
  not: z.array(phraseSchema).max(150).default([]),
  rows: z
    .array(z.string().regex(/^\d{1,2}[a-d]?$/))
    .max(10)
    .default([]),
  lengths: z.array(z.number().int().min(1).max(40)).max(10).default([]),
  unlabelled: z.enum(['none', 'top', 'anywhere', 'addressee', 'earliest']).default('none'),
  pick: z.enum(['nearest', 'last']).default('nearest'),
  wanted: z.union([z.boolean(), z.literal('if-there')]).default(false),
});

const cueSchema = z.discriminatedUnion('cue', [
  /** A machine-readable zone, seen as lines of `<` in the text or told by the caller. */
  z.strictObject({
    cue: z.literal('mrz'),
    formats: z.array(z.string().max(20)).min(1),
    codes: z.array(z.string().max(5)).optional(),
    weight: z.number().min(-10).max(10),
  }),
  /** A visible seal of one of these types, told by the caller. */
  z.strictObject({
    cue: z.literal('seal'),
    types: z.array(z.string().max(20)).min(1),
    weight: z.number().min(-10).max(10),
  }),
  /** More words than this speak against the kind: a card has few. */
  z.strictObject({
    cue: z.literal('more-words-than'),
    words: z.number().int().min(1),
    weight: z.number().min(-10).max(0),
  }),
  /** A field of this type with correct check digits is on the page. */
  z.strictObject({
    cue: z.literal('identifier'),
    type: z.enum(['iban', 'siren', 'siret', 'vat', 'de-tax-id', 'nir']),
    weight: z.number().min(-10).max(3),
  }),
]);

const namesSchema = z.strictObject({
  en: z.string().min(1).max(80),
  fr: z.string().min(1).max(80),
  de: z.string().min(1).max(80),
  ar: z.string().min(1).max(80),
});

/** The schema of a profile: everything that the classifier knows about one kind of document, as plain data. */
const kindProfileSchema = z.strictObject({
  kind: z
    .string()
    .max(60)
    .regex(KIND)
    .refine((kind) => kind !== 'unknown', '"unknown" is no kind'),
  names: namesSchema.optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{3}$/))
    .min(1)
    .max(6),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  anchors: z.array(anchorSchema).min(1).max(80),
  against: z.array(anchorSchema).max(150).default([]),
  cues: z.array(cueSchema).max(12).default([]),
  fields: z.array(fieldSchema).max(40).default([]),
  age: ageRuleSchema.default({ rule: 'none' }),
  isCard: z.boolean().default(false),
  maxPages: z.number().int().min(1).max(1000).optional(),
});

/** A kind of document as data, complete with its defaults. */
export interface KindProfile {
  readonly kind: string;
  readonly names?: Readonly<Record<Locale, string>> | undefined;
  readonly languages: readonly string[];
  readonly currency: string;
  readonly anchors: readonly Anchor[];
  readonly against: readonly Anchor[];
  readonly cues: readonly Cue[];
  readonly fields: readonly FieldSpec[];
  readonly age: AgeRule;
  /** Whether it is smaller than a page: its other side, or another one, may lie on the same sheet, so the whole sheet is read. */
  readonly isCard: boolean;
  readonly maxPages?: number | undefined;
}

/** A profile as it is written: what has a default may be left out. */
export interface KindProfileInput {
  /** Kebab-case, for example `fr-tax-notice`. */
  readonly kind: string;
  /** What a person calls it, with its article: "a tax notice". Messages use it. Built-in kinds have theirs already. */
  readonly names?: Readonly<Record<Locale, string>>;
  /** ISO 639-3, the likeliest first: what OCR is told. */
  readonly languages: readonly string[];
  /** ISO 4217, for amounts without a sign. Default `EUR`. */
  readonly currency?: string;
  /** What speaks for the kind. */
  readonly anchors: readonly AnchorInput[];
  /** What speaks against it. */
  readonly against?: readonly AnchorInput[];
  readonly cues?: readonly Cue[];
  readonly fields?: readonly FieldSpecInput[];
  /** Default: it has no age. */
  readonly age?: AgeRule;
  /** Whether it is smaller than a page. Default: false. */
  readonly isCard?: boolean;
  /** How many pages such a document has at most. */
  readonly maxPages?: number;
}

/** Phrases that speak for a kind, or against it. */
export interface Anchor {
  /** Phrases that mean the same; the best one counts, once. Case, accents and spaces do not matter. */
  readonly any: readonly string[];
  /** How much it says, in nats of evidence, 0.1 to 10. */
  readonly weight: number;
  /**
   * `title`: counts in full only where it stands out (large, alone on its line, in the upper part), for a mere mention
   * a sixth. `text` (the default): counts wherever it stands.
   */
  readonly as: 'title' | 'text';
}

/** An anchor as it is written. */
export type AnchorInput = Omit<Anchor, 'as'> & { readonly as?: Anchor['as'] };

/** Kinds of values that a scanner can find. */
export type FieldType = (typeof FIELD_TYPES)[number];

/** A value to be found on a document. */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  /** Phrases beside or above the value. */
  readonly labels: readonly string[];
  /** Labels of other values, which must not be taken for this one. */
  readonly not: readonly string[];
  /** Numbers that stand for a label at the beginning of a cell, as on driving licences: `1`, `4b`. */
  readonly rows: readonly string[];
  /** For `digits` and `code`: how many characters there may be. */
  readonly lengths: readonly number[];
  /**
   * What to do where no label is near: nothing; the best value in the upper part; the best value anywhere; for a person the
   * name above the postal address; for a day the earliest of several, as nobody gets a paper before being born.
   */
  readonly unlabelled: 'none' | 'top' | 'anywhere' | 'addressee' | 'earliest';
  /** The value on the label's line that counts: the nearest, or the last. */
  readonly pick: 'nearest' | 'last';
  /**
   * Whether a scan is read on until this field is found. `true`: every such document has it, so that its absence is a
   * finding. `if-there`: many have it.
   */
  readonly wanted: boolean | 'if-there';
}

/** A field as it is written. */
export type FieldSpecInput = Pick<FieldSpec, 'name' | 'type'> & Partial<FieldSpec>;

/** Something other than words that speaks for a kind. */
export type Cue =
  /** A machine-readable zone, seen as lines of `<` in the text or told by the caller; `codes` are beginnings of its first letters. */
  | {
      readonly cue: 'mrz';
      readonly formats: readonly string[];
      readonly codes?: readonly string[] | undefined;
      readonly weight: number;
    }
  /** A visible seal of one of these types, told by the caller. */
  | { readonly cue: 'seal'; readonly types: readonly string[]; readonly weight: number }
  /** More words than this speak against the kind: a card has few. */
  | { readonly cue: 'more-words-than'; readonly words: number; readonly weight: number }
  /** A field of this type with correct check digits is on the page. */
  | {
      readonly cue: 'identifier';
      readonly type: 'iban' | 'siren' | 'siret' | 'vat' | 'de-tax-id' | 'nir';
      readonly weight: number;
    };

/**
 * Checks a profile and completes it. This is how a kind is added: the classifier takes any list of profiles.
 *
 * Phrases are words, not regular expressions, so no profile can make the classifier slow.
 *
 * @throws {DossierkitError} `core/policy-invalid`, `doc-classifier/profile-invalid` where a wanted field or the age rule names
 * a field that the profile does not have
 */
export function defineKindProfile(profile: KindProfileInput): KindProfile {
  const complete = parsePolicy(`profile of ${String(profile.kind)}`, kindProfileSchema, profile);
  const { age } = complete;
  if ('field' in age && !complete.fields.some((field) => field.name === age.field)) {
    throw new DossierkitError(
      'doc-classifier/profile-invalid',
      `The age rule of ${complete.kind} reads a field that is not there`,
      {
        context: { kind: complete.kind, field: age.field },
      },
    );
  }
  return complete;
}
