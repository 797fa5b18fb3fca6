import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edit, type EditTask, inPoints, type LoadTool } from './edit.js';

// The tools' own types are not at hand, since they are not installed here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Tool = any;

/** A page with the new text on a white rectangle, drawn by pdfkit. */
export async function pdfkitOverlay(
  load: LoadTool,
  task: EditTask,
  size: [number, number],
): Promise<Uint8Array> {
  const { default: PdfKit } = await load<Tool>('pdfkit');
  const place = inPoints(task.box, { width: size[0], height: size[1] });
  const doc = new PdfKit({ size, margin: 0 });
  const parts: Uint8Array[] = [];
  doc.on('data', (part: Uint8Array) => parts.push(part));
  const done = new Promise((resolve) => doc.on('end', resolve));
  const top = size[1] - place.y - place.height;
  doc.rect(place.x, top, place.width, place.height).fill('white');
  doc
    .fillColor('black')
    .font('Helvetica')
    .fontSize(place.size)
    .text(task.wanted, place.x + 1, top + 1, { lineBreak: false });
  doc.end();
  await done;
  return Buffer.concat(parts);
}

/** Mozilla's viewer: text put on the page with its editor. */
export async function pdfjsFreeText(load: LoadTool): Promise<Edit> {
  const pdfjs = await load<Tool>('pdfjs-dist/legacy/build/pdf.mjs');
  return async ({ bytes, page, box, wanted, size: paper }) => {
    const task = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 });
    const pdf = await task.promise;
    const { x, y, width, height, size } = inPoints(box, paper);
    pdf.annotationStorage.setValue('pdfjs_internal_editor_0', {
      annotationType: 3,
      color: [0, 0, 0],
      fontSize: size,
      value: wanted,
      pageIndex: page,
      rect: [x, y, x + width + 20, y + height],
      rotation: 0,
    });
    const saved = await pdf.saveDocument();
    await task.destroy();
    return saved;
  };
}

/** Mozilla's viewer: a form filled in and saved. */
export async function pdfjsFillForm(load: LoadTool): Promise<(bytes: Uint8Array) => Promise<Uint8Array>> {
  const pdfjs = await load<Tool>('pdfjs-dist/legacy/build/pdf.mjs');
  return async (bytes) => {
    const task = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 });
    const pdf = await task.promise;
    const fields = await (await pdf.getPage(1)).getAnnotations();
    for (const { id, fieldType } of fields)
      if (fieldType === 'Tx') pdf.annotationStorage.setValue(id, { value: 'Lyon' });
    const saved = await pdf.saveDocument();
    await task.destroy();
    return saved;
  };
}

/** annotpdf: a free text annotation, appended. */
export async function annotpdfFreeText(load: LoadTool): Promise<Edit> {
  const { AnnotationFactory } = await load<Tool>('annotpdf');
  return async ({ bytes, page, box, wanted, size: paper }) => {
    const { x, y, width, height } = inPoints(box, paper);
    const factory = new AnnotationFactory(bytes.slice());
    const annotation = factory.createFreeTextAnnotation({
      page,
      rect: [x, y, x + width + 20, y + height],
      contents: wanted,
      author: 'A',
      color: { r: 255, g: 255, b: 255 },
    });
    annotation.createDefaultAppearanceStream?.();
    return new Uint8Array(factory.write());
  };
}

