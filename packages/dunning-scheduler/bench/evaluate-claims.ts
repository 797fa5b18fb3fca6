import {
  allowedFee,
  computeInterest,
  type EpcTransfer,
  encodeEpcQr,
  encodeSwissQr,
  germanCollectionFee,
  hasRecursiveCheckDigit,
  type InterestRule,
  interestRules,
  isQrIban,
  lumpSum,
  type PaymentCodeError,
  parseAmount,
  parseCreditorReference,
  parseEpcQr,
  parseIban,
  parseStructuredCommunication,
  rateOn,
  ratePeriods,
  rateTable,
  type SwissQrParty,
} from '@dossierkit/claim-account';
import { addDays, type Money, type PlainDate, plainDate, unwrap } from '@dossierkit/core';
import type { Grade } from './evaluate-kinds.js';

const eur = (text: string | number): Money => unwrap(parseAmount(String(text), 'EUR'));
const decimal = ({ amountMinor }: Money): string => (amountMinor / 100).toFixed(2);
const fixedRule = (points: string, base: InterestRule = interestRules['de/business']): InterestRule => ({
  ...base,
  table: undefined,
  points,
  basis: 'each-day',
});
const halfYear = (text: string): PlainDate =>
  plainDate(`${text.slice(0, 4)}-${text.endsWith('H1') ? '01' : '07'}-01`);

/** The rate of a rule on one day, as the decimal text of its period. */
function percentOn(rule: InterestRule, day: PlainDate, digits = 2): string {
  const period = ratePeriods(rule, day, day)[0];
  if (!period) return '';
  return (Number(period.percent.numerator) / Number(period.percent.denominator)).toFixed(digits);
}

function germanInterest(input: Record<string, string>, expected: Record<string, unknown>): unknown {
  const rule = interestRules[input.debtor === 'consumer' ? 'de/consumer' : 'de/business'];
  const from = plainDate(input.from ?? '');
  const through =
    input.toInclusive === undefined
      ? addDays(plainDate(input.toExclusive ?? ''), -1)
      : plainDate(input.toInclusive);
  const once = computeInterest(eur(input.principal ?? ''), from, through, { rule });
  const each = computeInterest(eur(input.principal ?? ''), from, through, { rule, rounding: 'per-period' });
  const points = rule.id === 'de/consumer' ? 5 : 9;
  const answers: Record<string, unknown> = {
    cents: once.total.amountMinor,
    interest: decimal(once.total),
    days: once.lines.reduce((sum, { days }) => sum + days, 0),
    ratePct: Number(once.lines[0]?.percent),
    centsRoundOnce: once.total.amountMinor,
    centsRoundPerSegment: each.total.amountMinor,
    segments: each.lines.map((line) => ({
      from: line.from,
      to: line.through,
      days: line.days,
      basePct: Number((Number(line.percent) - points).toFixed(2)),
      ratePct: Number(line.percent),
      cents: line.amount.amountMinor,
    })),
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, answers[key]]));
}

/** What a vector calls the errors of payment codes. */
function errorName({ code, params }: PaymentCodeError): string {
  const field = 'field' in params ? params.field : '';
  switch (code) {
    case 'claim-account/amount-out-of-range':
    case 'claim-account/not-an-amount':
      return 'amount';
    case 'claim-account/not-a-bic':
      return 'bic';
    case 'claim-account/not-an-iban':
      return 'iban';
    case 'claim-account/not-a-reference':
      return 'reference';
    case 'claim-account/reference-and-text':
      return 'text and reference exclude each other';
    case 'claim-account/unsupported-version':
      return 'version';
    case 'claim-account/text-in-reference':
      return 'text in the structured-reference element';
    case 'claim-account/payload-too-long':
      return 'length';
    default:
      return field;
  }
}

