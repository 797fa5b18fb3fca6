import { plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { type SketchedLine, sketchPage } from '../testing.js';
import { readingOf } from '../text/reading.js';
import { type Scene, sceneOf } from '../text/scene.js';
import { scanAddressee } from './addressee.js';
import { scanAddresses } from './addresses.js';
import { scanAmounts } from './amounts.js';
import { scanDates } from './dates.js';
import { mrzShapesOf } from './mrz-shape.js';
import { scanRowLabels } from './row-labels.js';

const scene = (...lines: (string | SketchedLine)[]): Scene => sceneOf(readingOf([sketchPage(lines)], 1000));

describe('addresses', () => {
  it.each([
    [['Address / Adresse', '116 The Crescent', 'G12 8QQ GLASGOW'], 'G12 8QQ', 'the postcode before the town'],
    [
      ['Frau Dörte Hohenlüth', 'Große Bleiche 49', 'Wohnung 14', '50667 Köln'],
      '50667',
      'a flat below the street',
    ],
  ])('%j has the postcode %s: %s', (lines, postcode) => {
    expect(scanAddresses(scene(...lines))[0]?.value).toMatchObject({ postcode });
  });

  it('have a postcode whose halves stand far apart', () => {
    const lines = ['Olivia Featherstone', '27 Chapel Row', 'Bath', { text: 'BA1', y: 0.12 }];
    const found = scanAddresses(scene(...lines, { text: '5NE', x: 0.128, y: 0.12 }));
    expect(found.map(({ value }) => value.postcode)).toEqual(['BA1 5NE']);
    expect(scanAddresses(scene(...lines, { text: '5NE', x: 0.3, y: 0.12 }))).toEqual([]);
  });

  it.each([
    [['Ms Mary-Anne SMITH', 'The Old Bakery', '116 The Crescent', 'Glasgow', 'G12 8QQ'], 'Mary-Anne SMITH'],
    [['Frau Dörte Hohenlüth', 'Große Bleiche 49', 'Wohnung 14', '50667 Köln'], 'Dörte Hohenlüth'],
    [['M.  Iker Ibáñez', '102 avenue Jean-Jaurès', '13006 MARSEILLE'], 'Iker Ibáñez'],
  ])('%j is made out to %s', (lines, name) => {
    expect(scanAddressee(scene(...lines))?.value).toBe(name);
  });
});

describe('amounts', () => {
  const amountsIn = (text: string) =>
    scanAmounts(scene(text), 'EUR').map(({ value }) => [value.amountMinor, value.currency]);

  it.each([
    ['248 74 €', [[24_874, 'EUR']]],
    ['1 248,74 €', [[124_874, 'EUR']]],
    ['2 014 €', [[201_400, 'EUR']]],
    ['£72.50', [[7250, 'GBP']]],
    [
      'nach $ 165 Abs. 1',
      [
        [16_500, 'EUR'],
        [100, 'EUR'],
      ],
    ],
    ['$ 165.00', [[16_500, 'USD']]],
  ])('%s', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts);
  });
});

it('a speck before a date is no minus', () => {
  const days = (text: string) =>
    scanDates(scene(text), plainDate('2026-06-01')).days.map(({ value }) => value);
  expect(days('Né(e) le : -28/10/1984')).toEqual(['1984-10-28']);
  expect(days('12-28/10/1984')).toEqual([]);
});

it('the third line of a card is no visa, though its name begins with V', () => {
  const zone = [
    'IDFRAX4RTBPFW46<<<<<<<<<<<<<<<',
    '9007138F3002119FRA<<<<<<<<<<<6',
    'VINCENT<<ZOE<<<<<<<<<<<<<<<<<<',
  ];
  expect(mrzShapesOf(scene(...zone)).map(({ format }) => format)).toEqual(['TD1']);
});

it('a misread row number is one still', () => {
  const rows = (text: string) => scanRowLabels(scene(text), ['4a']).length;
  expect([
    rows('4a. 25.12.2017'),
    rows('da. 25.12.2017'),
    rows('da 25.12.2017'),
    rows('la. 25.12.2017'),
  ]).toEqual([1, 1, 0, 0]);
});
