import type { Box } from '@dossierkit/core';
import { type PdfFont, readFont } from './font.js';
import { type GraphicsState, initialState, startOfText, type TextPosition } from './graphics-state.js';
import { readInlinePicture } from './inline-picture.js';
import { isKeyword, Lexer } from './lexer.js';
import { IDENTITY, type Matrix, matrixOf, multiply } from './matrix.js';
import {
  isArray,
  isDict,
  isStream,
  isString,
  nameOf,
  type PdfDict,
  type PdfObject,
  type PdfStream,
} from './objects.js';
import { clampBox, type PdfPage, rectangle } from './pages.js';
import type { PaintedItem } from './paint.js';
import { PathBuilder, type PathRectangle } from './path.js';
import { buildPath, type PathEnd } from './path-operators.js';
import type { PdfFile } from './pdf-file.js';
import type { PdfView } from './pdf-view.js';
import { showText } from './show-text.js';
import { placeText } from './text-operators.js';

const MAX_FORM_DEPTH = 8;
const MAX_ITEMS = 200_000;
const MAX_SAVED = 200;
const MAX_MARKS = 100;
/** What one drawing step costs of the file's budget. */
const STEP = 4;

/** The content streams of a page, unpacked; `undefined` for one that cannot be. */
function contentStreams(view: PdfView, page: PdfPage): (Uint8Array | undefined)[] {
  const contents = view.get(page.dict, 'Contents');
  const list = isArray(contents) ? contents.map((item) => view.resolve(item)) : [contents];
  return list.filter(isStream).map((stream) => view.data(stream));
}

/** What a page draws. */
export interface PageContent {
  /** In the order of drawing, with their places. Annotations are not part of it. */
  readonly items: readonly PaintedItem[];
  /** The names of marked content: programs for changing documents leave their own. */
  readonly marks: ReadonlySet<string>;
}

/** Everything that a page draws. */
export function readPage(file: PdfFile, view: PdfView, page: PdfPage): PageContent {
  const reader = new PageReader(file, view, page);
  for (const [index, data] of contentStreams(view, page).entries()) if (data) reader.run(data, index);
  return reader;
}

class PageReader {
  readonly items: PaintedItem[] = [];
  readonly marks = new Set<string>();
  readonly #file: PdfFile;
  readonly #view: PdfView;
  readonly #path = new PathBuilder();
  readonly #fonts = new Map<PdfDict, PdfFont>();
  #state: GraphicsState;
  #saved: GraphicsState[] = [];
  #text: TextPosition = startOfText();
  #resources: PdfDict;
  #clipNext = false;
  #stream = 0;
  #depth = 0;

  constructor(file: PdfFile, view: PdfView, page: PdfPage) {
    this.#file = file;
    this.#view = view;
    this.#state = initialState(page.toFraction);
    this.#resources = page.resources;
  }

  run(data: Uint8Array, stream: number): void {
    this.#stream = stream;
    this.#runTokens(new Lexer(data));
  }

  #runTokens(lexer: Lexer): void {
    let operands: PdfObject[] = [];
    for (let token = lexer.next(false); token !== undefined; token = lexer.next(false)) {
      if (!isKeyword(token)) {
        if (operands.length < 64) operands.push(token);
        continue;
      }
      if (!this.#file.budget.take(STEP) || this.items.length > MAX_ITEMS) return;
      if (token.word === 'BI') this.#picture(readInlinePicture(lexer));
      else this.#operate(token.word, operands);
      operands = [];
    }
  }

  #operate(operator: string, operands: readonly PdfObject[]): void {
    const n = (k: number): number => (typeof operands[k] === 'number' ? operands[k] : 0);
    const state = this.#state;
    if (operator === 'Tf') {
      state.font = this.#font(nameOf(operands[0]));
      state.size = n(1);
      return;
    }
    const shown = placeText(state, this.#text, operator, operands);
    if (shown !== false) {
      if (shown !== true) this.#show(shown);
      return;
    }
    const end = buildPath(this.#path, operator, n);
    if (end !== false) {
      if (end !== true) this.#finishPath(end);
      return;
    }
    switch (operator) {
      case 'q':
        if (this.#saved.length < MAX_SAVED) this.#saved.push({ ...state });
        return;
      case 'Q':
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'cm':
        state.ctm = multiply(matrixOf(operands) ?? IDENTITY, state.ctm);
        return;
      case 'w':
        state.lineWidth = n(0);
        return;
      case 'gs':
        this.#extendedState(nameOf(operands[0]));
        return;
      case 'g':
      case 'rg':
      case 'k':
      case 'sc':
      case 'scn':
        state.pattern = operands.some((item) => nameOf(item) !== undefined);
        return;
      case 'Do':
        this.#drawObject(nameOf(operands[0]));
        return;
      case 'MP':
      case 'DP':
      case 'BMC':
      case 'BDC':
        if (this.marks.size < MAX_MARKS) this.marks.add(nameOf(operands[0]) ?? '');
    }
  }

  #finishPath(end: PathEnd): void {
    if (end === 'clip') {
      this.#clipNext = true;
      return;
    }
    if (end === 'fill') this.#fill(this.#path.rectangles());
    if (end === 'stroke') this.#fill(this.#path.broadStrokes(this.#state.lineWidth, this.#state.ctm));
    this.#endPath();
  }

  #show(pieces: readonly PdfObject[]): void {
    const known = pieces.filter((piece) => typeof piece === 'number' || isString(piece));
    showText(known, this.#state, this.#text, (item) => this.items.push({ ...item, stream: this.#stream }));
  }

  #font(name: string | undefined): PdfFont | undefined {
    const dict = name === undefined ? null : this.#view.get(this.#view.dict(this.#resources, 'Font'), name);
    if (!isDict(dict)) return undefined;
    const known = this.#fonts.get(dict) ?? readFont(this.#view, dict);
    this.#fonts.set(dict, known);
    return known;
  }

