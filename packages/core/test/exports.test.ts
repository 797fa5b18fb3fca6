import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort().join(' ')).toMatchInlineSnapshot(
    `"DossierkitError LOCALES addDays addFractions addMonths allocateMoney boxAround canonicalJson codedError combineVerdicts compareFractions createCheckReport createMessageFormat createTextFold dayFromNumber dayNumber daysBetween daysInMonth deriveVerdict digestBytes digestBytesSync digestJson directionOf err formatMoney fraction isDossierkitError isSha256 linesOf matchLocale minorUnitDigits money moneyFromFraction multiplyFractions ok parseDecimal parsePlainDate parsePolicy parseTimestamp partsOfDate plainDate plainDateAt plainDateFrom plainTextOf renderMessage roundFraction sumMoney timestamp timestampFromMs timestampMs unwrap weekdayOf wordsOf"`,
  );
});
