import { type Box, boxAround, type TextLine, type TextWord } from '@dossierkit/core';

/** Two boxes are on one line if they share this much of the lower one's height. */
const SHARED = 0.55;
/** Lines of the page that may still go on, the latest first to be asked. */
const OPEN = 8;

interface Group {
  /** The place of its first part in the reader's order. */
  at: number;
  readonly line: TextLine;
  readonly words: TextWord[];
}

/**
 * Puts lines together that a text layer tears apart: a value set a point lower than its label, a word in bold, capitals with
 * accents. They stand at one height and their words do not cover each other.
 */
export function joinLines(lines: readonly TextLine[]): TextLine[] {
  const groups: Group[] = [];
  const downward = lines.map((line, at) => ({ line, at })).sort((a, b) => a.line.box.y - b.line.box.y);
  for (const { line, at } of downward) {
    const group = groups.slice(-OPEN).findLast((open) => goesOn(open, line));
    if (group) {
      group.at = Math.min(group.at, at);
      group.words.push(...line.words);
    } else groups.push({ at, line, words: [...line.words] });
  }
  return groups.sort((a, b) => a.at - b.at).map(lineOf);
}

function goesOn({ line: { box }, words }: Group, line: TextLine): boolean {
  const shared = Math.min(box.y + box.height, line.box.y + line.box.height) - Math.max(box.y, line.box.y);
  if (shared < SHARED * Math.min(box.height, line.box.height)) return false;
  // A large title beside two small lines is no part of either.
  if (Math.max(box.height, line.box.height) > 2 * Math.min(box.height, line.box.height)) return false;
  return line.words.every((word) => words.every((other) => !cover(word.box, other.box)));
}

function cover(a: Box, b: Box): boolean {
  const common = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return common > 0.1 * Math.min(a.width, b.width);
}

function lineOf({ line, words }: Group): TextLine {
  if (words.length === line.words.length) return line;
  const sorted = words.toSorted((a, b) => a.box.x - b.box.x);
  return { ...line, words: sorted, box: boxAround(sorted.map((word) => word.box)) ?? line.box };
}