/** PDFium, the engine of Chrome's viewer: text objects changed, removed and added, the page's content generated anew. */
export async function pdfiumEdits(
  load: LoadTool,
  folder: string,
): Promise<{ readonly edits: Record<string, Edit>; readonly saveAgain: Edit }> {
  const { init } = await load<Tool>('@embedpdf/pdfium');
  const file = join(folder, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
  const pdfium = await init({ wasmBinary: readFileSync(file) });
  pdfium.PDFiumExt_Init();
  const heap = pdfium.pdfium;
  const wide = (text: string): number => {
    const at = heap.wasmExports.malloc((text.length + 1) * 2);
    heap.stringToUTF16(text, at, (text.length + 1) * 2);
    return at;
  };
  const withPage = async (
    { bytes, page }: EditTask,
    change?: (document: number, page: number) => void,
  ): Promise<Uint8Array> => {
    const at = heap.wasmExports.malloc(bytes.length);
    heap.HEAPU8.set(bytes, at);
    const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
    const handle = pdfium.FPDF_LoadPage(document, page);
    if (change) {
      change(document, handle);
      pdfium.FPDFPage_GenerateContent(handle);
    }
    const writer = pdfium.PDFiumExt_OpenFileWriter();
    pdfium.PDFiumExt_SaveAsCopy(document, writer);
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
    const out = heap.wasmExports.malloc(size);
    pdfium.PDFiumExt_GetFileWriterData(writer, out, size);
    const saved = heap.HEAPU8.slice(out, out + size);
    pdfium.PDFiumExt_CloseFileWriter(writer);
    pdfium.FPDF_ClosePage(handle);
    pdfium.FPDF_CloseDocument(document);
    for (const pointer of [at, out]) heap.wasmExports.free(pointer);
    return saved;
  };
  const write = (
    document: number,
    page: number,
    { box, wanted, size: paper }: EditTask,
    font: string,
  ): void => {
    const { x, y, size } = inPoints(box, paper);
    const text = pdfium.FPDFPageObj_NewTextObj(document, font, size);
    pdfium.FPDFText_SetText(text, wide(wanted));
    pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, x + 1, y + size * 0.2);
    pdfium.FPDFPage_InsertObject(page, text);
  };
  const objectAt = (page: number, { box, size: paper }: EditTask): number | undefined => {
    const place = inPoints(box, paper);
    const bounds = heap.wasmExports.malloc(16);
    const count = pdfium.FPDFPage_CountObjects(page);
    for (let k = 0; k < count; k++) {
      const object = pdfium.FPDFPage_GetObject(page, k);
      if (pdfium.FPDFPageObj_GetType(object) !== 1) continue;
      pdfium.FPDFPageObj_GetBounds(object, bounds, bounds + 4, bounds + 8, bounds + 12);
      const [left = 0, bottom = 0] = new Float32Array(heap.HEAPU8.buffer, bounds, 4);
      if (Math.abs(left - place.x) < 4 && bottom > place.y - 4 && bottom < place.y + place.height)
        return object;
    }
    return undefined;
  };
  const edits: Record<string, Edit> = {
    'PDFium: cover and write': (task) =>
      withPage(task, (document, page) => {
        const { x, y, width, height } = inPoints(task.box, task.size);
        const cover = pdfium.FPDFPageObj_CreateNewRect(x, y, width, height);
        pdfium.FPDFPageObj_SetFillColor(cover, 255, 255, 255, 255);
        pdfium.FPDFPath_SetDrawMode(cover, 1, false);
        pdfium.FPDFPage_InsertObject(page, cover);
        write(document, page, task, 'Helvetica');
      }),
    'PDFium: remove and write': (task) =>
      withPage(task, (document, page) => {
        const object = objectAt(page, task);
        if (object === undefined) throw new Error('no object there');
        pdfium.FPDFPage_RemoveObject(page, object);
        write(document, page, task, 'Helvetica');
      }),
    'PDFium: text set anew in its own font': (task) =>
      withPage(task, (_, page) => {
        const object = objectAt(page, task);
        if (object === undefined) throw new Error('no object there');
        const digits = [...task.text].reverse().join('');
        pdfium.FPDFText_SetText(object, wide(digits));
      }),
  };
  return { edits, saveAgain: (task) => withPage(task) };
}

