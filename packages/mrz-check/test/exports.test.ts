import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "MRZ_LAYOUTS",
      "RULES_VERSION",
      "checkMrz",
      "defineMrzPolicy",
      "drawMrz",
      "findMrz",
      "isMrzState",
      "messages",
      "mrzCheckDigit",
      "mrzPolicySchema",
      "nameFitsMrz",
      "parseMrz",
      "readMrz",
      "readMrzLine",
      "transliterateForMrz",
    ]
  `);
});
