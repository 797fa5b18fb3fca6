import { jpegSegments, looksLikeJpeg } from '../../internal/jpeg/segments.js';
import { latin1 } from '../../internal/pdf/objects.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** TIFF tags: how the pixels lie, and the program that wrote the picture. */
const ORIENTATION = 274;
const SOFTWARE = 305;
const MAX_CHUNKS = 500;
const MAX_TEXT = 200_000;

export function looksLikePng(bytes: Uint8Array): boolean {
  return PNG.every((byte, k) => bytes[k] === byte);
}

/** The programs that a JPEG or PNG names: EXIF and PNG `Software`, XMP's creator tool and history, Photoshop's own mark. */
export function programsOf(bytes: Uint8Array): string[] {
  const texts = looksLikeJpeg(bytes) ? jpegPrograms(bytes) : looksLikePng(bytes) ? pngPrograms(bytes) : [];
  return [...new Set(texts.map((text) => text.replace(/\0/g, '').trim()).filter((text) => text !== ''))];
}

function jpegPrograms(bytes: Uint8Array): string[] {
  return jpegSegments(bytes).flatMap(({ marker, start, end }) => {
    const data = bytes.subarray(start, end);
    const head = latin1(data.subarray(0, 40));
    if (marker === 0xe1 && head.startsWith('Exif\0\0')) return exifSoftware(data.subarray(6));
    if (marker === 0xe1 && head.startsWith('http://ns.adobe.com/xap')) return xmpPrograms(data);
    return marker === 0xed && head.startsWith('Photoshop 3.0') ? ['Photoshop'] : [];
  });
}

/** How the pixels of a JPEG lie, as EXIF counts: 1 to 8; 1 where it does not say. */
export function orientationOf(bytes: Uint8Array): number {
  for (const { marker, start, end } of jpegSegments(bytes)) {
    const data = bytes.subarray(start, end);
    if (marker !== 0xe1 || !latin1(data.subarray(0, 6)).startsWith('Exif')) continue;
    const entry = exifEntry(data.subarray(6), ORIENTATION);
    const value = entry?.view.getUint16(entry.at + 8, entry.little);
    if (value !== undefined && value >= 1 && value <= 8) return value;
  }
  return 1;
}

interface ExifEntry {
  readonly view: DataView;
  readonly at: number;
  readonly little: boolean;
}

/** An entry of the first directory; the thumbnail's and the camera's own say nothing about programs. */
function exifEntry(tiff: Uint8Array, tag: number): ExifEntry | undefined {
  if (tiff.length < 14) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let k = 0; k < count; k++) {
    const at = directory + 2 + k * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, little) === tag) return { view, at, little };
  }
  return undefined;
}

function exifSoftware(tiff: Uint8Array): string[] {
  const entry = exifEntry(tiff, SOFTWARE);
  if (!entry) return [];
  const { view, at, little } = entry;
  const length = view.getUint32(at + 4, little);
  const place = length <= 4 ? at + 8 : view.getUint32(at + 8, little);
  return [latin1(tiff.subarray(place, Math.min(place + Math.min(length, 200), tiff.length)))];
}

function xmpPrograms(data: Uint8Array): string[] {
  const xml = latin1(data.subarray(0, MAX_TEXT));
  return [...xml.matchAll(/(?:xmp:CreatorTool|stEvt:softwareAgent)(?:\s*=\s*["']|>)([^<>"']{1,200})/g)].map(
    ([, program]) => program ?? '',
  );
}

/** Text chunks: uncompressed ones are enough, since programs write their names in those. */
function pngPrograms(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const programs: string[] = [];
  let at = 8;
  for (let chunk = 0; chunk < MAX_CHUNKS && at + 12 <= bytes.length; chunk++) {
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, Math.min(at + 8 + length, at + 8 + MAX_TEXT, bytes.length));
    const text = type === 'tEXt' || type === 'iTXt' ? latin1(data) : '';
    if (text.startsWith('Software\0')) programs.push(text.slice(9));
    else if (text.startsWith('XML:com.adobe.xmp')) programs.push(...xmpPrograms(data));
    at += 12 + length;
  }
  return programs;
}
