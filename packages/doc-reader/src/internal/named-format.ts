import type { DocumentFormat } from '../findings.js';

const BY_EXTENSION: Readonly<Record<string, DocumentFormat>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  webp: 'webp',
  tif: 'tiff',
  tiff: 'tiff',
  gif: 'gif',
  bmp: 'bmp',
  dib: 'bmp',
  heic: 'heic',
  heif: 'heic',
  hif: 'heic',
  pdf: 'pdf',
};

const BY_MIME_TYPE: Readonly<Record<string, DocumentFormat>> = {
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  'image/pjpeg': 'jpeg',
  'image/png': 'png',
  'image/x-png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/x-ms-bmp': 'bmp',
  'image/x-bmp': 'bmp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
};

/** MIME types that promise nothing. */
const ANY = ['application/octet-stream', 'binary/octet-stream', 'application/x-download', '*/*', 'image/*'];

/**
 * What a name or a MIME type promises. `claimed` is the extension or type, never the name itself: names hold personal data.
 *
 * @returns `undefined` where it promises nothing; no formats where it promises something that is not read here
 */
export function namedFormat(
  by: 'name' | 'mime-type',
  text: string,
): { readonly claimed: string; readonly formats: readonly DocumentFormat[] } | undefined {
  if (by === 'mime-type') {
    const type = text.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!/^[\w.+-]{1,60}\/[\w.+*-]{1,60}$/.test(type) || ANY.includes(type)) return undefined;
    const format = lookUp(BY_MIME_TYPE, type);
    return { claimed: type, formats: format ? [format] : [] };
  }
  const extension = /\.([a-z0-9]{1,8})$/i.exec(text.trim())?.[1]?.toLowerCase();
  // "scan 12.03.2024" ends in a number, not in an extension.
  if (extension === undefined || /^\d+$/.test(extension)) return undefined;
  const format = lookUp(BY_EXTENSION, extension);
  return { claimed: `.${extension}`, formats: format ? [format] : [] };
}

function lookUp(table: Readonly<Record<string, DocumentFormat>>, key: string): DocumentFormat | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
