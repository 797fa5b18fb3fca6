import type { Timestamp } from '@dossierkit/core';
import type { Reader } from '@dossierkit/doc-reader';
import { defineIntakePolicy } from '../policy.js';
import { readFile } from './read/read-file.js';

/**
 * Examines one small PDF and one small picture that come with this module, so that the first customer does not wait for
 * PDFium and the OCR engine to start.
 */
export async function warmUp(reader: Reader): Promise<void> {
  const settings = { policy: defineIntakePolicy(), hasTrust: false };
  const task = { expectation: {}, settings, at: '2020-01-01T00:00:00.000Z' as Timestamp, movable: false };
  const { signal } = new AbortController();
  for (const bytes of [smallPdf(), stripedBitmap()]) {
    await readFile({ ...task, bytes }, reader, () => {}, signal);
  }
  const opened = await reader.open(stripedBitmap());
  if (!opened.ok) return;
  using document = opened.value;
  await document.pages[0]?.readText();
}

function smallPdf(): Uint8Array {
  const text = 'BT /F1 12 Tf 20 100 Td (Warm up) Tj ET';
  return new TextEncoder().encode(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length ${text.length}>>stream
${text}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`,
  );
}

const WIDTH_PX = 400;
const HEIGHT_PX = 300;
/** Of a BMP: 14 bytes of file header and 40 of picture header. */
const HEADER_BYTES = 54;

/** A grey page with lines of dashes, so that the loops that look for text run long enough to be compiled. */
function stripedBitmap(): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + WIDTH_PX * HEIGHT_PX * 3).fill(230);
  const header = new DataView(bytes.buffer);
  const words: readonly (readonly [offset: number, value: number])[] = [
    [2, bytes.length],
    [6, 0],
    [10, HEADER_BYTES],
    [14, 40],
    [18, WIDTH_PX],
    [22, HEIGHT_PX],
    [26, 1 | (24 << 16)],
    [30, 0],
    [34, WIDTH_PX * HEIGHT_PX * 3],
    [38, 0],
    [42, 0],
    [46, 0],
    [50, 0],
  ];
  header.setUint16(0, 0x424d);
  for (const [offset, value] of words) header.setUint32(offset, value, true);
  for (let y = 40; y < HEIGHT_PX - 40; y++) {
    if (y % 20 > 8) continue;
    for (let x = 40; x < WIDTH_PX - 40; x++) {
      if (x % 9 < 5)
        bytes.fill(30, HEADER_BYTES + (y * WIDTH_PX + x) * 3, HEADER_BYTES + (y * WIDTH_PX + x) * 3 + 3);
    }
  }
  return bytes;
}