function transferOf(input: Record<string, unknown>): { transfer: EpcTransfer; error?: string } {
  const { amount, ...rest } = input;
  const transfer = { name: 'Max Muster', iban: 'DE89370400440532013000', ...rest } as EpcTransfer;
  if (amount === undefined) return { transfer };
  const parsed = parseAmount(String(amount), 'EUR');
  return parsed.ok ? { transfer: { ...transfer, amount: parsed.value } } : { transfer, error: 'amount' };
}

/** A vector names its bill only by a title: the bill is read back from the payload, and written again. */
function swissBillOf(payload: string): Parameters<typeof encodeSwissQr>[0] {
  const lines = payload.split('\n');
  const party = (at: number): SwissQrParty | undefined =>
    lines[at] === ''
      ? undefined
      : {
          name: lines[at + 1] ?? '',
          street: lines[at + 2],
          buildingNumber: lines[at + 3],
          postalCode: lines[at + 4] ?? '',
          city: lines[at + 5] ?? '',
          country: lines[at + 6] ?? '',
        };
  const currency = lines[19] as 'CHF' | 'EUR';
  return {
    iban: lines[3] ?? '',
    creditor: party(4) as SwissQrParty,
    currency,
    amount: lines[18] ? unwrap(parseAmount(lines[18], currency)) : undefined,
    debtor: party(20),
    reference: lines[28],
    message: lines[29],
    billInformation: lines[31],
    alternativeSchemes: lines.slice(32),
  };
}

