import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "MAX_INTERACTIONS",
      "WEEKDAYS",
      "assembleReply",
      "assignOptimally",
      "changeBudget",
      "closePart",
      "createBusinessCalendar",
      "createRouter",
      "defineBusinessHours",
      "defineStrategy",
      "describeAnswer",
      "drawComparison",
      "generateHistory",
      "messages",
      "openRouter",
      "pauseClock",
      "readClock",
      "replay",
      "restoreRouter",
      "resumeClock",
      "silentParts",
      "splitRequests",
      "standardPolicies",
      "startClock",
      "stopClock",
      "summarizeAnswers",
    ]
  `);
});
