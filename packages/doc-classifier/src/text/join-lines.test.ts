import type { TextLine } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { joinLines } from './join-lines.js';

const line = (text: string, x: number, y: number, height = 0.01): TextLine => {
  const box = { x, y, width: 0.01 * text.length, height };
  return { text, box, words: [{ text, box, confidence: 1 }] };
};
const wordsOf = (lines: readonly TextLine[]) => joinLines(lines).map(({ words }) => words.map((w) => w.text));

describe('joinLines', () => {
  it('puts a value that is set a little lower back beside its label', () => {
    expect(
      wordsOf([line('30.04.2026', 0.5, 0.1), line('Datum', 0.4, 0.103), line('Betreff', 0.1, 0.2)]),
    ).toEqual([['Datum', '30.04.2026'], ['Betreff']]);
  });

  it('leaves lines of close print, words that cover each other, and a large title apart', () => {
    expect(wordsOf([line('Rue', 0.1, 0.1), line('Lyon', 0.3, 0.108)])).toHaveLength(2);
    expect(wordsOf([line('Rue', 0.1, 0.1), line('Lyon', 0.11, 0.101)])).toHaveLength(2);
    expect(wordsOf([line('RIB', 0.1, 0.1, 0.03), line('Lyon', 0.3, 0.11)])).toHaveLength(2);
  });
});
