// Runs PDFium in a thread of its own, so that a hostile file can neither block the event loop nor outlive its time.
// PDFium's C interface is called directly: the wrapper around it offers no boxes, no annotations and closes pages that
// it has drawn. Only `import type` may be relative here: from source, Node strips the types and loads this file as it is.

import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumModule } from '@hyzyla/pdfium';
import type { PdfChars, PdfFacts, PdfPageFacts, PdfRequest } from './pdfium-protocol.js';

type Call = (...args: number[]) => number;
interface Pdfium {
  readonly wasmExports: Readonly<Record<string, Call>>;
  readonly HEAPU8: Uint8Array;
}

const { wasm, maxHeapBytes } = workerData as { wasm: WebAssembly.Module; maxHeapBytes: number };

const OBJECT = { text: 1, image: 3, form: 5 };
const INVISIBLE_TEXT = [3, 7]; // the render modes that draw nothing: "neither fill nor stroke", and "clip only"
const MAX_OBJECTS = 20_000;
const MAX_FORM_DEPTH = 6;
const MAX_CHARS = 200_000;
/** What share of the page a picture must cover to hide the text that was drawn before it. */
const COVERING = 0.5;

/** PDFium keeps the last error; 4 is a missing or wrong password. @see FPDF_GetLastError in fpdfview.h */
class PdfiumFailure extends Error {
  readonly pdfium: number;
  constructor(pdfium: number) {
    super('PDFium refused');
    this.pdfium = pdfium;
  }
}

interface OpenDocument {
  readonly bytes: number;
  readonly handle: number;
}

const documents = new Map<number, OpenDocument>();
let memoryRefused = false;
let started: Promise<Pdfium> | undefined;

async function start(): Promise<Pdfium> {
  const pdfium = (await PDFiumModule({
    locateFile: () => '',
    print: () => {},
    printErr: () => {},
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      limitHeap(imports);
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance);
      return instance.exports;
    },
  } as unknown as Parameters<typeof PDFiumModule>[0])) as unknown as Pdfium;
  pdfium.wasmExports.FPDF_InitLibraryWithConfig?.(0);
  return pdfium;
}

/** A file that unpacks to gigabytes is refused the memory, which ends this thread and not the process. */
function limitHeap(imports: WebAssembly.Imports): void {
  const env = imports.env as Record<string, WebAssembly.ImportValue>;
  const grow = env.emscripten_resize_heap as (bytes: number) => number | boolean;
  env.emscripten_resize_heap = (bytes: number) => {
    if (bytes >>> 0 <= maxHeapBytes) return grow(bytes);
    memoryRefused = true;
    return 0;
  };
}

class Session {
  readonly #pdfium: Pdfium;
  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium;
  }

  call(name: string, ...args: number[]): number {
    const run = this.#pdfium.wasmExports[name];
    if (!run) throw new Error(`PDFium has no ${name}`);
    return run(...args);
  }

  get heap(): Uint8Array {
    return this.#pdfium.HEAPU8;
  }

  /** Runs with memory for `count` numbers of 4 (float) or 8 (double) bytes. */
  numbers(count: number, size: 4 | 8, fill: (...pointers: number[]) => number): number[] | undefined {
    const at = this.call('malloc', count * size);
    try {
      const pointers = Array.from({ length: count }, (_, i) => at + i * size);
      if (!fill(...pointers)) return undefined;
      const view = new DataView(this.heap.buffer, this.heap.byteOffset);
      return pointers.map((p) => (size === 4 ? view.getFloat32(p, true) : view.getFloat64(p, true)));
    } finally {
      this.call('free', at);
    }
  }

  copyIn(bytes: Uint8Array): number {
    const at = this.call('malloc', bytes.length || 1);
    if (at === 0) throw new PdfiumFailure(1);
    this.heap.set(bytes, at);
    return at;
  }

  /** Runs with a loaded page. What annotations and form fields show is made part of the page first. */
  withPage<T>(documentId: number, index: number, use: (page: number) => T): T {
    const document = documents.get(documentId)?.handle ?? 0;
    let page = this.call('FPDF_LoadPage', document, index);
    if (page === 0) throw new PdfiumFailure(6);
    try {
      if (this.call('FPDFPage_GetAnnotCount', page) > 0) {
        this.call('FPDFPage_Flatten', page, 0);
        this.call('FPDF_ClosePage', page);
        page = this.call('FPDF_LoadPage', document, index);
        if (page === 0) throw new PdfiumFailure(6);
      }
      return use(page);
    } finally {
      if (page !== 0) this.call('FPDF_ClosePage', page);
    }
  }
}