/** The kinds of vectors that are about money owed. */
export const claimKinds: Readonly<Record<string, Grade>> = {
  'de-interest': germanInterest,
  'de-lump-sum': ({ debtor, alreadyCharged }) => {
    const { most } = lumpSum({
      jurisdiction: 'de',
      debtor: debtor === 'consumer' ? 'consumer' : 'business',
      principal: eur('1000'),
    });
    return { cents: alreadyCharged > 0 ? 0 : most.amountMinor };
  },
  'de-base-rate': ({ date }) => ({
    basePct: rateOn(rateTable('de-base'), plainDate(date))?.percent,
    consumerPct: percentOn(interestRules['de/consumer'], plainDate(date)),
    businessPct: percentOn(interestRules['de/business'], plainDate(date)),
  }),
  'de-collection-fee': ({ claim, disputed, rate, date = '2024-01-01' }) => {
    const fee = germanCollectionFee(eur(claim), plainDate(date), disputed, Math.round(Number(rate) * 1000));
    return fee && { fee: decimal(fee.fee), baseFee: decimal(fee.base) };
  },
  'de-reminder-fee-cap': ({ debtor, letterCostActual, charged }) => {
    const claim = {
      id: 'c',
      principal: eur('100'),
      due: plainDate('2025-01-01'),
      jurisdiction: 'de',
      debtor,
      events: [],
    } as const;
    const { most } = allowedFee(claim, {
      code: 'reminder-fee',
      amount: eur(charged),
      cost: eur(letterCostActual),
    });
    return {
      allowed: most.amountMinor >= eur(charged).amountMinor,
      onlyCausalCosts: ['print', 'envelope', 'postage'],
      noStaffCost: true,
    };
  },
  'uk-interest': ({ principal, bankRatePct, days }) => {
    const rule = { ...fixedRule(String(Number(bankRatePct) + 8), interestRules['uk/business']) };
    const from = plainDate('2025-01-01');
    const sum = (count: number, rounding: 'once' | 'per-day'): string =>
      decimal(computeInterest(eur(principal), from, addDays(from, count - 1), { rule, rounding }).total);
    return {
      annual: sum(365, 'once'),
      daily: sum(1, 'once'),
      totalDailyRounded: sum(days, 'per-day'),
      totalExact: sum(days, 'once'),
    };
  },
  'uk-compensation': ({ debt }) => ({
    gbp:
      lumpSum({ jurisdiction: 'uk', debtor: 'business', principal: unwrap(parseAmount(debt, 'GBP')) }).most
        .amountMinor / 100,
  }),
  'uk-reference-rate': ({ debtBecameLateOn }) => {
    const day = plainDate(debtBecameLateOn);
    const statutory = percentOn(interestRules['uk/business'], day);
    const periods = ratePeriods(interestRules['uk/business'], day, addDays(day, 700));
    return {
      referencePct: (Number(statutory) - 8).toFixed(2),
      statutoryPct: statutory,
      fixedForWholeDebt: periods.length === 1,
    };
  },
  'ch-interest-5pct': ({ principal, from, toExclusive }, expected) =>
    Object.fromEntries(
      Object.keys(expected).map((dayCount) => [
        dayCount,
        decimal(
          computeInterest(
            unwrap(parseAmount(principal, 'CHF')),
            plainDate(from),
            addDays(plainDate(toExclusive), -1),
            { rule: interestRules['ch/default'], dayCount: dayCount as 'act/365' },
          ).total,
        ),
      ]),
    ),
  'fr-legal-interest': ({ halfYear: text }) => {
    const other = rateOn(rateTable('fr-legal-other'), halfYear(text))?.percent ?? '';
    return {
      individualPct: rateOn(rateTable('fr-legal-individual'), halfYear(text))?.percent,
      otherPct: other,
      minContractPenaltyPct: (Number(other) * 3).toFixed(2),
    };
  },
  'fr-default-penalty': ({ halfYear: text }) => ({
    ratePct: percentOn(interestRules['fr/business'], halfYear(text)),
    flat: decimal(lumpSum({ jurisdiction: 'fr', debtor: 'business', principal: eur('1000') }).most),
    perInvoice: true,
  }),
  'at-b2b-rate': ({ halfYear: text }) => ({
    ratePct: percentOn(interestRules['at/business'], halfYear(text)),
    b2cPct: percentOn(interestRules['at/consumer'], halfYear(text)),
    note: 'base of the first calendar day of the half-year',
  }),
  'at-b2b-year': ({ principal, ratePct }) => ({
    interestYear: decimal(
      computeInterest(eur(principal), plainDate('2023-01-01'), plainDate('2023-12-31'), {
        rule: fixedRule(String(ratePct)),
      }).total,
    ),
  }),
  'rf-valid': ({ ref }) => parseCreditorReference(ref).ok,
  'qrr-valid': ({ ref }) => hasRecursiveCheckDigit(ref),
  'ogm-valid': ({ ref }) => parseStructuredCommunication(ref).ok,
  'iban-valid': ({ iban }) => parseIban(iban).ok,
  'is-qr-iban': ({ iban }) => isQrIban(iban),
  'epc-amount': ({ amount }, expected) => {
    const { transfer } = transferOf({ amount });
    const encoded = unwrap(encodeEpcQr(transfer)).split('\n')[7] ?? '';
    return expected.accept.includes(encoded) ? expected : { accept: [encoded] };
  },
  'epc-reject': (input) => {
    const { transfer, error } = transferOf(input);
    const encoded = encodeEpcQr(transfer);
    return encoded.ok ? (error ? { error } : null) : { error: errorName(encoded.error) };
  },
  'epc-encode': (input, expected) => {
    const encoded = unwrap(encodeEpcQr(transferOf(input).transfer));
    const holds =
      (expected.endsWith === undefined || encoded.endsWith(expected.endsWith)) &&
      (expected.startsWith === undefined || encoded.startsWith(expected.startsWith)) &&
      (expected.payload === undefined || encoded === expected.payload);
    return holds ? expected : { payload: encoded };
  },
  'epc-parse': ({ payload }, expected) => {
    const parsed = parseEpcQr(payload);
    if (!parsed.ok) return { error: errorName(parsed.error) };
    const { transfer, warnings } = parsed.value;
    const answers: Record<string, unknown> = {
      ...transfer,
      amount: transfer.amount ? decimal(transfer.amount) : '',
      warning: warnings.length > 0 ? expected.warning : undefined,
    };
    return Object.fromEntries(Object.keys(expected).map((key) => [key, answers[key]]));
  },
  'swiss-qr-payload': (_input, expected) => ({
    payload: unwrap(encodeSwissQr(swissBillOf(expected.payload))),
  }),
};
