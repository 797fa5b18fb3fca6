// How many edited PDFs are noticed, and how many untouched ones too:
//
//   npm install --prefix tools --ignore-scripts pdf-lib @cantoo/pdf-lib pdfkit pdfjs-dist annotpdf @embedpdf/pdfium \
//     @neslinesli93/qpdf-wasm jspdf @signpdf/signpdf @signpdf/signer-p12 @signpdf/placeholder-plain node-forge
//   node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/bench/forensics-corpus.ts tools 1000 12
//
// (folder of the tools, first seed, number of seeds). Every seed gives one paper, once through every tool.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestBytesSync, plainDate } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen, type Specimen, type SpecimenKind } from '@dossierkit/specimens';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { checkTraces } from '../src/traces/check-traces.js';
import { type Edit, type EditTask, loadToolsFrom } from './corpus/edit.js';
import {
  annotpdfFreeText,
  createQpdf,
  jspdfPicture,
  moveInContent,
  pdfiumEdits,
  pdfjsFillForm,
  pdfjsFreeText,
  pdfkitOverlay,
  swapInContent,
  textEditor,
} from './corpus/other-edits.js';
import { pdfLibEdits } from './corpus/pdf-lib-edits.js';
import { signPdf } from './corpus/sign.js';

const [tools = 'tools', first = '1000', count = '12', keep] = process.argv.slice(2);
const KINDS: readonly SpecimenKind[] = [
  'fr-tax-notice',
  'fr-payslip',
  'fr-electricity-bill',
  'fr-bank-details',
  'fr-company-extract',
  'de-tax-notice',
  'de-bank-statement',
  'de-payslip',
  'de-registration-certificate',
  'gb-utility-bill',
  'invoice',
  'letter',
];
const load = loadToolsFrom(resolve(tools));
await using reader = createReader();
const qpdf = await createQpdf(load, resolve(tools));

