import { expect, it } from 'vitest';
import * as api from '../src/index.js';
import * as node from '../src/node.js';
import * as testing from '../src/testing.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "CARD_SIZES",
      "IDENTITY_LAYOUTS",
      "RULES_VERSION",
      "authenticityPolicySchema",
      "checkAppearance",
      "checkSeals",
      "checkTraces",
      "compareSealWithFields",
      "createTrustStore",
      "defineAuthenticityPolicy",
      "defineTracePolicy",
      "findSeals",
      "messages",
      "parseSeal",
      "parseTrustList",
      "renderEvidence",
      "tracePolicySchema",
      "verifySeal",
    ]
  `);
  expect(Object.keys(node).sort()).toMatchInlineSnapshot(`
    [
      "readBarcodeWasm",
      "verifyTrustList",
    ]
  `);
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "createTestAuthority",
    ]
  `);
});
