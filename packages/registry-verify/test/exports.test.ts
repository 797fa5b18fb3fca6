import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "formatAustrianFn",
      "formatGermanRegisterNumber",
      "formatIban",
      "formatNumeroFiscal",
      "formatSiren",
      "formatSiret",
      "formatSwissUid",
      "formatVatNumber",
      "parseAustrianFn",
      "parseBic",
      "parseGermanRegisterNumber",
      "parseIban",
      "parseLei",
      "parseNumeroFiscal",
      "parseReferenceAvis",
      "parseSiren",
      "parseSiret",
      "parseSwissUid",
      "parseUkCompanyNumber",
      "parseVatNumber",
    ]
  `);
});
