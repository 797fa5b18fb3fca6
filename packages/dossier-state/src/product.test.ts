import { isDossierkitError } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { defineProduct, type ProductInput, productRef } from './product.js';

const base: ProductInput = { id: 'p', version: '1', requirements: [{ id: 'identity', kinds: ['passport'] }] };

function issuesOf(input: ProductInput): { path: string; message: string }[] {
  try {
    defineProduct(input);
    return [];
  } catch (error) {
    if (!isDossierkitError(error)) throw error;
    return error.context.issues as { path: string; message: string }[];
  }
}

describe('defineProduct', () => {
  it('fills in defaults and freezes', () => {
    const product = defineProduct(base);
    expect(product).toMatchObject({
      zone: 'UTC',
      signature: true,
      limits: { collectDays: 90, graceDays: 14 },
    });
    expect(Object.isFrozen(product.requirements[0])).toBe(true);
  });

  it('has the same digest for the same policy, whatever the order of its keys', () => {
    const { requirements, ...rest } = base;
    expect(productRef(defineProduct({ requirements, ...rest })).digest).toBe(
      productRef(defineProduct(base)).digest,
    );
    expect(productRef(defineProduct({ ...base, version: '2' })).digest).not.toBe(
      productRef(defineProduct(base)).digest,
    );
  });

  const kinds = ['x'];
  const questions = {
    job: { type: 'choice', options: ['a', 'b'] },
    n: { type: 'number', min: 1, max: 5 },
  } as const;
  it.each<[string, Partial<ProductInput>, string, string]>([
    [
      'a circle',
      {
        requirements: [
          { id: 'a', kinds, after: ['b'] },
          { id: 'b', kinds, after: ['a'] },
        ],
      },
      'requirements.0.after',
      'circle',
    ],
    [
      'a requirement that waits for itself',
      { requirements: [{ id: 'a', kinds, after: ['a'] }] },
      'requirements.0.after',
      'circle',
    ],
    ['no kinds', { requirements: [{ id: 'a', kinds: [] }] }, 'requirements.0.kinds', 'no kind'],
    [
      'more documents than months',
      { requirements: [{ id: 'a', kinds, count: 4, months: { within: 3 } }] },
      'requirements.0.count',
      '4 documents',
    ],
    [
      'an unknown subject',
      { requirements: [{ id: 'a', kinds, per: 'ghost' }] },
      'requirements.0.per',
      'ghost',
    ],
    [
      'an unknown question',
      { requirements: [{ id: 'a', kinds, when: { answer: 'x', is: 1 } }] },
      'requirements.0.when',
      '"x"',
    ],
    [
      'the same id twice',
      {
        requirements: [
          { id: 'a', kinds },
          { id: 'a', kinds },
        ],
      },
      'requirements.1.id',
      'twice',
    ],
    [
      'a condition on an answer that cannot be given',
      { questions, requirements: [{ id: 'a', kinds, when: { answer: 'job', is: 'c' } }] },
      'requirements.0.when',
      'no answers',
    ],
    [
      'a contradiction',
      {
        questions,
        requirements: [
          {
            id: 'a',
            kinds,
            when: {
              all: [
                { answer: 'job', is: 'a' },
                { answer: 'job', is: 'b' },
              ],
            },
          },
        ],
      },
      'requirements.0.when',
      'no answers',
    ],
    [
      'a number out of reach',
      { questions, requirements: [{ id: 'a', kinds, when: { answer: 'n', atLeast: 6 } }] },
      'requirements.0.when',
      'no answers',
    ],
    ['a zone that does not exist', { zone: 'Europe/Atlantis' }, 'zone', 'IANA'],
    ['a re-verification of nothing', { limits: { reverifyMonths: 12 } }, 'limits.reverifyMonths', 'nothing'],
    ['a key that nobody knows', { limits: { colectDays: 3 } as never }, 'limits', 'colectDays'],
  ])('refuses %s, with its path', (_, changes, path, message) => {
    expect(issuesOf({ ...base, ...changes })).toContainEqual({
      path,
      message: expect.stringContaining(message),
    });
  });

  it('takes 10,000 requirements, also in one chain', () => {
    const requirements = Array.from({ length: 10_000 }, (_, at) => ({
      id: `r${at}`,
      kinds,
      after: at > 0 ? [`r${at - 1}`] : [],
    }));
    expect(issuesOf({ ...base, requirements })).toEqual([]);
  });
});