  #extendedState(name: string | undefined): void {
    if (name === undefined) return;
    const settings = this.#view.dict(this.#view.dict(this.#resources, 'ExtGState'), name);
    const alpha = this.#view.get(settings, 'ca');
    if (typeof alpha === 'number') this.#state.alpha = alpha;
    const mode = this.#view.get(settings, 'BM');
    if (mode !== null) this.#state.blended = nameOf(mode) !== 'Normal' && nameOf(mode) !== 'Compatible';
    if (isDict(this.#view.get(settings, 'SMask'))) this.#state.blended = true;
    const font = this.#view.get(settings, 'Font');
    if (isArray(font) && typeof font[1] === 'number') this.#state.size = font[1];
  }

  #endPath(): void {
    const bounds = this.#path.bounds();
    if (this.#clipNext && bounds) {
      const box = this.#mapped(bounds);
      this.#state.clip = box ? [box.x, box.y, box.x + box.width, box.y + box.height] : [0, 0, 0, 0];
    }
    this.#clipNext = false;
    this.#path.clear();
  }

  /** Where a rectangle comes to lie on the page, cut to what may be drawn on. */
  #mapped({ left, bottom, right, top }: PathRectangle): Box | undefined {
    const box = clampBox(this.#state.ctm, left, bottom, right, top);
    if (!box) return undefined;
    const [clipLeft, clipTop, clipRight, clipBottom] = this.#state.clip;
    const [x0, y0] = [Math.max(box.x, clipLeft), Math.max(box.y, clipTop)];
    const [x1, y1] = [Math.min(box.x + box.width, clipRight), Math.min(box.y + box.height, clipBottom)];
    return x1 > x0 && y1 > y0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : undefined;
  }

  get #opaque(): boolean {
    return this.#state.alpha > 0.9 && !this.#state.blended;
  }

  #fill(rectangles: readonly PathRectangle[]): void {
    for (const one of rectangles) {
      const box = this.#mapped(one);
      const opaque = this.#opaque && !this.#state.pattern;
      if (box) this.items.push({ type: 'fill', box, opaque, stream: this.#stream });
    }
  }

  #picture(dict: PdfDict): void {
    const box = this.#mapped({ left: 0, bottom: 0, right: 1, top: 1 });
    const masked = ['SMask', 'Mask', 'ImageMask', 'IM'].some((key) => {
      const value = this.#view.get(dict, key);
      return value !== null && value !== false;
    });
    if (box) this.items.push({ type: 'picture', box, opaque: this.#opaque && !masked, stream: this.#stream });
  }

  #drawObject(name: string | undefined): void {
    const object =
      name === undefined ? null : this.#view.get(this.#view.dict(this.#resources, 'XObject'), name);
    if (!isStream(object)) return;
    if (nameOf(this.#view.get(object.dict, 'Subtype')) === 'Image') this.#picture(object.dict);
    else this.#drawForm(object);
  }

  #drawForm(form: PdfStream): void {
    if (this.#depth >= MAX_FORM_DEPTH) return;
    const data = this.#view.data(form);
    if (!data) return;
    const [saved, resources, text] = [this.#saved, this.#resources, this.#text];
    const outer = { ...this.#state };
    this.#depth++;
    this.#saved = [];
    const matrix = this.#view.get(form.dict, 'Matrix');
    this.#state.ctm = multiply(matrixOf(matrix) ?? IDENTITY, this.#state.ctm as Matrix);
    const bounds = rectangle(this.#view, this.#view.get(form.dict, 'BBox'));
    if (bounds) {
      const [left, bottom, right, top] = bounds;
      const box = this.#mapped({ left, bottom, right, top });
      this.#state.clip = box ? [box.x, box.y, box.x + box.width, box.y + box.height] : [0, 0, 0, 0];
    }
    if (form.dict.entries.has('Resources')) this.#resources = this.#view.dict(form.dict, 'Resources');
    this.#runTokens(new Lexer(data));
    [this.#saved, this.#resources, this.#text] = [saved, resources, text];
    this.#state = outer;
    this.#depth--;
  }
}
