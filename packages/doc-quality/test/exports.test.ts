import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "RULES_VERSION",
      "checkQuality",
      "defineQualityPolicy",
      "liveMaxSidePx",
      "measureQuality",
      "messages",
      "planRetake",
      "qualityPolicies",
      "recommendedMaxSidePx",
      "renderQualityOverlay",
      "straightenPage",
    ]
  `);
});
