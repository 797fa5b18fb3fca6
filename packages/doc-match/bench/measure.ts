import { distance } from 'fastest-levenshtein';
import { matchAddress, matchCompany, matchName } from '../src/index.js';
import type { Pair } from './pairs.js';

/** Precision, recall and their harmonic mean over pairs that should agree. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly accepted: readonly Pair[];
  readonly missed: readonly Pair[];
}

export type Judge = (pair: Pair) => boolean;

/** This package. */
export const byRules: Judge = ({ about, document, record }) => {
  if (about === 'company') return matchCompany(document, record).answer === 'agree';
  if (about === 'address') return matchAddress({ lines: [document] }, { lines: [record] }).answer === 'agree';
  const [givenNames = '', familyName = '', otherFamilyName] = record.split('|');
  return (
    matchName(document, { givenNames, familyName, ...(otherFamilyName ? { otherFamilyName } : {}) })
      .answer === 'agree'
  );
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Baseline: one minus the edit distance over the longer length, of folded text. */
export const levenshteinAt =
  (limit: number): Judge =>
  ({ document, record }) => {
    const [a, b] = [plain(document), plain(record)];
    return 1 - distance(a, b) / Math.max(1, a.length, b.length) >= limit;
  };

/** Baseline: words in common over all words (Jaccard), of folded text, so that order does not matter. */
export const tokenSetAt =
  (limit: number): Judge =>
  ({ document, record }) => {
    const [a, b] = [new Set(plain(document).split(' ')), new Set(plain(record).split(' '))];
    const common = [...a].filter((word) => b.has(word)).length;
    return common / Math.max(1, a.size + b.size - common) >= limit;
  };

export function measure(pairs: readonly Pair[], judge: Judge): Figures {
  const judged = pairs.map((pair) => ({ pair, said: judge(pair) }));
  const accepted = judged.filter(({ pair, said }) => said && !pair.agree).map(({ pair }) => pair);
  const missed = judged.filter(({ pair, said }) => !said && pair.agree).map(({ pair }) => pair);
  const right = judged.filter(({ pair, said }) => said && pair.agree).length;
  const precision = right / Math.max(1, right + accepted.length);
  const recall = right / Math.max(1, right + missed.length);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    accepted,
    missed,
  };
}

/** The best limit of a baseline on the development split: it gets the same chance as the rules had. */
export function bestLimit(pairs: readonly Pair[], make: (limit: number) => Judge): number {
  const limits = Array.from({ length: 19 }, (_, at) => 0.05 + at * 0.05);
  return limits.reduce((best, limit) =>
    measure(pairs, make(limit)).f1 > measure(pairs, make(best)).f1 ? limit : best,
  );
}
