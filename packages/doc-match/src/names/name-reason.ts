import type { Answer } from '../agreement.js';
import type { TokenMatch } from './compare-tokens.js';

/** Why names agree or not; the weakest link of the comparison. */
export type NameReason =
  | 'same'
  | 'order'
  | 'some-given-names'
  | 'second-given-name'
  | 'one-of-two-family-names'
  | 'misread'
  | 'initial'
  | 'part-of-compound'
  | 'double-name-differs'
  | 'one-letter'
  | 'given-names-differ'
  | 'family-name-differs'
  | 'no-name'
  | 'given-names-missing';

/** What each reason answers, and how sure. */
export const SCORES: Readonly<Record<NameReason, readonly [Answer, number]>> = {
  same: ['agree', 1],
  order: ['agree', 0.99],
  'some-given-names': ['agree', 0.96],
  'one-of-two-family-names': ['agree', 0.9],
  misread: ['agree', 0.9],
  'second-given-name': ['agree', 0.85],
  initial: ['cannot-tell', 0.6],
  'part-of-compound': ['cannot-tell', 0.55],
  'double-name-differs': ['cannot-tell', 0.52],
  'given-names-missing': ['cannot-tell', 0.5],
  'one-letter': ['cannot-tell', 0.5],
  'given-names-differ': ['differ', 0.2],
  'family-name-differs': ['differ', 0],
  'no-name': ['cannot-tell', 0],
};

/** The reason with the lower score. */
export const weakest = (a: NameReason, b: NameReason): NameReason => (SCORES[a][1] <= SCORES[b][1] ? a : b);

/** What two words make of the comparison of the names that they are in. */
export const REASON_OF: Readonly<Record<TokenMatch, NameReason>> = {
  same: 'same',
  misread: 'misread',
  near: 'one-letter',
  other: 'family-name-differs',
};
