import type { Box, TextBlock, TextWord } from '@dossierkit/core';
import type { PdfChars } from './pdfium-protocol.js';
import { blocksOf, lineOf } from './text-layout.js';

/** A gap between letters of more than this share of their height ends a word, also where the file has no space. */
const WORD_GAP = 0.8;

interface Letters {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Words, lines and blocks from the characters of a PDF page. */
export function layOutChars(chars: PdfChars): TextBlock[] {
  const rows = rowsOf(wordsFrom(chars));
  return blocksOf(rows.map(lineOf).sort((a, b) => a.box.y - b.box.y));
}

function wordsFrom({ codes, boxes }: PdfChars): TextWord[] {
  const words: TextWord[] = [];
  let word: Letters | undefined;
  const end = () => {
    const done = word && finish(word);
    if (done) words.push(done);
    word = undefined;
  };
  for (let i = 0; i < codes.length; i++) {
    const letter = letterOf(codes[i] ?? 0);
    if (letter === ' ') end();
    if (letter === ' ' || letter === '') continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(i * 4, i * 4 + 4);
    if (word && !follows(word, left, top, right, bottom)) end();
    if (!word) word = { text: letter, left, top, right, bottom };
    else {
      word.text += letter;
      word.left = Math.min(word.left, left);
      word.top = Math.min(word.top, top);
      word.right = Math.max(word.right, right);
      word.bottom = Math.max(word.bottom, bottom);
    }
  }
  end();
  return words;
}

/** One letter to show: a space for all that separates words, nothing for what is not text. */
function letterOf(code: number): string {
  if (code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000)
    return ' ';
  if (code < 0xa0 && code >= 0x7f) return '';
  if (code === 0xad) return '-';
  if (code === 0xfeff || code === 0xfffe || code === 0xffff || code > 0x10ffff) return '';
  const letter = code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  return code >= 0xfb00 && code <= 0xfb06 ? letter.normalize('NFKC') : letter;
}

/** Widths and heights are fractions of different lengths; for a gap within a line that is near enough. */
function follows(word: Letters, left: number, top: number, right: number, bottom: number): boolean {
  if (right === left && bottom === top) return true;
  const height = Math.max(word.bottom - word.top, bottom - top);
  const width = Math.max(right - left, (word.right - word.left) / Math.max(1, word.text.length));
  const apart = Math.max(left - word.right, word.left - right, 0);
  const below = Math.max(top - word.bottom, word.top - bottom, 0);
  return apart <= Math.max(height, width) * WORD_GAP && below <= height * WORD_GAP;
}

function finish({ text, left, top, right, bottom }: Letters): TextWord | undefined {
  const box = clip(left, top, right, bottom);
  const clean = text.toWellFormed().replaceAll('\ufffd', '').normalize('NFC');
  return box && clean !== '' ? { text: clean, box, confidence: 1 } : undefined;
}

/** The part of a box that lies on the page; nothing where it lies beside it. */
function clip(left: number, top: number, right: number, bottom: number): Box | undefined {
  if (!(right > 0 && bottom > 0 && left < 1 && top < 1)) return undefined;
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  return { x, y, width: Math.min(1, right) - x, height: Math.min(1, bottom) - y };
}

interface Row {
  top: number;
  bottom: number;
  readonly words: TextWord[];
}

/** Words whose middles lie in each other's height stand on one line, whatever the order of the file. */
function rowsOf(words: readonly TextWord[]): TextWord[][] {
  const rows: Row[] = [];
  for (const word of [...words].sort((a, b) => middle(a.box) - middle(b.box))) {
    // Rows are sorted by their middles too, so only the last ones can match.
    const row = rows
      .slice(-4)
      .reverse()
      .find((candidate) => sameRow(candidate, word.box));
    if (row) row.words.push(word);
    else rows.push({ top: word.box.y, bottom: word.box.y + word.box.height, words: [word] });
  }
  return rows.map((row) => row.words.sort((a, b) => a.box.x - b.box.x));
}

const middle = (box: Box): number => box.y + box.height / 2;

function sameRow(row: Row, box: Box): boolean {
  const first = (row.top + row.bottom) / 2;
  const [height, other] = [box.height, row.bottom - row.top];
  // Commas and dashes are flat, so only the taller one has to hold the other's middle; a headline beside three small
  // lines is not on a line with all of them.
  if (height > 3 * other || other > 3 * height)
    return Math.abs(middle(box) - first) < Math.max(height, other) / 2 && Math.min(height, other) < 0.006;
  return middle(box) > row.top && middle(box) < row.bottom && first > box.y && first < box.y + box.height;
}