function open(s: Session, request: Extract<PdfRequest, { type: 'open' }>): PdfFacts {
  const bytes = s.copyIn(request.bytes);
  const password =
    request.password === undefined ? 0 : s.copyIn(new TextEncoder().encode(`${request.password}\0`));
  const handle = s.call('FPDF_LoadMemDocument', bytes, request.bytes.length, password);
  const error = handle === 0 ? s.call('FPDF_GetLastError') : 0;
  if (password !== 0) s.call('free', password);
  if (handle === 0) {
    s.call('free', bytes);
    throw new PdfiumFailure(error);
  }
  documents.set(request.document, { bytes, handle });
  return { pageCount: s.call('FPDF_GetPageCount', handle) };
}

function close(s: Session, id: number): void {
  const document = documents.get(id);
  if (!document) return;
  documents.delete(id);
  s.call('FPDF_CloseDocument', document.handle);
  s.call('free', document.bytes);
}

interface Seen {
  /** For each text object, when it was drawn; -1 where it was drawn invisibly. */
  readonly text: Map<number, number>;
  /** When the last picture was drawn that covers most of the page. */
  lastCover: number;
  pictureShare: number;
  pictureDpi: number;
  largest: number;
  objects: number;
}

type Matrix = readonly [number, number, number, number, number, number];

function look(s: Session, page: number): Seen {
  const seen: Seen = {
    text: new Map(),
    lastCover: -1,
    pictureShare: 0,
    pictureDpi: 0,
    largest: 0,
    objects: 0,
  };
  const area = s.call('FPDF_GetPageWidthF', page) * s.call('FPDF_GetPageHeightF', page);
  const count = s.call('FPDFPage_CountObjects', page);
  for (let i = 0; i < count && seen.objects < MAX_OBJECTS; i++) {
    lookAt(s, s.call('FPDFPage_GetObject', page, i), [1, 0, 0, 1, 0, 0], area, seen, 0);
  }
  return seen;
}

function lookAt(s: Session, object: number, outer: Matrix, area: number, seen: Seen, depth: number): void {
  const order = seen.objects++;
  const type = s.call('FPDFPageObj_GetType', object);
  if (type === OBJECT.text) {
    const invisible = INVISIBLE_TEXT.includes(s.call('FPDFTextObj_GetTextRenderMode', object));
    seen.text.set(object, invisible ? -1 : order);
  } else if (type === OBJECT.image) {
    lookAtPicture(s, object, outer, area, seen, order);
  } else if (type === OBJECT.form && depth < MAX_FORM_DEPTH) {
    const inner = matrixOf(s, object);
    const count = s.call('FPDFFormObj_CountObjects', object);
    for (let i = 0; i < count && seen.objects < MAX_OBJECTS; i++) {
      lookAt(s, s.call('FPDFFormObj_GetObject', object, i), multiply(inner, outer), area, seen, depth + 1);
    }
  }
}

/** A picture fills the unit square, which its matrix places on the page. */
function lookAtPicture(
  s: Session,
  object: number,
  outer: Matrix,
  area: number,
  seen: Seen,
  order: number,
): void {
  const [a, b, c, d] = multiply(matrixOf(s, object), outer);
  const covered = Math.abs(a * d - b * c);
  const share = Math.min(1, covered / area);
  seen.pictureShare = Math.min(1, seen.pictureShare + share);
  if (share >= COVERING && s.call('FPDFPageObj_HasTransparency', object) === 0) seen.lastCover = order;
  if (covered <= seen.largest) return;
  seen.largest = covered;
  const at = s.call('malloc', 8);
  if (s.call('FPDFImageObj_GetImagePixelSize', object, at, at + 4)) {
    const widthPx = new DataView(s.heap.buffer, s.heap.byteOffset).getUint32(at, true);
    const widthPt = Math.hypot(a, b);
    if (widthPt > 0) seen.pictureDpi = (widthPx / widthPt) * 72;
  }
  s.call('free', at);
}

