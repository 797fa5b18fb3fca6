import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "MAX_INTERACTIONS",
      "WEEKDAYS",
      "assembleReply",
      "changeBudget",
      "closePart",
      "createBusinessCalendar",
      "createRouter",
      "defineBusinessHours",
      "defineStrategy",
      "messages",
      "pauseClock",
      "readClock",
      "restoreRouter",
      "resumeClock",
      "silentParts",
      "splitRequests",
      "startClock",
      "stopClock",
    ]
  `);
});
