import type { Money, PlainDate, RuleSource } from '@dossierkit/core';
import type { ClaimBalance } from './balance-on.js';
import type { Claim } from './claim.js';
import type { CollectionFee } from './fees.js';
import { interestRules } from './interest-rules.js';

/** One thing that a letter has to say: data for a template, not a sentence. */
export interface NoticeBlock {
  /** What it is, for example `creditor-identity`. */
  readonly id: string;
  /** Whether the facts for it are there. A letter with a missing block should not go out. */
  readonly isComplete: boolean;
  readonly facts: Readonly<Record<string, string | number | boolean | Money | null>>;
  readonly source: RuleSource;
}

/** Facts that the ledger does not know. */
export interface NoticeFacts {
  readonly creditorName?: string | undefined;
  /** An address at which the creditor can be served with documents. */
  readonly creditorAddress?: string | undefined;
  /** What the claim arose from: the contract, and when it was made. */
  readonly contract?: { readonly subject: string; readonly on: PlainDate } | undefined;
  /** The authority that supervises the collector. */
  readonly supervisor?: string | undefined;
  readonly collectionFee?: CollectionFee | undefined;
  /** Whether the creditor can deduct VAT, so that none is asked for on fees. */
  readonly deductsVat?: boolean | undefined;
}

const rdg: RuleSource = {
  id: 'de/rdg-13a',
  title: 'RDG § 13a (1)',
  url: 'https://www.gesetze-im-internet.de/rdg/__13a.html',
  validFrom: '2021-10-01',
};

/**
 * What the first letter of a collection service to a private person in Germany has to say (§ 13a (1) RDG), each number of the
 * paragraph as a block, filled from the balance.
 */
export function germanCollectionNotice(
  claim: Claim,
  balance: ClaimBalance,
  facts: NoticeFacts,
): NoticeBlock[] {
  const fee = facts.collectionFee;
  const block = (id: string, values: NoticeBlock['facts'], isComplete: boolean): NoticeBlock => ({
    id,
    isComplete,
    facts: values,
    source: rdg,
  });
  const lines = balance.interestLines;
  return [
    block(
      'creditor-identity',
      { name: facts.creditorName ?? null, address: facts.creditorAddress ?? null },
      facts.creditorName !== undefined && facts.creditorAddress !== undefined,
    ),
    block(
      'ground-of-claim',
      { subject: facts.contract?.subject ?? null, contractOn: facts.contract?.on ?? null },
      facts.contract !== undefined,
    ),
    block(
      'interest',
      {
        principal: balance.opening,
        from: lines[0]?.from ?? null,
        through: lines.at(-1)?.through ?? null,
        percent: lines.at(-1)?.percent ?? null,
        amount: balance.interest,
        rule: balance.rule,
      },
      lines.length === 0 || lines.every(({ isStale, isUnknown }) => !isStale && !isUnknown),
    ),
    block(
      'interest-above-statutory',
      { applies: claim.interestRule !== undefined, ground: claim.interestRule?.source.title ?? null },
      true,
    ),
    block(
      'collection-fee',
      {
        amount: fee?.fee ?? null,
        base: fee?.base ?? null,
        ground: fee?.source.title ?? null,
        since: balance.defaultFrom,
      },
      fee === undefined || balance.defaultFrom !== null,
    ),
    block(
      'vat',
      { isAsked: facts.deductsVat === false },
      fee === undefined || facts.deductsVat !== undefined,
    ),
    block('supervisor', { name: facts.supervisor ?? null }, facts.supervisor !== undefined),
  ];
}

const businessNotices: { readonly [J in 'fr' | 'uk' | 'eu']: RuleSource } = {
  fr: {
    id: 'fr/ccom-l441-9',
    title:
      'Code de commerce L. 441-9 I, L. 441-10 II: rate of the penalties and the lump sum of 40 € on the invoice',
    url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000005634379',
    validFrom: '2019-10-01',
  },
  uk: {
    id: 'uk/lpcda',
    title: 'Late Payment of Commercial Debts (Interest) Act 1998, ss. 1, 5A',
    url: 'https://www.legislation.gov.uk/ukpga/1998/20',
    validFrom: '1998-11-01',
  },
  eu: {
    id: 'eu/2011-7-3',
    title: 'Directive 2011/7/EU, art. 3, 6',
    url: 'https://eur-lex.europa.eu/eli/dir/2011/7/oj',
    validFrom: '2013-03-16',
  },
};

/** What a reminder between businesses should say in France, in the United Kingdom or under the EU directive. */
export function businessNotice(
  law: 'fr' | 'uk' | 'eu',
  balance: ClaimBalance,
  lumpSum: Money,
): NoticeBlock[] {
  const source = businessNotices[law];
  const rate = balance.interestLines.at(-1);
  return [
    {
      id: 'late-payment-interest',
      isComplete: rate !== undefined && !rate.isStale,
      facts: {
        percent: rate?.percent ?? null,
        points: interestRules[`${law}/business`].points,
        from: balance.defaultFrom,
        amount: balance.interest,
      },
      source,
    },
    { id: 'recovery-lump-sum', isComplete: true, facts: { amount: lumpSum }, source },
  ];
}
