import { stripVTControlCharacters, styleText } from 'node:util';
import type { Verdict } from '@dossierkit/core';
import type { Row } from './outcome.js';

/** Where a program writes; tests pass their own. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns; 80 where it is not known. */
  readonly columns: number;
  readonly color: boolean;
}

const MARKS: Readonly<Record<Verdict, string>> = { accept: '✓', review: '?', reject: '✗' };
const COLORS = { accept: 'green', review: 'yellow', reject: 'red' } as const;

/** One file's rows: verdict, name, what it is, then what is wrong and what to do. */
export function formatRow(row: Row, output: Output, listPassed = false): string {
  const paint = (color: Parameters<typeof styleText>[0], text: string): string =>
    output.color ? styleText(color, text, { validateStream: false }) : text;
  const indent = '    ';
  const width = Math.max(40, output.columns) - indent.length;
  const lines = [
    `${paint(COLORS[row.verdict], `${MARKS[row.verdict]} ${row.verdict.padEnd(6)}`)} ${paint('bold', printable(row.path))}  ${row.summary}  ${paint('dim', `${Math.round(row.milliseconds)} ms`)}`,
    ...row.messages.flatMap(({ text, advice }) => [
      ...wrap(text, width).map((line) => indent + line),
      ...wrap(advice, width - 2).map(
        (line, at) => indent + paint('dim', at === 0 ? `→ ${line}` : `  ${line}`),
      ),
    ]),
    ...passedLines(row, listPassed, width).map((line) => indent + paint('green', line)),
    ...fieldLines(row, indent, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function passedLines({ verified }: Row, listPassed: boolean, width: number): string[] {
  if (listPassed) return verified.flatMap((text) => wrap(`✓ ${text}`, width));
  return verified.length === 0 ? [] : [`✓ ${verified.length} passed (--all lists them)`];
}

function fieldLines(
  { fields }: Row,
  indent: string,
  paint: (color: 'dim', text: string) => string,
): string[] {
  const width = Math.max(0, ...fields.map(({ name }) => name.length));
  return fields.map(({ name, value }) => `${indent}${paint('dim', name.padEnd(width))}  ${printable(value)}`);
}

/** Without control characters, so that a file's name or text cannot steer the terminal. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, '\uFFFD');
}

function wrap(text: string, width: number): string[] {
  if (text === '') return [];
  const lines: string[] = [''];
  for (const word of printable(text).split(' ')) {
    const line = lines.at(-1) as string;
    if (line.length + word.length + 1 > width && line !== '') lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
