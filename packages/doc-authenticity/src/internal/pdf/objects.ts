/** A PDF object as it stands in the file; references are not followed. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfObject[];

export interface PdfName {
  readonly type: 'name';
  readonly name: string;
}

export interface PdfString {
  readonly type: 'string';
  readonly bytes: Uint8Array;
}

export interface PdfRef {
  readonly type: 'ref';
  readonly number: number;
  readonly generation: number;
}

export interface PdfDict {
  readonly type: 'dict';
  readonly entries: ReadonlyMap<string, PdfObject>;
}

export interface PdfStream {
  readonly type: 'stream';
  readonly dict: PdfDict;
  /** Where the data begins in the file; its length is only known once `Length` is resolved. */
  readonly start: number;
}

export const EMPTY_DICT: PdfDict = { type: 'dict', entries: new Map() };

export function isDict(object: PdfObject | undefined): object is PdfDict {
  return isTagged(object) && object.type === 'dict';
}

export function isStream(object: PdfObject | undefined): object is PdfStream {
  return isTagged(object) && object.type === 'stream';
}

export function isRef(object: PdfObject | undefined): object is PdfRef {
  return isTagged(object) && object.type === 'ref';
}

export function isName(object: PdfObject | undefined): object is PdfName {
  return isTagged(object) && object.type === 'name';
}

export function isString(object: PdfObject | undefined): object is PdfString {
  return isTagged(object) && object.type === 'string';
}

export function isArray(object: PdfObject | undefined): object is readonly PdfObject[] {
  return Array.isArray(object);
}

/** The name that an object is, or `undefined`. */
export function nameOf(object: PdfObject | undefined): string | undefined {
  return isName(object) ? object.name : undefined;
}

function isTagged(
  object: PdfObject | undefined,
): object is PdfName | PdfString | PdfRef | PdfDict | PdfStream {
  return typeof object === 'object' && object !== null && !Array.isArray(object);
}

/** A text string: UTF-16 or UTF-8 where it is marked as such, else Latin-1, which is PDFDocEncoding for what matters here. */
export function textOf(object: PdfObject | undefined): string | undefined {
  if (!isString(object)) return undefined;
  const { bytes } = object;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes.subarray(3));
  return latin1(bytes);
}

/** Bytes as characters of the same codes. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  // Most are single words and numbers of a page's content.
  if (bytes.length < 64) {
    for (let at = 0; at < bytes.length; at++) text += String.fromCharCode(bytes[at] as number);
    return text;
  }
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