function matrixOf(s: Session, object: number): Matrix {
  const at = s.call('malloc', 24);
  const known = s.call('FPDFPageObj_GetMatrix', object, at);
  const view = new DataView(s.heap.buffer, s.heap.byteOffset);
  const m = [0, 4, 8, 12, 16, 20].map((offset) => view.getFloat32(at + offset, true));
  s.call('free', at);
  return known ? (m as unknown as Matrix) : [1, 0, 0, 1, 0, 0];
}

/** First `m`, then `n`. */
function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function facts(s: Session, request: Extract<PdfRequest, { type: 'page' }>): PdfPageFacts {
  return s.withPage(request.document, request.page, (page) => {
    const seen = look(s, page);
    const tally = { visible: 0, hidden: 0, unmapped: 0 };
    forEachChar(s, page, (textPage, i) => {
      if (s.call('FPDFText_IsGenerated', textPage, i) === 1) return;
      if (s.call('FPDFText_GetUnicode', textPage, i) <= 32) return;
      if (isHidden(s, textPage, i, seen)) tally.hidden++;
      else tally.visible++;
      if (s.call('FPDFText_HasUnicodeMapError', textPage, i) === 1) tally.unmapped++;
    });
    return {
      widthPt: s.call('FPDF_GetPageWidthF', page),
      heightPt: s.call('FPDF_GetPageHeightF', page),
      visibleChars: tally.visible,
      hiddenChars: tally.hidden,
      unmappedChars: tally.unmapped,
      pictureShare: seen.pictureShare,
      pictureDpi: seen.pictureDpi,
    };
  });
}

function isHidden(s: Session, textPage: number, i: number, seen: Seen): boolean {
  const order = seen.text.get(s.call('FPDFText_GetTextObject', textPage, i));
  return order !== undefined && order < seen.lastCover ? true : order === -1;
}

function forEachChar(s: Session, page: number, use: (textPage: number, i: number) => void): void {
  const textPage = s.call('FPDFText_LoadPage', page);
  if (textPage === 0) return;
  try {
    const count = Math.min(s.call('FPDFText_CountChars', textPage), MAX_CHARS);
    for (let i = 0; i < count; i++) use(textPage, i);
  } finally {
    s.call('FPDFText_ClosePage', textPage);
  }
}

function chars(s: Session, request: Extract<PdfRequest, { type: 'chars' }>): PdfChars {
  return s.withPage(request.document, request.page, (page) => {
    const codes: number[] = [];
    const boxes: number[] = [];
    const toPage = pageTransform(s, page);
    const seen = look(s, page);
    forEachChar(s, page, (textPage, i) => {
      const code = s.call('FPDFText_GetUnicode', textPage, i);
      const generated = s.call('FPDFText_IsGenerated', textPage, i) === 1;
      if (!generated && !request.hidden && isHidden(s, textPage, i, seen)) return;
      const box = generated
        ? undefined
        : s.numbers(4, 8, (l, r, b, t) => s.call('FPDFText_GetCharBox', textPage, i, l, r, b, t));
      codes.push(s.call('FPDFText_IsHyphen', textPage, i) === 1 ? 0x2d : code);
      boxes.push(...(box ? toPage(box as [number, number, number, number]) : [0, 0, 0, 0]));
    });
    return { codes: Uint32Array.from(codes), boxes: Float32Array.from(boxes) };
  });
}

