import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Areas } from '../../../scripts/evaluation.js';
import { claimKinds } from './evaluate-claims.js';
import { contactKinds } from './evaluate-contacts.js';
import type { Grade, Vector } from './evaluate-kinds.js';

/** How each kind of vector is asked of the packages. */
const kinds: Readonly<Record<string, Grade>> = { ...contactKinds, ...claimKinds };

/** Grades planning and claims on vector files `[{ id, kind, input, expected }]`. */
export const areas: Areas = {
  dunning: async (path, progress) => {
    const vectors = readdirSync(path)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as Vector[]);
    const cases = vectors.map((vector, index) => {
      progress(`${index + 1} of ${vectors.length}`);
      return grade(vector);
    });
    const count = (outcome: string): number => cases.filter((each) => each.outcome === outcome).length;
    const lines = cases
      .filter(({ outcome }) => outcome !== 'right')
      .map(({ id, kind, outcome, actual }) => `${outcome}: ${id} (${kind}) ${JSON.stringify(actual)}`);
    return {
      lines,
      figure: `${count('right')}/${cases.length}, unsupported ${count('unsupported')}`,
      cases,
    };
  },
};

function grade(vector: Vector): Vector & { outcome: 'right' | 'wrong' | 'unsupported'; actual: unknown } {
  const ask = kinds[vector.kind];
  if (!ask) return { ...vector, outcome: 'unsupported', actual: null };
  try {
    const actual = ask(vector.input, vector.expected);
    return { ...vector, outcome: agrees(actual, vector.expected) ? 'right' : 'wrong', actual };
  } catch (error) {
    return { ...vector, outcome: 'wrong', actual: String(error) };
  }
}

/** Objects agree where every key that the answer gives is the expected one, and at least one is. */
function agrees(actual: unknown, expected: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(actual ?? null)), expected);
}
