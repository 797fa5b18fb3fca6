import { createMessageFormat, type Locale, type MessageFormat, type Money, money } from '@dossierkit/core';
import type { ClaimBalance } from './balance-on.js';
import type { InterestLine } from './compute-interest.js';

interface BalanceWords {
  readonly principal: string;
  readonly interest: (line: InterestLine, f: MessageFormat) => string;
  readonly fee: Readonly<Record<ClaimBalance['fees'][number]['code'], string>>;
  readonly payment: (on: string) => string;
  readonly credit: (on: string) => string;
  readonly writtenOff: string;
  readonly surplus: string;
  readonly total: (on: string) => string;
}

const percent = (text: string, f: MessageFormat): string =>
  f.number(Number(text), { minimumFractionDigits: 2, maximumFractionDigits: 4 });

const words: Readonly<Record<Locale, BalanceWords>> = {
  en: {
    principal: 'Principal',
    interest: (l, f) =>
      `${f.number(l.days)} ${f.plural(l.days, { one: 'day', other: 'days' })} at ${percent(l.percent, f)} % on ${f.money(l.principal)} from ${f.date(l.from)} to ${f.date(l.through)}`,
    fee: {
      'lump-sum': 'Statutory lump sum',
      'reminder-fee': 'Reminder costs',
      'return-fee': 'Returned payment',
      'collection-fee': 'Collection fee',
      'court-fee': 'Court fee',
    },
    payment: (on) => `Payment of ${on}`,
    credit: (on) => `Credit note of ${on}`,
    writtenOff: 'Written off',
    surplus: 'Paid too much, to be returned',
    total: (on) => `Owed on ${on}`,
  },
  fr: {
    principal: 'Principal',
    interest: (l, f) =>
      `${f.number(l.days)} ${f.plural(l.days, { one: 'jour', other: 'jours' })} à ${percent(l.percent, f)} % sur ${f.money(l.principal)} du ${f.date(l.from)} au ${f.date(l.through)}`,
    fee: {
      'lump-sum': 'Indemnité forfaitaire de recouvrement',
      'reminder-fee': 'Frais de relance',
      'return-fee': 'Frais de rejet',
      'collection-fee': 'Frais de recouvrement',
      'court-fee': 'Frais de justice',
    },
    payment: (on) => `Paiement du ${on}`,
    credit: (on) => `Avoir du ${on}`,
    writtenOff: 'Abandon de créance',
    surplus: 'Trop-perçu, à rembourser',
    total: (on) => `Dû au ${on}`,
  },
  de: {
    principal: 'Hauptforderung',
    interest: (l, f) =>
      `${f.number(l.days)} ${f.plural(l.days, { one: 'Tag', other: 'Tage' })} zu ${percent(l.percent, f)} % auf ${f.money(l.principal)} vom ${f.date(l.from)} bis ${f.date(l.through)}`,
    fee: {
      'lump-sum': 'Verzugspauschale',
      'reminder-fee': 'Mahnkosten',
      'return-fee': 'Rücklastschrift',
      'collection-fee': 'Inkassovergütung',
      'court-fee': 'Gerichtskosten',
    },
    payment: (on) => `Zahlung vom ${on}`,
    credit: (on) => `Gutschrift vom ${on}`,
    writtenOff: 'Ausgebucht',
    surplus: 'Zu viel gezahlt, wird erstattet',
    total: (on) => `Offen am ${on}`,
  },
  ar: {
    principal: 'أصل الدين',
    interest: (l, f) =>
      `${f.number(l.days)} ${f.plural(l.days, { few: 'أيام', many: 'يومًا', other: 'يوم' })} بنسبة ${percent(l.percent, f)} % على ${f.money(l.principal)} من ${f.date(l.from)} إلى ${f.date(l.through)}`,
    fee: {
      'lump-sum': 'التعويض الجزافي القانوني',
      'reminder-fee': 'تكاليف التذكير',
      'return-fee': 'رسوم الدفعة المرتجعة',
      'collection-fee': 'أتعاب التحصيل',
      'court-fee': 'رسوم المحكمة',
    },
    payment: (on) => `دفعة بتاريخ ${on}`,
    credit: (on) => `إشعار دائن بتاريخ ${on}`,
    writtenOff: 'مبلغ مشطوب',
    surplus: 'مبلغ زائد يُرد',
    total: (on) => `المستحق في ${on}`,
  },
};

/** One line of an explained balance. */
export interface BalanceLine {
  readonly text: string;
  /** What it adds; payments, credits and write-offs are negative. */
  readonly amount: Money;
  /** As the language writes it. */
  readonly amountText: string;
}

/** Every cent of a balance, line by line, the sum last. The amounts above it add up to it, to the cent. */
export function explainBalance(balance: ClaimBalance, locale: Locale): BalanceLine[] {
  const f = createMessageFormat(locale);
  const w = words[locale];
  const line = (text: string, { amountMinor, currency }: Money, sign: 1 | -1 = 1): BalanceLine => {
    const amount = money(sign * amountMinor, currency);
    return { text, amount, amountText: f.money(amount) };
  };
  const rest = [
    ...(balance.writtenOff.amountMinor > 0 ? [line(w.writtenOff, balance.writtenOff, -1)] : []),
    ...(balance.surplus.amountMinor > 0 ? [line(w.surplus, balance.surplus)] : []),
  ];
  return [
    line(w.principal, balance.opening),
    ...balance.interestLines.map((part) => line(w.interest(part, f), part.amount)),
    ...balance.fees.map(({ code, amount }) => line(w.fee[code], amount)),
    ...balance.credits.map(({ on, amount }) => line(w.credit(f.date(on)), amount, -1)),
    ...balance.payments.map(({ on, amount }) => line(w.payment(f.date(on)), amount, -1)),
    ...rest,
    line(w.total(f.date(balance.on)), balance.total),
  ];
}
