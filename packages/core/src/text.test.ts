import { expect, it } from 'vitest';
import { boxAround } from './geometry.js';
import { linesOf, type PageText, plainTextOf, wordsOf } from './text.js';

const box = { x: 0, y: 0, width: 1, height: 1 };
const line = (text: string): PageText['blocks'][number]['lines'][number] => ({
  text,
  box,
  words: text.split(' ').map((word) => ({ text: word, box, confidence: 1 })),
});
const page: PageText = {
  page: 0,
  source: 'file',
  blocks: [
    { box, lines: [line('Avis d’impôt'), line('2026')] },
    { box, lines: [line('Total')] },
  ],
};

it('reads a page in order', () => {
  expect(plainTextOf(page)).toBe('Avis d’impôt\n2026\n\nTotal');
  expect(linesOf(page)).toHaveLength(3);
  expect(wordsOf(page).map((word) => word.text)).toEqual(['Avis', 'd’impôt', '2026', 'Total']);
});

it('puts the smallest box around boxes', () => {
  const boxes = [
    { x: 0.1, y: 0.2, width: 0.1, height: 0.1 },
    { x: 0.5, y: 0.1, width: 0.25, height: 0.05 },
  ];
  expect(boxAround(boxes)).toEqual({ x: 0.1, y: 0.1, width: 0.65, height: expect.closeTo(0.2) });
  expect(boxAround([])).toBeUndefined();
});
