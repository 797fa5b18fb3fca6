/** A marker segment: its marker (the byte after 0xff) and its content. */
export interface JpegSegment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

/** One component of the frame. */
export interface JpegComponent {
  readonly id: number;
  readonly h: number;
  readonly v: number;
  /** The number of its quantisation table. */
  readonly table: number;
}

export interface JpegFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly progressive: boolean;
  readonly components: readonly JpegComponent[];
}

const MAX_SEGMENTS = 2000;

export function looksLikeJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** The marker segments in order; `start` of a scan (0xda) is its header, its data follow at `end`. */
export function jpegSegments(bytes: Uint8Array): JpegSegment[] {
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && segments.length < MAX_SEGMENTS) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] as number;
    if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9) break;
    const length = (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number);
    const end = Math.min(at + 2 + Math.max(length, 2), bytes.length);
    segments.push({ marker, start: at + 4, end });
    at = end;
  }
  return segments;
}

/** The frame header (ITU-T T.81, B.2.2); only baseline, extended and progressive Huffman frames of 8 bits. */
export function readFrame(bytes: Uint8Array, { marker, start, end }: JpegSegment): JpegFrame | undefined {
  if (marker < 0xc0 || marker > 0xc2 || bytes[start] !== 8 || end - start < 9) return undefined;
  const word = (at: number): number => (bytes[at] as number) * 256 + (bytes[at + 1] as number);
  const count = bytes[start + 5] as number;
  const components: JpegComponent[] = [];
  for (let k = 0; k < count && start + 9 + k * 3 <= end; k++) {
    const at = start + 6 + k * 3;
    const sampling = bytes[at + 1] as number;
    components.push({
      id: bytes[at] as number,
      h: sampling >> 4,
      v: sampling & 15,
      table: bytes[at + 2] as number,
    });
  }
  const sound = components.every(({ h, v }) => h >= 1 && h <= 4 && v >= 1 && v <= 4);
  const [heightPx, widthPx] = [word(start + 1), word(start + 3)];
  if (components.length === 0 || !sound || widthPx === 0 || heightPx === 0) return undefined;
  return { widthPx, heightPx, progressive: marker === 0xc2, components };
}

/** Adds the quantisation tables of a DQT segment, each in the order of the zigzag. */
export function readQuantisation(
  bytes: Uint8Array,
  { start, end }: JpegSegment,
  tables: Map<number, Uint16Array>,
): void {
  for (let at = start; at < end; ) {
    const head = bytes[at++] as number;
    const wide = head >> 4 === 1;
    if (at + (wide ? 128 : 64) > end) return;
    const table = new Uint16Array(64);
    for (let k = 0; k < 64; k++) {
      table[k] = wide ? (bytes[at] as number) * 256 + (bytes[at + 1] as number) : (bytes[at] as number);
      at += wide ? 2 : 1;
    }
    tables.set(head & 15, table);
  }
}
