import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "RULES_VERSION",
      "allocatePayment",
      "allocationOrder",
      "allowedFee",
      "balanceOn",
      "businessNotice",
      "computeInterest",
      "consumerCreditSource",
      "defaultStart",
      "drawEpcQr",
      "drawSwissQr",
      "encodeEpcQr",
      "encodeSwissQr",
      "explainBalance",
      "formatCreditorReference",
      "formatQrReference",
      "formatStructuredCommunication",
      "germanCollectionFee",
      "germanCollectionNotice",
      "hasRecursiveCheckDigit",
      "interestRules",
      "isQrIban",
      "lumpSum",
      "messages",
      "movedDueDay",
      "parseAmount",
      "parseCreditorReference",
      "parseEpcQr",
      "parseIban",
      "parseQrReference",
      "parseStructuredCommunication",
      "planInstalments",
      "rateOn",
      "ratePeriods",
      "rateTable",
      "ruleFor",
    ]
  `);
});