/** qpdf: a drawn page laid over the page; and plain rewriting, linearising. */
export async function createQpdf(
  load: LoadTool,
  folder: string,
): Promise<(args: string[], files: Record<string, Uint8Array>) => Promise<Uint8Array>> {
  const { default: create } = await load<Tool>('@neslinesli93/qpdf-wasm');
  const wasm = join(folder, 'node_modules/@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
  return async (args, files) => {
    const qpdf = await create({
      locateFile: () => wasm,
      wasmBinary: readFileSync(wasm),
      noInitialRun: true,
      print: () => {},
      printErr: () => {},
    });
    for (const [name, bytes] of Object.entries(files)) qpdf.FS.writeFile(`/${name}`, bytes);
    qpdf.callMain([...args, '/out.pdf']);
    return qpdf.FS.readFile('/out.pdf');
  };
}

/** jsPDF: the page as a picture, changed with an image editor, in a new file. */
export async function jspdfPicture(
  load: LoadTool,
  paint: (task: EditTask) => Promise<Uint8Array>,
): Promise<Edit> {
  const module = await load<Tool>('jspdf');
  const jsPDF = module.jsPDF ?? module.default?.jsPDF ?? module.default;
  return async (task) => {
    const picture = await paint(task);
    const doc = new jsPDF({ unit: 'pt', format: [task.size.width, task.size.height] });
    doc.addImage(new Uint8Array(picture), 'JPEG', 0, 0, task.size.width, task.size.height);
    return new Uint8Array(doc.output('arraybuffer'));
  };
}

/** Changes the bytes of uncompressed content with a text editor, which knows nothing of offsets. */
export function textEditor(uncompressed: Uint8Array, task: EditTask): Uint8Array {
  const text = Buffer.from(uncompressed).toString('latin1');
  const at = text.lastIndexOf(' Tj');
  const changed = `${text.slice(0, at)} Tj 0 -11 Td (${task.wanted}) Tj${text.slice(at + 3)}`;
  return Uint8Array.from(Buffer.from(changed, 'latin1'));
}

/** Swaps two characters of a text in its content, in its own font, and writes the file anew: nothing is drawn twice. */
export function swapInContent(uncompressed: Uint8Array, random: number): Uint8Array {
  const text = Buffer.from(uncompressed).toString('latin1');
  const strings = [...text.matchAll(/<([0-9A-Fa-f]{24,80})> Tj/g)];
  const chosen = strings[Math.floor(random * strings.length)];
  if (!chosen?.[1]) throw new Error('no text to change');
  const codes = chosen[1].match(/.{4}/g) ?? [];
  const last = codes.pop() as string;
  const first = codes.shift() as string;
  const swapped = `<${[last, ...codes, first].join('')}> Tj`;
  const changed = text.slice(0, chosen.index) + swapped + text.slice(chosen.index + swapped.length);
  return Uint8Array.from(Buffer.from(changed, 'latin1'));
}

/** Turns a text of a line with others around and sets it lower by 0.25 mm, in its own font. */
export function moveInContent(uncompressed: Uint8Array, random: number): Uint8Array {
  const text = Buffer.from(uncompressed).toString('latin1');
  const strings = [...text.matchAll(/1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm\s+<([0-9A-Fa-f]{12,60})> Tj/g)];
  const inLines = strings.filter(([, , y]) => strings.filter((other) => other[2] === y).length > 1);
  const chosen = inLines[Math.floor(random * inLines.length)];
  if (!chosen) throw new Error('no text to change');
  const [whole, x, y, hex = ''] = chosen;
  const turned = (hex.match(/.{4}/g) ?? []).reverse().join('');
  const lower = (Number(y) - 0.25).toFixed(2);
  const changed = `1 0 0 1 ${x} ${lower} Tm <${turned}> Tj`;
  const after = text.slice(chosen.index + whole.length);
  return Uint8Array.from(
    Buffer.from(text.slice(0, chosen.index) + changed.padEnd(whole.length) + after, 'latin1'),
  );
}
