import { describe, it } from 'vitest';
import { checkLaw, laws } from './properties.js';

const RUNS = 20_000;

describe('for every case, policy, place and moment', () => {
  it.each(laws.map((law) => [law.name, law] as const))('%s', (_, law) => checkLaw(law, RUNS));
});
