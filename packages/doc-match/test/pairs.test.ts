import { describe, expect, it } from 'vitest';
import { bestLimit, byRules, levenshteinAt, measure, tokenSetAt } from '../bench/measure.js';
import { PAIRS } from '../bench/pairs.js';

const test = PAIRS.filter((pair) => pair.split === 'test');
const development = PAIRS.filter((pair) => pair.split === 'development');

describe('the labelled pairs', () => {
  it('are many, and of both answers', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(600);
    expect(test.filter((pair) => pair.agree).length).toBeGreaterThan(100);
    expect(test.filter((pair) => !pair.agree).length).toBeGreaterThan(100);
  });

  it('have no two persons who are taken for one', () => {
    expect(measure(PAIRS, byRules).accepted).toEqual([]);
  });

  it('are told apart better than by edit distance and by common words', () => {
    const { f1 } = measure(test, byRules);
    expect(f1).toBeGreaterThanOrEqual(0.97);
    expect(f1).toBeGreaterThan(measure(test, levenshteinAt(bestLimit(development, levenshteinAt))).f1);
    expect(f1).toBeGreaterThan(measure(test, tokenSetAt(bestLimit(development, tokenSetAt))).f1);
  });
});