/** From the page's own coordinates (origin lower left, unrotated) to fractions of the upright page. */
function pageTransform(s: Session, page: number): (box: [number, number, number, number]) => number[] {
  const size = 1_000_000;
  const at = s.call('malloc', 8);
  const device = (x: number, y: number): [number, number] => {
    s.call('FPDF_PageToDevice', page, 0, 0, size, size, 0, x, y, at, at + 4);
    const view = new DataView(s.heap.buffer, s.heap.byteOffset);
    return [view.getInt32(at, true) / size, view.getInt32(at + 4, true) / size];
  };
  const [ox, oy] = device(0, 0);
  const [ax, ay] = device(100, 0);
  const [bx, by] = device(0, 100);
  s.call('free', at);
  const map = (x: number, y: number): [number, number] => [
    ox + ((ax - ox) * x + (bx - ox) * y) / 100,
    oy + ((ay - oy) * x + (by - oy) * y) / 100,
  ];
  return ([left, right, bottom, top]) => {
    const [x0, y0] = map(left, bottom);
    const [x1, y1] = map(right, top);
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  };
}

const FORMAT = { grey: 1, bgr: 2 };
const FLAGS = { annotations: 0x01, grey: 0x08, reverseBytes: 0x10, limitedImageCache: 0x200 };

function render(s: Session, request: Extract<PdfRequest, { type: 'render' }>): Uint8Array<ArrayBuffer> {
  const { widthPx, heightPx, grey } = request;
  return s.withPage(request.document, request.page, (page) => {
    const bitmap = s.call('FPDFBitmap_CreateEx', widthPx, heightPx, grey ? FORMAT.grey : FORMAT.bgr, 0, 0);
    if (bitmap === 0) throw new PdfiumFailure(1);
    try {
      s.call('FPDFBitmap_FillRect', bitmap, 0, 0, widthPx, heightPx, 0xffffffff);
      const flags = FLAGS.annotations | FLAGS.limitedImageCache | (grey ? FLAGS.grey : FLAGS.reverseBytes);
      s.call('FPDF_RenderPageBitmap', bitmap, page, 0, 0, widthPx, heightPx, 0, flags);
      return rowsOf(s, bitmap, widthPx * (grey ? 1 : 3), heightPx);
    } finally {
      s.call('FPDFBitmap_Destroy', bitmap);
    }
  });
}

/** The rows of a bitmap without the bytes that fill them up to a multiple of four. */
function rowsOf(s: Session, bitmap: number, rowBytes: number, rows: number): Uint8Array<ArrayBuffer> {
  const from = s.call('FPDFBitmap_GetBuffer', bitmap);
  const stride = s.call('FPDFBitmap_GetStride', bitmap);
  if (stride === rowBytes) return s.heap.slice(from, from + rowBytes * rows) as Uint8Array<ArrayBuffer>;
  const data = new Uint8Array(rowBytes * rows);
  for (let y = 0; y < rows; y++) {
    data.set(s.heap.subarray(from + y * stride, from + y * stride + rowBytes), y * rowBytes);
  }
  return data;
}

function answer(s: Session, request: PdfRequest): { value: unknown; transfer: ArrayBuffer[] } {
  if (request.type === 'open') return { value: open(s, request), transfer: [] };
  if (request.type === 'page') return { value: facts(s, request), transfer: [] };
  if (request.type === 'chars') return { value: chars(s, request), transfer: [] };
  if (request.type === 'close') return { value: close(s, request.document), transfer: [] };
  const data = render(s, request);
  return { value: data, transfer: [data.buffer] };
}

parentPort?.on('message', async ({ request }: { request: PdfRequest }) => {
  started ??= start();
  const session = new Session(await started);
  try {
    const { value, transfer } = answer(session, request);
    parentPort?.postMessage({ ok: true, value, heapBytes: session.heap.length }, transfer);
  } catch (error) {
    if (error instanceof PdfiumFailure) parentPort?.postMessage({ ok: false, pdfium: error.pdfium });
    // A wasm trap leaves PDFium in an unknown state: the thread must not be used again.
    else parentPort?.postMessage({ ok: false, fatal: true, memoryRefused });
  }
});
