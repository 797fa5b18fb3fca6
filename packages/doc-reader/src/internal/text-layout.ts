import { type Box, boxAround, type TextBlock, type TextLine, type TextWord } from '@dossierkit/core';

/** A gap between lines of more than this share of their height starts a block. */
const BLOCK_GAP = 1.1;

/** A line of at least one word. */
export function lineOf(words: readonly TextWord[]): TextLine {
  const box = boxAround(words.map((word) => word.box)) as Box;
  return { text: words.map((word) => word.text).join(' '), box, words };
}

/** Lines, in reading order, in blocks that white space or a new column parts. */
export function blocksOf(lines: readonly TextLine[]): TextBlock[] {
  const blocks: TextLine[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  let height = 0;
  for (const line of lines) {
    const gap = line.box.y - bottom;
    const block = blocks.at(-1);
    // Overlapping is a tilted line; far above is the head of the next column.
    const near = Math.abs(gap) <= BLOCK_GAP * Math.max(height, line.box.height);
    if (block && near) block.push(line);
    else blocks.push([line]);
    bottom = line.box.y + line.box.height;
    height = line.box.height;
  }
  return blocks.map(blockOf);
}

function blockOf(lines: readonly TextLine[]): TextBlock {
  return { box: boxAround(lines.map((line) => line.box)) as Box, lines };
}

/** The words whose middles lie in a region, in the same lines and blocks. */
export function withinRegion(blocks: readonly TextBlock[], region: Box): TextBlock[] {
  const inside = ({ box }: TextWord): boolean => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;
  };
  return blocks.flatMap((block) => {
    const lines = block.lines.flatMap((line) => {
      const words = line.words.filter(inside);
      return words.length === 0 ? [] : [words.length === line.words.length ? line : lineOf(words)];
    });
    return lines.length === 0 ? [] : [blockOf(lines)];
  });
}
