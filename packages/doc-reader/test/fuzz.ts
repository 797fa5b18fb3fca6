// Breaks good files in a thousand ways. The test runs it with a fixed seed, `scripts/fuzz.ts` for as long as you like.
import { fc } from '@fast-check/vitest';
import sharp from 'sharp';
import type { Reader } from '../src/create-reader.js';
import { bmp, pdf, quarters, storedAs, textPicture } from './make-files.js';
import { heic } from './make-heic.js';
import { encryptedPdf, nestedForms } from './make-pdf.js';

/** One small good file of each format, and a few PDFs of different make. */
export async function goodFiles(): Promise<Record<string, Uint8Array>> {
  const picture = await quarters().png().toBuffer();
  const text = await textPicture(['Fuzz 1'], 300, 200).jpeg().toBuffer();
  const frames = [picture, picture];
  return {
    jpeg: await storedAs(quarters(), 6),
    png: picture,
    webp: await quarters().webp().toBuffer(),
    tiff: await sharp(frames, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer(),
    gif: await quarters().gif().toBuffer(),
    bmp: bmp(),
    heic: heic(1, 1, [[76, 85, 255]]),
    pdf: await pdf([{ lines: ['Fuzz', 'me'] }, { picture: text }]),
    encrypted: encryptedPdf('', 'Fuzz'),
    nested: nestedForms().subarray(0, 900),
  };
}

type Change =
  | { readonly how: 'set'; readonly at: number; readonly value: number }
  | { readonly how: 'cut' | 'repeat' | 'zero'; readonly at: number; readonly length: number }
  | { readonly how: 'truncate'; readonly at: number };

/** Where in the file, 0 to 1: doubles would crowd around 0. */
const at = () => fc.nat({ max: 2 ** 20 - 1 }).map((n) => n / 2 ** 20);
const change = (): fc.Arbitrary<Change> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ how: fc.constant('set' as const), at: at(), value: fc.nat({ max: 255 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        how: fc.constantFrom('cut' as const, 'repeat' as const, 'zero' as const),
        at: at(),
        length: fc.integer({ min: 1, max: 64 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('truncate' as const), at: at() }) },
  );

/** A few changes to one file. */
export const changes = (): fc.Arbitrary<Change[]> => fc.array(change(), { minLength: 1, maxLength: 8 });

export function mutate(file: Uint8Array, list: readonly Change[]): Uint8Array {
  let bytes = Buffer.from(file);
  for (const one of list) {
    const from = Math.floor(one.at * bytes.length);
    if (one.how === 'set') bytes[Math.min(from, bytes.length - 1)] = one.value;
    else if (one.how === 'truncate') bytes = bytes.subarray(0, from);
    else if (one.how === 'zero') bytes.subarray(from, from + one.length).fill(0);
    else {
      const part = one.how === 'repeat' ? bytes.subarray(from, from + one.length) : Buffer.alloc(0);
      const rest = bytes.subarray(one.how === 'repeat' ? from : from + one.length);
      bytes = Buffer.concat([bytes.subarray(0, from), part, rest]);
    }
  }
  return bytes;
}

/** Opens a file and reads what it has, OCR aside. Throws where the reader breaks a promise. */
export async function readAll(reader: Reader, bytes: Uint8Array): Promise<string> {
  const opened = await reader.open(bytes);
  if (!opened.ok) return codeOf(opened.error);
  let outcome = 'read';
  for (const page of opened.value.pages.slice(0, 2)) {
    const raster = await page.readRaster({ grey: true, maxSidePx: 64 });
    if (raster.ok && raster.value.data.length !== raster.value.widthPx * raster.value.heightPx) {
      throw new Error('A raster of the wrong length');
    }
    if (!raster.ok) outcome = codeOf(raster.error);
    const text = page.hasTextLayer ? await page.readText() : undefined;
    for (const { box } of text?.ok ? text.value.blocks : []) {
      const inside =
        box.x >= 0 && box.y >= 0 && box.x + box.width <= 1.000001 && box.y + box.height <= 1.000001;
      if (!inside) throw new Error('A box beside the page');
    }
  }
  opened.value.close();
  return outcome;
}

function codeOf({ code }: { readonly code: string }): string {
  if (!code.startsWith('doc-reader/')) throw new Error(`An error of another package: ${code}`);
  return code;
}
