import { EMPTY_DICT, latin1, type PdfObject } from './objects.js';

/** How deep arrays and dictionaries may be nested; files of this world need less than ten. */
const MAX_DEPTH = 60;

const SPACE = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) SPACE[code] = 1;
const DELIMITER = new Uint8Array(256);
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1;

/** A bare word that is no object: `obj`, `endobj`, `stream`, `R`, and in page content the operators. */
export interface Keyword {
  readonly type: 'keyword';
  readonly word: string;
}

export const isKeyword = (token: PdfObject | Keyword | undefined, word?: string): token is Keyword =>
  typeof token === 'object' &&
  token !== null &&
  'type' in token &&
  token.type === 'keyword' &&
  (word === undefined || token.word === word);

const CLOSE_ARRAY: Keyword = { type: 'keyword', word: ']' };
const CLOSE_DICT: Keyword = { type: 'keyword', word: '>>' };

/**
 * Reads PDF syntax from bytes, one object or keyword at a time. Whatever the bytes are, it moves forward and never throws:
 * what makes no sense is read as a keyword.
 */
export class Lexer {
  readonly bytes: Uint8Array;
  position: number;
  readonly end: number;

  constructor(bytes: Uint8Array, position = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.position = Math.max(0, position);
    this.end = Math.min(end, bytes.length);
  }

