import { encode } from 'uqr';

/** The modules of a QR code, dark ones `true`: error correction M, no border. */
export function qrModules(text: string, maxVersion: number): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', boostEcc: false, border: 0, maxVersion }).data;
}

/** The dark modules as an SVG path: one stretch for each run in a row, each module `size` wide, `offset` from the edge. */
export function qrPath(modules: readonly (readonly boolean[])[], offset: number, size: number): string {
  let path = '';
  for (const [y, row] of modules.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const width = rounded((x - start + 1) * size);
      path += `M${rounded(offset + start * size)} ${rounded(offset + y * size)}h${width}v${rounded(size)}h-${width}z`;
    }
  }
  return path;
}

/** A thousandth of a millimetre is finer than any printer. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
