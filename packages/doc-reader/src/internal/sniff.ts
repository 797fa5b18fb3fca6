import type { DocumentFormat, ForeignFormat } from '../findings.js';

/** What the first bytes of a file say it is. */
export type Sniffed =
  | { readonly format: DocumentFormat }
  | { readonly format?: undefined; readonly looksLike: ForeignFormat };

/** How far into a file a PDF's header may stand. @see ISO 32000-1, annex H, implementation note 13 */
const PDF_HEADER_WITHIN = 1024;

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const BMP_HEADER_SIZES = [12, 40, 52, 56, 64, 108, 124];

/** The format of a file by its content. */
export function sniff(bytes: Uint8Array): Sniffed {
  const picture = sniffPicture(bytes);
  if (picture) return { format: picture };
  if (indexOfPdfHeader(bytes) >= 0) return { format: 'pdf' };
  return { looksLike: sniffForeign(bytes) };
}

function sniffPicture(bytes: Uint8Array): DocumentFormat | undefined {
  const head = latin1(bytes, 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (['II*\0', 'II+\0', 'MM\0*', 'MM\0+'].some((magic) => head.startsWith(magic))) return 'tiff';
  if (isHeic(bytes)) return 'heic';
  if (head.startsWith('BM') && BMP_HEADER_SIZES.includes(uint32(bytes, 14))) return 'bmp';
  return undefined;
}

/** The brands of an ISO base media file: what it is, and what else it can be read as. */
function brands(bytes: Uint8Array): string[] {
  if (latin1(bytes, 4, 8) !== 'ftyp') return [];
  const end = Math.min(bytes.length, 16 + 4 * 16);
  const found = [latin1(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) found.push(latin1(bytes, at, at + 4));
  return found;
}

function isHeic(bytes: Uint8Array): boolean {
  const [major = '', ...others] = brands(bytes);
  return HEIC_BRANDS.includes(major) && !others.some((brand) => brand === 'avif' || brand === 'avis');
}

function sniffForeign(bytes: Uint8Array): ForeignFormat {
  const head = latin1(bytes, 0, 512);
  if (head.startsWith('PK\x03\x04'))
    return /word\/|xl\/|ppt\/|mimetypeapplication\/vnd|\[Content_Types\]/.test(latin1(bytes, 0, 4096))
      ? 'office'
      : 'archive';
  if (head.startsWith('\xd0\xcf\x11\xe0') || head.startsWith('{\\rtf')) return 'office';
  if (['Rar!', '7z\xbc\xaf', '\x1f\x8b'].some((magic) => head.startsWith(magic))) return 'archive';
  const [major] = brands(bytes);
  if (major) return brands(bytes).some((brand) => /^avi[fs]$/.test(brand)) ? 'avif' : 'video';
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg|<svg)/i.test(head)) return 'svg';
  if (/^\s*(<!DOCTYPE html|<html|<head|<body)/i.test(head)) return 'web-page';
  return looksLikeText(bytes) ? 'text' : 'unknown';
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.length > 0 && !head.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}

/**
 * What else the file is, beside its format: files that two programs understand differently slip past a check of one.
 */
export function secondFormat(
  bytes: Uint8Array,
  format: DocumentFormat,
): 'pdf' | 'archive' | 'web-page' | undefined {
  if (format !== 'pdf' && indexOfPdfHeader(bytes) >= 0) return 'pdf';
  if (hasZipDirectory(bytes)) return 'archive';
  if (/<(html|script)[\s>]/i.test(latin1(bytes, 0, 1024))) return 'web-page';
  return undefined;
}

/** A ZIP archive is read from its end: a directory record in the last 64 KiB whose directory lies within the file. */
function hasZipDirectory(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at--) {
    if (uint32(bytes, at) !== 0x06054b50) continue;
    const size = uint32(bytes, at + 12);
    const directory = at - size;
    if (directory >= 0 && size > 0 && uint32(bytes, directory) === 0x02014b50) return true;
  }
  return false;
}

function indexOfPdfHeader(bytes: Uint8Array): number {
  return latin1(bytes, 0, PDF_HEADER_WITHIN).indexOf('%PDF-');
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}

function uint32(bytes: Uint8Array, at: number): number {
  if (at < 0 || at + 4 > bytes.length) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}
