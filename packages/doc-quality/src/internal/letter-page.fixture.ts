import type { GreyRaster } from '@dossierkit/doc-raster';

/** Strokes of some letters on a grid of 5 × 9: ascender, x-height from row 2 to 6, descender from row 7. */
const LETTERS = [
  ['.....', '.....', '.###.', '....#', '.####', '#...#', '.####', '.....', '.....'],
  ['#....', '#....', '####.', '#...#', '#...#', '#...#', '####.', '.....', '.....'],
  ['.....', '.....', '.###.', '#...#', '#####', '#....', '.###.', '.....', '.....'],
  ['#....', '#....', '#.##.', '##..#', '#...#', '#...#', '#...#', '.....', '.....'],
  ['..#..', '.....', '.##..', '..#..', '..#..', '..#..', '.###.', '.....', '.....'],
  ['.##..', '..#..', '..#..', '..#..', '..#..', '..#..', '.###.', '.....', '.....'],
  ['.....', '.....', '####.', '#...#', '#...#', '#...#', '####.', '#....', '#....'],
  ['.....', '.....', '#.##.', '##..#', '#....', '#....', '#....', '.....', '.....'],
  ['..#..', '..#..', '.###.', '..#..', '..#..', '..#..', '...#.', '.....', '.....'],
] as const;

/** A letter of made-up words, 700 × 990, drawn without any font: the same pixels everywhere. */
export function letterPage(seed = 1, cellPx = 2): GreyRaster {
  const page: GreyRaster = {
    widthPx: 700,
    heightPx: 990,
    channels: 1,
    data: new Uint8Array(700 * 990).fill(236),
  };
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let y = 90; y < 890; y += 15 * cellPx) {
    const until = 610 - random(160);
    for (let x = 80; x < until; x += random(5) === 0 ? 11 * cellPx : 6 * cellPx) {
      drawLetter(page, LETTERS[random(LETTERS.length)] as readonly string[], x, y, cellPx);
    }
  }
  return page;
}

function drawLetter(
  page: GreyRaster,
  rows: readonly string[],
  left: number,
  top: number,
  cellPx: number,
): void {
  rows.forEach((row, v) => {
    [...row].forEach((mark, u) => {
      if (mark !== '#') return;
      for (let y = 0; y < cellPx; y++) {
        const at = (top + v * cellPx + y) * page.widthPx + left + u * cellPx;
        page.data.fill(40, at, at + cellPx);
      }
    });
  });
}
