import { readHuffman } from './huffman.js';
import { ScanDecoder } from './scan-decoder.js';
import { jpegSegments, readFrame, readQuantisation } from './segments.js';

/** The brightness of a JPEG as the file holds it: quantised DCT coefficients. */
export interface JpegLuma {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Blocks of 8 × 8 in a row and in a column; the last ones may lie outside the picture. */
  readonly columns: number;
  readonly rows: number;
  /** 64 of each block in the order of the zigzag, block after block. */
  readonly coefficients: Int16Array;
  /** What each was divided by, in the order of the zigzag. */
  readonly quantisation: Uint16Array;
}

/** More than a phone's camera takes. */
const MAX_PIXELS = 50_000_000;
const MAX_SCANS = 60;

/**
 * Reads the luma coefficients of a JPEG without turning them into a picture. No decoder that is kept gives them away.
 *
 * @returns `undefined` for what is no baseline or progressive JPEG, or is too large; damaged files up to the damage
 * @see ITU-T T.81
 */
export function readCoefficients(bytes: Uint8Array): JpegLuma | undefined {
  const segments = jpegSegments(bytes);
  const frames = segments.flatMap((segment) => readFrame(bytes, segment) ?? []);
  const [frame] = frames;
  if (!frame || frames.length > 1 || frame.widthPx * frame.heightPx > MAX_PIXELS) return undefined;
  const quantisation = new Map<number, Uint16Array>();
  const decoder = new ScanDecoder(bytes, frame);
  let scans = 0;
  for (const segment of segments) {
    if (segment.marker === 0xdb) readQuantisation(bytes, segment, quantisation);
    else if (segment.marker === 0xc4) readHuffman(bytes, segment, decoder.tables);
    else if (segment.marker === 0xdd)
      decoder.restartInterval = (bytes[segment.start] as number) * 256 + (bytes[segment.start + 1] as number);
    else if (segment.marker === 0xda && scans++ < MAX_SCANS) decoder.decode(segment);
  }
  const table = quantisation.get(frame.components[0]?.table ?? 0);
  const [luma] = decoder.planes;
  if (!table || !luma || scans === 0) return undefined;
  const { widthPx, heightPx } = frame;
  const { columns, rows, data: coefficients } = luma;
  return { widthPx, heightPx, columns, rows, coefficients, quantisation: table };
}
