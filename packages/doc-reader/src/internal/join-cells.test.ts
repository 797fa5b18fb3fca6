import { describe, expect, it } from 'vitest';
import { joinCells, type OcrCell } from './join-cells.js';

const cell = (text: string, x: number, y: number, slope?: number): OcrCell => ({
  words: text.split(' ').map((word, at) => ({
    text: word,
    box: { x: x + 0.06 * at, y, width: 0.05, height: 0.01 },
    confidence: 1,
  })),
  ...(slope === undefined ? {} : { slope }),
});
const linesOf = (...cells: readonly OcrCell[]) => joinCells(cells).map(({ text }) => text);

describe('joinCells', () => {
  it('puts a label and its value into one line, the left one first', () => {
    expect(linesOf(cell('27.06.2005', 0.7, 0.103), cell('Geburtsdatum', 0.1, 0.1))).toEqual([
      'Geburtsdatum 27.06.2005',
    ]);
  });

  it('reads a column to its end where the lines of the one beside it lie between its own', () => {
    const address = ['Olivia Smith', '10 The Crescent', 'Glasgow'].map((text, at) =>
      cell(text, 0.1, 0.108 + at * 0.016),
    );
    const table = ['Date of bill', 'Bill number', 'Period'].map((text, at) =>
      cell(text, 0.6, 0.1 + at * 0.016),
    );
    expect(linesOf(...address, ...table)).toEqual([
      'Date of bill',
      'Bill number',
      'Period',
      'Olivia Smith',
      '10 The Crescent',
      'Glasgow',
    ]);
  });

  it('knows from base lines how askew the page lies', () => {
    const cells = [
      cell('a long line of text', 0.1, 0.1, 0.02),
      cell('Total', 0.1, 0.2),
      cell('12,00', 0.8, 0.214),
    ];
    expect(linesOf(...cells)).toEqual(['a long line of text', 'Total 12,00']);
    expect(linesOf(...cells.slice(1))).toEqual(['Total', '12,00']);
  });

  it('keeps words apart that cover each other, and a title from the small print beside it', () => {
    expect(linesOf(cell('stamp', 0.1, 0.1), cell('text', 0.12, 0.102))).toHaveLength(2);
    const title = {
      words: [{ text: 'RIB', box: { x: 0.5, y: 0.09, width: 0.1, height: 0.03 }, confidence: 1 }],
    };
    expect(linesOf(title, cell('small', 0.1, 0.1))).toHaveLength(2);
  });

  it('gives nothing for nothing', () => {
    expect(joinCells([])).toEqual([]);
    expect(joinCells([{ words: [] }])).toEqual([]);
  });
});
