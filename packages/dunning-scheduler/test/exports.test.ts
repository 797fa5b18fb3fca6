import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "CALL_LIST_COLUMNS",
      "CHANNELS",
      "RULES_VERSION",
      "SHARDS",
      "WEEKDAYS",
      "callListRow",
      "cardRetryLimits",
      "channelOfRow",
      "createCalendar",
      "defineDunningPolicy",
      "drawComparison",
      "explainStep",
      "factsOf",
      "formatCallListCsv",
      "hoursOn",
      "isConditionMet",
      "messages",
      "nextCardRetry",
      "planContacts",
      "planCustomer",
      "planMany",
      "planRows",
      "selectCallList",
      "settleUnfinished",
      "shardOf",
      "simulatePolicy",
      "statutoryPresets",
      "timelineOf",
    ]
  `);
});
