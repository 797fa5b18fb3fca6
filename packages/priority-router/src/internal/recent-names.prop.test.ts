import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createRecentNames } from './recent-names.js';

test.prop([fc.array(fc.nat({ max: 30 }).map(String), { maxLength: 80 }), fc.integer({ min: 1, max: 9 })])(
  'the last ones are known, in their order, and no others',
  (added, limit) => {
    const names = createRecentNames(limit);
    let kept: string[] = [];
    for (const name of added) {
      names.add(name);
      if (!kept.includes(name)) kept = [...kept, name].slice(-limit);
      expect(names.values()).toEqual(kept);
    }
    for (const name of new Set(added)) expect(names.has(name)).toBe(kept.includes(name));
  },
);
