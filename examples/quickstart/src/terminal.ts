import { stripVTControlCharacters, styleText } from 'node:util';
import type { Tone } from './report/view.js';

/** Writes lines, and one line that is rewritten while something is under way. */
export class Terminal {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  get columns(): number {
    return this.#stream.columns ?? 100;
  }

  line(text = ''): void {
    this.#stream.write(`${text}\n`);
  }

  /** Shows what is being done; nothing where nobody watches. */
  progress(text: string): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001B[2K${text.slice(0, this.columns - 1)}`);
  }

  endProgress(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[2K');
  }

  paint(style: Parameters<typeof styleText>[0], text: string): string {
    return this.#stream.isTTY && this.#stream.hasColors()
      ? styleText(style, text, { validateStream: false })
      : text;
  }

  tone(tone: Tone, text: string): string {
    const colors = { good: 'green', look: 'yellow', bad: 'red', neutral: 'cyan' } as const;
    return this.paint(colors[tone], text);
  }

  /** Rows in columns; the last column takes what is left of the line and is wrapped in it. */
  table(rows: readonly (readonly string[])[]): void {
    const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? '')))) ?? [];
    const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 2);
    const last = Math.max(30, this.columns - before);
    for (const row of rows) {
      const cells = row
        .slice(0, -1)
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell) + 2));
      const lines = wrap(row.at(-1) ?? '', last);
      this.line(`  ${cells.join('')}${lines[0] ?? ''}`);
      for (const line of lines.slice(1)) this.line(' '.repeat(before) + line);
    }
  }
}

/** Columns that a text takes: without colours, and without the marks that combine with a letter. */
function widthOf(text: string): number {
  return [...stripVTControlCharacters(text).replace(/\p{Mn}/gu, '')].length;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    if (line !== '' && widthOf(line) + widthOf(word) + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
