import type { Outcome } from './finding.js';
import { formatMoney, type Money } from './money.js';
import type { PlainDate, Timestamp } from './time.js';

/** The languages that every package speaks. */
export const LOCALES = ['en', 'fr', 'de', 'ar'] as const;

/** A language that every package speaks. */
export type Locale = (typeof LOCALES)[number];

/** What a person is told about one finding or error. */
export interface MessageText {
  /** What is wrong, in one sentence. */
  readonly problem: string;
  /** What to do now. */
  readonly advice: string;
  /** What may be said where the finding passed: what was verified, never more. */
  readonly verified?: string;
}

/** How numbers, days and lists are written in the message's language. */
export interface MessageFormat {
  readonly locale: Locale;
  /** The outcome of the finding, so that one code can word a failure and an unanswered question differently. */
  readonly outcome: Outcome;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** 0.25 as 25 %. */
  percent(ratio: number): string;
  /** 3 May 2026. */
  date(day: PlainDate): string;
  /** 3 May 2026 at 10:15, in an IANA zone. */
  dateTime(at: Timestamp, zone: string): string;
  money(amount: Money): string;
  /** "a, b and c", or "a, b or c". */
  list(items: readonly string[], type?: 'and' | 'or'): string;
  /** The word that goes with a number: `plural(n, { one: 'day', other: 'days' })`; Arabic has six forms. */
  plural(value: number, words: PluralWords): string;
}

/** The forms of a counted word that a language distinguishes. */
export type PluralWords = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Anything a message can be rendered for: a finding, or a coded error. */
export interface Messageable {
  readonly code: string;
  readonly params: object;
  readonly outcome?: Outcome;
}

/** One typed function for each code of a union of findings or coded errors. A missing one does not compile. */
export type MessagesFor<M extends Messageable> = {
  readonly [Code in M['code']]: (
    params: Extract<M, { readonly code: Code }>['params'],
    format: MessageFormat,
  ) => MessageText;
};

/** A package's messages in every language. */
export type MessageCatalogue<M extends Messageable> = Readonly<Record<Locale, MessagesFor<M>>>;

/** A rendered message. */
export interface Message {
  /** What is wrong; for a passed finding what was verified, or nothing. */
  readonly text: string;
  /** What to do now; nothing for a passed finding. */
  readonly advice: string;
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Renders a finding or a coded error for a person. Same input, same text; there is no global locale.
 *
 * A code that the catalogue does not know (a report stored by a newer version) is shown as the code itself, and never
 * throws.
 */
export function renderMessage<M extends Messageable>(
  catalogue: MessageCatalogue<M>,
  item: NoInfer<M> | Messageable,
  locale: Locale,
): Message {
  const messages = catalogue[locale] as Readonly<Record<string, MessageFunction | undefined>>;
  const outcome = item.outcome ?? 'failed';
  const write = Object.hasOwn(messages, item.code) ? messages[item.code] : undefined;
  const {
    problem,
    advice,
    verified = '',
  } = write?.(item.params, createMessageFormat(locale, outcome)) ?? {
    problem: item.code,
    advice: '',
  };
  const passed = outcome === 'passed';
  return {
    text: passed ? verified : problem,
    advice: passed ? '' : advice,
    locale,
    direction: directionOf(locale),
  };
}

type MessageFunction = (params: object, format: MessageFormat) => MessageText;

/** Which way a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The language to speak, from what a person or a browser asks for (`fr-CA`, `de`); English where none fits. */
export function matchLocale(wanted: string | readonly string[]): Locale {
  for (const tag of [wanted].flat()) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    const match = LOCALES.find((locale) => locale === language);
    if (match) return match;
  }
  return 'en';
}

/** Writes numbers, days and lists in one language, by `Intl`. */
export function createMessageFormat(locale: Locale, outcome: Outcome = 'failed'): MessageFormat {
  // British day order and 24 hours for English; Arabic with the digits that European documents carry.
  const tag = locale === 'en' ? 'en-GB' : locale === 'ar' ? 'ar-u-nu-latn' : locale;
  return {
    locale,
    outcome,
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
    percent: (ratio) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(ratio),
    date: (day) =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    dateTime: (at, zone) =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(
        new Date(at),
      ),
    money: (amount) => formatMoney(amount, tag),
    list: (items, type = 'and') =>
      new Intl.ListFormat(tag, { type: type === 'and' ? 'conjunction' : 'disjunction' }).format(items),
    plural: (value, words) => words[new Intl.PluralRules(tag).select(value)] ?? words.other,
  };
}
