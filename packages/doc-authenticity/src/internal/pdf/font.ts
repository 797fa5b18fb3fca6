import { Lexer } from './lexer.js';
import { isArray, isDict, isStream, isString, nameOf, type PdfDict } from './objects.js';
import type { PdfView } from './pdf-view.js';

/** What is needed of a font to know where its text stands and what it says. */
export interface PdfFont {
  /** The name without the six letters that mark a part of a font. */
  readonly name: string;
  readonly embedded: boolean;
  /** Whether its codes have two bytes. */
  readonly wide: boolean;
  /** In thousandths of the font size. */
  widthOf(code: number): number;
  /** What a code says, as far as the font tells. */
  textOf(code: number): string | undefined;
}

/** What is taken where a font does not say: the usual width of a letter. */
const USUAL_WIDTH = 500;
const MAX_MAPPINGS = 70_000;

/** Widths of Helvetica from space to tilde (Adobe's metrics), for files that leave them to the reader. */
const HELVETICA =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);

export function readFont(view: PdfView, dict: PdfDict): PdfFont {
  const wide = nameOf(view.get(dict, 'Subtype')) === 'Type0';
  const descendants = view.get(dict, 'DescendantFonts');
  const descendant = wide && isArray(descendants) ? view.resolve(descendants[0]) : dict;
  const own = isDict(descendant) ? descendant : dict;
  const descriptor = view.dict(own, 'FontDescriptor');
  const fullName = nameOf(view.get(dict, 'BaseFont')) ?? '';
  const name = fullName.replace(/^[A-Z]{6}\+/, '');
  const isType3 = nameOf(view.get(dict, 'Subtype')) === 'Type3';
  const embedded =
    isType3 || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.entries.has(key));
  const unicode = unicodeOf(view, dict);
  return {
    name,
    embedded,
    wide,
    widthOf: wide ? wideWidths(view, own) : simpleWidths(view, own, name, isType3),
    textOf: (code) => unicode.get(code) ?? (wide || code < 32 ? undefined : String.fromCharCode(code)),
  };
}

function simpleWidths(
  view: PdfView,
  dict: PdfDict,
  name: string,
  isType3: boolean,
): (code: number) => number {
  const widths = view.get(dict, 'Widths');
  const first = view.get(dict, 'FirstChar');
  // A type 3 font has its own scale, nearly always a thousandth as well.
  const matrix = isType3 ? view.get(dict, 'FontMatrix') : null;
  const unit = isArray(matrix) && typeof matrix[0] === 'number' ? matrix[0] * 1000 : 1;
  if (!isArray(widths) || typeof first !== 'number') {
    if (/courier/i.test(name)) return () => 600;
    const scale = /times/i.test(name) ? 0.9 : 1;
    return (code) => (HELVETICA[code - 32] ?? 556) * scale;
  }
  return (code) => {
    const width = view.resolve(widths[code - first]);
    return typeof width === 'number' ? width * unit : USUAL_WIDTH;
  };
}

function wideWidths(view: PdfView, dict: PdfDict): (code: number) => number {
  const fallback = view.get(dict, 'DW');
  const usual = typeof fallback === 'number' ? fallback : 1000;
  const widths = new Map<number, number>();
  const list = view.get(dict, 'W');
  const items = isArray(list) ? list.map((item) => view.resolve(item)) : [];
  for (let at = 0; at < items.length && widths.size < MAX_MAPPINGS; ) {
    const [first, second, third] = items.slice(at, at + 3);
    if (typeof first !== 'number') break;
    if (isArray(second)) {
      for (const [k, width] of second.entries()) if (typeof width === 'number') widths.set(first + k, width);
      at += 2;
    } else if (typeof second === 'number' && typeof third === 'number') {
      for (let code = first; code <= second && widths.size < MAX_MAPPINGS; code++) widths.set(code, third);
      at += 3;
    } else break;
  }
  return (code) => widths.get(code) ?? usual;
}

/** The font's own table from codes to text (`bfchar` and `bfrange`). */
function unicodeOf(view: PdfView, dict: PdfDict): Map<number, string> {
  const map = new Map<number, string>();
  const stream = view.get(dict, 'ToUnicode');
  const data = isStream(stream) ? view.data(stream) : undefined;
  if (!data) return map;
  const lexer = new Lexer(data);
  const operands: unknown[] = [];
  for (let token = lexer.next(false); token !== undefined; token = lexer.next(false)) {
    if (typeof token === 'object' && token !== null && 'type' in token && token.type === 'keyword') {
      if (token.word === 'endbfchar') addChars(map, operands);
      if (token.word === 'endbfrange') addRanges(map, operands);
      operands.length = 0;
    } else if (operands.length < 1000) operands.push(token);
  }
  return map;
}

const codeOf = (object: unknown): number | undefined =>
  isString(object as never)
    ? (object as { bytes: Uint8Array }).bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    : undefined;

const utf16 = (object: unknown): string | undefined =>
  isString(object as never)
    ? new TextDecoder('utf-16be').decode((object as { bytes: Uint8Array }).bytes)
    : undefined;

function addChars(map: Map<number, string>, operands: readonly unknown[]): void {
  for (let k = 0; k + 1 < operands.length && map.size < MAX_MAPPINGS; k += 2) {
    const [code, text] = [codeOf(operands[k]), utf16(operands[k + 1])];
    if (code !== undefined && text !== undefined) map.set(code, text);
  }
}

function addRanges(map: Map<number, string>, operands: readonly unknown[]): void {
  for (let k = 0; k + 2 < operands.length; k += 3) {
    const [from, to, target] = [codeOf(operands[k]), codeOf(operands[k + 1]), operands[k + 2]];
    if (from === undefined || to === undefined) continue;
    const start = utf16(target);
    for (let code = from; code <= to && map.size < MAX_MAPPINGS; code++) {
      const text = Array.isArray(target)
        ? utf16(target[code - from])
        : start && start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - from);
      if (text !== undefined) map.set(code, text);
    }
  }
}
