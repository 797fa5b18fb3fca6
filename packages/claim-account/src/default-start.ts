import { addDays, type PlainDate, type RuleSource, weekdayOf } from '@dossierkit/core';
import type { Claim } from './claim.js';

/** When default begins, and by which rule. */
export interface DefaultStart {
  /** First day for which interest is owed. */
  readonly from: PlainDate;
  readonly source: RuleSource;
}

/** Facts that decide on it. */
export interface DefaultFacts {
  /** Whether the contract names a calendar day for payment; then no reminder is needed. Default: `false`. */
  readonly calendarDate?: boolean | undefined;
  /** Whether a consumer was told on the invoice that default begins after 30 days. Default: `false`. */
  readonly toldOfThirtyDays?: boolean | undefined;
  /** Day on which the first reminder reached the debtor. */
  readonly remindedOn?: PlainDate | undefined;
  /** Day on which the invoice reached the debtor. Default: the claim's `invoicedOn`. */
  readonly invoiceReceivedOn?: PlainDate | undefined;
  /** Whether a day is a holiday where payment is to be made. Default: none is. */
  readonly isHoliday?: ((day: PlainDate) => boolean) | undefined;
}

const rule = (id: string, title: string, url: string, validFrom: string): RuleSource => ({
  id,
  title,
  url,
  validFrom,
});
const bgb286 = 'https://www.gesetze-im-internet.de/bgb/__286.html';
const sources = {
  reminder: rule('de/bgb-286-1', 'BGB § 286 (1)', bgb286, '2002-01-01'),
  calendar: rule('de/bgb-286-2-1', 'BGB § 286 (2) no. 1', bgb286, '2002-01-01'),
  thirty: rule('de/bgb-286-3', 'BGB § 286 (3)', bgb286, '2002-01-01'),
  at: rule('at/abgb-1334', 'ABGB § 1334', 'https://www.jusline.at/gesetz/abgb/paragraf/1334', '2013-03-16'),
  fr: rule(
    'fr/ccom-l441-10',
    'Code de commerce L. 441-10 II',
    'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000005634379',
    '2019-04-26',
  ),
  frNotice: rule(
    'fr/cciv-1344',
    'Code civil 1344, 1344-1',
    'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721',
    '2016-10-01',
  ),
  uk: rule(
    'uk/lpcda-4',
    'Late Payment of Commercial Debts (Interest) Act 1998, s. 4',
    'https://www.legislation.gov.uk/ukpga/1998/20/section/4',
    '1998-11-01',
  ),
  ch: rule(
    'ch/or-102',
    'OR Art. 102',
    'https://www.fedlex.admin.ch/eli/cc/27/317_321_377/de#art_102',
    '1912-01-01',
  ),
  eu: rule(
    'eu/2011-7-3',
    'Directive 2011/7/EU, art. 3 (3)',
    'https://eur-lex.europa.eu/eli/dir/2011/7/oj',
    '2013-03-16',
  ),
};

/**
 * The first day for which the debtor owes interest; `undefined` while nothing puts the debtor in default.
 *
 * A due day that falls on a weekend or a holiday is first moved to the next working day (§ 193 BGB and its sisters).
 */
export function defaultStart(
  claim: Pick<Claim, 'due' | 'invoicedOn' | 'jurisdiction' | 'debtor'>,
  facts: DefaultFacts = {},
): DefaultStart | undefined {
  const due = movedDueDay(claim.due, facts.isHoliday);
  const start = (day: PlainDate, source: RuleSource): DefaultStart => ({ from: addDays(day, 1), source });
  const reminded = facts.remindedOn === undefined ? undefined : later(facts.remindedOn, due);
  switch (claim.jurisdiction) {
    case 'de':
      return germanStart(claim, facts, due);
    case 'at':
      return start(due, sources.at);
    case 'uk':
      return claim.debtor === 'business' ? start(due, sources.uk) : undefined;
    case 'eu':
      return start(due, sources.eu);
    case 'fr':
      if (claim.debtor === 'business') return start(due, sources.fr);
      return reminded === undefined ? undefined : start(reminded, sources.frNotice);
    case 'ch':
      if (facts.calendarDate) return start(due, sources.ch);
      return reminded === undefined ? undefined : start(reminded, sources.ch);
  }
}

/** The earliest of what § 286 BGB knows: a calendar day, a reminder, thirty days after due day and invoice. */
function germanStart(
  claim: Pick<Claim, 'invoicedOn' | 'debtor'>,
  facts: DefaultFacts,
  due: PlainDate,
): DefaultStart | undefined {
  const starts: DefaultStart[] = [];
  if (facts.calendarDate) starts.push({ from: addDays(due, 1), source: sources.calendar });
  if (facts.remindedOn !== undefined)
    starts.push({ from: addDays(later(facts.remindedOn, due), 1), source: sources.reminder });
  const invoice = facts.invoiceReceivedOn ?? claim.invoicedOn;
  const thirtyDays = claim.debtor === 'business' || facts.toldOfThirtyDays === true;
  if (invoice !== undefined && thirtyDays) {
    const last = movedDueDay(addDays(later(due, invoice), 30), facts.isHoliday);
    starts.push({ from: addDays(last, 1), source: sources.thirty });
  }
  return starts.sort((a, b) => (a.from < b.from ? -1 : 1))[0];
}

/** The due day itself, or the next working day where it falls on a weekend or a holiday. */
export function movedDueDay(due: PlainDate, isHoliday: (day: PlainDate) => boolean = () => false): PlainDate {
  let day = due;
  while (weekdayOf(day) > 5 || isHoliday(day)) day = addDays(day, 1);
  return day;
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