  /** The next object or keyword; `undefined` at the end. References are recognised where `references` is set. */
  next(references = true, depth = 0): PdfObject | Keyword | undefined {
    this.skipSpace();
    if (this.position >= this.end) return undefined;
    const code = this.bytes[this.position] as number;
    if ((code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46)
      return this.number(references);
    switch (code) {
      case 0x2f:
        return this.name();
      case 0x28:
        return this.literal();
      case 0x3c:
        return this.bytes[this.position + 1] === 0x3c ? this.dict(references, depth) : this.hex();
      case 0x5b:
        return this.array(references, depth);
      case 0x5d:
        this.position++;
        return CLOSE_ARRAY;
      case 0x3e:
        this.position += this.bytes[this.position + 1] === 0x3e ? 2 : 1;
        return CLOSE_DICT;
      default:
        return this.keyword();
    }
  }

  /** The next token as an object; what is none counts as null. */
  object(references = true): PdfObject {
    const token = this.next(references);
    return token === undefined || isKeyword(token) ? null : token;
  }

  skipSpace(): void {
    const { bytes, end } = this;
    while (this.position < end) {
      const code = bytes[this.position] as number;
      if (code === 0x25) {
        while (this.position < end && bytes[this.position] !== 10 && bytes[this.position] !== 13)
          this.position++;
      } else if (SPACE[code]) this.position++;
      else return;
    }
  }

  private number(references: boolean): PdfObject | Keyword {
    const start = this.position;
    const value = this.plainNumber();
    if (value === undefined) return this.keyword();
    if (!references || !Number.isInteger(value) || value < 0) return value;
    const after = this.position;
    const generation = this.secondInteger();
    if (generation !== undefined) {
      this.skipSpace();
      const code = this.bytes[this.position];
      const follows = this.bytes[this.position + 1] ?? 32;
      if (code === 0x52 && this.position < this.end && (SPACE[follows] || DELIMITER[follows])) {
        this.position++;
        return { type: 'ref', number: value, generation };
      }
    }
    this.position = Math.max(after, start + 1);
    return value;
  }

  private secondInteger(): number | undefined {
    this.skipSpace();
    const code = this.bytes[this.position] as number;
    if (this.position >= this.end || code < 48 || code > 57) return undefined;
    const value = this.plainNumber();
    return value !== undefined && Number.isInteger(value) ? value : undefined;
  }

  private plainNumber(): number | undefined {
    const start = this.position;
    const { bytes, end } = this;
    while (this.position < end) {
      const code = bytes[this.position] as number;
      if ((code < 48 || code > 57) && code !== 43 && code !== 45 && code !== 46) break;
      this.position++;
    }
    const value = Number(latin1(bytes.subarray(start, Math.min(this.position, start + 40))));
    if (Number.isFinite(value)) return value;
    // "--5" and "5-3" occur in real files; readers take the number up to there, or zero.
    const repaired = Number.parseFloat(
      latin1(bytes.subarray(start, Math.min(this.position, start + 40))).replace(/^-+/, '-'),
    );
    return Number.isFinite(repaired) ? repaired : 0;
  }

  private name(): PdfObject {
    const { bytes, end } = this;
    let text = '';
    this.position++;
    while (this.position < end) {
      const code = bytes[this.position] as number;
      if (SPACE[code] || DELIMITER[code]) break;
      const escaped =
        code === 0x23
          ? Number.parseInt(latin1(bytes.subarray(this.position + 1, this.position + 3)), 16)
          : Number.NaN;
      if (Number.isNaN(escaped)) text += String.fromCharCode(code);
      else {
        text += String.fromCharCode(escaped);
        this.position += 2;
      }
      this.position++;
    }
    return { type: 'name', name: text };
  }

  private keyword(): PdfObject | Keyword {
    const start = this.position;
    this.position++;
    while (this.position < this.end) {
      const code = this.bytes[this.position] as number;
      if (SPACE[code] || DELIMITER[code]) break;
      this.position++;
    }
    const word = latin1(this.bytes.subarray(start, Math.min(this.position, start + 40)));
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    return { type: 'keyword', word };
  }

  private literal(): PdfObject {
    const out: number[] = [];
    let open = 1;
    this.position++;
    while (this.position < this.end) {
      const code = this.bytes[this.position++] as number;
      if (code === 0x28) open++;
      else if (code === 0x29 && --open === 0) break;
      if (code === 0x5c) this.escape(out);
      else out.push(code);
    }
    return { type: 'string', bytes: Uint8Array.from(out) };
  }

  private escape(out: number[]): void {
    const code = this.bytes[this.position++] as number;
    const plain = ESCAPES[String.fromCharCode(code)];
    if (plain !== undefined) out.push(plain);
    else if (code >= 48 && code <= 55) {
      let value = code - 48;
      for (let k = 0; k < 2; k++) {
        const digit = this.bytes[this.position] as number;
        if (digit < 48 || digit > 55 || this.position >= this.end) break;
        value = value * 8 + digit - 48;
        this.position++;
      }
      out.push(value & 255);
    } else if (code === 13) {
      if (this.bytes[this.position] === 10) this.position++;
    } else if (code !== 10) out.push(code);
  }

  private hex(): PdfObject {
    const close = this.bytes.indexOf(0x3e, this.position);
    const end = close < 0 || close > this.end ? this.end : close;
    const out: number[] = [];
    let high = -1;
    for (let at = this.position + 1; at < end; at++) {
      const digit = hexDigit(this.bytes[at] as number);
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        out.push(high * 16 + digit);
        high = -1;
      }
    }
    if (high >= 0) out.push(high * 16);
    this.position = Math.min(end + 1, this.end);
    return { type: 'string', bytes: Uint8Array.from(out) };
  }

  private array(references: boolean, depth: number): PdfObject {
    const items: PdfObject[] = [];
    this.position++;
    if (depth > MAX_DEPTH) return items;
    for (;;) {
      const token = this.next(references, depth + 1);
      if (token === undefined || token === CLOSE_ARRAY || isKeyword(token, 'endobj')) return items;
      if (!isKeyword(token)) items.push(token);
    }
  }

  private dict(references: boolean, depth: number): PdfObject | Keyword {
    const entries = new Map<string, PdfObject>();
    this.position += 2;
    if (depth > MAX_DEPTH) return EMPTY_DICT;
    for (;;) {
      const key = this.next(references, depth + 1);
      if (key === undefined || key === CLOSE_DICT || isKeyword(key, 'endobj')) break;
      if (typeof key !== 'object' || key === null || !('type' in key) || key.type !== 'name') continue;
      const value = this.next(references, depth + 1);
      if (value === undefined || value === CLOSE_DICT) break;
      if (!isKeyword(value)) entries.set(key.name, value);
    }
    return { type: 'dict', entries };
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