async function pageAsPicture(bytes: Uint8Array, page: number, widthPx: number): Promise<Buffer> {
  const opened = await reader.open(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  using document = opened.value;
  const raster = await document.pages[page]?.readRaster({ maxSidePx: Math.round(widthPx * Math.SQRT2) });
  if (!raster?.ok) throw new Error('no picture');
  const { data, widthPx: width, heightPx: height, channels } = raster.value;
  return sharp(data, { raw: { width, height, channels: channels as 1 | 3 | 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

const label = (text: string, width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/><text x="1" y="${height * 0.75}" font-size="${height * 0.75}" font-family="sans-serif">${text.replace(/[<&]/g, ' ')}</text></svg>`,
  );

const pictureOfText = ({ box, wanted }: EditTask): Promise<Uint8Array> =>
  sharp(label(wanted, Math.round(box.width * 2400) + 8, Math.round(box.height * 3400) + 8))
    .png()
    .toBuffer();

async function paintedPage(task: EditTask): Promise<Uint8Array> {
  const picture = sharp(await pageAsPicture(task.bytes, task.page, 1240));
  const { width = 0, height = 0 } = await picture.metadata();
  const { box, wanted } = task;
  const patch = label(wanted, Math.round(box.width * width) + 4, Math.round(box.height * height) + 4);
  return picture
    .composite([{ input: patch, left: Math.round(box.x * width), top: Math.round(box.y * height) }])
    .jpeg()
    .toBuffer();
}

/** Not an edited file but a new one: in its structure there is nothing to be found. */
const NEW_PICTURES: Record<string, Edit> = {
  'jsPDF: picture of the painted page': await jspdfPicture(load, paintedPage),
};

/** A scan in a PDF, on which something is drawn with pdf-lib. */
const drawOnScan =
  (edits: Record<string, Edit>): Edit =>
  async (task) =>
    (edits['pdf-lib: cover and write'] as Edit)(task);

const pdfium = await pdfiumEdits(load, resolve(tools));

const EDITS: Record<string, Edit> = {
  ...(await pdfLibEdits(load, pictureOfText, (task, size) => pdfkitOverlay(load, task, size))),
  'pdf.js: free text': await pdfjsFreeText(load),
  'annotpdf: free text': await annotpdfFreeText(load),
  ...pdfium.edits,
  'qpdf: page laid over': async (task) =>
    qpdf(['/in.pdf', '--overlay', '/over.pdf', `--to=${task.page + 1}`, '--'], {
      'in.pdf': task.bytes,
      'over.pdf': await pdfkitOverlay(load, task, [task.size.width, task.size.height]),
    }),
  'text editor on qpdf --qdf': async (task) =>
    textEditor(await qpdf(['--qdf', '--object-streams=disable', '/in.pdf'], { 'in.pdf': task.bytes }), task),
};

/** Changed in the content itself, in its own font, and written anew: nothing is drawn twice and no font is foreign. */
const IN_PLACE: Record<string, Edit> = {
  'qpdf: characters swapped in the content': async (task) => {
    const plain = await qpdf(['--qdf', '--object-streams=disable', '/in.pdf'], { 'in.pdf': task.bytes });
    return qpdf(['--compress-streams=y', '/in.pdf'], { 'in.pdf': swapInContent(plain, task.box.y) });
  },
  'qpdf: text changed and moved by 0.25 mm in its own font': async (task) => {
    const plain = await qpdf(['--qdf', '--object-streams=disable', '/in.pdf'], { 'in.pdf': task.bytes });
    return qpdf(['--compress-streams=y', '/in.pdf'], { 'in.pdf': moveInContent(plain, task.box.y) });
  },
};

const fillForm = await pdfjsFillForm(load);

const UNTOUCHED: Record<string, (task: EditTask) => Promise<Uint8Array>> = {
  'as issued': async ({ bytes }) => bytes,
  'written again by qpdf': async ({ bytes }) => qpdf(['/in.pdf'], { 'in.pdf': bytes }),
  'written again by qpdf, compressed anew': async ({ bytes }) =>
    qpdf(['--object-streams=generate', '--recompress-flate', '/in.pdf'], { 'in.pdf': bytes }),
  'written again by PDFium': async (task) => pdfium.saveAgain(task),
  linearised: async ({ bytes }) => qpdf(['--linearize', '/in.pdf'], { 'in.pdf': bytes }),
  signed: async ({ bytes }) => signPdf(load, bytes),
  'form filled in': async ({ bytes }) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const field = pdf.getForm().createTextField('place');
    field.addToPage(pdf.getPage(0), { x: 60, y: 60, width: 120, height: 16 });
    return fillForm(await pdf.save({ updateFieldAppearances: true }));
  },
};

async function taskOf(specimen: Specimen, seed: number): Promise<EditTask> {
  const { lines } = specimen.truth;
  const wanted = lines.filter(({ field, text }) => field && /\d{3}/.test(text) && text.length < 24);
  const line = wanted[seed % wanted.length] ?? lines[seed % lines.length];
  if (!line) throw new Error('nothing to change');
  const size = (await PDFDocument.load(specimen.bytes)).getPage(line.page).getSize();
  const text = line.text.replace(/\d/g, (digit) => String((Number(digit) + 1 + (seed % 8)) % 10));
  const ascii = text.normalize('NFKD').replace(/[^ -~]/g, '');
  return {
    bytes: specimen.bytes,
    page: line.page,
    box: line.box,
    text: line.text,
    size,
    wanted: ascii,
    quiet: seed % 2 === 0,
  };
}

interface Tally {
  flagged: number;
  of: number;
  codes: Map<string, number>;
}
const tallies = {
  edited: new Map<string, Tally>(),
  'changed in place': new Map<string, Tally>(),
  'new picture': new Map<string, Tally>(),
  untouched: new Map<string, Tally>(),
};
type Group = keyof typeof tallies;

function judge(group: Group, name: string, bytes: Uint8Array, seed: number): void {
  const { verdict, findings } = checkTraces(bytes, {
    subject: digestBytesSync(bytes),
    at: plainDate('2026-06-15'),
  });
  const tally = tallies[group].get(name) ?? { flagged: 0, of: 0, codes: new Map<string, number>() };
  tallies[group].set(name, tally);
  tally.of++;
  const flagged = verdict !== 'accept';
  if (flagged) tally.flagged++;
  for (const { code, outcome, severity } of findings)
    if (outcome !== 'passed')
      tally.codes.set(
        `${severity === 'info' ? '(' : ''}${code.slice(17)}`,
        (tally.codes.get(`${severity === 'info' ? '(' : ''}${code.slice(17)}`) ?? 0) + 1,
      );
  if (keep && flagged !== (group === 'edited')) {
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${seed}-${name.replace(/\W+/g, '-')}.pdf`), bytes);
  }
}

let failedTools = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const kind = KINDS[seed % KINDS.length] as SpecimenKind;
  const task = await taskOf(await renderSpecimen(kind, { seed, medium: 'pdf' }), seed);
  const scan = await renderSpecimen(kind, { seed, medium: 'scan', format: 'pdf', widthPx: 1000 });
  const run = async (group: Group, name: string, edit: Edit, on = task): Promise<void> => {
    try {
      judge(group, name, await edit(on), seed);
    } catch (cause) {
      failedTools++;
      console.log(`tool failed: ${name}, seed ${seed}: ${String(cause)}`);
    }
  };
  for (const [name, edit] of Object.entries(EDITS)) await run('edited', name, edit);
  await run('edited', 'pdf-lib: drawn on a scan', drawOnScan(EDITS), { ...task, bytes: scan.bytes, page: 0 });
  for (const [name, edit] of Object.entries(IN_PLACE)) await run('changed in place', name, edit);
  for (const [name, edit] of Object.entries(NEW_PICTURES)) await run('new picture', name, edit);
  for (const [name, leave] of Object.entries(UNTOUCHED)) await run('untouched', name, leave);
  await run('untouched', 'scan as issued', async ({ bytes }) => bytes, { ...task, bytes: scan.bytes });
}

for (const [group, byName] of Object.entries(tallies)) {
  let [flagged, of] = [0, 0];
  for (const [name, tally] of byName) {
    flagged += tally.flagged;
    of += tally.of;
    const because = [...tally.codes].map(([code, n]) => `${code} ${n}`).join(', ');
    console.log(`${group}  ${name}: ${tally.flagged}/${tally.of}  ${because}`);
  }
  console.log(`${group}: flagged ${flagged}/${of}`);
}
if (failedTools > 0) console.log(`tools that failed: ${failedTools}`);
process.exit(0);
